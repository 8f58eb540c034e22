// Thompson's simulation: all states that the text so far can lead to, as a list, one character
// after the other; a match may begin at each. It never goes back, so that a text costs its length
// times the number of nodes at most, whatever the regex.
#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <utility>

#include "regex/plain_regex.h"
#include "text/ascii.h"
#include "text/case_fold.h"
#include "text/utf8.h"

namespace kbc {

// All ways through the automaton at once, one character of the text after the other.
class PlainRegexSearch {
 public:
  explicit PlainRegexSearch(const PlainRegex& regex) : regex_(regex) {
    std::fill_n(seen_.begin(), regex.size(), 0U);
  }

  // PlainRegex::find(), where nothing repeated is empty. All threads of a place, those with a
  // greater claim first: a match ends those behind it.
  std::optional<TextRange> find(std::string_view text) {
    std::optional<TextRange> match;
    Threads* now = &threads_[0];
    Threads* after = &threads_[1];
    set_place(text, 0);
    for (std::size_t at = 0;;) {
      if (!match && follow(regex_.start_, at, *now)) match = TextRange{at, 0};
      if (at == text.size() || (match && now->size == 0)) break;
      const CodePoint character = character_at(text, at);
      if (is_fault(character)) return {};
      at += character.length;
      set_place(text, at);
      after->size = 0;
      ++step_;
      const char32_t folded = fold_quickly(character.value);
      for (std::size_t index = 0; index < now->size; ++index) {
        const Node& node = regex_.nodes_[now->nodes[index]];
        const std::size_t begin = now->begins[index];
        if (!takes(node, character.value, folded) || !follow(node.next, begin, *after)) continue;
        match = TextRange{begin, at - begin};
        break;
      }
      std::swap(now, after);
    }
    return match;
  }

  bool finds(std::string_view text) {
    return regex_.has_assertions_ ? finds_where_assertions_hold(text) : finds_anywhere(text);
  }

 private:
  using Node = PlainRegex::Node;

  // Nodes that take a character, each once.
  struct List {
    std::array<std::uint16_t, PlainRegex::kMostNodes> nodes;
    std::size_t size = 0;
  };

  // The same with the places where the matches begin.
  struct Threads : List {
    std::array<std::size_t, PlainRegex::kMostNodes> begins;
  };

  // Adds what is reached from `first`, for a match that begins at `begin`. True at the end.
  bool follow(std::uint16_t first, std::size_t begin, Threads& threads) {
    const std::size_t before = threads.size;
    const bool is_match = reach(first, threads);
    for (std::size_t index = before; index < threads.size; ++index) threads.begins[index] = begin;
    return is_match;
  }

  // What follows does not depend on the place, so that the beginnings are the same everywhere.
  bool finds_anywhere(std::string_view text) {
    if (reach(regex_.start_, starts_)) return true;
    find_beginnings();
    List* now = &lists_[0];
    List* after = &lists_[1];
    for (std::size_t at = 0;;) {
      if (now->size == 0) at = skip(text, at);
      if (at == text.size()) break;
      const CodePoint character = character_at(text, at);
      if (is_fault(character)) return false;
      at += character.length;
      after->size = 0;
      ++step_;
      const char32_t folded = fold_quickly(character.value);
      // Each place of the text may be where the match begins.
      if (advance(starts_, character.value, folded, *after) ||
          advance(*now, character.value, folded, *after)) {
        return true;
      }
      std::swap(now, after);
    }
    return false;
  }

  // Which characters of ASCII the beginnings take.
  void find_beginnings() {
    const auto add = [this](char32_t character) {
      if (character < begins_.size()) begins_[character] = true;
    };
    for (std::size_t index = 0; index < starts_.size; ++index) {
      const Node& node = regex_.nodes_[starts_.nodes[index]];
      if (node.kind == Node::Kind::kSet) {
        const std::bitset<128>& ascii = regex_.sets_[node.value].ascii;
        for (std::size_t c = 0; c < begins_.size(); ++c) begins_[c] = begins_[c] || ascii[c];
        continue;
      }
      add(node.value);
      if (node.kind == Node::Kind::kFolded && is_lower(node.value)) add(node.value - ('a' - 'A'));
    }
  }

  // The first place from there at which a match may begin, which is most of a search that finds
  // little.
  std::size_t skip(std::string_view text, std::size_t at) const {
    while (at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte >= begins_.size() || begins_[byte]) break;
      ++at;
    }
    return at;
  }

  bool finds_where_assertions_hold(std::string_view text) {
    List* now = &lists_[0];
    List* after = &lists_[1];
    set_place(text, 0);
    for (std::size_t at = 0;;) {
      if (reach(regex_.start_, *now)) return true;
      if (at == text.size()) return false;
      const CodePoint character = character_at(text, at);
      if (is_fault(character)) return false;
      at += character.length;
      set_place(text, at);
      after->size = 0;
      ++step_;
      if (advance(*now, character.value, fold_quickly(character.value), *after)) return true;
      std::swap(now, after);
    }
  }

  // decode(), which most characters do not need.
  static CodePoint character_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1} : decode(text, at);
  }

  static bool is_fault(CodePoint character) {
    return character.length == 1 && character.value == kReplacementCharacter;
  }

  static char32_t fold_quickly(char32_t value) {
    if (value >= 0x80) return fold(value);
    return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
  }

  void set_place(std::string_view text, std::size_t at) {
    const auto set = [this](Assertion assertion, bool holds) {
      holds_[static_cast<std::size_t>(assertion)] = holds;
    };
    set(Assertion::kTextStart, at == 0);
    set(Assertion::kTextEnd, at == text.size());
    set(Assertion::kLineStart, at == 0 || text[at - 1] == '\n');
    set(Assertion::kLineEnd, at == text.size() || text[at] == '\n');
  }

  bool takes(const Node& node, char32_t character, char32_t folded) const {
    switch (node.kind) {
      case Node::Kind::kCharacter:
        return character == node.value;
      case Node::Kind::kFolded:
        return folded == node.value;
      case Node::Kind::kSet:
        if (character < 128) return regex_.sets_[node.value].ascii[character];
        return holds(regex_.sets_[node.value].ranges, character);
      default:
        return false;
    }
  }

  // Adds to `after` what follows the nodes of `from` that take the character. True at the end.
  bool advance(const List& from, char32_t character, char32_t folded, List& after) {
    for (std::size_t index = 0; index < from.size; ++index) {
      const Node& node = regex_.nodes_[from.nodes[index]];
      if (takes(node, character, folded) && reach(node.next, after)) return true;
    }
    return false;
  }

  // Adds the nodes that take a character and are reached from `first` without one. True at the end.
  bool reach(std::uint16_t first, List& list) {
    waiting_[0] = first;
    for (std::size_t count = 1; count > 0;) {
      const std::uint16_t index = waiting_[--count];
      if (seen_[index] == step_) continue;
      seen_[index] = step_;
      const Node& node = regex_.nodes_[index];
      switch (node.kind) {
        case Node::Kind::kMatch:
          return true;
        case Node::Kind::kFork:
          waiting_[count++] = node.other;
          waiting_[count++] = node.next;
          break;
        case Node::Kind::kEmpty:
          waiting_[count++] = node.next;
          break;
        case Node::Kind::kAssertion:
          if (holds_[node.value]) waiting_[count++] = node.next;
          break;
        default:
          list.nodes[list.size++] = index;
      }
    }
    return false;
  }

  const PlainRegex& regex_;
  List starts_;
  std::array<bool, 128> begins_{};
  std::array<List, 2> lists_;
  std::array<Threads, 2> threads_;
  std::array<bool, 4> holds_{};  // by Assertion, at the place of the text
  std::uint32_t step_ = 1;
  std::array<std::uint32_t, PlainRegex::kMostNodes> seen_;  // the step that came by last
  // Every node is taken from here once, and then leaves at most one more than before.
  std::array<std::uint16_t, PlainRegex::kMostNodes + 1> waiting_;
};

bool PlainRegex::matches_empty() const { return PlainRegexSearch(*this).finds({}); }

std::optional<bool> PlainRegex::matches(std::string_view text) const {
  if (PlainRegexSearch(*this).finds(text)) return true;
  if (!first_invalid_utf8(text)) return false;
  return {};
}

std::optional<TextRange> PlainRegex::find(std::string_view text) const {
  if (repeats_empty_ || first_invalid_utf8(text)) return {};
  return PlainRegexSearch(*this).find(text);
}

}  // namespace kbc
