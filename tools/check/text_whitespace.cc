#include <cstddef>
#include <optional>
#include <string>

#include "check/checks.h"
#include "lower/text_part.h"
#include "text/blanks.h"
#include "text/unicode.h"

namespace kbc {
namespace {

std::string message_of(const BlankFault& fault) {
  switch (fault.kind) {
    case BlankFaultKind::kOnly:
      return "a text of blanks only";
    case BlankFaultKind::kAtStart:
      return "blanks at the start of a text";
    case BlankFaultKind::kAtEnd:
      return "blanks at the end of a text";
    case BlankFaultKind::kDoubled:
      return std::to_string(fault.range.length) + " blanks in a row";
    case BlankFaultKind::kOdd:
      return describe_character(fault.odd) + " in place of a blank";
  }
  return {};
}

std::string repair_of(const BlankFault& fault) {
  if (!fault.replacement.empty()) return "write one blank";
  return fault.kind == BlankFaultKind::kOdd ? "remove it" : "remove them";
}

void report_fault(const Text& text, const BlankFault& fault, Report& report) {
  const Span span = part_of(text, fault.range);
  Finding finding = report.at(span, message_of(fault));
  if (fault.kind == BlankFaultKind::kOnly) {
    finding.help("write the text, or leave it empty");
    return;
  }
  if (!fault.is_certain) finding.help("if a word was lost between the blanks, write it again");
  finding.fix(repair_of(fault), fault.is_certain ? Safety::kSafe : Safety::kUnsafe,
              {{finding.file(), span, fault.replacement}});
}

// What blanks mean in a text; nothing where they are not looked at.
std::optional<Layout> layout_of(const Entry& entry, const RoleText& item) {
  if (item.role == Role::kVerbatim || item.text == &entry.regex) return {};
  if (item.text == &entry.signature || item.text == &entry.error_code) return Layout::kQuotation;
  return item.role == Role::kSteps ? Layout::kSteps : Layout::kProse;
}

}  // namespace

void text_whitespace(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) {
    const std::optional<Layout> layout = layout_of(entry, item);
    if (!layout) continue;
    std::size_t count = 0;
    for (const BlankFault& fault : blank_faults(item.text->value, *layout)) {
      if (++count > kMaxFindingsInText) break;
      report_fault(*item.text, fault, report);
    }
  }
}

const Explanation text_whitespace_explanation = {
    "A text begins or ends with blanks, has two or more between words, or has a no-break space or "
    "one of its relatives in place of a blank. Quoted output, patterns and code between back-ticks "
    "are left alone; so is what looks like code in `how`, and the inside of a `signature` is only "
    "searched for odd blanks.",
    "A blank that nobody sees makes two equal texts differ, and a command that is copied with a "
    "no-break space in it fails. Two blanks often stand where a word was lost.",
    R"("action": "Use  instead of `--force` ")",
    R"("action": "Use `--force-with-lease` instead of `--force`")",
    "Write one blank, or the word that is missing; remove the blanks at the ends.",
};

}  // namespace kbc
