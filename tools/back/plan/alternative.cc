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

// A text without its line ends: a log is looked at line by line, so that what is found first must
// be in one.
std::vector<std::string> within_lines(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

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
    if (token.kind != Token::Kind::kText) continue;
    for (std::string& part : within_lines(fold_case(token.text))) texts.push_back(std::move(part));
  }
  std::size_t best = texts.size();
  for (std::size_t at = 0; at < texts.size(); ++at) {
    alternative.rarity += counts.rarity(texts[at]);
    if (texts[at].size() < kShortestTrigger) continue;
    if (best == texts.size() || cost(texts[at], counts) < cost(texts[best], counts)) best = at;
  }
  alternative.kind = AlternativeKind::kProgram;
  alternative.flags = (branch.is_raw ? kbx::kRawText : 0) |
                      (branch.takes_line_break ? kbx::kWholeText | kbx::kSpansLines : 0);
  const bool is_text =
      variant.size() == 1 && texts.size() == 1 && texts[0] == fold_case(variant[0].text);
  if (best < texts.size()) {
    const std::string trigger(trigger_of(texts[best]));
    if (is_text && !branch.is_raw && trigger == texts[best]) {
      alternative.kind = AlternativeKind::kLiteral;
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

// Of each text the part in one line that is the rarest; empty when a text has none.
LiteralChoice within_lines(const LiteralChoice& choice, const GramCounts& counts) {
  LiteralChoice parts;
  for (const std::string& text : choice) {
    std::vector<std::string> lines = within_lines(std::string_view(text));
    std::erase_if(lines, [](const std::string& line) { return line.size() < kShortestTrigger; });
    if (lines.empty()) return {};
    parts.push_back(*std::min_element(lines.begin(), lines.end(),
                                      [&](const std::string& left, const std::string& right) {
                                        return cost(left, counts) < cost(right, counts);
                                      }));
  }
  return parts;
}

bool can_trigger(const LiteralChoice& choice) {
  if (choice.empty()) return false;
  return std::all_of(choice.begin(), choice.end(),
                     [](const std::string& text) { return text.size() >= kShortestTrigger; });
}

// For a regex engine, which says the last word; the rest only keeps from asking it.
Alternative of_regex(const Hir& hir, NodeId branch, std::uint32_t flags, const GramCounts& counts) {
  Alternative alternative;
  alternative.kind = AlternativeKind::kRegex;
  alternative.flags = flags;
  const RequiredLiterals required = required_literals(hir, branch);
  std::size_t best = required.all_of.size();
  LiteralChoice triggers;
  for (std::size_t at = 0; at < required.all_of.size(); ++at) {
    LiteralChoice choice = within_lines(required.all_of[at], counts);
    if (!can_trigger(choice)) continue;
    if (!triggers.empty() && cost(choice, counts) >= cost(triggers, counts)) continue;
    best = at;
    triggers = std::move(choice);
  }
  for (const std::string& text : triggers) alternative.triggers.emplace_back(trigger_of(text));
  std::vector<std::string> others;
  for (std::size_t at = 0; at < required.all_of.size(); ++at) {
    const LiteralChoice& choice = required.all_of[at];
    double rarity = 1000;
    for (const std::string& text : choice) rarity = std::min(rarity, counts.rarity(text));
    alternative.rarity += rarity;
    if (at == best) continue;
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
      const bool spans_lines = facts[branch].may_take_line_break;
      const bool takes_all = spans_lines || facts[hir.root()].has_assertion;
      const std::uint32_t flags =
          (takes_all ? kbx::kWholeText : 0) | (spans_lines ? kbx::kSpansLines : 0);
      alternatives.push_back(of_regex(hir, branch, flags, counts));
      continue;
    }
    for (const Variant& variant : expanded->variants) {
      alternatives.push_back(of_variant(variant, *expanded, counts));
    }
  }
  return alternatives;
}

}  // namespace kbc
