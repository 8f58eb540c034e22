#include <algorithm>
#include <string>
#include <string_view>

#include "check/checks.h"
#include "check/generic_branches.h"
#include "lower/compiled_regex.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Some of a text around a part of it.
std::string excerpt(std::string_view text, std::string_view part) {
  constexpr std::size_t kAround = 20;
  const auto at = static_cast<std::size_t>(part.data() - text.data());
  std::size_t begin = at > kAround ? at - kAround : 0;
  std::size_t end = std::min(text.size(), at + part.size() + kAround);
  const auto is_inside = [text](std::size_t place) {
    return place > 0 && place < text.size() &&
           (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
  };
  while (is_inside(begin)) --begin;
  while (is_inside(end)) ++end;
  return ticked(text.substr(begin, end - begin), 100);
}

void report_branch(const GenericBranch& branch, Report& report) {
  const EntryRecord& entry = *branch.entry;
  const Span span = branch.span;
  const std::string_view written = entry.regex.value.substr(span.begin, span.size());
  const CompiledRegex regex(written, entry.case_rule);
  if (!regex.ok() || !regex.matches(branch.sample.text)) return;
  const std::string_view match = regex.match_in(branch.sample.text);
  const bool is_line = branch.sample.domain.empty();
  std::string message = ticked(written) + " matches unrelated text: " + ticked(match) + " in " +
                        excerpt(branch.sample.text, match);
  if (!is_line) message += " of the domain " + ticked(branch.sample.domain);
  Finding finding = report.at(entry.at_regex(), std::move(message));
  finding.help(branch.is_torn ? "put `\\\\b` at its ends, or write more of the message"
                                     : "write more of the message that only this error prints");
  if (!is_line) finding.note(branch.sample.entry->at_id(), "the other entry");
}

}  // namespace

void regex_generic_branch(const KnowledgeBase& base, Report& report) {
  for (const GenericBranch& branch : generic_branches(base)) report_branch(branch, report);
}

const Explanation regex_generic_branch_explanation = {
    "A branch of the regex (what stands between two `|` that are in no group) matches texts that "
    "have "
    "nothing to do with the error: a line of a log in which nothing is wrong, pieces of words in "
    "signatures and root causes of three other domains, or texts of twelve other domains.",
    "One branch is enough for the entry to be offered: `OOM` finds every `room`, whatever else the "
    "regex says.",
    R"("regex": "OOM|heap out of memory")",
    R"("regex": "\\bOOM\\b|heap out of memory")",
    "Look at the text that it matches. Require word boundaries or more of the message, or remove "
    "the "
    "branch. Lengths say little: `E11000` is short and fine.",
};

}  // namespace kbc
