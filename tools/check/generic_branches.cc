#include "check/generic_branches.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "check/background.h"
#include "lower/plain_regex.h"
#include "pattern/case_fold.h"
#include "pattern/literal_filter.h"
#include "pattern/required_literals.h"
#include "text/ascii.h"

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

// A branch of an entry's regex, and what speaks against it.
struct Branch {
  const EntryRecord* entry = nullptr;
  std::size_t ordinal = 0;  // among the branches of the regex
  Span span;                // of the regex
  std::optional<PlainRegex> plain;
  bool is_plain_made = false;
  std::size_t last_tried = 0;  // the number of the text, from 1
  std::size_t tried = 0;
  std::size_t met = 0;
  std::size_t lines = 0;
  std::vector<std::string_view> domains;       // with a match
  std::vector<std::string_view> torn_domains;  // with a match that is a piece of a word
  const UnrelatedText* sample = nullptr;
  bool is_sample_torn = false;
  bool is_sufficient = false;
  std::vector<LiteralChoice> also_required;  // besides what the filter looks for
};

bool is_word(char c) { return is_letter(c) || is_digit(c); }

// Whether a word goes on where the match begins or ends. That it goes on by a few letters at the
// end may be its plural, or its past.
bool is_torn(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestEnding = 3;
  if (begin > 0 && is_word(text[begin - 1]) && is_word(text[begin])) return true;
  std::size_t more = 0;
  while (end + more < text.size() && is_word(text[end - 1]) && is_word(text[end + more])) ++more;
  return more > kLongestEnding;
}

// Whether a folded text has one of the choice.
bool has_one(std::string_view folded, const LiteralChoice& choice) {
  return std::any_of(choice.begin(), choice.end(), [folded](const std::string& literal) {
    return folded.find(literal) != std::string_view::npos;
  });
}

void add(std::vector<std::string_view>& domains, std::string_view domain) {
  if (std::find(domains.begin(), domains.end(), domain) == domains.end()) domains.push_back(domain);
}

bool is_settled(const Branch& branch) {
  return branch.tried >= kMostTried || branch.met >= kMostMet || branch.lines > kMostLines ||
         branch.domains.size() > kManyDomains || branch.torn_domains.size() > kFewDomains;
}

bool is_generic(const Branch& branch) {
  return branch.lines > 0 || branch.torn_domains.size() >= kFewDomains ||
         branch.domains.size() >= kManyDomains;
}

// The branches of one domain that one literal leads to.
struct Owners {
  std::string_view domain;
  std::vector<std::uint32_t> branches;
};

class BranchSearch {
 public:
  explicit BranchSearch(const KnowledgeBase& base) : base_(base) {
    add_texts();
    branches_.reserve(4 * base.entries().size());
    for (const EntryRecord& entry : base.entries()) add_branches(entry);
  }

  const std::vector<Branch>& run() {
    for (const UnrelatedText& unrelated : texts_) {
      ++number_;
      const std::string folded = fold_case(unrelated.text);
      filter_.scan(folded, [&](std::uint32_t literal, std::size_t offset) {
        for (Owners& owners : owners_[literal]) {
          if (!unrelated.domain.empty() && owners.domain == unrelated.domain) continue;
          meet(owners.branches, unrelated, folded, {offset, filter_.literal(literal).size()});
        }
      });
    }
    return branches_;
  }

 private:
  // Where a literal stands in a folded text.
  struct Met {
    std::size_t offset = 0;
    std::size_t length = 0;
  };

  void add_texts() {
    for (std::size_t at = 0; at < kBackground.size();) {
      const std::size_t end = std::min(kBackground.find('\n', at), kBackground.size());
      texts_.push_back({kBackground.substr(at, end - at), {}, nullptr});
      at = end + 1;
    }
    for (const EntryRecord& entry : base_.entries()) {
      for (const Located* text : {&entry.signature, &entry.root_cause}) {
        // A long text costs more than it shows.
        constexpr std::size_t kMostBytes = 2000;
        if (text->value.empty() || text->value.size() > kMostBytes) continue;
        if (!entry.domain.value.empty())
          texts_.push_back({text->value, entry.domain.value, &entry});
      }
    }
  }

  void add_branches(const EntryRecord& entry) {
    if (entry.regex.value.empty()) return;
    const SyntaxTree syntax = parse_pattern(entry.regex.value, entry.case_rule);
    if (!syntax.ok()) return;
    // The form is made again for the few branches whose literals occur somewhere: to keep all of
    // them costs more.
    const Hir form = lower_pattern(syntax);
    std::size_t ordinal = 0;
    for (const NodeId node : form.branches()) {
      ++ordinal;
      RequiredLiterals literals = required_literals(form, node);
      if (literals.all_of.empty()) continue;
      Branch& branch = branches_.emplace_back();
      branch.entry = &entry;
      branch.ordinal = ordinal - 1;
      branch.span = form[node].span;
      branch.is_sufficient = literals.is_sufficient;
      for (const std::string& literal : literals.all_of.front()) add_owner(literal, entry);
      literals.all_of.erase(literals.all_of.begin());
      branch.also_required = std::move(literals.all_of);
    }
  }

  // Of the last branch. The entries of a domain stand beside each other.
  void add_owner(const std::string& literal, const EntryRecord& entry) {
    const std::uint32_t number = filter_.add(literal);
    if (number == owners_.size()) owners_.emplace_back();
    std::vector<Owners>& owners = owners_[number];
    const std::string_view domain = entry.domain.value;
    if (owners.empty() || owners.back().domain != domain) owners.push_back({domain, {}});
    owners.back().branches.push_back(static_cast<std::uint32_t>(branches_.size() - 1));
  }

  // Those that are settled need not be met again.
  void meet(std::vector<std::uint32_t>& branches, const UnrelatedText& unrelated,
            const std::string& folded, Met met) {
    for (std::size_t at = 0; at < branches.size();) {
      Branch& branch = branches_[branches[at]];
      if (!is_settled(branch)) look(branch, unrelated, folded, met);
      if (!is_settled(branch)) {
        ++at;
        continue;
      }
      branches[at] = branches.back();
      branches.pop_back();
    }
  }

  void look(Branch& branch, const UnrelatedText& unrelated, const std::string& folded, Met met) {
    ++branch.met;
    if (branch.last_tried == number_) return;
    // What suffices may occur again, less torn; the first place has to do.
    branch.last_tried = number_;
    if (!std::all_of(branch.also_required.begin(), branch.also_required.end(),
                     [&](const LiteralChoice& choice) { return has_one(folded, choice); })) {
      return;
    }
    ++branch.tried;
    const bool is_same_length = folded.size() == unrelated.text.size();
    const bool is_torn_here =
        is_same_length && is_torn(unrelated.text, met.offset, met.offset + met.length);
    if (!branch.is_sufficient && !matches(branch, unrelated.text)) return;
    note(branch, unrelated, is_torn_here);
  }

  static bool matches(Branch& branch, std::string_view text) {
    if (!branch.is_plain_made) {
      const EntryRecord& entry = *branch.entry;
      const Hir form = lower_pattern(parse_pattern(entry.regex.value, entry.case_rule));
      branch.plain = PlainRegex::from(form, form.branches()[branch.ordinal]);
      branch.is_plain_made = true;
    }
    return branch.plain && branch.plain->matches(text).value_or(false);
  }

  static void note(Branch& branch, const UnrelatedText& unrelated, bool is_torn_here) {
    if (unrelated.domain.empty()) {
      ++branch.lines;
    } else {
      add(branch.domains, unrelated.domain);
      if (is_torn_here) add(branch.torn_domains, unrelated.domain);
    }
    const bool is_better = branch.sample == nullptr || (is_torn_here && !branch.is_sample_torn);
    if (!is_better) return;
    branch.sample = &unrelated;
    branch.is_sample_torn = is_torn_here;
  }

  const KnowledgeBase& base_;
  std::vector<UnrelatedText> texts_;
  std::vector<Branch> branches_;
  LiteralFilter filter_;
  std::vector<std::vector<Owners>> owners_;  // by the numbers of the literals
  std::size_t number_ = 0;                   // of the text, from 1
};

}  // namespace

std::vector<GenericBranch> generic_branches(const KnowledgeBase& base) {
  std::vector<GenericBranch> found;
  BranchSearch search(base);
  for (const Branch& branch : search.run()) {
    if (!is_generic(branch)) continue;
    found.push_back({branch.entry, branch.span, *branch.sample, branch.is_sample_torn});
  }
  return found;
}

}  // namespace kbc
