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

class BranchMiss {
 public:
  BranchMiss(const Hir& form, NodeId branch, std::string_view text)
      : form_(form), text_(text), branch_(form, branch, text), elements_(branch_.elements()) {}

  // The share of the parts that occur somewhere.
  double nearness() const {
    if (branch_.parts().empty()) return 1;
    return static_cast<double>(branch_.occurring()) / static_cast<double>(branch_.parts().size());
  }

  bool is_exhausted() const { return branch_.is_exhausted(); }

  SignatureMiss explain() {
    if (matches_with_blanks()) return miss_at(Cause::kLineBreak, branch_.whole_span());
    if (branch_.occurring() == branch_.parts().size()) return explain_gaps();
    if (const auto miss = text_after_end()) return *miss;
    if (const auto miss = placeholder()) return *miss;
    return absent_part();
  }

 private:
  bool matches_with_blanks() {
    if (text_.find('\n') == std::string_view::npos) return false;
    std::string text(text_);
    std::replace(text.begin(), text.end(), '\n', ' ');
    PlaceMatcher matcher(form_, text);
    Places places = matcher.everywhere();
    for (const BranchElement& element : elements_) places = matcher.after(element.node, places);
    return is_any(places);
  }

  SignatureMiss absent_part() const {
    const std::vector<BranchPart>& parts = branch_.parts();
    const auto absent = std::find_if(parts.begin(), parts.end(),
                                     [](const BranchPart& part) { return !part.occurs; });
    const std::size_t count = branch_.occurring();
    const Cause cause = count == 0                  ? Cause::kAllPartsAbsent
                        : 2 * count >= parts.size() ? Cause::kPartAbsent
                                                    : Cause::kMostPartsAbsent;
    return miss_at(cause, branch_.span_of(*absent));
  }

  // All parts occur: the gaps between them are at fault, or their order.
  SignatureMiss explain_gaps() {
    for (std::size_t index = 0; index < elements_.size(); ++index) {
      if (!elements_[index].is_gap) continue;
      if (const auto miss = gap_too_short(index)) return *miss;
      if (const auto miss = gap_too_long(index)) return *miss;
    }
    if (const auto miss = shared_blank()) return *miss;
    return other_order();
  }

  MaybeMiss gap_too_short(std::size_t index) {
    std::uint32_t low = elements_[index].most;
    if (low == kUnbounded) return {};
    std::vector<BranchElement> wider = elements_;
    wider[index].most = kUnbounded;
    if (!branch_.matches(wider)) return {};
    auto high = static_cast<std::uint32_t>(text_.size());
    while (low + 1 < high) {
      wider[index].most = low + (high - low) / 2;
      (branch_.matches(wider) ? high : low) = wider[index].most;
    }
    return SignatureMiss{Cause::kGapTooShort, branch_.span_of(elements_[index]), "", high};
  }

  MaybeMiss gap_too_long(std::size_t index) {
    if (elements_[index].least == 0) return {};
    std::vector<BranchElement> wider = elements_;
    wider[index].least = 0;
    if (!branch_.matches(wider)) return {};
    const bool is_last = index + 1 == elements_.size();
    return miss_at(is_last ? Cause::kTextAfterEnd : Cause::kExtraWord,
                   branch_.span_of(elements_[index]));
  }

  Places before(std::size_t index) {
    Places places = branch_.everywhere();
    for (std::size_t at = 0; at < index; ++at) {
      places = branch_.after_element(elements_[at], places);
    }
    return places;
  }

  // Whether the gap has a literal before it that ends in a blank, and one after it that begins with
  // one.
  bool is_between_blanks(std::size_t index) const {
    const HirNode& left = branch_.node_of(elements_[index - 1]);
    const HirNode& right = branch_.node_of(elements_[index + 1]);
    return left.kind == HirKind::kLiteral && right.kind == HirKind::kLiteral &&
           form_.text_of(left).ends_with(' ') && form_.text_of(right).starts_with(' ');
  }

  // `a .+ b` where the text has `a b`: both parts want the same blank.
  MaybeMiss shared_blank() {
    for (std::size_t index = 1; index + 1 < elements_.size(); ++index) {
      if (!elements_[index].is_gap || !is_between_blanks(index)) continue;
      Places places = before(index);
      // Back over the blank that has just been taken.
      places.erase(places.begin());
      places.push_back(false);
      for (std::size_t at = index + 1; at < elements_.size(); ++at) {
        places = branch_.after_element(elements_[at], places);
      }
      if (is_any(places)) return miss_at(Cause::kExtraWord, branch_.span_of(elements_[index]));
    }
    return {};
  }

  // The first part that does not occur after the ones before it, and what is before it instead.
  SignatureMiss other_order() {
    Places places = branch_.everywhere();
    for (std::size_t index = 0; index < branch_.parts().size(); ++index) {
      const BranchPart& part = branch_.parts()[index];
      if (index > 0) places = branch_.after_gap(places);
      places = branch_.after_part(part, places);
      if (is_any(places)) continue;
      SignatureMiss miss = miss_at(Cause::kOtherOrder, branch_.span_of(part));
      const Places ends = branch_.after_part(part, branch_.everywhere());
      const auto end =
          static_cast<std::size_t>(std::find(ends.begin(), ends.end(), true) - ends.begin());
      miss.found = std::string(text_.substr(0, end));
      return miss;
    }
    // One after the other they occur, but not with what the gaps demand at the same time.
    return {Cause::kGapTooShort, branch_.whole_span(), "", text_.size()};
  }

  // The first element that nothing in the text can be, and the places before it.
  struct Stop {
    std::size_t index = 0;
    Places places;
  };

  Stop first_stop() {
    Places places = branch_.everywhere();
    for (std::size_t index = 0; index < elements_.size(); ++index) {
      Places next = branch_.after_element(elements_[index], places);
      if (!is_any(next)) return {index, std::move(places)};
      places = std::move(next);
    }
    return {elements_.size(), std::move(places)};
  }

  MaybeMiss text_after_end() {
    const Stop stop = first_stop();
    if (stop.index == elements_.size()) return {};
    const HirNode& node = branch_.node_of(elements_[stop.index]);
    const bool is_at_end = stop.index > 0 && stop.places[text_.size()];
    if ((is_at_end && !elements_[stop.index - 1].is_gap) || is_cut(node, stop.places)) {
      return miss_at(Cause::kTextAfterEnd, node.span);
    }
    return {};
  }

  // Whether the text ends within the literal.
  bool is_cut(const HirNode& node, const Places& places) const {
    constexpr std::size_t kLeastShared = 4;
    if (node.kind != HirKind::kLiteral) return false;
    const std::string_view literal = form_.text_of(node);
    for (std::size_t place = 0; place + kLeastShared <= text_.size(); ++place) {
      if (!places[place] || text_.size() - place >= literal.size()) continue;
      const std::string_view tail = text_.substr(place);
      if (literal.starts_with(node.ignores_case ? fold_case(tail) : std::string(tail))) return true;
    }
    return false;
  }

  // Whether the element stands for a value: `\d+`, `[0-9a-f]{8}`, `\w+`.
  bool is_value(const BranchElement& element) const {
    const HirNode* node = &branch_.node_of(element);
    if (node->kind == HirKind::kRepeat) node = &form_[node->child];
    return node->kind == HirKind::kSet && holds(form_.intervals_of(*node), '1') &&
           !holds(form_.intervals_of(*node), ' ');
  }

  // A value may be any beginning of a word.
  Places after_word(const BranchElement& element, const Places& from) {
    if (!is_value(element)) return branch_.after_element(element, from);
    Places places(text_.size() + 1, false);
    for (std::size_t place = 0; place < text_.size(); ++place) {
      if (!from[place]) continue;
      for (std::size_t end = place; end < text_.size() && text_[end] != ' ';) places[++end] = true;
    }
    return places;
  }

  // Whether the elements from `index` on match with any words for values.
  bool matches_with_words(std::size_t index, Places places) {
    for (; index < elements_.size() && is_any(places); ++index) {
      places = after_word(elements_[index], places);
    }
    return is_any(places);
  }

  // The value that the stop is at, or comes after where a text has too little of it; the number of
  // elements if there is none.
  std::size_t value_at(const Stop& stop) const {
    std::size_t index = std::min(stop.index, elements_.size() - 1);
    while (index > 0 && !is_value(elements_[index])) --index;
    return is_value(elements_[index]) ? index : elements_.size();
  }

  // The word at one of the places that can be there for the value.
  std::optional<std::string> word_there(std::size_t value, const Places& places) {
    for (std::size_t place = 0; place < text_.size(); ++place) {
      if (!places[place]) continue;
      Places only(text_.size() + 1, false);
      only[place] = true;
      if (!matches_with_words(value, std::move(only))) continue;
      const std::size_t end = std::min(text_.find_first_of(" ,;:)'\"", place + 1), text_.size());
      return std::string(text_.substr(place, end - place));
    }
    return {};
  }

  // With any word in its place instead of a value, does the branch match?
  MaybeMiss placeholder() {
    const bool has_value = std::any_of(elements_.begin(), elements_.end(),
                                       [this](const auto& element) { return is_value(element); });
    if (!has_value || !matches_with_words(0, branch_.everywhere())) return {};
    const Stop stop = first_stop();
    const std::size_t value = value_at(stop);
    if (value == elements_.size()) return {};
    const auto word = word_there(value, value == stop.index ? stop.places : before(value));
    if (!word) return {};
    return SignatureMiss{Cause::kPlaceholder, branch_.span_of(elements_[value]), *word, 0};
  }

  const Hir& form_;
  std::string_view text_;
  BranchParts branch_;
  const std::vector<BranchElement>& elements_;
};

}  // namespace

std::optional<SignatureMiss> explain_miss(const Hir& form, std::string_view text) {
  constexpr std::size_t kMostBytes = 2000;
  constexpr std::size_t kMostBranches = 100;
  const std::vector<NodeId> branches = form.branches();
  if (text.size() > kMostBytes || branches.size() > kMostBranches) return {};
  std::optional<NodeId> nearest;
  double nearness = -1;
  for (const NodeId branch : branches) {
    const BranchMiss miss(form, branch, text);
    if (miss.is_exhausted()) return {};
    if (miss.nearness() > nearness) {
      nearness = miss.nearness();
      nearest = branch;
    }
  }
  BranchMiss miss(form, *nearest, text);
  const SignatureMiss explained = miss.explain();
  if (miss.is_exhausted()) return {};
  return explained;
}

}  // namespace kbc
