#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/background.h"
#include "check/checks.h"
#include "lower/compiled_regex.h"
#include "lower/plain_regex.h"
#include "pattern/case_fold.h"
#include "pattern/literal_filter.h"
#include "pattern/required_literals.h"
#include "text/ascii.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// How much evidence makes a branch generic. One line of the background is enough: nothing in it is
// an error. Signatures and root causes of other domains may well be about the same thing, unless
// what matches is a piece of a longer word, or they are of many domains.
constexpr std::size_t kFewDomains = 3;
constexpr std::size_t kManyDomains = 12;
// So many texts are looked at for one branch; more would say the same.
constexpr std::size_t kMostTried = 400;

// A text that no regex of another domain should match.
struct Unrelated {
  std::string_view text;
  std::string_view domain;             // empty for a line of the background
  const EntryRecord* entry = nullptr;  // whose signature or root cause it is
};

// A branch of an entry's regex, and what speaks against it.
struct Branch {
  const EntryRecord* entry = nullptr;
  std::size_t ordinal = 0;  // among the branches of the regex
  Span span;                // of the regex
  std::optional<PlainRegex> plain;
  bool is_plain_made = false;
  std::size_t last_tried = 0;  // the number of the text, from 1
  std::size_t tried = 0;
  std::size_t lines = 0;
  std::vector<std::string_view> domains;       // with a match
  std::vector<std::string_view> torn_domains;  // with a match that is a piece of a word
  const Unrelated* sample = nullptr;
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
  return branch.tried >= kMostTried || branch.lines > 20 || branch.domains.size() > kManyDomains ||
         branch.torn_domains.size() > kFewDomains;
}

bool is_generic(const Branch& branch) {
  return branch.lines > 0 || branch.torn_domains.size() >= kFewDomains ||
         branch.domains.size() >= kManyDomains;
}

class BranchSearch {
 public:
  explicit BranchSearch(const KnowledgeBase& base) : base_(base) {
    add_texts();
    branches_.reserve(4 * base.entries().size());
    for (const EntryRecord& entry : base.entries()) add_branches(entry);
  }

  const std::vector<Branch>& run() {
    for (const Unrelated& unrelated : texts_) {
      ++number_;
      const std::string folded = fold_case(unrelated.text);
      const bool is_same_length = folded.size() == unrelated.text.size();
      filter_.scan(folded, [&](std::uint32_t id, std::size_t offset) {
        Branch& branch = branches_[owners_[id]];
        if (branch.last_tried == number_ || is_settled(branch)) return;
        if (!unrelated.domain.empty() && branch.entry->domain.value == unrelated.domain) return;
        // What suffices may occur again, less torn; the first place has to do.
        branch.last_tried = number_;
        if (!std::all_of(branch.also_required.begin(), branch.also_required.end(),
                         [&](const LiteralChoice& choice) { return has_one(folded, choice); })) {
          return;
        }
        ++branch.tried;
        const std::size_t end = offset + lengths_[id];
        const bool is_torn_here = is_same_length && is_torn(unrelated.text, offset, end);
        if (!branch.is_sufficient && !matches(branch, unrelated.text)) return;
        note(branch, unrelated, is_torn_here);
      });
    }
    return branches_;
  }

 private:
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
      for (std::string& literal : literals.all_of.front()) {
        owners_.push_back(static_cast<std::uint32_t>(branches_.size() - 1));
        lengths_.push_back(literal.size());
        filter_.add(std::move(literal), static_cast<std::uint32_t>(owners_.size() - 1));
      }
      literals.all_of.erase(literals.all_of.begin());
      branch.also_required = std::move(literals.all_of);
    }
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

  static void note(Branch& branch, const Unrelated& unrelated, bool is_torn_here) {
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
  std::vector<Unrelated> texts_;
  std::vector<Branch> branches_;
  LiteralFilter filter_;
  std::vector<std::uint32_t> owners_;  // branches, by the literals' ids
  std::vector<std::size_t> lengths_;   // of the literals
  std::size_t number_ = 0;
};

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

void report_branch(const Branch& branch, Report& report) {
  const EntryRecord& entry = *branch.entry;
  const Span span = branch.span;
  const std::string_view written = entry.regex.value.substr(span.begin, span.size());
  const CompiledRegex regex(written, entry.case_rule);
  if (!regex.ok() || !regex.matches(branch.sample->text)) return;
  const std::string_view match = regex.match_in(branch.sample->text);
  const bool is_line = branch.sample->domain.empty();
  std::string message = ticked(written) + " matches unrelated text: " + ticked(match) + " in " +
                        excerpt(branch.sample->text, match);
  if (!is_line) message += " of the domain " + ticked(branch.sample->domain);
  Finding finding = report.at(entry.at_regex(), std::move(message));
  finding.help(branch.is_sample_torn ? "put `\\\\b` at its ends, or write more of the message"
                                     : "write more of the message that only this error prints");
  if (!is_line) finding.note(branch.sample->entry->at_id(), "the other entry");
}

}  // namespace

void regex_generic_branch(const KnowledgeBase& base, Report& report) {
  BranchSearch search(base);
  for (const Branch& branch : search.run()) {
    if (is_generic(branch)) report_branch(branch, report);
  }
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
