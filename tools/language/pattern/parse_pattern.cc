// One pass with a stack of the groups that are open, so that nesting costs no call stack. Each step
// takes one construct; after a fault the parser goes on, so that all of them are reported.
#include <algorithm>
#include <utility>

#include "pattern/pattern_parser.h"
#include "text/utf8.h"

namespace kbc {

PatternParser::PatternParser(std::string_view text, PatternFlags flags)
    : text_(text), flags_(flags) {
  tree_.text = text;
  tree_.nodes.reserve(text.size() + text.size() / 4 + 8);
}

SyntaxTree PatternParser::parse() && {
  open_.push_back({});
  while (!is_at_end()) step();
  close_what_is_open();
  tree_.root = end_group(open_.back());
  std::stable_sort(tree_.faults.begin(), tree_.faults.end(),
                   [](const SyntaxFault& left, const SyntaxFault& right) {
                     return left.span.begin < right.span.begin;
                   });
  return std::move(tree_);
}

void PatternParser::step() {
  const char next = text_[at_];
  if (next == '*' || next == '+' || next == '?') return read_sign();
  if (next == '{' && read_counted()) return;
  last_repeat_.reset();
  switch (next) {
    case '(':
      return open_group();
    case '|':
      return read_bar();
    case ')':
      return close_group();
    case '^':
      return read_assertion(1, flags_ & kMultiLine ? Assertion::kLineStart : Assertion::kTextStart,
                            Construct::line_start);
    case '$':
      return read_assertion(1, flags_ & kMultiLine ? Assertion::kLineEnd : Assertion::kTextEnd,
                            Construct::line_end);
    case '.':
      ++at_;
      return append(add(SyntaxKind::kAny, at_ - 1, Construct::dot));
    case '[':
      return read_class();
    case '\\':
      return read_backslash();
    default:
      read_character(next == '{' ? Construct::literal_brace : Construct::plain);
  }
}

void PatternParser::read_character(Construct construct) {
  const std::size_t begin = at_;
  const char32_t value = take_character();
  const NodeId node = add(SyntaxKind::kLiteral, begin, construct);
  tree_.nodes[node].value = value;
  append(node);
}

// RE2 takes encoded surrogates for characters.
char32_t PatternParser::take_character() {
  const auto byte = static_cast<unsigned char>(text_[at_]);
  if (byte < 0x80) {
    ++at_;
    return byte;
  }
  const CodePoint character = decode(text_, at_);
  const auto next = static_cast<unsigned char>(peek(1));
  const auto last = static_cast<unsigned char>(peek(2));
  if (character.length > 1) {
    at_ += character.length;
    return character.value;
  }
  if (byte == 0xED && next >= 0xA0 && next <= 0xBF && last >= 0x80 && last <= 0xBF) {
    at_ += 3;
    return 0xD000U + ((next & 0x3FU) << 6U) + (last & 0x3FU);
  }
  ++at_;
  // Bytes next to each other are one fault.
  if (!tree_.faults.empty() && tree_.faults.back().kind == FaultKind::kNotUtf8 &&
      tree_.faults.back().span.end == at_ - 1) {
    tree_.faults.back().span.end = static_cast<std::uint32_t>(at_);
  } else {
    add_fault(FaultKind::kNotUtf8, at_ - 1, at_);
  }
  return kReplacementCharacter;
}

void PatternParser::read_assertion(std::size_t length, Assertion assertion, Construct construct) {
  at_ += length;
  const NodeId node = add(SyntaxKind::kAssertion, at_ - length, construct);
  tree_.nodes[node].value = static_cast<std::uint32_t>(assertion);
  append(node);
}

// `\Q…\E`, where the end may be missing.
void PatternParser::read_quoted() {
  at_ += 2;
  while (!is_at_end()) {
    if (is_next("\\E")) {
      at_ += 2;
      return;
    }
    read_character(Construct::quoted);
  }
}

void PatternParser::read_bar() {
  end_branch(open_.back());
  ++at_;
  open_.back().branch_begin = at_;
}

void PatternParser::end_branch(Group& group) {
  NodeId branch = group.items.first;
  if (group.items.count == 0) branch = add(SyntaxKind::kEmpty, at_);
  if (group.items.count > 1) {
    branch = add(SyntaxKind::kConcat, group.branch_begin);
    tree_.nodes[branch].child = group.items.first;
  }
  link(group.branches, branch);
  group.items = {};
}

NodeId PatternParser::end_group(Group& group) {
  end_branch(group);
  if (group.branches.count == 1) return group.branches.first;
  const std::size_t begin = tree_.nodes[group.branches.first].span.begin;
  const NodeId node = add(SyntaxKind::kAlternation, begin);
  tree_.nodes[node].child = group.branches.first;
  return node;
}

void PatternParser::close_group() {
  if (open_.size() == 1) {
    add_fault(FaultKind::kUnopenedGroup, at_, at_ + 1);
    read_character(Construct::plain);
    return;
  }
  Group& group = open_.back();
  const NodeId inside = end_group(group);
  ++at_;
  flags_ = group.outer_flags;
  const NodeId node =
      add(group.fault ? SyntaxKind::kForeign : SyntaxKind::kGroup, group.begin, group.construct);
  tree_.nodes[node].child = inside;
  if (group.fault) {
    tree_.faults[*group.fault].span.end = static_cast<std::uint32_t>(at_);
    tree_.faults[*group.fault].node = node;
  }
  const std::uint32_t repeats = group.repeats;
  open_.pop_back();
  append(node, repeats);
}

void PatternParser::close_what_is_open() {
  while (open_.size() > 1) {
    Group& group = open_.back();
    add_fault(FaultKind::kUnclosedGroup, group.begin, group.begin + 1);
    const NodeId inside = end_group(group);
    open_.pop_back();
    append(inside);
  }
}

NodeId PatternParser::add(SyntaxKind kind, std::size_t begin, Construct construct) {
  SyntaxNode& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.construct = construct;
  node.flags = flags_;
  node.span = span_of(begin, at_);
  return static_cast<NodeId>(tree_.nodes.size() - 1);
}

void PatternParser::link(List& list, NodeId node) {
  if (list.last == kNoNode) {
    list.first = node;
  } else {
    tree_.nodes[list.last].next = node;
  }
  list.last = node;
  ++list.count;
}

void PatternParser::append(NodeId node, std::uint32_t repeats) {
  Group& group = open_.back();
  const NodeId before = group.items.last;
  link(group.items, node);
  if (tree_.nodes[node].kind == SyntaxKind::kFlags) return;
  group.items.last_item = node;
  group.items.before_item = before;
  group.items.item_repeats = repeats;
  group.repeats = std::max(group.repeats, repeats);
}

std::size_t PatternParser::add_fault(FaultKind kind, std::size_t begin, std::size_t end,
                                     Construct construct) {
  tree_.faults.push_back({kind, construct, span_of(begin, end), kNoNode});
  return tree_.faults.size() - 1;
}

NodeId PatternParser::add_foreign(Construct construct, std::size_t begin) {
  const std::size_t fault = add_fault(FaultKind::kForeign, begin, at_, construct);
  const NodeId node = add(SyntaxKind::kForeign, begin, construct);
  tree_.faults[fault].node = node;
  return node;
}

SyntaxTree parse_pattern(std::string_view text, CaseRule rule) {
  return parse_pattern(text,
                       static_cast<PatternFlags>(rule == CaseRule::kIgnoreCase ? kFoldCase : 0));
}

SyntaxTree parse_pattern(std::string_view text, PatternFlags flags) {
  return PatternParser(text, flags).parse();
}

}  // namespace kbc
