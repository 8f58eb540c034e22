// Which branches of regexes match texts of other entries, without trying each on each.
//
// Of every branch literals are known of which each match has one (regex/branch_literals.h; RE2's
// Prefilter and FilteredRE2 are the same idea). One pass over a text with a filter of all literals
// (regex/literal_filter.h) meets the branches that the text may concern; only these are tried, with
// the rest of their literals first, then as a PlainRegex. A branch that is settled is met no more.
// So the cost is linear in the bytes of the texts plus the number of branches, with a bound on the
// tries of each branch. The entries are shared out to threads; each share goes through all texts.

#include "check/cross_matches.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "check/background.h"
#include "check/shadow_pairs.h"
#include "core/parallel.h"
#include "regex/branch_literals.h"
#include "regex/literal_filter.h"
#include "regex/plain_regex.h"
#include "text/ascii.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

// How much evidence makes a branch generic. One line of the background is enough: nothing in it is
// an error. Signatures and root causes of other domains may well be about the same thing, unless
// what matches is a piece of a longer word, or they are of many domains.
constexpr std::size_t kFewDomains = 3;
constexpr std::size_t kManyDomains = 12;
// So many texts are looked at for one branch, and so many times its literals are met; more would
// say the same, and cost more than in proportion to the entries.
constexpr std::size_t kMostTried = 400;
constexpr std::size_t kMostMet = 2000;
constexpr std::size_t kMostLines = 20;
// Fewer where signatures alone are looked at: what a regex confuses is mostly near it, and each
// comparison may need the regex's automaton.
constexpr std::size_t kMostCompared = 100;

// How often the texts led to a branch, for one question about it.
struct Tally {
  std::size_t last_text = 0;  // the number of the last text, from 1
  std::size_t met = 0;        // its literals in texts
  std::size_t tried = 0;      // texts that have all it needs
};

// Whether the branch is generic: what it matches of other domains and of the background.
struct GenericTally : Tally {
  std::size_t lines = 0;
  std::vector<std::string_view> domains;       // with a match
  std::vector<std::string_view> torn_domains;  // with a match that is a piece of a word
  const UnrelatedText* sample = nullptr;
  bool is_sample_torn = false;

  bool is_generic() const {
    return lines > 0 || torn_domains.size() >= kFewDomains || domains.size() >= kManyDomains;
  }
  // Whether more texts would say the same.
  bool is_settled() const {
    return tried >= kMostTried || met >= kMostMet || lines > kMostLines ||
           domains.size() > kManyDomains || torn_domains.size() > kFewDomains;
  }
  void note(const UnrelatedText& text, bool is_torn);
};

// Which signatures of other entries it matches.
struct ShadowTally : Tally {
  std::size_t shadowed = 0;

  bool is_settled() const {
    return tried >= kMostCompared || met >= kMostMet || shadowed > kMostShadowed;
  }
};

// A branch of an entry's regex.
struct Branch {
  const EntryRecord* entry = nullptr;
  std::size_t ordinal = 0;  // among the branches of the regex
  Span span;                // of the regex
  bool is_sufficient = false;
  std::string_view also_required;  // choices, besides what the filter looks for
  std::optional<PlainRegex> plain;
  bool is_plain_made = false;
  std::size_t last_tried = 0;        // the number of the text, from 1
  std::optional<bool> last_verdict;  // of that text; nothing when only RE2 can tell
  GenericTally generic;
  ShadowTally shadow;
};

// Whether a word goes on where the match begins or ends. That it goes on by a few letters at the
// end may be its plural, or its past.
bool is_torn(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestEnding = 3;
  if (begin > 0 && is_alphanumeric(text[begin - 1]) && is_alphanumeric(text[begin])) return true;
  std::size_t more = 0;
  while (end + more < text.size() && is_alphanumeric(text[end - 1]) &&
         is_alphanumeric(text[end + more]))
    ++more;
  return more > kLongestEnding;
}

void add(std::vector<std::string_view>& domains, std::string_view domain) {
  if (std::find(domains.begin(), domains.end(), domain) == domains.end()) domains.push_back(domain);
}

void GenericTally::note(const UnrelatedText& text, bool is_torn) {
  if (text.domain.empty()) {
    ++lines;
  } else {
    add(domains, text.domain);
    if (is_torn) add(torn_domains, text.domain);
  }
  const bool is_better = sample == nullptr || (is_torn && !is_sample_torn);
  if (!is_better) return;
  sample = &text;
  is_sample_torn = is_torn;
}

bool is_settled(const Branch& branch) { return branch.generic.is_settled(); }

// What a generic branch shadows is not reported.
bool is_compared_enough(const Branch& branch) {
  return branch.shadow.is_settled() || branch.generic.is_generic();
}

// The branches of one domain that one literal leads to.
struct Owners {
  std::string_view domain;
  std::vector<std::uint32_t> branches;
};

// The lines of the background, and the entries' signatures and root causes.
std::vector<UnrelatedText> texts_of(const KnowledgeBase& base) {
  std::vector<UnrelatedText> texts;
  for (std::size_t at = 0; at < kBackground.size();) {
    const std::size_t end = std::min(kBackground.find('\n', at), kBackground.size());
    texts.push_back({kBackground.substr(at, end - at), {}, nullptr, false});
    at = end + 1;
  }
  const auto add = [&](const EntryRecord& entry, std::string_view text, bool is_signature) {
    // A long text costs more than it shows.
    constexpr std::size_t kMostBytes = 2000;
    if (text.empty() || text.size() > kMostBytes || entry.domain.value.empty()) return;
    texts.push_back({text, entry.domain.value, &entry, is_signature});
  };
  for (const EntryRecord& entry : base.entries()) {
    add(entry, entry.signature.value, true);
    add(entry, entry.root_cause.value, false);
  }
  return texts;
}

// Looks for the branches of some of the entries in all texts. What it finds of one branch has
// nothing to do with the others, so that the entries can be shared out.
class BranchSearch {
 public:
  // From the entry `begin` up to, not including, `end`.
  BranchSearch(const KnowledgeBase& base, std::size_t begin, std::size_t end) : base_(base) {
    branches_.reserve(4 * (end - begin));
    for (std::size_t at = begin; at < end; ++at) add_branches(base.entries()[at]);
  }

  void run(const std::vector<UnrelatedText>& texts) {
    for (const UnrelatedText& text : texts) {
      ++number_;
      const LiteralText folded(fold_case(text.text));
      filter_.scan(folded.text(), [&](std::uint32_t literal, std::size_t offset) {
        const Met met{offset, filter_.literal(literal).size()};
        for (Owners& owners : owners_[literal]) {
          if (!text.domain.empty() && owners.domain == text.domain) continue;
          meet(owners.branches, is_settled,
               [&](Branch& branch) { look(branch, text, folded, met); });
        }
        if (!text.is_signature) return;
        meet(all_owners_[literal], is_compared_enough,
             [&](Branch& branch) { compare(branch, text, folded, met); });
      });
    }
  }

  std::vector<GenericBranch> generic() const {
    std::vector<GenericBranch> found;
    for (const Branch& branch : branches_) {
      const GenericTally& tally = branch.generic;
      if (!tally.is_generic()) continue;
      found.push_back({branch.entry, branch.span, *tally.sample, tally.is_sample_torn});
    }
    return found;
  }

  // Those of branches that are not generic.
  std::vector<ShadowPair> take_pairs() {
    std::erase_if(pairs_, [&](const ShadowPair& pair) {
      return branches_[pair.branch].generic.is_generic();
    });
    return std::move(pairs_);
  }

 private:
  // Where a literal is in a folded text.
  struct Met {
    std::size_t offset = 0;
    std::size_t length = 0;
  };

  void add_branches(const EntryRecord& entry) {
    std::string_view kept = entry.branches;
    std::size_t ordinal = 0;
    while (const std::optional<KeptBranch> branch = take_branch(kept, ordinal++)) {
      if (!branch->choices.empty()) add_branch(entry, *branch);
    }
  }

  void add_branch(const EntryRecord& entry, const KeptBranch& kept) {
    const auto number = static_cast<std::uint32_t>(branches_.size());
    Branch& branch = branches_.emplace_back();
    branch.entry = &entry;
    branch.ordinal = kept.ordinal;
    branch.span = kept.span;
    branch.is_sufficient = kept.is_sufficient;
    branch.also_required = kept.choices;
    for (const std::string_view literal : take_choice(branch.also_required)) {
      add_owner(std::string(literal), entry.domain.value, number);
    }
  }

  // The entries of a domain are beside each other.
  void add_owner(const std::string& literal, std::string_view domain, std::uint32_t branch) {
    const std::uint32_t number = filter_.add(literal);
    if (number == owners_.size()) {
      owners_.emplace_back();
      all_owners_.emplace_back();
    }
    std::vector<Owners>& owners = owners_[number];
    if (owners.empty() || owners.back().domain != domain) owners.push_back({domain, {}});
    owners.back().branches.push_back(branch);
    all_owners_[number].push_back(branch);
  }

  // Those that need no more are not met again.
  template <typename Look>
  void meet(std::vector<std::uint32_t>& branches, bool (*is_done)(const Branch&),
            const Look& look_at) {
    for (std::size_t at = 0; at < branches.size();) {
      Branch& branch = branches_[branches[at]];
      if (!is_done(branch)) look_at(branch);
      if (!is_done(branch)) {
        ++at;
        continue;
      }
      branches[at] = branches.back();
      branches.pop_back();
    }
  }

  // Counts that a literal of the branch was met in a text; whether the branch may match there and
  // has not been looked at for this text.
  bool may_match(const Branch& branch, Tally& tally, const LiteralText& folded) {
    ++tally.met;
    if (tally.last_text == number_) return false;
    tally.last_text = number_;
    if (!folded.has_one_of_each(branch.also_required)) return false;
    ++tally.tried;
    return true;
  }

  // What suffices may occur again, less torn; the first place has to do.
  void look(Branch& branch, const UnrelatedText& text, const LiteralText& folded, Met met) {
    if (!may_match(branch, branch.generic, folded)) return;
    if (!verdict(branch, text.text).value_or(false)) return;
    const bool is_same_length = folded.text().size() == text.text.size();
    branch.generic.note(text,
                        is_same_length && is_torn(text.text, met.offset, met.offset + met.length));
  }

  void compare(Branch& branch, const UnrelatedText& text, const LiteralText& folded, Met met) {
    if (branch.entry == text.entry) {
      ++branch.shadow.met;
      return;
    }
    if (!may_match(branch, branch.shadow, folded)) return;
    if (!verdict(branch, text.text).value_or(true)) return;
    ++branch.shadow.shadowed;
    ShadowPair& pair = pairs_.emplace_back();
    pair.by = static_cast<std::uint32_t>(branch.entry - base_.entries().data());
    pair.other = static_cast<std::uint32_t>(text.entry - base_.entries().data());
    pair.branch = static_cast<std::uint32_t>(&branch - branches_.data());
    pair.span = branch.span;
    const bool is_same_length = folded.text().size() == text.text.size();
    if (branch.is_sufficient && is_same_length) {
      pair.match = span_of(met.offset, met.offset + met.length);
    }
  }

  // Whether the branch matches the text, which has its literals. Asked once for each text.
  std::optional<bool> verdict(Branch& branch, std::string_view text) {
    if (branch.is_sufficient) return true;
    if (branch.last_tried == number_) return branch.last_verdict;
    if (!branch.is_plain_made) {
      // The form is made again for the few branches whose literals occur somewhere: to keep all of
      // them costs more.
      const EntryRecord& entry = *branch.entry;
      const Hir form = lower_pattern(parse_pattern(entry.regex.value, entry.case_rule));
      branch.plain = PlainRegex::from(form, form.branches()[branch.ordinal]);
      branch.is_plain_made = true;
    }
    branch.last_tried = number_;
    branch.last_verdict = branch.plain ? branch.plain->matches(text) : std::nullopt;
    return branch.last_verdict;
  }

  const KnowledgeBase& base_;
  std::vector<Branch> branches_;
  std::vector<ShadowPair> pairs_;
  LiteralFilter filter_;
  // By the numbers of the literals; the same branches once more, since each question leaves out
  // those that it is through with.
  std::vector<std::vector<Owners>> owners_;
  std::vector<std::vector<std::uint32_t>> all_owners_;
  std::size_t number_ = 0;  // of the text, from 1
};

}  // namespace

CrossMatches cross_matches(const KnowledgeBase& base, unsigned jobs) {
  // Fewer are not worth a thread, since each goes through all texts.
  constexpr std::size_t kFewestEntries = 256;
  const std::size_t count = base.entries().size();
  const std::size_t shares = std::clamp<std::size_t>(count / kFewestEntries, 1, std::max(jobs, 1U));
  const std::vector<UnrelatedText> texts = texts_of(base);
  std::vector<std::vector<GenericBranch>> found(shares);
  std::vector<std::vector<ShadowPair>> pairs(shares);
  parallel_for(
      shares, jobs,
      [&](std::size_t share, unsigned) {
        BranchSearch search(base, count * share / shares, count * (share + 1) / shares);
        search.run(texts);
        found[share] = search.generic();
        pairs[share] = search.take_pairs();
      },
      1);
  CrossMatches all;
  std::vector<ShadowPair> all_pairs;
  for (std::size_t share = 0; share < shares; ++share) {
    all.generic.insert(all.generic.end(), found[share].begin(), found[share].end());
    all_pairs.insert(all_pairs.end(), pairs[share].begin(), pairs[share].end());
  }
  all.shadows = shadows_of(std::move(all_pairs), base, jobs);
  return all;
}

}  // namespace kbc
