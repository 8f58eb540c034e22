#include "regex/branch_literals.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <utility>

#include "regex/required_literals.h"

namespace kbc {
namespace {

// What is before the choices of a branch.
struct Header {
  Span span;
  Span written;
  std::uint32_t size = 0;  // bytes of the choices
  PatternFlags flags = 0;
  bool is_exact = false;
  bool is_sufficient = false;
};

// The number of literals, then each with its length: both are at most 100.
std::string encode(const std::vector<LiteralChoice>& choices) {
  std::string bytes;
  for (const LiteralChoice& choice : choices) {
    bytes += static_cast<char>(choice.size());
    for (const std::string& literal : choice) {
      assert(literal.size() < 256);
      bytes += static_cast<char>(literal.size());
      bytes += literal;
    }
  }
  return bytes;
}

std::size_t take_number(std::string_view& bytes) {
  const auto number = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return number;
}

std::string_view take_literal(std::string_view& bytes) {
  const std::size_t size = take_number(bytes);
  const std::string_view literal = bytes.substr(0, size);
  bytes.remove_prefix(literal.size());
  return literal;
}

// The first of the branches as they are written. The form has them in the same order, in an
// alternation that may be in groups or beside flags; no two alternations have the same bytes.
NodeId first_written(const SyntaxTree& tree, const Hir& form) {
  const HirNode& root = form[form.root()];
  if (root.kind != HirKind::kAlternation) return tree.root;
  const auto is_root = [&](const SyntaxNode& node) {
    return node.kind == SyntaxKind::kAlternation && node.span == root.span;
  };
  return std::find_if(tree.nodes.rbegin(), tree.nodes.rend(), is_root)->child;
}

// Where flags are set first they may as well be in force before.
PatternFlags flags_before(const SyntaxTree& tree, NodeId id) {
  while (tree[id].kind == SyntaxKind::kConcat || tree[id].kind == SyntaxKind::kRepeat) {
    id = tree[id].child;
  }
  return tree[id].flags;
}

}  // namespace

std::string keep_branches(const SyntaxTree& tree, const Hir& form) {
  std::string kept;
  NodeId written = first_written(tree, form);
  for (const NodeId node : form.branches()) {
    const RequiredLiterals literals = required_literals(form, node);
    const std::string choices = encode(literals.all_of);
    Header header;
    header.span = form[node].span;
    header.written = tree[written].span;
    header.size = static_cast<std::uint32_t>(choices.size());
    header.flags = flags_before(tree, written);
    header.is_exact = form.is_exact();
    header.is_sufficient = literals.is_sufficient;
    char bytes[sizeof header];
    std::memcpy(bytes, &header, sizeof header);
    kept.append(bytes, sizeof header).append(choices);
    written = tree[written].next;
  }
  return kept;
}

std::optional<KeptBranch> take_branch(std::string_view& kept) {
  Header header;
  if (kept.size() < sizeof header) return {};
  std::memcpy(&header, kept.data(), sizeof header);
  kept.remove_prefix(sizeof header);
  const std::string_view choices = kept.substr(0, header.size);
  kept.remove_prefix(choices.size());
  return KeptBranch{header.span,     header.written,       header.flags,
                    header.is_exact, header.is_sufficient, choices};
}

std::vector<std::string_view> take_choice(std::string_view& choices) {
  std::vector<std::string_view> literals(take_number(choices));
  for (std::string_view& literal : literals) literal = take_literal(choices);
  return literals;
}

LiteralText::LiteralText(std::string folded) : text_(std::move(folded)) {
  for (std::size_t at = 1; at < text_.size(); ++at) pairs_.set(hash(text_[at - 1], text_[at]));
}

std::size_t LiteralText::hash(char first, char second) {
  const auto pair = static_cast<std::uint32_t>(static_cast<unsigned char>(first)) << 8U |
                    static_cast<unsigned char>(second);
  return pair * 2654435761U >> (32 - kHashBits);
}

bool LiteralText::may_have_pair(std::string_view literal, std::size_t at) const {
  return pairs_[hash(literal[at], literal[at + 1])];
}

std::uint32_t LiteralText::sketch_of(std::string_view literal) {
  if (literal.size() < 2) return kAnySketch;
  const std::size_t end = literal.size();
  return static_cast<std::uint32_t>(hash(literal[0], literal[1]) |
                                    hash(literal[end - 2], literal[end - 1]) << kHashBits);
}

bool LiteralText::contains(std::string_view literal) const {
  // The two ends and the middle differ most; the rest is for the search.
  if (literal.size() >= 2 &&
      !(may_have_pair(literal, 0) && may_have_pair(literal, literal.size() - 2) &&
        may_have_pair(literal, literal.size() / 2 - 1))) {
    return false;
  }
  return text_.find(literal) != std::string::npos;
}

bool LiteralText::has_one_of_each(std::string_view choices) const {
  while (!choices.empty()) {
    bool is_found = false;
    for (std::size_t left = take_number(choices); left > 0; --left) {
      const std::string_view literal = take_literal(choices);
      is_found = is_found || contains(literal);
    }
    if (!is_found) return false;
  }
  return true;
}

}  // namespace kbc
