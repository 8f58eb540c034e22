// Which literal leads to an alternative: of the texts that each match must have, the one whose
// rarest gram occurs least in the knowledge base's own texts, with a surcharge for those of less
// than four bytes, which nothing longer confirms. A branch that has been multiplied out
// (plan/expand_branch.h) needs that literal and its program; one that could not be is left to RE2
// after a choice of literals, or after none.
#include "plan/alternative.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "plan/encode_program.h"
#include "plan/expand_branch.h"
#include "regex/facts.h"
#include "regex/hir.h"
#include "regex/required_literals.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using kbx::AlternativeKind;

constexpr std::size_t kShortestTrigger = 2;
constexpr std::size_t kLongestTrigger = 100;

// The whole characters of a text that a trigger may have.
std::string_view trigger_of(std::string_view text) {
  return text.substr(0, character_start(text, std::min(text.size(), kLongestTrigger)));
}

// A literal of two bytes is worth less than its count says: nothing longer confirms it.
std::uint64_t cost(std::string_view literal, const GramCounts& counts) {
  const std::uint64_t count = counts.rarest(literal).count + 1;
  if (literal.size() >= 4) return count;
  return count * (literal.size() == 3 ? 2 : 16);
}

// The two rarest grams of texts besides the one that is looked for first.
void choose_grams(const std::vector<std::string>& others, const GramCounts& counts,
                  Alternative& alternative) {
  // They may be in another line than the first.
  if ((alternative.flags & kbx::kWholeText) != 0) return;
  std::vector<Gram> grams;
  for (const std::string& text : others) {
    if (text.size() >= 4) grams.push_back(counts.rarest(text));
  }
  std::erase_if(grams, [](const Gram& gram) { return gram.value == 0; });
  std::stable_sort(grams.begin(), grams.end(),
                   [](const Gram& left, const Gram& right) { return left.count < right.count; });
  if (!grams.empty()) alternative.other_gram = grams[0].value;
  if (grams.size() > 1) alternative.third_gram = grams[1].value;
}

Alternative of_variant(const Variant& variant, const ExpandedBranch& branch,
                       const GramCounts& counts) {
  Alternative alternative;
  std::vector<std::string> texts;
  for (const Token& token : variant) {
    if (token.kind == Token::Kind::kText) texts.push_back(fold_case(token.text));
  }
  std::size_t best = texts.size();
  for (std::size_t at = 0; at < texts.size(); ++at) {
    alternative.rarity += counts.rarity(texts[at]);
    if (texts[at].size() < kShortestTrigger) continue;
    if (best == texts.size() || cost(texts[at], counts) < cost(texts[best], counts)) best = at;
  }
  alternative.kind = AlternativeKind::kProgram;
  alternative.flags =
      (branch.is_raw ? kbx::kRawText : 0) | (branch.takes_line_break ? kbx::kWholeText : 0);
  const bool is_text = variant.size() == 1 && texts.size() == 1;
  if (best < texts.size()) {
    const std::string trigger(trigger_of(texts[best]));
    if (is_text && !branch.is_raw && trigger == texts[best]) {
      alternative.kind = AlternativeKind::kLiteral;
      alternative.flags = 0;
    }
    alternative.triggers = {trigger};
    texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(best));
  }
  alternative.program = encode_program(variant);
  choose_grams(texts, counts, alternative);
  return alternative;
}

std::uint64_t cost(const LiteralChoice& choice, const GramCounts& counts) {
  std::uint64_t sum = 0;
  for (const std::string& text : choice) sum += cost(text, counts);
  return sum;
}

bool can_trigger(const LiteralChoice& choice) {
  return std::all_of(choice.begin(), choice.end(),
                     [](const std::string& text) { return text.size() >= kShortestTrigger; });
}

// For a regex engine, which says the last word; the rest only keeps from asking it.
Alternative of_regex(const Hir& hir, NodeId branch, bool takes_all, const GramCounts& counts) {
  Alternative alternative;
  alternative.kind = AlternativeKind::kRegex;
  if (takes_all) alternative.flags = kbx::kWholeText;
  RequiredLiterals required = required_literals(hir, branch);
  std::size_t best = required.all_of.size();
  for (std::size_t at = 0; at < required.all_of.size(); ++at) {
    const LiteralChoice& choice = required.all_of[at];
    if (!can_trigger(choice)) continue;
    if (best == required.all_of.size() ||
        cost(choice, counts) < cost(required.all_of[best], counts)) {
      best = at;
    }
  }
  std::vector<std::string> others;
  for (std::size_t at = 0; at < required.all_of.size(); ++at) {
    const LiteralChoice& choice = required.all_of[at];
    double rarity = 1000;
    for (const std::string& text : choice) rarity = std::min(rarity, counts.rarity(text));
    alternative.rarity += rarity;
    if (at == best) {
      for (const std::string& text : choice) alternative.triggers.emplace_back(trigger_of(text));
      continue;
    }
    append_requirement(choice, alternative.program);
    if (choice.size() == 1) others.push_back(choice[0]);
  }
  choose_grams(others, counts, alternative);
  return alternative;
}

}  // namespace

std::vector<Alternative> alternatives_of(std::string_view regex, CaseRule rule,
                                         const GramCounts& counts) {
  const SyntaxTree tree = parse_pattern(regex, rule);
  if (!tree.ok()) return {};
  const Hir hir = lower_pattern(tree);
  const std::vector<NodeFacts> facts = facts_of(hir);
  std::vector<Alternative> alternatives;
  for (const NodeId branch : hir.branches()) {
    const std::optional<ExpandedBranch> expanded = expand_branch(hir, branch);
    if (!expanded) {
      // The engine is asked about all branches, and where lines begin is not where the text does.
      const bool takes_all = facts[branch].may_take_line_break || facts[hir.root()].has_assertion;
      alternatives.push_back(of_regex(hir, branch, takes_all, counts));
      continue;
    }
    for (const Variant& variant : expanded->variants) {
      alternatives.push_back(of_variant(variant, *expanded, counts));
    }
  }
  return alternatives;
}

}  // namespace kbc
