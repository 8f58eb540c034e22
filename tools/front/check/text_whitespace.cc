#include <cstddef>
#include <optional>
#include <string>

#include "check/check.h"
#include "check/text_part.h"
#include "regex/match_budget.h"
#include "text/blanks.h"
#include "text/unicode.h"

namespace kbc {
namespace {

FaultName name_of(BlankFaultKind kind) {
  switch (kind) {
    case BlankFaultKind::kOnly:
      return "only-whitespace"_fault;
    case BlankFaultKind::kAtStart:
      return "leading-space"_fault;
    case BlankFaultKind::kAtEnd:
      return "trailing-space"_fault;
    case BlankFaultKind::kDoubled:
      return "doubled-spaces"_fault;
    case BlankFaultKind::kOdd:
      return "unusual-space"_fault;
  }
  return "space"_fault;
}

std::string message_of(const BlankFault& fault) {
  switch (fault.kind) {
    case BlankFaultKind::kOnly:
      return "the text is only whitespace";
    case BlankFaultKind::kAtStart:
      return "leading whitespace";
    case BlankFaultKind::kAtEnd:
      return "trailing whitespace";
    case BlankFaultKind::kDoubled:
      return std::to_string(fault.range.length) + " spaces in a row";
    case BlankFaultKind::kOdd:
      return describe_character(fault.odd) + " instead of a space";
  }
  return {};
}

std::string repair_of(const BlankFault& fault) {
  if (!fault.replacement.empty()) return "write one space";
  return fault.kind == BlankFaultKind::kOdd ? "remove it" : "remove them";
}

// Whether the regex matches the text of the signature as it is, and would not without the fault.
bool is_matched_with(const BlankFault& fault, const Entry& entry) {
  if (entry["regex"].value.empty() || !entry.pattern.ok()) return false;
  std::string repaired(entry["signature"].value);
  repaired.replace(fault.range.offset, fault.range.length, fault.replacement);
  MatchBudget budget;
  return budget.match(entry.pattern, entry["signature"].value).value_or(true) &&
         !budget.match(entry.pattern, repaired).value_or(false);
}

std::string help_of(const BlankFault& fault) {
  if (fault.is_certain) return {};
  return fault.kind == BlankFaultKind::kAtEnd
             ? "if a word was lost at the end, write it again"
             : "if a word was lost between the spaces, write it again";
}

void report_fault(const Entry& entry, const Text& text, const BlankFault& fault, Report& report) {
  const Span span = part_of(text, fault.range);
  Finding finding = report.at(span, name_of(fault.kind), message_of(fault));
  if (fault.kind == BlankFaultKind::kOnly) {
    finding.help("write the text, or leave it empty");
    return;
  }
  const bool breaks_regex = &text == &entry["signature"] && is_matched_with(fault, entry);
  finding.help(breaks_regex ? "the regex would no longer match: change both" : help_of(fault));
  const bool is_safe = fault.is_certain && !breaks_regex;
  finding.fix(repair_of(fault), is_safe ? Safety::kSafe : Safety::kUnsafe,
              {{finding.file(), span, fault.replacement}});
}

// What blanks mean in a text; nothing where they are not looked at.
std::optional<Layout> layout_of(const Entry& entry, const RoleText& item) {
  if (item.role == Role::kVerbatim || item.text == &entry["regex"]) return {};
  if (item.text == &entry["signature"] || item.text == &entry["error_code"])
    return Layout::kQuotation;
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
      report_fault(entry, *item.text, fault, report);
    }
  }
}

extern const Explanation text_whitespace_explanation = {
    "A text begins or ends with whitespace, has two or more spaces between words, or has a "
    "no-break "
    "or other unusual space instead of an ordinary one. Quoted output, patterns and code between "
    "back-ticks "
    "are left alone; so is what looks like code in `how`, and the inside of a `signature` is only "
    "searched for unusual spaces.",
    "Invisible whitespace makes equal texts differ, and a command that is copied with a no-break "
    "space fails. Two spaces, or one at the end, often show that a word was lost.",
    R"("action": "Use  instead of `--force` ")",
    R"("action": "Use `--force-with-lease` instead of `--force`")",
    "Write one space, or the missing word; remove leading and trailing whitespace. If the regex "
    "matches the signature only with it, change the regex as well.",
};

}  // namespace kbc
