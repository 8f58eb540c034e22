#include <algorithm>

#include "pattern/pattern_parser.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// RE2's limit, for one repeat and for what repeats within repeats multiply up to.
constexpr std::uint32_t kMostRepeats = 1000;

}  // namespace

void PatternParser::read_sign() {
  const std::size_t begin = at_;
  const char sign = text_[at_++];
  add_repeat(begin, sign == '+' ? 1 : 0, sign == '?' ? 1 : kUnbounded);
}

// False for a brace that RE2 takes for a character.
bool PatternParser::read_counted() {
  const std::size_t begin = at_;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  if (!take_bounds(least, most)) {
    at_ = begin;
    return false;
  }
  add_repeat(begin, least, most);
  return true;
}

bool PatternParser::take_bounds(std::uint32_t& least, std::uint32_t& most) {
  ++at_;
  const auto first = take_number();
  if (!first) return false;
  least = most = *first;
  if (peek() == ',') {
    ++at_;
    if (peek() == '}') {
      most = kUnbounded;
    } else {
      const auto second = take_number();
      if (!second) return false;
      most = *second;
    }
  }
  if (is_at_end() || peek() != '}') return false;
  ++at_;
  return true;
}

// No number has a leading zero, or more digits than RE2 reads.
std::optional<std::uint32_t> PatternParser::take_number() {
  if (!is_digit(peek()) || (peek() == '0' && is_digit(peek(1)))) return {};
  std::uint32_t value = 0;
  for (; is_digit(peek()); ++at_) {
    if (value >= 100000000) return {};
    value = value * 10 + static_cast<std::uint32_t>(peek() - '0');
  }
  return value;
}

// Puts a repeat around what has been read last.
void PatternParser::add_repeat(std::size_t begin, std::uint32_t least, std::uint32_t most) {
  const bool is_marked = peek() == '?';
  if (is_marked) ++at_;
  List& items = open_.back().items;
  const bool is_allowed = is_repeat_allowed(begin, least, most);
  if (!last_repeat_ || is_allowed) last_repeat_ = begin;
  if (!is_allowed || items.last_item == kNoNode) return;
  const NodeId item = items.last_item;
  const NodeId node = add(SyntaxKind::kRepeat, tree_.nodes[item].span.begin,
                          is_marked ? Construct::lazy_repeat : Construct::repeat);
  SyntaxNode& repeat = tree_.nodes[node];
  repeat.value = least;
  repeat.other = most;
  repeat.is_lazy = is_marked != ((flags_ & kSwapGreedy) != 0);
  repeat.child = item;
  repeat.next = tree_.nodes[item].next;
  tree_.nodes[item].next = kNoNode;
  if (items.before_item == kNoNode) {
    items.first = node;
  } else {
    tree_.nodes[items.before_item].next = node;
  }
  if (items.last == item) items.last = node;
  items.last_item = node;
}

// Whether RE2 takes the repeat; reports a fault otherwise.
bool PatternParser::is_repeat_allowed(std::size_t begin, std::uint32_t least, std::uint32_t most) {
  Group& group = open_.back();
  if (last_repeat_) {
    const bool is_lazy = text_[begin - 1] == '?' && begin - 1 != *last_repeat_;
    const bool is_possessive = text_.substr(begin, at_ - begin) == "+" && !is_lazy;
    SyntaxFault* before = tree_.faults.empty() ? nullptr : &tree_.faults.back();
    if (before != nullptr && before->span.begin == *last_repeat_ && before->span.end == begin) {
      // One finding for `a***` and `***`.
      if (before->kind == FaultKind::kForeign) before->kind = FaultKind::kRepeatOfRepeat;
      before->span.end = static_cast<std::uint32_t>(at_);
    } else if (is_possessive) {
      add_fault(FaultKind::kForeign, *last_repeat_, at_, Construct::possessive_repeat);
    } else {
      add_fault(FaultKind::kRepeatOfRepeat, *last_repeat_, at_);
    }
    return false;
  }
  if (most < least) {
    add_fault(FaultKind::kBackwardBounds, begin, at_);
    return false;
  }
  const std::uint32_t times = most == kUnbounded ? least : most;
  if (times > kMostRepeats) {
    add_fault(FaultKind::kTooManyRepeats, begin, at_);
    return false;
  }
  if (group.items.last_item == kNoNode) {
    add_fault(FaultKind::kNothingToRepeat, begin, at_);
    return false;
  }
  if (times < 2) return true;
  if (group.items.item_repeats * times > kMostRepeats) {
    add_fault(FaultKind::kTooManyRepeats, begin, at_);
    return false;
  }
  group.items.item_repeats *= times;
  group.repeats = std::max(group.repeats, group.items.item_repeats);
  return true;
}

}  // namespace kbc
