#include "regex/facts.h"

namespace kbc {
namespace {

bool takes_line_break(const Hir& hir, const HirNode& node) {
  switch (node.kind) {
    case HirKind::kLiteral:
      return hir.text_of(node).find('\n') != std::string_view::npos;
    case HirKind::kSet:
      return holds(hir.intervals_of(node), '\n');
    default:
      return node.kind == HirKind::kAnyByte;
  }
}

bool has_children(const HirNode& node) {
  return node.kind == HirKind::kRepeat || node.kind == HirKind::kConcat ||
         node.kind == HirKind::kAlternation;
}

}  // namespace

std::vector<NodeFacts> facts_of(const Hir& hir) {
  std::vector<NodeFacts> facts(hir.nodes().size());
  // Children have smaller numbers than their parents.
  for (NodeId id = 0; id < facts.size(); ++id) {
    const HirNode& node = hir[id];
    facts[id] = {takes_line_break(hir, node), node.kind == HirKind::kAssertion};
    if (!has_children(node)) continue;
    for (NodeId child = node.child; child != kNoNode; child = hir[child].next) {
      facts[id].may_take_line_break |= facts[child].may_take_line_break;
      facts[id].has_assertion |= facts[child].has_assertion;
    }
  }
  return facts;
}

}  // namespace kbc
