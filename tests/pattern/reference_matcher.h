// The plainest way to search a text for a pattern's high-level form, to hold other ways against.
#pragma once

#include <set>
#include <string_view>

#include "regex/hir.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {

class ReferenceMatcher {
 public:
  // The text is UTF-8. Places are bytes: `\B` holds for RE2 within a character too.
  ReferenceMatcher(const Hir& hir, std::string_view text) : hir_(hir), text_(text) {}

  // Whether the node matches anywhere.
  bool finds(NodeId node) const {
    for (std::size_t at = 0; at <= text_.size(); ++at) {
      if (!after(node, {at}).empty()) return true;
    }
    return false;
  }

 private:
  using Places = std::set<std::size_t>;

  // Where a match can end that begins at one of the places.
  Places after(NodeId id, const Places& from) const {
    const HirNode& node = hir_[id];
    switch (node.kind) {
      case HirKind::kEmpty:
        return from;
      case HirKind::kLiteral:
        return after_literal(node, from);
      case HirKind::kSet:
        return after_set(node, from);
      case HirKind::kAnyByte:
        return {};
      case HirKind::kAssertion:
        return filter(node.assertion, from);
      case HirKind::kRepeat:
        return after_repeat(node, from);
      case HirKind::kConcat: {
        Places places = from;
        for (NodeId part = node.child; part != kNoNode; part = hir_[part].next) {
          places = after(part, places);
        }
        return places;
      }
      case HirKind::kAlternation: {
        Places places;
        for (NodeId part = node.child; part != kNoNode; part = hir_[part].next) {
          places.merge(after(part, from));
        }
        return places;
      }
    }
    return {};
  }

  Places after_literal(const HirNode& node, const Places& from) const {
    Places places;
    for (std::size_t place : from) {
      bool is_same = true;
      const std::string_view literal = hir_.text_of(node);
      for (std::size_t at = 0; at < literal.size() && is_same;) {
        const CodePoint wanted = decode(literal, at);
        const CodePoint found = decode(text_, place);
        at += wanted.length;
        place += found.length;
        is_same = found.length > 0 && is_character(found) &&
                  wanted.value == (node.ignores_case ? fold(found.value) : found.value);
      }
      if (is_same) places.insert(place);
    }
    return places;
  }

  static bool is_character(CodePoint found) {
    return found.length > 1 || found.value != kReplacementCharacter;
  }

  Places after_set(const HirNode& node, const Places& from) const {
    Places places;
    for (const std::size_t place : from) {
      const CodePoint found = decode(text_, place);
      if (found.length > 0 && is_character(found) && holds(hir_.intervals_of(node), found.value)) {
        places.insert(place + found.length);
      }
    }
    return places;
  }

  Places after_repeat(const HirNode& node, const Places& from) const {
    Places places = from;
    for (std::uint32_t time = 0; time < node.least; ++time) places = after(node.child, places);
    Places all = places;
    for (std::uint32_t time = node.least; time < node.most && !places.empty(); ++time) {
      places = after(node.child, places);
      const std::size_t size_before = all.size();
      all.insert(places.begin(), places.end());
      if (all.size() == size_before) break;
    }
    return all;
  }

  bool is_word(std::size_t place) const {
    if (place >= text_.size()) return false;
    const char c = text_[place];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  Places filter(Assertion assertion, const Places& from) const {
    Places places;
    for (const std::size_t place : from) {
      const bool is_first = place == 0;
      const bool is_last = place == text_.size();
      const bool is_boundary = (!is_first && is_word(place - 1)) != is_word(place);
      const bool holds_here[] = {is_first,
                                 is_last,
                                 is_first || text_[place - 1] == '\n',
                                 is_last || text_[place] == '\n',
                                 is_boundary,
                                 !is_boundary};
      if (holds_here[static_cast<std::size_t>(assertion)]) places.insert(place);
    }
    return places;
  }

  const Hir& hir_;
  std::string_view text_;
};

}  // namespace kbc
