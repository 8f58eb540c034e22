#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/cross_matches.h"
#include "text/ticked.h"
#include "text/ticked_around.h"

namespace kbc {
namespace {

// An author looks at so many pairs one by one; with more the regex is what is wrong.
constexpr std::size_t kMostPairs = 3;

std::string_view written(const Shadow& shadow) {
  return shadow.entry->regex.value.substr(shadow.branch.begin, shadow.branch.size());
}

std::string evidence(const Shadow& shadow) {
  std::string text =
      ticked(shadow.match) + " in " + ticked_around(shadow.other->signature.value, shadow.match);
  if (shadow.is_mutual) text += ", and its regex matches this one's signature";
  return text;
}

bool is_near(const Shadow& shadow) {
  return shadow.entry->domain.value == shadow.other->domain.value;
}

std::string advice(const std::vector<Shadow>& shadows) {
  const std::string narrow = "match more of the message that only this error prints";
  const std::string link =
      "list each entry in the other's `frequently_confused_with` with a distinction";
  const bool is_wide = shadows.size() > kMostPairs || !is_near(shadows.front());
  return is_wide ? narrow + ", or " + link : link + ", or " + narrow;
}

void report_pair(const Shadow& shadow, Report& report) {
  report
      .at(shadow.entry->at_regex(), "matches-other-signature"_fault,
          ticked(written(shadow)) + " matches the signature of " +
              ticked(shadow.other->id.value, 128) + ": " + evidence(shadow))
      .about(shadow.other->id.value)
      .note(shadow.other->at_signature(), "the other signature")
      .help(advice({shadow}));
}

// What one branch makes of the shadows of an entry.
struct Share {
  std::size_t count = 0;
  const Shadow* first = nullptr;
};

// Of the branch that makes most.
Share largest_share(const std::vector<Shadow>& shadows) {
  std::map<std::uint32_t, Share> shares;  // by where the branch begins
  Share largest;
  for (const Shadow& shadow : shadows) {
    Share& share = shares[shadow.branch.begin];
    if (share.count++ == 0) share.first = &shadow;
    if (share.count > largest.count) largest = share;
  }
  return largest;
}

std::string number(std::size_t count) {
  return count > kMostShadowed ? "more than " + std::to_string(kMostShadowed)
                               : std::to_string(count);
}

void report_many(const std::vector<Shadow>& shadows, Report& report) {
  const auto [count, first] = largest_share(shadows);
  std::string message = "the regex matches the signatures of " + number(shadows.size()) +
                        " other entries, " + (count == shadows.size() ? "all" : number(count)) +
                        " by " + ticked(written(*first));
  Finding finding =
      report.at(shadows.front().entry->at_regex(), "matches-many-signatures"_fault, message);
  for (std::size_t at = 0; at < kMostPairs; ++at) {
    const Shadow& shadow = shadows[at];
    finding.note(shadow.other->at_signature(),
                 ticked(shadow.other->id.value, 128) + ": " + evidence(shadow));
  }
  finding.help(advice(shadows));
}

// Of one entry.
void report_shadows(const std::vector<Shadow>& shadows, Report& report) {
  if (shadows.size() > kMostPairs) return report_many(shadows, report);
  for (const Shadow& shadow : shadows) report_pair(shadow, report);
}

}  // namespace

void regex_shadow(const CrossMatches& cross, Report& report) {
  const std::vector<Shadow>& all = cross.shadows;
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = std::find_if(
        begin, all.end(), [&](const Shadow& shadow) { return shadow.entry != begin->entry; });
    report_shadows({begin, end}, report);
    begin = end;
  }
}

extern const Explanation regex_shadow_explanation = {
    "The regex matches the signature of another entry, and neither lists the other in "
    "`frequently_confused_with`. Up to three such entries are reported one by one. For more, one "
    "finding gives their number and the worst of them: first those where each regex matches the "
    "other's signature, then those of another domain. Two entries that match each other are "
    "reported once, at the later one. What regex-generic-branch, regex-duplicate or "
    "signature-duplicate reports is not repeated. For each branch kbc looks for 21 signatures and "
    "tries at most 100, so that the time stays proportional to the number of entries.",
    "Readers who look up the other error are offered this entry as well, and nothing tells the two "
    "apart.",
    R"(in git/a:  "regex": "already exists"
in git/b:  "signature": "fatal: a branch named 'main' already exists")",
    R"(in git/a:  "regex": "destination path '.+' already exists"
in git/b:  "signature": "fatal: a branch named 'main' already exists")",
    "Match more of the message that only this error prints. If one message does belong to both, "
    "list each entry in the other's `frequently_confused_with`, with a `distinction` that says how "
    "to tell them apart.",
};

}  // namespace kbc
