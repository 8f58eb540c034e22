#include <string>
#include <string_view>

#include "check/check.h"
#include "check/cross_matches.h"
#include "regex/compiled_regex.h"
#include "text/ticked.h"
#include "text/ticked_around.h"

namespace kbc {
namespace {

void report_branch(const GenericBranch& branch, Report& report) {
  const EntryRecord& entry = *branch.entry;
  const Span span = branch.span;
  const std::string_view written = entry.regex.value.substr(span.begin, span.size());
  const CompiledRegex regex(written, entry.case_rule);
  if (!regex.ok() || !regex.matches(branch.sample.text)) return;
  const std::string_view match = regex.match_in(branch.sample.text);
  const bool is_line = branch.sample.domain.empty();
  std::string message = ticked(written) + " matches unrelated text: " + ticked(match) + " in " +
                        ticked_around(branch.sample.text, match);
  if (!is_line) message += " of the domain " + ticked(branch.sample.domain);
  Finding finding = report.at(entry.at_regex(), "generic-branch"_fault, message);
  finding.help(branch.is_torn ? "put `\\\\b` at its ends, or match more of the message"
                              : "match more of the message that only this error prints");
  if (!is_line) finding.note(branch.sample.entry->at_id(), "the other entry");
}

}  // namespace

void regex_generic_branch(const CrossMatches& cross, Report& report) {
  for (const GenericBranch& branch : cross.generic) report_branch(branch, report);
}

extern const Explanation regex_generic_branch_explanation = {
    "A branch of the regex (the part between two `|` outside of groups) matches texts that have "
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
