#include "regex/signature_miss.h"

#include <algorithm>
#include <vector>

#include "regex/match_places.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using Cause = SignatureMiss::Cause;

// A child of the branch. A gap is `.`, or a repeat of it or of another set with nearly everything.
struct Element {
  NodeId node = kNoNode;
  bool is_gap = false;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

// Elements that are no gaps, with none between them: [begin, end).
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool occurs = false;
};

class BranchMiss {
 public:
  BranchMiss(const Hir& form, NodeId branch, std::string_view text)
      : form_(form), text_(text), matcher_(form, text) {
    add_elements(branch);
    find_parts();
  }

  // The share of the parts that occur somewhere.
  double nearness() const {
    if (parts_.empty()) return 1;
    return static_cast<double>(occurring()) / static_cast<double>(parts_.size());
  }

  bool is_exhausted() const { return matcher_.is_exhausted(); }

  SignatureMiss explain() {
    if (matches_with_blanks()) return {Cause::kLineBreak, whole_span(), "", 0};
    if (occurring() == parts_.size()) return explain_gaps();
    if (const auto miss = text_after_end()) return *miss;
    if (const auto miss = placeholder()) return *miss;
    const auto absent =
        std::find_if(parts_.begin(), parts_.end(), [](const Part& part) { return !part.occurs; });
    const std::size_t count = occurring();
    const Cause cause = count == 0                   ? Cause::kAllPartsAbsent
                        : 2 * count >= parts_.size() ? Cause::kPartAbsent
                                                     : Cause::kMostPartsAbsent;
    return {cause, span_of_part(*absent), "", 0};
  }

 private:
  bool is_nearly_everything(const HirNode& node) const {
    if (node.kind != HirKind::kSet) return false;
    const auto ranges = form_.intervals_of(node);
    return holds(ranges, ' ') && holds(ranges, 'a') && holds(ranges, '0') && holds(ranges, 0x4E2D);
  }

  void add_elements(NodeId branch) {
    const HirNode& whole = form_[branch];
    if (whole.kind != HirKind::kConcat) return add_element(branch);
    for (NodeId id = whole.child; id != kNoNode; id = form_[id].next) add_element(id);
  }

  void add_element(NodeId id) {
    const HirNode& node = form_[id];
    if (node.kind == HirKind::kConcat) {
      for (NodeId part = node.child; part != kNoNode; part = form_[part].next) {
        elements_.push_back(element_of(part));
      }
    } else {
      elements_.push_back(element_of(id));
    }
  }

  Element element_of(NodeId id) const {
    const HirNode& node = form_[id];
    if (is_nearly_everything(node)) return {id, true, 1, 1};
    const bool is_gap = node.kind == HirKind::kRepeat && is_nearly_everything(form_[node.child]);
    return {id, is_gap, node.least, node.most};
  }

  void find_parts() {
    for (std::size_t index = 0; index < elements_.size(); ++index) {
      if (elements_[index].is_gap) continue;
      if (parts_.empty() || parts_.back().end != index) parts_.push_back({index, index, false});
      parts_.back().end = index + 1;
    }
    for (Part& part : parts_) part.occurs = is_any(after_part(part, matcher_.everywhere()));
  }

  std::size_t occurring() const {
    return static_cast<std::size_t>(
        std::count_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.occurs; }));
  }

  Places after_part(const Part& part, Places places) {
    for (std::size_t index = part.begin; index < part.end; ++index) {
      places = matcher_.after(elements_[index].node, places);
    }
    return places;
  }

  // Gaps take line breaks here: matches_with_blanks() has looked at these before.
  Places after_element(const Element& element, const Places& from) {
    if (!element.is_gap) return matcher_.after(element.node, from);
    return matcher_.after_gap(element.least, element.most, from);
  }

  bool matches(const std::vector<Element>& elements) {
    Places places = matcher_.everywhere();
    for (const Element& element : elements) {
      if (!is_any(places)) return false;
      places = after_element(element, places);
    }
    return is_any(places);
  }

  bool matches_with_blanks() {
    if (text_.find('\n') == std::string_view::npos) return false;
    std::string text(text_);
    std::replace(text.begin(), text.end(), '\n', ' ');
    PlaceMatcher matcher(form_, text);
    Places places = matcher.everywhere();
    for (const Element& element : elements_) places = matcher.after(element.node, places);
    return is_any(places);
  }

  Span whole_span() const {
    return {form_[elements_.front().node].span.begin, form_[elements_.back().node].span.end};
  }

  Span span_of_part(const Part& part) const {
    return {form_[elements_[part.begin].node].span.begin,
            form_[elements_[part.end - 1].node].span.end};
  }

  Span span_of_element(std::size_t index) const { return form_[elements_[index].node].span; }

  // All parts occur: the gaps between them are at fault, or their order.
  SignatureMiss explain_gaps() {
    for (std::size_t index = 0; index < elements_.size(); ++index) {
      const Element& gap = elements_[index];
      if (!gap.is_gap) continue;
      std::vector<Element> wider = elements_;
      if (gap.most != kUnbounded) {
        wider[index].most = kUnbounded;
        if (matches(wider)) return too_short(index);
        wider = elements_;
      }
      if (gap.least > 0) {
        wider[index].least = 0;
        const bool is_last = index + 1 == elements_.size();
        if (matches(wider)) {
          return {is_last ? Cause::kTextAfterEnd : Cause::kExtraWord, span_of_element(index), "",
                  0};
        }
      }
    }
    if (const auto miss = shared_blank()) return *miss;
    return other_order();
  }

  SignatureMiss too_short(std::size_t index) {
    std::vector<Element> wider = elements_;
    std::uint32_t low = wider[index].most;
    auto high = static_cast<std::uint32_t>(text_.size());
    while (low + 1 < high) {
      wider[index].most = low + (high - low) / 2;
      (matches(wider) ? high : low) = wider[index].most;
    }
    return {Cause::kGapTooShort, span_of_element(index), "", high};
  }

  // `a .+ b` where the text has `a b`: both parts want the same blank.
  std::optional<SignatureMiss> shared_blank() {
    for (std::size_t index = 1; index + 1 < elements_.size(); ++index) {
      if (!elements_[index].is_gap) continue;
      const HirNode& before = form_[elements_[index - 1].node];
      const HirNode& behind = form_[elements_[index + 1].node];
      const bool are_blank = before.kind == HirKind::kLiteral && behind.kind == HirKind::kLiteral &&
                             form_.text_of(before).ends_with(' ') &&
                             form_.text_of(behind).starts_with(' ');
      if (!are_blank) continue;
      Places places = matcher_.everywhere();
      for (std::size_t at = 0; at < index; ++at) places = after_element(elements_[at], places);
      // Back over the blank that has just been taken.
      places.erase(places.begin());
      places.push_back(false);
      for (std::size_t at = index + 1; at < elements_.size(); ++at) {
        places = after_element(elements_[at], places);
      }
      if (is_any(places)) return SignatureMiss{Cause::kExtraWord, span_of_element(index), "", 0};
    }
    return {};
  }

  // The first part that does not occur behind the ones before it, and what is before it instead.
  SignatureMiss other_order() {
    Places places = matcher_.everywhere();
    for (std::size_t index = 0; index < parts_.size(); ++index) {
      if (index > 0) places = matcher_.after_gap(0, kUnbounded, places);
      places = after_part(parts_[index], places);
      if (is_any(places)) continue;
      SignatureMiss miss{Cause::kOtherOrder, span_of_part(parts_[index]), "", 0};
      const Places ends = after_part(parts_[index], matcher_.everywhere());
      const auto end =
          static_cast<std::size_t>(std::find(ends.begin(), ends.end(), true) - ends.begin());
      miss.found = std::string(text_.substr(0, end));
      return miss;
    }
    // One after the other they occur, but not with what the gaps demand at the same time.
    return {Cause::kGapTooShort, whole_span(), "", text_.size()};
  }

  // What the places before the first element that nothing in the text can be.
  struct Stop {
    std::size_t index = 0;
    Places places;
  };

  Stop first_stop() {
    Places places = matcher_.everywhere();
    for (std::size_t index = 0; index < elements_.size(); ++index) {
      Places next = after_element(elements_[index], places);
      if (!is_any(next)) return {index, std::move(places)};
      places = std::move(next);
    }
    return {elements_.size(), std::move(places)};
  }

  std::optional<SignatureMiss> text_after_end() {
    const Stop stop = first_stop();
    if (stop.index == elements_.size()) return {};
    const HirNode& node = form_[elements_[stop.index].node];
    if (stop.index > 0 && stop.places[text_.size()] && !elements_[stop.index - 1].is_gap) {
      return SignatureMiss{Cause::kTextAfterEnd, node.span, "", 0};
    }
    if (node.kind != HirKind::kLiteral) return {};
    constexpr std::size_t kLeastShared = 4;
    const std::string_view literal = form_.text_of(node);
    for (std::size_t place = 0; place + kLeastShared <= text_.size(); ++place) {
      if (!stop.places[place] || text_.size() - place >= literal.size()) continue;
      const std::string_view tail = text_.substr(place);
      if (literal.starts_with(node.ignores_case ? fold_case(tail) : std::string(tail))) {
        return SignatureMiss{Cause::kTextAfterEnd, node.span, "", 0};
      }
    }
    return {};
  }

  // Whether the element stands for a value: `\d+`, `[0-9a-f]{8}`, `\w+`.
  bool is_value(const Element& element) const {
    const HirNode* node = &form_[element.node];
    if (node->kind == HirKind::kRepeat) node = &form_[node->child];
    return node->kind == HirKind::kSet && holds(form_.intervals_of(*node), '1') &&
           !holds(form_.intervals_of(*node), ' ');
  }

  // With any word in its place instead of a value, does the branch match?
  std::optional<SignatureMiss> placeholder() {
    const auto after_word = [this](const Element& element, const Places& from) {
      if (!is_value(element)) return after_element(element, from);
      Places places(text_.size() + 1, false);
      for (std::size_t place = 0; place < text_.size(); ++place) {
        if (!from[place]) continue;
        for (std::size_t end = place; end < text_.size() && text_[end] != ' ';)
          places[++end] = true;
      }
      return places;
    };
    const auto matches_from = [&](std::size_t index, Places places) {
      for (; index < elements_.size() && is_any(places); ++index) {
        places = after_word(elements_[index], places);
      }
      return is_any(places);
    };
    if (std::none_of(elements_.begin(), elements_.end(),
                     [this](const Element& element) { return is_value(element); }) ||
        !matches_from(0, matcher_.everywhere())) {
      return {};
    }
    const Stop stop = first_stop();
    // The stop may come behind the value, where a text has too little of it.
    std::size_t index = std::min(stop.index, elements_.size() - 1);
    Places places = stop.places;
    while (index > 0 && !is_value(elements_[index])) --index;
    if (!is_value(elements_[index])) return {};
    if (index != stop.index) {
      places = matcher_.everywhere();
      for (std::size_t at = 0; at < index; ++at) places = after_element(elements_[at], places);
    }
    SignatureMiss miss{Cause::kPlaceholder, span_of_element(index), "", 0};
    for (std::size_t place = 0; place < text_.size(); ++place) {
      if (!places[place]) continue;
      Places only(text_.size() + 1, false);
      only[place] = true;
      if (!matches_from(index, std::move(only))) continue;
      const std::size_t end = text_.find_first_of(" ,;:)'\"", place + 1);
      miss.found =
          std::string(text_.substr(place, end == std::string_view::npos ? end : end - place));
      return miss;
    }
    return {};
  }

  const Hir& form_;
  std::string_view text_;
  PlaceMatcher matcher_;
  std::vector<Element> elements_;
  std::vector<Part> parts_;
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
