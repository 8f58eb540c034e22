#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/clean_removal.h"
#include "check/text_part.h"
#include "text/control_fault.h"

namespace kbc {
namespace {

Controls allowed_in(const Entry& entry, const RoleText& item) {
  if (item.text == &entry["regex"]) return Controls::kBlanks;
  if (item.role == Role::kVerbatim) return Controls::kPlainText;
  return item.role == Role::kSteps ? Controls::kNewlines : Controls::kNone;
}

// Nothing when it would leave another fault.
std::optional<Edit> edit_of(const Text& text, const ControlFault& fault, FileId file) {
  if (fault.repair == ControlRepair::kUnknown) return {};
  if (fault.repair != ControlRepair::kRemove) return Edit{file, part_of(text, fault.repaired), " "};
  const auto removed = clean_removal(text.value, fault.repaired);
  if (!removed) return {};
  return Edit{file, part_of(text, *removed), ""};
}

void repair(const Text& text, const ControlFault& fault, Finding& finding) {
  std::optional<Edit> edit = edit_of(text, fault, finding.file());
  if (!edit) {
    finding.help("write the intended text, or remove it");
    return;
  }
  if (!fault.is_certain) finding.help("if it was meant as a backslash and a letter, write `\\\\`");
  finding.fix(fault.repair == ControlRepair::kRemove ? "remove it" : "write one space",
              fault.is_certain ? Safety::kSafe : Safety::kUnsafe, {std::move(*edit)});
}

// In a regex a backspace is `\b`, the end of a word, with the backslash that JSON takes away;
// elsewhere it may be a path's or nothing at all.
void repair_escape(const Text& text, bool is_regex, const ControlFault& fault, Finding& finding) {
  const std::string meant = fault.value == '\b' ? "\\\\b" : "\\\\f";
  if (is_regex && is_escaped(text, fault.range)) {
    finding.fix("write `" + meant + "`", part_of(text, fault.range), meant);
  } else {
    finding.help("write `" + meant + "` if a backslash is meant, or remove it");
  }
}

void report_fault(const Entry& entry, const Text& text, const ControlFault& fault, Report& report) {
  Finding finding = report.at(part_of(text, fault.range), "control-character"_fault,
                              "control character: " + fault.name);
  if (fault.repair == ControlRepair::kBackslash) {
    repair_escape(text, &text == &entry["regex"], fault, finding);
  } else if (&text == &entry["regex"]) {
    finding.help("write it as an escape of the regex, such as `\\\\x1b`, or remove it");
  } else {
    repair(text, fault, finding);
  }
}

// A text on several lines is one mistake. A signature is not joined: its regex might no longer
// match.
void report_breaks(const Entry& entry, const Text& text, const std::vector<ControlFault>& breaks,
                   Report& report) {
  if (breaks.empty()) return;
  Finding finding = report.at(part_of(text, breaks[0].range), "line-break"_fault,
                              "line break in a single-line text");
  if (&text == &entry["signature"]) {
    finding.help("keep the line that says what failed");
    return;
  }
  std::vector<Edit> edits;
  bool is_certain = true;
  for (const ControlFault& fault : breaks) {
    std::optional<Edit> edit = edit_of(text, fault, finding.file());
    if (!edit) return;
    edits.push_back(std::move(*edit));
    is_certain = is_certain && fault.is_certain;
  }
  finding.fix("join the lines", is_certain ? Safety::kSafe : Safety::kUnsafe, std::move(edits));
}

void check_text(const Entry& entry, const RoleText& item, Report& report) {
  const Controls allowed = allowed_in(entry, item);
  std::vector<ControlFault> breaks;
  std::size_t count = 0;
  for (const ControlFault& fault : control_faults(item.text->value, allowed)) {
    const bool is_break = fault.value == '\n' || fault.value == '\r';
    if (is_break && allowed == Controls::kNone) {
      breaks.push_back(fault);
    } else if (++count <= kMaxFindingsInText) {
      report_fault(entry, *item.text, fault, report);
    }
  }
  report_breaks(entry, *item.text, breaks, report);
}

}  // namespace

void text_control(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) check_text(entry, item, report);
}

extern const Explanation text_control_explanation = {
    "A text has a control character. `how` may have line breaks, `examples` and `counterexamples` "
    "line breaks and tabs, a regex whatever separates words; every other text is one line.",
    "Most of them come from a terminal, from a text on two lines, or from a single backslash: JSON "
    "reads `\\b` and `\\t` as characters, so that `C:\\temp` loses its `t`. A terminal obeys them.",
    R"("action": "Delete C:\temp\build")",
    R"("action": "Delete `C:\\temp\\build`")",
    "Double the backslash, or replace the line break by a space; remove what a terminal added.",
};

}  // namespace kbc
