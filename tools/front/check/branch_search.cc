// Which branches of regexes match texts of other entries, without trying each on each.
//
// Of every branch literals are known of which each match has one (regex/branch_literals.h; RE2's
// Prefilter and FilteredRE2 are the same idea). One pass over a text with a filter of all literals
// (regex/literal_filter.h) meets the branches that the text may concern; only these are tried, with
// the rest of their literals first, then as a PlainRegex. A branch that is settled is met no more.
// So the cost is linear in the bytes of the texts plus the number of branches, with a bound on the
// tries of each branch. The entries are shared out to threads; each share goes through all texts.
//
// What a bound leaves out must not depend on the order of the files: the texts come in the order of
// their entries' ranks (text/sample_rank.h), so that each branch is tried on a sample that is the
// same wherever the files lie. What is known of a branch and a text depends on these two alone.
//
// Of the branches that match one signature the first that is not generic is reported, and which are
// generic is known at the end. To keep all of them would cost a hundred times as much memory as to
// keep the first; where that turns out to be generic, its entry is searched for once more.

#include "check/branch_search.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "check/branch_evidence.h"
#include "check/literal_owners.h"
#include "check/unrelated_texts.h"
#include "core/parallel.h"
#include "regex/branch_literals.h"
#include "regex/plain_regex.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

// So many texts are looked at for one branch, and so many times its literals are met; more would
// say the same, and cost more than in proportion to the entries.
constexpr std::size_t kMostTried = 400;
constexpr std::size_t kMostMet = 2000;
// Fewer where signatures alone are looked at: what a regex confuses is mostly near it, and each
// comparison may need the regex's automaton.
constexpr std::size_t kMostCompared = 100;

// How often the texts led to a branch, for one question about it.
struct Tally {
  std::uint32_t last_text = 0;  // the number of the last text, from 1
  std::uint32_t met = 0;        // its literals in texts
  std::uint32_t tried = 0;      // texts that have all it needs
};

// A branch of an entry's regex. The texts meet millions of branches, far apart in memory: what is
// asked of each of them is in its first line of the cache.
struct alignas(64) Branch {
  std::string_view also_required;  // the choices but for the one that is looked for
  Tally generic, shadow;
  std::uint32_t shadowed = 0;                      // signatures of others that it matches
  std::uint32_t last_tried = 0;                    // the number of the text, from 1
  std::uint32_t entry = 0;                         // its number
  std::uint32_t needed = LiteralText::kAnySketch;  // a literal that is also required
  PatternFlags flags = 0;
  bool is_sufficient = false;
  bool may_be_plain = true;
  bool is_generic = false;  // known from an earlier search, or from its evidence
  bool has_enough = false;  // evidence
  // Of the text last_tried; nothing when only RE2 can tell.
  std::optional<bool> last_verdict;

  std::uint32_t ordinal = 0;          // among the branches of the regex
  std::string_view looked_for;        // the choice whose literals the filter looks for
  std::unique_ptr<PlainRegex> plain;  // while it is held
  std::unique_ptr<Evidence> evidence;
  Span span;     // of the regex
  Span written;  // see KeptBranch

  bool is_judged() const {
    return has_enough || generic.tried >= kMostTried || generic.met >= kMostMet;
  }
  // What a generic branch shadows is not reported.
  bool is_compared() const {
    return is_generic || shadow.tried >= kMostCompared || shadow.met >= kMostMet ||
           shadowed > kMostShadowed;
  }
};

// Looks for the branches of some of the entries in all texts. What it finds of one branch has
// nothing to do with the others, so that the entries can be shared out.
class BranchSearch {
 public:
  // Of the entries with these numbers, which ascend; with so many bytes of automata.
  BranchSearch(const KnowledgeBase& base, std::vector<std::uint32_t> entries, std::size_t most_held)
      : base_(base), entries_(std::move(entries)), most_held_(most_held) {
    branches_.reserve(4 * entries_.size());
    for (const std::uint32_t entry : entries_) add_branches(entry);
    owners_.complete();
  }

  void run(const std::vector<UnrelatedText>& texts) {
    for (const UnrelatedText& text : texts) {
      const std::uint32_t domain = owners_.number_of(text.domain);
      scan(text, [&](const LiteralText& folded, std::uint32_t literal) {
        owners_.each_of_others(literal, domain, [&](std::uint32_t number) {
          Branch& branch = branches_[number];
          if (!branch.is_judged()) look(branch, text, folded);
          return branch.is_judged();
        });
        if (text.is_signature) compare_all(literal, text, folded);
      });
    }
    search_again(texts);
  }

  std::vector<GenericBranch> generic() const {
    std::vector<GenericBranch> found;
    for (const Branch& branch : branches_) {
      if (!branch.is_generic) continue;
      const Evidence& evidence = *branch.evidence;
      found.push_back({&entry_of(branch), branch.span, *evidence.sample, evidence.is_sample_torn});
    }
    return found;
  }

  // Each pair once, with the first of the branches that are not generic.
  ShadowPairs take_pairs() { return std::move(pairs_); }

 private:
  // Where a literal is in a folded text.
  struct Met {
    std::size_t offset = 0;
    std::size_t length = 0;
  };

  // The first of the literals that led to the branch; of two that begin there, the longer.
  static Met first_literal(const Branch& branch, const std::string& folded) {
    Met first{folded.size(), 0};
    std::string_view choices = branch.looked_for;
    for (const std::string_view literal : take_choice(choices)) {
      const std::size_t offset = folded.find(literal);
      const bool is_longer = offset == first.offset && literal.size() > first.length;
      if (offset < first.offset || is_longer) first = {offset, literal.size()};
    }
    return first;
  }

  const EntryRecord& entry_of(const Branch& branch) const { return base_.entries()[branch.entry]; }

  void add_branches(std::uint32_t entry) {
    std::string_view kept = base_.entries()[entry].get().branches;
    for (std::uint32_t ordinal = 0; const auto branch = take_branch(kept); ++ordinal) {
      if (!branch->choices.empty()) add_branch(entry, ordinal, *branch);
    }
  }

  void add_branch(std::uint32_t entry, std::uint32_t ordinal, const KeptBranch& kept) {
    const auto number = static_cast<std::uint32_t>(branches_.size());
    Branch& branch = branches_.emplace_back();
    branch.entry = entry;
    branch.ordinal = ordinal;
    branch.span = kept.span;
    branch.written = kept.written;
    branch.flags = kept.flags;
    branch.is_sufficient = kept.is_sufficient;
    branch.may_be_plain = kept.is_exact;
    branch.looked_for = branch.also_required = kept.choices;
    for (const std::string_view literal : take_choice(branch.also_required)) {
      owners_.add(literal, base_.entries()[entry].get().domain.value, number);
    }
    std::string_view rest = branch.also_required;
    while (!rest.empty() && branch.needed == LiteralText::kAnySketch) {
      const std::vector<std::string_view> choice = take_choice(rest);
      if (choice.size() == 1) branch.needed = LiteralText::sketch_of(choice.front());
    }
  }

  // Calls found(folded, literal) for each literal in the text.
  template <typename Found>
  void scan(const UnrelatedText& text, const Found& found) {
    ++number_;
    const LiteralText folded(fold_case(text.text));
    owners_.scan(folded.text(), [&](std::uint32_t literal) { found(folded, literal); });
  }

  void compare_all(std::uint32_t literal, const UnrelatedText& text, const LiteralText& folded) {
    owners_.each(literal, [&](std::uint32_t number) {
      Branch& branch = branches_[number];
      if (!branch.is_compared()) {
        compare(branch, text, folded);
        if (branch.is_compared() && branch.is_judged()) drop(branch);
      }
      return branch.is_compared();
    });
  }

  // Leaves out the pairs of generic branches. Where another branch matches, too, the entry is
  // searched for by itself, now that its generic branches are known.
  void search_again(const std::vector<UnrelatedText>& texts) {
    std::unordered_set<std::uint32_t> entries;
    for (const ShadowPair& pair : pairs_) {
      if (pair.is_of_several && branch_of(pair).is_generic) entries.insert(pair.by);
    }
    std::erase_if(pairs_, [&](const ShadowPair& pair) {
      return entries.contains(pair.by) || branch_of(pair).is_generic;
    });
    if (entries.empty()) return;
    std::vector<std::uint32_t> sorted(entries.begin(), entries.end());
    std::sort(sorted.begin(), sorted.end());
    BranchSearch again(base_, std::move(sorted), most_held_ - std::min(most_held_, held_));
    std::size_t number = 0;
    for (const Branch& branch : branches_) {
      if (!entries.contains(branch.entry)) continue;
      again.branches_[number++].is_generic = branch.is_generic;
    }
    for (const UnrelatedText& text : texts) {
      if (!text.is_signature) continue;
      again.scan(text, [&](const LiteralText& folded, std::uint32_t literal) {
        again.compare_all(literal, text, folded);
      });
    }
    pairs_.insert(pairs_.end(), again.pairs_.begin(), again.pairs_.end());
  }

  // Its branches are beside each other, and those without literals are not among them.
  const Branch& branch_of(const ShadowPair& pair) const {
    const auto is_before = [](const Branch& branch, const ShadowPair& wanted) {
      return std::tie(branch.entry, branch.ordinal) < std::tie(wanted.by, wanted.branch);
    };
    return *std::lower_bound(branches_.begin(), branches_.end(), pair, is_before);
  }

  // Counts that a literal of the branch was met in a text; whether the branch may match there and
  // has not been looked at for this text.
  bool may_match(const Branch& branch, Tally& tally, const LiteralText& folded) {
    ++tally.met;
    if (tally.last_text == number_) return false;
    tally.last_text = number_;
    if (!folded.may_contain(branch.needed)) return false;
    if (!folded.has_one_of_each(branch.also_required)) return false;
    ++tally.tried;
    return true;
  }

  // What suffices may occur again, less torn; the first place has to do.
  void look(Branch& branch, const UnrelatedText& text, const LiteralText& folded) {
    if (!may_match(branch, branch.generic, folded)) return;
    if (!verdict(branch, text.text).value_or(false)) return;
    const bool is_same_length = folded.text().size() == text.text.size();
    if (!branch.evidence) branch.evidence = std::make_unique<Evidence>();
    const Met met = first_literal(branch, folded.text());
    branch.evidence->note(
        text, is_same_length && is_torn(text.text, met.offset, met.offset + met.length));
    branch.is_generic = branch.evidence->is_generic();
    branch.has_enough = branch.evidence->is_enough();
  }

  void compare(Branch& branch, const UnrelatedText& text, const LiteralText& folded) {
    if (&entry_of(branch) == text.entry) {
      ++branch.shadow.met;
      return;
    }
    if (!may_match(branch, branch.shadow, folded)) return;
    if (!verdict(branch, text.text).value_or(true)) return;
    ++branch.shadowed;
    const bool is_same_length = folded.text().size() == text.text.size();
    ShadowPair pair;
    pair.by = branch.entry;
    pair.other = text.entry->file;
    pair.branch = branch.ordinal;
    if (branch.is_sufficient && is_same_length) {
      const Met met = first_literal(branch, folded.text());
      pair.match_begin = static_cast<std::uint16_t>(met.offset);
      pair.match_end = static_cast<std::uint16_t>(met.offset + met.length);
    }
    keep(pair);
  }

  // All branches of an entry meet a signature before any meets the next.
  void keep(const ShadowPair& pair) {
    LastPair& last = last_pairs_[pair.by];
    if (last.text != number_) {
      last = {number_, pairs_.size()};
      pairs_.push_back(pair);
      return;
    }
    ShadowPair& kept = pairs_[last.place];
    if (pair.branch < kept.branch) kept = pair;
    kept.is_of_several = true;
  }

  // Whether the branch matches the text, which has its literals; nothing when only RE2 can tell.
  // Asked once for each text.
  std::optional<bool> verdict(Branch& branch, std::string_view text) {
    if (branch.is_sufficient) return true;
    if (branch.last_tried == number_) return branch.last_verdict;
    if (branch.may_be_plain && !branch.plain) make_plain(branch);
    branch.last_tried = number_;
    branch.last_verdict = branch.plain ? branch.plain->matches(text) : std::nullopt;
    return branch.last_verdict;
  }

  // The branch is read again: most never get here, and to keep the forms of all would cost more.
  // When there is no room, what was made last goes. Texts meet the same branches again and again in
  // much the same order, so that the others are the ones that are needed sooner.
  void make_plain(Branch& branch) {
    const std::string_view regex = entry_of(branch).regex.value;
    const std::string_view text = regex.substr(branch.written.begin, branch.written.size());
    std::optional<PlainRegex> made =
        PlainRegex::from(lower_pattern(parse_pattern(text, branch.flags)));
    branch.may_be_plain = made.has_value();
    if (!made) return;
    branch.plain = std::make_unique<PlainRegex>(*made);  // a copy has no room to spare
    if (held_ + branch.plain->bytes() > most_held_ && latest_ != nullptr) drop(*latest_);
    held_ += branch.plain->bytes();
    latest_ = &branch;
  }

  void drop(Branch& branch) {
    if (branch.plain) held_ -= branch.plain->bytes();
    branch.plain.reset();
  }

  // The pair of an entry that was found last.
  struct LastPair {
    std::uint32_t text = 0;
    std::size_t place = 0;
  };

  const KnowledgeBase& base_;
  std::vector<std::uint32_t> entries_;
  std::vector<Branch> branches_;
  ShadowPairs pairs_;
  std::unordered_map<std::uint32_t, LastPair> last_pairs_;  // by the number of the entry
  LiteralOwners owners_;
  std::uint32_t number_ = 0;  // of the text, from 1
  std::size_t most_held_;
  std::size_t held_ = 0;      // bytes of the automata
  Branch* latest_ = nullptr;  // whose automaton was made last
};

}  // namespace

CrossFound search_branches(const KnowledgeBase& base, const std::vector<std::uint32_t>& entries,
                           unsigned jobs, std::size_t held_bytes) {
  // Fewer are not worth a thread, since each goes through all texts.
  constexpr std::size_t kFewestEntries = 256;
  const std::size_t count = entries.size();
  const std::size_t shares = std::clamp<std::size_t>(count / kFewestEntries, 1, std::max(jobs, 1U));
  const std::vector<UnrelatedText> texts = unrelated_texts(base);
  std::vector<std::vector<GenericBranch>> generic(shares);
  CrossFound found;
  found.pairs.resize(shares);
  parallel_for(
      shares, jobs,
      [&](std::size_t share, unsigned) {
        const auto at = [&](std::size_t number) {
          return entries.begin() + static_cast<std::ptrdiff_t>(count * number / shares);
        };
        BranchSearch search(base, {at(share), at(share + 1)}, held_bytes / shares);
        search.run(texts);
        generic[share] = search.generic();
        found.pairs[share] = search.take_pairs();
      },
      1);
  for (const std::vector<GenericBranch>& some : generic) {
    found.generic.insert(found.generic.end(), some.begin(), some.end());
  }
  return found;
}

std::size_t usual_held_bytes(const KnowledgeBase& base) {
  // Far more than a knowledge base that people have written needs.
  constexpr std::size_t kFewBytes = std::size_t{4} << 20;
  constexpr std::size_t kBytesOfEntry = 4096;
  return kFewBytes + kBytesOfEntry * base.entries().size();
}

}  // namespace kbc
