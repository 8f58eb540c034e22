// A matcher over sets: where can a part end that begins at one of these places? Each kind of node
// maps one set of places to another, so that parts can be asked about alone, in any order, and with
// gaps made wider. Costs places times nodes, and for a repeat that many times over, until the set
// stays the same; pay() counts it and ends it.
#include "regex/match_places.h"

#include "text/ascii.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr int kDeepest = 60;

void add(Places& all, const Places& more) {
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (more[place]) all[place] = true;
  }
}

}  // namespace

bool PlaceMatcher::pay(std::size_t steps) {
  steps_left_ = steps < steps_left_ ? steps_left_ - steps : 0;
  return steps_left_ > 0;
}

Places PlaceMatcher::after(NodeId id, const Places& from, int depth) {
  if (depth > kDeepest) steps_left_ = 0;
  if (!pay(text_.size() + 1)) return nowhere();
  const HirNode& node = form_[id];
  switch (node.kind) {
    case HirKind::kEmpty:
      return from;
    case HirKind::kLiteral:
      return after_literal(node, from);
    case HirKind::kSet:
      return after_set(node, from);
    case HirKind::kAnyByte:
      return after_gap(1, 1, from);
    case HirKind::kAssertion:
      return where(node.assertion, from);
    case HirKind::kRepeat:
      return after_repeat(node, from, depth);
    case HirKind::kConcat: {
      Places places = from;
      for (NodeId part = node.child; part != kNoNode && is_any(places); part = form_[part].next) {
        places = after(part, places, depth + 1);
      }
      return places;
    }
    case HirKind::kAlternation: {
      Places places = nowhere();
      for (NodeId part = node.child; part != kNoNode; part = form_[part].next) {
        add(places, after(part, from, depth + 1));
      }
      return places;
    }
  }
  return nowhere();
}

Places PlaceMatcher::after_gap(std::uint32_t least, std::uint32_t most, const Places& from) {
  Places places = nowhere();
  for (std::size_t begin = 0; begin < from.size(); ++begin) {
    if (!from[begin]) continue;
    std::uint32_t taken = 0;
    for (std::size_t place = begin; taken <= most; ++taken) {
      // Another beginning has led there and beyond.
      if (taken >= least) {
        if (most == kUnbounded && places[place]) break;
        places[place] = true;
      }
      if (place == text_.size() || !pay(1)) break;
      place += decode(text_, place).length;
    }
  }
  return places;
}

Places PlaceMatcher::after_literal(const HirNode& node, const Places& from) {
  Places places = nowhere();
  const std::string_view literal = form_.text_of(node);
  // Most places are ruled out by their first byte.
  const bool is_ascii_first = !literal.empty() && !is_beyond_ascii(literal[0]);
  const auto differs = [&](char found) {
    const char folded = node.ignores_case ? lower_ascii(found) : found;
    return is_ascii_first && !is_beyond_ascii(found) && folded != literal[0];
  };
  for (std::size_t begin = 0; begin < from.size(); ++begin) {
    if (!from[begin]) continue;
    if (begin < text_.size() && differs(text_[begin])) {
      pay(1);
      continue;
    }
    std::size_t place = begin;
    std::size_t at = 0;
    while (at < literal.size() && place < text_.size() && pay(1)) {
      const CodePoint wanted = decode(literal, at);
      const CodePoint found = decode(text_, place);
      if (wanted.value != (node.ignores_case ? fold(found.value) : found.value)) break;
      at += wanted.length;
      place += found.length;
    }
    if (at == literal.size()) places[place] = true;
  }
  return places;
}

Places PlaceMatcher::after_set(const HirNode& node, const Places& from) {
  Places places = nowhere();
  for (std::size_t place = 0; place < text_.size(); ++place) {
    if (!from[place]) continue;
    const CodePoint found = decode(text_, place);
    if (holds(form_.intervals_of(node), found.value)) places[place + found.length] = true;
  }
  return places;
}

Places PlaceMatcher::after_repeat(const HirNode& node, const Places& from, int depth) {
  Places places = from;
  std::uint32_t times = 0;
  for (; times < node.least && is_any(places); ++times) {
    places = after(node.child, places, depth + 1);
  }
  Places all = places;
  for (; times < node.most && is_any(places); ++times) {
    places = after(node.child, places, depth + 1);
    const Places before = all;
    add(all, places);
    if (all == before) break;
  }
  return all;
}

bool PlaceMatcher::holds_at(Assertion assertion, std::size_t place) const {
  const bool is_first = place == 0;
  const bool is_last = place == text_.size();
  const bool is_boundary =
      (!is_first && is_word(text_[place - 1])) != (!is_last && is_word(text_[place]));
  switch (assertion) {
    case Assertion::kTextStart:
      return is_first;
    case Assertion::kTextEnd:
      return is_last;
    case Assertion::kLineStart:
      return is_first || text_[place - 1] == '\n';
    case Assertion::kLineEnd:
      return is_last || text_[place] == '\n';
    case Assertion::kWordBoundary:
      return is_boundary;
    case Assertion::kNotWordBoundary:
      return !is_boundary;
  }
  return false;
}

Places PlaceMatcher::where(Assertion assertion, const Places& from) const {
  Places places = from;
  for (std::size_t place = 0; place < places.size(); ++place) {
    if (places[place] && !holds_at(assertion, place)) places[place] = false;
  }
  return places;
}

}  // namespace kbc
