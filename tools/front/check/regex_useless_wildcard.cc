#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "check/check.h"
#include "check/text_part.h"
#include "pattern/construct.h"
#include "pattern/syntax_tree.h"
#include "text/ticked.h"

namespace kbc {
namespace {

enum class End : std::uint8_t { kLeading, kTrailing };

// Whether the node is a wildcard that may take nothing, perhaps in groups of its own. One in a
// named group is there for what it takes.
bool is_wildcard(const SyntaxTree& syntax, NodeId id) {
  constexpr int kDeepest = 8;
  for (int depth = 0; depth < kDeepest && syntax[id].kind == SyntaxKind::kGroup; ++depth) {
    if (syntax[id].construct == Construct::python_name) return false;
    id = syntax[id].child;
  }
  const SyntaxNode& node = syntax[id];
  if (node.kind != SyntaxKind::kRepeat || node.value != 0) return false;
  const SyntaxNode& item = syntax[node.child];
  if (item.kind == SyntaxKind::kAny) return true;
  const std::string_view written = syntax.text_of(item);
  return written == "\\s" || written == "\\S" || written == "[\\s\\S]";
}

void report_wildcard(const Entry& entry, const SyntaxNode& node, End end, Report& report) {
  const Span span = entry["regex"].part(node.span.begin, node.span.end);
  const std::string written = ticked(entry.pattern.syntax().text_of(node));
  report
      .at(span, "useless-wildcard"_fault,
          end == End::kLeading ? written + " at the start of an unanchored regex"
                               : written + " at the end of an unanchored regex")
      .help("remove it; the same texts match without it")
      .fix("remove it", span, "");
}

// The items of a branch, settings of flags left out.
std::vector<NodeId> items_of(const SyntaxTree& syntax, NodeId branch) {
  std::vector<NodeId> items;
  if (syntax[branch].kind != SyntaxKind::kConcat) return {branch};
  for (NodeId id = syntax[branch].child; id != kNoNode; id = syntax[id].next) {
    if (syntax[id].kind != SyntaxKind::kFlags) items.push_back(id);
  }
  return items;
}

// Where the named groups begin, in their order.
std::vector<std::size_t> named_groups(const SyntaxTree& syntax) {
  std::vector<std::size_t> begins;
  for (const SyntaxNode& node : syntax.nodes) {
    if (node.construct == Construct::python_name) begins.push_back(node.span.begin);
  }
  std::sort(begins.begin(), begins.end());
  return begins;
}

void check_branch(const Entry& entry, NodeId branch, const std::vector<std::size_t>& groups,
                  Report& report) {
  const SyntaxTree& syntax = entry.pattern.syntax();
  const std::vector<NodeId> items = items_of(syntax, branch);
  std::size_t first = 0;
  std::size_t last = items.size();
  while (first < last && is_wildcard(syntax, items[first])) ++first;
  while (last > first && is_wildcard(syntax, items[last - 1])) --last;
  if (first == last) return;  // regex-empty reports a branch with nothing else
  // What a wildcard before a named group takes the group does not.
  const auto group = std::lower_bound(groups.begin(), groups.end(), syntax[branch].span.begin);
  if (group != groups.end() && *group < syntax[branch].span.end) first = 0;
  for (std::size_t index = 0; index < first; ++index) {
    report_wildcard(entry, syntax[items[index]], End::kLeading, report);
  }
  for (std::size_t index = last; index < items.size(); ++index) {
    report_wildcard(entry, syntax[items[index]], End::kTrailing, report);
  }
}

}  // namespace

void regex_useless_wildcard(const Entry& entry, const Context&, Report& report) {
  if (!entry["regex"].present() || !entry.pattern.syntax().ok()) return;
  const SyntaxTree& syntax = entry.pattern.syntax();
  const SyntaxNode& root = syntax[syntax.root];
  const std::vector<std::size_t> groups = named_groups(syntax);
  if (root.kind != SyntaxKind::kAlternation)
    return check_branch(entry, syntax.root, groups, report);
  for (NodeId id = root.child; id != kNoNode; id = syntax[id].next) {
    check_branch(entry, id, groups, report);
  }
}

extern const Explanation regex_useless_wildcard_explanation = {
    "The regex, or a branch of it, begins or ends with `.*` or another repeat that can match "
    "nothing.",
    "A regex is searched for anywhere in a text, so these only cost time: a match of `.*` can "
    "begin at every position of the text. One in a named group, or before one, is left alone: it "
    "decides what the group captures.",
    R"("regex": ".*failed to push.*")",
    R"("regex": "failed to push")",
    "Remove it.",
};

}  // namespace kbc
