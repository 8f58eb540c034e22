// The branch that comes nearest, by the share of its parts that occur at all, is asked one question
// after the other, from the cause that explains most to the one that explains least; the first
// answer is taken. A question changes the branch or the text (a gap without bounds, any word for
// `\d+`, blanks for line breaks) and asks whether it matches then. All of it is done on sets of
// places (regex/match_places.h), so that a question costs length of text times elements, and the
// matcher gives up on what would take too long.
#include "regex/signature_miss.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "regex/branch_parts.h"
#include "regex/match_places.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using Cause = SignatureMiss::Cause;
using MaybeMiss = std::optional<SignatureMiss>;

SignatureMiss miss_at(Cause cause, Span span) { return {cause, span, "", 0}; }

// A branch and the text that it does not match.
struct Attempt : BranchParts {
  Attempt(const Hir& hir, NodeId branch, std::string_view wanted)
      : BranchParts(hir, branch, wanted), form(hir), text(wanted) {}

  const Hir& form;
  std::string_view text;
};

// The share of the parts that occur somewhere.
double nearness_of(const Attempt& tried) {
  if (tried.parts().empty()) return 1;
  return static_cast<double>(tried.occurring()) / static_cast<double>(tried.parts().size());
}

bool matches_with_blanks(Attempt& tried) {
  if (tried.text.find('\n') == std::string_view::npos) return false;
  std::string text(tried.text);
  std::replace(text.begin(), text.end(), '\n', ' ');
  PlaceMatcher matcher(tried.form, text);
  Places places = matcher.everywhere();
  for (const BranchElement& element : tried.elements())
    places = matcher.after(element.node, places);
  return is_any(places);
}

SignatureMiss absent_part(const Attempt& tried) {
  const std::vector<BranchPart>& parts = tried.parts();
  const auto absent =
      std::find_if(parts.begin(), parts.end(), [](const BranchPart& part) { return !part.occurs; });
  const std::size_t count = tried.occurring();
  const Cause cause = count == 0                  ? Cause::kAllPartsAbsent
                      : 2 * count >= parts.size() ? Cause::kPartAbsent
                                                  : Cause::kMostPartsAbsent;
  return miss_at(cause, tried.span_of(*absent));
}

// --- Gaps and order: all parts occur

Places before(Attempt& tried, std::size_t index) {
  Places places = tried.everywhere();
  for (std::size_t at = 0; at < index; ++at) {
    places = tried.after_element(tried.elements()[at], places);
  }
  return places;
}

MaybeMiss gap_too_short(Attempt& tried, std::size_t index) {
  std::uint32_t low = tried.elements()[index].most;
  if (low == kUnbounded) return {};
  std::vector<BranchElement> wider = tried.elements();
  wider[index].most = kUnbounded;
  if (!tried.matches(wider)) return {};
  auto high = static_cast<std::uint32_t>(tried.text.size());
  while (low + 1 < high) {
    wider[index].most = low + (high - low) / 2;
    (tried.matches(wider) ? high : low) = wider[index].most;
  }
  return SignatureMiss{Cause::kGapTooShort, tried.span_of(tried.elements()[index]), "", high};
}

MaybeMiss gap_too_long(Attempt& tried, std::size_t index) {
  if (tried.elements()[index].least == 0) return {};
  std::vector<BranchElement> wider = tried.elements();
  wider[index].least = 0;
  if (!tried.matches(wider)) return {};
  const bool is_last = index + 1 == tried.elements().size();
  return miss_at(is_last ? Cause::kTextAfterEnd : Cause::kExtraWord,
                 tried.span_of(tried.elements()[index]));
}

// Whether the gap has a literal before it that ends in a blank, and one after it that begins with
// one.
bool is_between_blanks(const Attempt& tried, std::size_t index) {
  const HirNode& left = tried.node_of(tried.elements()[index - 1]);
  const HirNode& right = tried.node_of(tried.elements()[index + 1]);
  return left.kind == HirKind::kLiteral && right.kind == HirKind::kLiteral &&
         tried.form.text_of(left).ends_with(' ') && tried.form.text_of(right).starts_with(' ');
}

// `a .+ b` where the text has `a b`: both parts need the same blank.
MaybeMiss shared_blank(Attempt& tried) {
  for (std::size_t index = 1; index + 1 < tried.elements().size(); ++index) {
    if (!tried.elements()[index].is_gap || !is_between_blanks(tried, index)) continue;
    Places places = before(tried, index);
    // Back over the blank that has just been taken.
    places.erase(places.begin());
    places.push_back(false);
    for (std::size_t at = index + 1; at < tried.elements().size(); ++at) {
      places = tried.after_element(tried.elements()[at], places);
    }
    if (is_any(places)) return miss_at(Cause::kExtraWord, tried.span_of(tried.elements()[index]));
  }
  return {};
}

// The first part that does not occur after the ones before it, and what is before it instead.
SignatureMiss other_order(Attempt& tried) {
  Places places = tried.everywhere();
  for (std::size_t index = 0; index < tried.parts().size(); ++index) {
    const BranchPart& part = tried.parts()[index];
    if (index > 0) places = tried.after_gap(places);
    places = tried.after_part(part, places);
    if (is_any(places)) continue;
    SignatureMiss miss = miss_at(Cause::kOtherOrder, tried.span_of(part));
    const Places ends = tried.after_part(part, tried.everywhere());
    const auto end =
        static_cast<std::size_t>(std::find(ends.begin(), ends.end(), true) - ends.begin());
    miss.found = std::string(tried.text.substr(0, end));
    return miss;
  }
  // One after the other they occur, but not with what the gaps demand at the same time.
  return {Cause::kGapTooShort, tried.whole_span(), "", tried.text.size()};
}

// All parts occur: the gaps between them are at fault, or their order.
SignatureMiss explain_gaps(Attempt& tried) {
  for (std::size_t index = 0; index < tried.elements().size(); ++index) {
    if (!tried.elements()[index].is_gap) continue;
    if (const auto miss = gap_too_short(tried, index)) return *miss;
    if (const auto miss = gap_too_long(tried, index)) return *miss;
  }
  if (const auto miss = shared_blank(tried)) return *miss;
  return other_order(tried);
}

// --- The end of the text

// The first element that nothing in the text can be, and the places before it.
struct Stop {
  std::size_t index = 0;
  Places places;
};

Stop first_stop(Attempt& tried) {
  Places places = tried.everywhere();
  for (std::size_t index = 0; index < tried.elements().size(); ++index) {
    Places next = tried.after_element(tried.elements()[index], places);
    if (!is_any(next)) return {index, std::move(places)};
    places = std::move(next);
  }
  return {tried.elements().size(), std::move(places)};
}

// Whether the text ends within the literal.
bool is_cut(const Attempt& tried, const HirNode& node, const Places& places) {
  constexpr std::size_t kLeastShared = 4;
  if (node.kind != HirKind::kLiteral) return false;
  const std::string_view literal = tried.form.text_of(node);
  for (std::size_t place = 0; place + kLeastShared <= tried.text.size(); ++place) {
    if (!places[place] || tried.text.size() - place >= literal.size()) continue;
    const std::string_view tail = tried.text.substr(place);
    if (literal.starts_with(node.ignores_case ? fold_case(tail) : std::string(tail))) return true;
  }
  return false;
}

MaybeMiss text_after_end(Attempt& tried) {
  const Stop stop = first_stop(tried);
  if (stop.index == tried.elements().size()) return {};
  const HirNode& node = tried.node_of(tried.elements()[stop.index]);
  const bool is_at_end = stop.index > 0 && stop.places[tried.text.size()];
  if ((is_at_end && !tried.elements()[stop.index - 1].is_gap) || is_cut(tried, node, stop.places)) {
    return miss_at(Cause::kTextAfterEnd, node.span);
  }
  return {};
}

// --- Values

// Whether the element stands for a value: `\d+`, `[0-9a-f]{8}`, `\w+`.
bool is_value(const Attempt& tried, const BranchElement& element) {
  const HirNode* node = &tried.node_of(element);
  if (node->kind == HirKind::kRepeat) node = &tried.form[node->child];
  return node->kind == HirKind::kSet && holds(tried.form.intervals_of(*node), '1') &&
         !holds(tried.form.intervals_of(*node), ' ');
}

// A value may be any beginning of a word.
Places after_word(Attempt& tried, const BranchElement& element, const Places& from) {
  if (!is_value(tried, element)) return tried.after_element(element, from);
  Places places(tried.text.size() + 1, false);
  for (std::size_t place = 0; place < tried.text.size(); ++place) {
    if (!from[place]) continue;
    for (std::size_t end = place; end < tried.text.size() && tried.text[end] != ' ';)
      places[++end] = true;
  }
  return places;
}

// Whether the elements from `index` on match with any words for values.
bool matches_with_words(Attempt& tried, std::size_t index, Places places) {
  for (; index < tried.elements().size() && is_any(places); ++index) {
    places = after_word(tried, tried.elements()[index], places);
  }
  return is_any(places);
}

// The value that the stop is at, or comes after where a text has too little of it; the number of
// elements if there is none.
std::size_t value_at(const Attempt& tried, const Stop& stop) {
  std::size_t index = std::min(stop.index, tried.elements().size() - 1);
  while (index > 0 && !is_value(tried, tried.elements()[index])) --index;
  return is_value(tried, tried.elements()[index]) ? index : tried.elements().size();
}

// The word at one of the places that can be there for the value.
std::optional<std::string> word_there(Attempt& tried, std::size_t value, const Places& places) {
  for (std::size_t place = 0; place < tried.text.size(); ++place) {
    if (!places[place]) continue;
    Places only(tried.text.size() + 1, false);
    only[place] = true;
    if (!matches_with_words(tried, value, std::move(only))) continue;
    const std::size_t end =
        std::min(tried.text.find_first_of(" ,;:)'\"", place + 1), tried.text.size());
    return std::string(tried.text.substr(place, end - place));
  }
  return {};
}

// With any word in its place instead of a value, does the branch match?
MaybeMiss placeholder(Attempt& tried) {
  const bool has_value = std::any_of(tried.elements().begin(), tried.elements().end(),
                                     [&](const auto& element) { return is_value(tried, element); });
  if (!has_value || !matches_with_words(tried, 0, tried.everywhere())) return {};
  const Stop stop = first_stop(tried);
  const std::size_t value = value_at(tried, stop);
  if (value == tried.elements().size()) return {};
  const auto word =
      word_there(tried, value, value == stop.index ? stop.places : before(tried, value));
  if (!word) return {};
  return SignatureMiss{Cause::kPlaceholder, tried.span_of(tried.elements()[value]), *word, 0};
}

// The questions in their order.
SignatureMiss explain(Attempt& tried) {
  if (matches_with_blanks(tried)) return miss_at(Cause::kLineBreak, tried.whole_span());
  if (tried.occurring() == tried.parts().size()) return explain_gaps(tried);
  if (const auto miss = text_after_end(tried)) return *miss;
  if (const auto miss = placeholder(tried)) return *miss;
  return absent_part(tried);
}

}  // namespace

std::optional<SignatureMiss> explain_miss(const Hir& form, std::string_view text) {
  constexpr std::size_t kMostBytes = 2000;
  constexpr std::size_t kMostBranches = 100;
  const std::vector<NodeId> branches = form.branches();
  if (text.size() > kMostBytes || branches.size() > kMostBranches) return {};
  std::optional<NodeId> nearest;
  double nearness = -1;
  for (const NodeId branch : branches) {
    const Attempt tried(form, branch, text);
    if (tried.is_exhausted()) return {};
    if (nearness_of(tried) > nearness) {
      nearness = nearness_of(tried);
      nearest = branch;
    }
  }
  Attempt tried(form, *nearest, text);
  const SignatureMiss miss = explain(tried);
  if (tried.is_exhausted()) return {};
  return miss;
}

}  // namespace kbc
