// From the syntax to what it matches: flags, groups and spellings go, sets become intervals,
// literals side by side are joined. The tree's nodes come children first, so one loop does it
// without recursion, in time in proportion to the pattern and the intervals of its classes.
#include <algorithm>

#include "pattern/named_class.h"
#include "regex/hir.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Literals next to each other are joined up to this length. Without a limit, groups in groups with
// a character each would be copied over and over.
constexpr std::size_t kLongestJoined = 256;

// As UTF-8, or what would be UTF-8 if surrogates were characters.
void append_character(std::string& out, char32_t value) {
  if (value < 0xD800 || value > 0xDFFF) return append_utf8(out, value);
  out += static_cast<char>(0xE0U | (value >> 12U));
  out += static_cast<char>(0x80U | ((value >> 6U) & 0x3FU));
  out += static_cast<char>(0x80U | (value & 0x3FU));
}

// Whether the members are one character and all its other cases.
bool is_one_orbit(const std::vector<CodePointRange>& ranges) {
  constexpr std::size_t kLargestOrbit = 4;
  std::size_t count = 0;
  for (const CodePointRange range : ranges) {
    if (range.high - range.low >= kLargestOrbit) return false;
    count += range.high - range.low + 1;
  }
  if (count == 0 || count > kLargestOrbit) return false;
  std::size_t size = 1;
  const char32_t first = ranges.front().low;
  for (char32_t other = next_in_orbit(first); other != first; other = next_in_orbit(other)) {
    if (!holds(ranges, other)) return false;
    ++size;
  }
  return size == count;
}

}  // namespace

// Goes over a tree's nodes from the front, so that what is inside a node has its form already.
class HirBuilder {
 public:
  explicit HirBuilder(const SyntaxTree& tree) : tree_(tree), forms_(tree.nodes.size(), kNoNode) {
    hir_.nodes_.reserve(tree.nodes.size() / 2 + 4);
    hir_.texts_.reserve(tree.text.size());
  }

  Hir build() && {
    for (NodeId id = 0; id < tree_.nodes.size(); ++id) forms_[id] = read(tree_[id]);
    hir_.root_ = form_of(tree_.root);
    return std::move(hir_);
  }

 private:
  // Children of a concatenation or alternation under construction.
  struct List {
    NodeId first = kNoNode;
    NodeId last = kNoNode;
    std::size_t count = 0;
  };

  NodeId read(const SyntaxNode& node) {
    switch (node.kind) {
      case SyntaxKind::kLiteral:
      case SyntaxKind::kRange:
        return kNoNode;  // made by the node around it
      case SyntaxKind::kEmpty:
      case SyntaxKind::kFlags:
      case SyntaxKind::kForeign:
        return add(HirKind::kEmpty, node.span);
      case SyntaxKind::kAny:
        return any_of(node);
      case SyntaxKind::kAnyByte:
        return add(HirKind::kAnyByte, node.span);
      case SyntaxKind::kNamedClass:
        set_.clear();
        add_named(node);
        return add_set(node);
      case SyntaxKind::kClass:
        return class_of(node);
      case SyntaxKind::kAssertion:
        return assertion_of(node);
      case SyntaxKind::kRepeat:
        return repeat_of(node);
      case SyntaxKind::kGroup:
        return form_of(node.child);
      case SyntaxKind::kConcat:
        return concat_of(node);
      case SyntaxKind::kAlternation:
        return alternation_of(node);
    }
    return kNoNode;
  }

  NodeId add(HirKind kind, Span span) {
    HirNode& node = hir_.nodes_.emplace_back();
    node.kind = kind;
    node.span = span;
    return static_cast<NodeId>(hir_.nodes_.size() - 1);
  }

  NodeId form_of(NodeId id) {
    if (forms_[id] == kNoNode) forms_[id] = literal_of(tree_[id]);
    return forms_[id];
  }

  NodeId literal_of(const SyntaxNode& node) {
    const NodeId id = add(HirKind::kLiteral, node.span);
    HirNode& literal = hir_.nodes_.back();
    literal.ignores_case = (node.flags & kFoldCase) != 0;
    literal.begin = static_cast<std::uint32_t>(hir_.texts_.size());
    append_character(hir_.texts_, literal.ignores_case ? fold(node.value) : node.value);
    literal.end = static_cast<std::uint32_t>(hir_.texts_.size());
    return id;
  }

  NodeId any_of(const SyntaxNode& node) {
    set_.clear();
    if (node.flags & kDotAll) {
      set_.add(0, kLastCodePoint);
    } else {
      set_.add(0, '\n' - 1);
      set_.add('\n' + 1, kLastCodePoint);
    }
    return add_set(node);
  }

  NodeId assertion_of(const SyntaxNode& node) {
    const NodeId id = add(HirKind::kAssertion, node.span);
    hir_.nodes_.back().assertion = static_cast<Assertion>(node.value);
    return id;
  }

  void add_named(const SyntaxNode& node) {
    const bool folds_case = (node.flags & kFoldCase) != 0;
    if (!add_named_class(tree_.text_of(node), folds_case, set_)) hir_.is_exact_ = false;
  }

  NodeId class_of(const SyntaxNode& node) {
    set_.clear();
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) {
      if (tree_[id].kind == SyntaxKind::kRange) set_.add(tree_[id].value, tree_[id].other);
    }
    if (node.flags & kFoldCase) set_.close_over_case();
    bool has_unknown = false;
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) {
      if (tree_[id].kind != SyntaxKind::kNamedClass) continue;
      const bool was_exact = hir_.is_exact_;
      hir_.is_exact_ = true;
      add_named(tree_[id]);
      has_unknown = has_unknown || !hir_.is_exact_;
      hir_.is_exact_ = hir_.is_exact_ && was_exact;
    }
    if (node.is_negated) set_.negate();
    if (has_unknown) {
      // What is not in it is not known either.
      set_.clear();
      set_.add(0, kLastCodePoint);
    }
    return add_set(node);
  }

  // From set_, for the syntax node.
  NodeId add_set(const SyntaxNode& node) {
    const std::vector<CodePointRange>& ranges = set_.ranges();
    const bool ignores_case = (node.flags & kFoldCase) != 0;
    const bool is_single = ranges.size() == 1 && ranges[0].low == ranges[0].high;
    if (is_single || (ignores_case && is_one_orbit(ranges))) {
      SyntaxNode literal = node;
      literal.value = ranges[0].low;
      // A letter alone where case is ignored has come from a negated class.
      if (next_in_orbit(literal.value) == literal.value || !is_single || !ignores_case) {
        return literal_of(literal);
      }
    }
    const NodeId id = add(HirKind::kSet, node.span);
    hir_.nodes_.back().begin = static_cast<std::uint32_t>(hir_.intervals_.size());
    hir_.intervals_.insert(hir_.intervals_.end(), ranges.begin(), ranges.end());
    hir_.nodes_.back().end = static_cast<std::uint32_t>(hir_.intervals_.size());
    return id;
  }

  NodeId repeat_of(const SyntaxNode& node) {
    if (node.other == 0) return add(HirKind::kEmpty, node.span);
    const NodeId child = form_of(node.child);
    if (node.value == 1 && node.other == 1) return child;
    const NodeId id = add(HirKind::kRepeat, node.span);
    HirNode& repeat = hir_.nodes_.back();
    repeat.child = child;
    repeat.least = node.value;
    repeat.most = node.other;
    repeat.is_lazy = node.is_lazy;
    return id;
  }

  void link(List& list, NodeId id) {
    if (list.last == kNoNode) {
      list.first = id;
    } else {
      hir_.nodes_[list.last].next = id;
    }
    list.last = id;
    ++list.count;
  }

  // Whether the last child took the node's text in.
  bool join(List& list, NodeId id) {
    if (list.last == kNoNode) return false;
    HirNode& last = hir_.nodes_[list.last];
    const HirNode& node = hir_[id];
    const bool are_literals = last.kind == HirKind::kLiteral && node.kind == HirKind::kLiteral;
    if (!are_literals || last.ignores_case != node.ignores_case) return false;
    if (last.end - last.begin + node.end - node.begin > kLongestJoined) return false;
    if (last.end != node.begin) {
      const std::string text(hir_.text_of(last));
      const std::string more(hir_.text_of(node));
      last.begin = static_cast<std::uint32_t>(hir_.texts_.size());
      hir_.texts_ += text + more;
      last.end = static_cast<std::uint32_t>(hir_.texts_.size());
    } else {
      last.end = node.end;
    }
    last.span.end = node.span.end;
    return true;
  }

  NodeId concat_of(const SyntaxNode& node) {
    List list;
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) {
      const std::size_t size_before = hir_.nodes_.size();
      const NodeId form = form_of(id);
      if (hir_[form].kind == HirKind::kEmpty) continue;
      if (!join(list, form)) {
        link(list, form);
      } else if (hir_.nodes_.size() > size_before) {
        hir_.nodes_.pop_back();
      }
    }
    if (list.count == 0) return add(HirKind::kEmpty, node.span);
    if (list.count == 1) return list.first;
    const NodeId id = add(HirKind::kConcat, node.span);
    hir_.nodes_.back().child = list.first;
    return id;
  }

  NodeId alternation_of(const SyntaxNode& node) {
    List list;
    for (NodeId id = node.child; id != kNoNode; id = tree_[id].next) link(list, form_of(id));
    const NodeId id = add(HirKind::kAlternation, node.span);
    hir_.nodes_.back().child = list.first;
    return id;
  }

  const SyntaxTree& tree_;
  std::vector<NodeId> forms_;  // by the syntax tree's ids
  CodePointSet set_;
  Hir hir_;
};

std::vector<NodeId> Hir::branches() const {
  if (nodes_[root_].kind != HirKind::kAlternation) return {root_};
  std::vector<NodeId> ids;
  for (NodeId id = nodes_[root_].child; id != kNoNode; id = nodes_[id].next) ids.push_back(id);
  return ids;
}

Hir lower_pattern(const SyntaxTree& tree) { return HirBuilder(tree).build(); }

}  // namespace kbc
