#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "regex/hir.h"
#include "regex/match_places.h"

namespace kbc {

// A child of a branch. A gap is `.`, or a repeat of it or of another set with nearly everything.
struct BranchElement {
  NodeId node = kNoNode;
  bool is_gap = false;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

// Elements that are no gaps, with none between them: [begin, end).
struct BranchPart {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool occurs = false;  // somewhere in the text
};

// A branch of a regex as a row of parts with gaps between them, and where they are in a text.
class BranchParts {
 public:
  // Views both.
  BranchParts(const Hir& form, NodeId branch, std::string_view text);

  const std::vector<BranchElement>& elements() const { return elements_; }
  const std::vector<BranchPart>& parts() const { return parts_; }
  std::size_t occurring() const;  // of the parts
  // Whether it took too long to find out.
  bool is_exhausted() const { return matcher_.is_exhausted(); }

  Places everywhere() const { return matcher_.everywhere(); }
  Places after_part(const BranchPart& part, Places places);
  // Gaps take line breaks here.
  Places after_element(const BranchElement& element, const Places& from);
  Places after_gap(const Places& from) { return matcher_.after_gap(0, kUnbounded, from); }
  // Whether these elements match, in the place of its own.
  bool matches(const std::vector<BranchElement>& elements);

  const HirNode& node_of(const BranchElement& element) const { return form_[element.node]; }
  Span span_of(const BranchElement& element) const { return node_of(element).span; }
  Span span_of(const BranchPart& part) const;
  Span whole_span() const;

 private:
  bool is_nearly_everything(const HirNode& node) const;
  void add_elements(NodeId branch);
  void add_element(NodeId id);
  BranchElement element_of(NodeId id) const;
  void find_parts();

  const Hir& form_;
  PlaceMatcher matcher_;
  std::vector<BranchElement> elements_;
  std::vector<BranchPart> parts_;
};

}  // namespace kbc
