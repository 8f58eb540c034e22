#include "regex/facts.h"

#include <algorithm>

#include "text/utf8.h"

namespace kbc {
namespace {

std::uint32_t add(std::uint32_t left, std::uint32_t right) {
  return right >= kUnbounded - left ? kUnbounded : left + right;
}

std::uint32_t multiply(std::uint32_t length, std::uint32_t times) {
  if (length == 0 || times == 0) return 0;
  return length > kUnbounded / times ? kUnbounded : length * times;
}

class FactFinder {
 public:
  explicit FactFinder(const Hir& hir) : hir_(hir), facts_(hir.nodes().size()) {}

  std::vector<NodeFacts> find() && {
    for (NodeId id = 0; id < facts_.size(); ++id) facts_[id] = facts_of(hir_[id]);
    return std::move(facts_);
  }

 private:
  NodeFacts facts_of(const HirNode& node) const {
    NodeFacts facts;
    switch (node.kind) {
      case HirKind::kEmpty:
        facts.matches_empty_text = true;
        return facts;
      case HirKind::kLiteral:
        facts.shortest = facts.longest =
            static_cast<std::uint32_t>(count_code_points(hir_.text_of(node)));
        facts.may_take_line_break = hir_.text_of(node).find('\n') != std::string_view::npos;
        return facts;
      case HirKind::kSet:
        facts.shortest = facts.longest = 1;
        if (node.begin == node.end) facts.longest = 0;
        facts.may_take_line_break = holds(hir_.intervals_of(node), '\n');
        return facts;
      case HirKind::kAnyByte:
        // Four of them may be one character.
        facts.longest = 1;
        facts.may_take_line_break = true;
        return facts;
      case HirKind::kAssertion:
        return facts_of(node.assertion);
      case HirKind::kRepeat:
        return repeat_of(node);
      case HirKind::kConcat:
        return concat_of(node);
      case HirKind::kAlternation:
        return alternation_of(node);
    }
    return facts;
  }

  static NodeFacts facts_of(Assertion assertion) {
    NodeFacts facts;
    facts.has_assertion = true;
    facts.matches_empty_text = assertion != Assertion::kWordBoundary;
    facts.begins_at_text_start = assertion == Assertion::kTextStart;
    facts.ends_at_text_end = assertion == Assertion::kTextEnd;
    return facts;
  }

  NodeFacts repeat_of(const HirNode& node) const {
    NodeFacts facts = facts_[node.child];
    if (node.least == 0) {
      facts.matches_empty_text = true;
      facts.begins_at_text_start = facts.ends_at_text_end = false;
    }
    facts.shortest = multiply(facts.shortest, node.least);
    facts.longest = multiply(facts.longest, node.most);
    return facts;
  }

  NodeFacts concat_of(const HirNode& node) const {
    NodeFacts facts;
    facts.matches_empty_text = true;
    // An assertion about an end holds for the whole as long as nothing has been taken before it.
    bool is_at_start = true;
    for (NodeId id = node.child; id != kNoNode; id = hir_[id].next) {
      const NodeFacts& part = facts_[id];
      facts.shortest = add(facts.shortest, part.shortest);
      facts.longest = add(facts.longest, part.longest);
      facts.matches_empty_text = facts.matches_empty_text && part.matches_empty_text;
      facts.may_take_line_break = facts.may_take_line_break || part.may_take_line_break;
      facts.has_assertion = facts.has_assertion || part.has_assertion;
      facts.begins_at_text_start =
          facts.begins_at_text_start || (is_at_start && part.begins_at_text_start);
      is_at_start = is_at_start && part.longest == 0;
      facts.ends_at_text_end =
          part.ends_at_text_end || (facts.ends_at_text_end && part.longest == 0);
    }
    return facts;
  }

  NodeFacts alternation_of(const HirNode& node) const {
    NodeFacts facts = facts_[node.child];
    for (NodeId id = hir_[node.child].next; id != kNoNode; id = hir_[id].next) {
      const NodeFacts& part = facts_[id];
      facts.shortest = std::min(facts.shortest, part.shortest);
      facts.longest = std::max(facts.longest, part.longest);
      facts.matches_empty_text = facts.matches_empty_text || part.matches_empty_text;
      facts.begins_at_text_start = facts.begins_at_text_start && part.begins_at_text_start;
      facts.ends_at_text_end = facts.ends_at_text_end && part.ends_at_text_end;
      facts.may_take_line_break = facts.may_take_line_break || part.may_take_line_break;
      facts.has_assertion = facts.has_assertion || part.has_assertion;
    }
    return facts;
  }

  const Hir& hir_;
  std::vector<NodeFacts> facts_;
};

}  // namespace

std::vector<NodeFacts> facts_of(const Hir& hir) { return FactFinder(hir).find(); }

}  // namespace kbc
