#include "regex/branch_parts.h"

#include <algorithm>
#include <utility>

namespace kbc {

BranchParts::BranchParts(const Hir& form, NodeId branch, std::string_view text)
    : form_(form), matcher_(form, text) {
  add_elements(branch);
  find_parts();
}

bool BranchParts::is_nearly_everything(const HirNode& node) const {
  if (node.kind != HirKind::kSet) return false;
  const auto ranges = form_.intervals_of(node);
  return holds(ranges, ' ') && holds(ranges, 'a') && holds(ranges, '0') && holds(ranges, 0x4E2D);
}

void BranchParts::add_elements(NodeId branch) {
  const HirNode& whole = form_[branch];
  if (whole.kind != HirKind::kConcat) return add_element(branch);
  for (NodeId id = whole.child; id != kNoNode; id = form_[id].next) add_element(id);
}

void BranchParts::add_element(NodeId id) {
  const HirNode& node = form_[id];
  if (node.kind != HirKind::kConcat) return elements_.push_back(element_of(id));
  for (NodeId part = node.child; part != kNoNode; part = form_[part].next) {
    elements_.push_back(element_of(part));
  }
}

BranchElement BranchParts::element_of(NodeId id) const {
  const HirNode& node = form_[id];
  if (is_nearly_everything(node)) return {id, true, 1, 1};
  const bool is_gap = node.kind == HirKind::kRepeat && is_nearly_everything(form_[node.child]);
  return {id, is_gap, node.least, node.most};
}

void BranchParts::find_parts() {
  for (std::size_t index = 0; index < elements_.size(); ++index) {
    if (elements_[index].is_gap) continue;
    if (parts_.empty() || parts_.back().end != index) parts_.push_back({index, index, false});
    parts_.back().end = index + 1;
  }
  for (BranchPart& part : parts_) part.occurs = is_any(after_part(part, everywhere()));
}

std::size_t BranchParts::occurring() const {
  return static_cast<std::size_t>(std::count_if(
      parts_.begin(), parts_.end(), [](const BranchPart& part) { return part.occurs; }));
}

Places BranchParts::after_part(const BranchPart& part, Places places) {
  for (std::size_t index = part.begin; index < part.end; ++index) {
    places = matcher_.after(elements_[index].node, places);
  }
  return places;
}

Places BranchParts::after_element(const BranchElement& element, const Places& from) {
  if (!element.is_gap) return matcher_.after(element.node, from);
  return matcher_.after_gap(element.least, element.most, from);
}

bool BranchParts::matches(const std::vector<BranchElement>& elements) {
  Places places = everywhere();
  for (const BranchElement& element : elements) {
    if (!is_any(places)) return false;
    places = after_element(element, places);
  }
  return is_any(places);
}

Span BranchParts::span_of(const BranchPart& part) const {
  return {span_of(elements_[part.begin]).begin, span_of(elements_[part.end - 1]).end};
}

Span BranchParts::whole_span() const {
  return {span_of(elements_.front()).begin, span_of(elements_.back()).end};
}

}  // namespace kbc
