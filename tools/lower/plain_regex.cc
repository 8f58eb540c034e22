#include "lower/plain_regex.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace kbc {

// All ways through the automaton at once, one character of the text after the other.
class PlainRegexSearch {
 public:
  explicit PlainRegexSearch(const PlainRegex& regex) : regex_(regex) {
    std::fill_n(seen_.begin(), regex.size(), 0U);
    matches_empty_ = reach(regex.start_, starts_);
  }

  bool matches_empty() const { return matches_empty_; }

  bool finds(std::string_view text) {
    if (matches_empty_) return true;
    std::array<List, 2> lists;
    List* now = &lists[0];
    List* after = &lists[1];
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint character = character_at(text, at);
      if (character.value == kReplacementCharacter && character.length == 1) return false;
      at += character.length;
      after->size = 0;
      ++step_;
      // Each place of the text may be where the match begins.
      if (advance(starts_, character.value, *after) || advance(*now, character.value, *after)) {
        return true;
      }
      std::swap(now, after);
    }
    return false;
  }

 private:
  using Node = PlainRegex::Node;

  // Nodes that take a character, each once.
  struct List {
    std::array<std::uint16_t, PlainRegex::kMostNodes> nodes;
    std::size_t size = 0;
  };

  // decode(), which most characters do not need.
  static CodePoint character_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1} : decode(text, at);
  }

  // Letters beyond ASCII have to be the very same ones: RE2 knows more pairs, never fewer.
  bool takes(const Node& node, char32_t character) const {
    switch (node.kind) {
      case Node::Kind::kCharacter:
        if (regex_.ignores_case_ && character >= 'A' && character <= 'Z') character += 'a' - 'A';
        return character == node.value;
      case Node::Kind::kAny:
        return character != '\n';
      case Node::Kind::kClass:
        return character < 128 && regex_.classes_[node.value][character];
      default:
        return false;
    }
  }

  // Adds to `after` what follows the nodes of `from` that take the character. True at the end.
  bool advance(const List& from, char32_t character, List& after) {
    for (std::size_t index = 0; index < from.size; ++index) {
      const Node& node = regex_.nodes_[from.nodes[index]];
      if (takes(node, character) && reach(node.next, after)) return true;
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
      if (node.kind == Node::Kind::kMatch) return true;
      if (node.kind == Node::Kind::kFork) waiting_[count++] = node.other;
      if (node.kind == Node::Kind::kFork || node.kind == Node::Kind::kEmpty) {
        waiting_[count++] = node.next;
      } else {
        list.nodes[list.size++] = index;
      }
    }
    return false;
  }

  const PlainRegex& regex_;
  List starts_;
  bool matches_empty_ = false;
  std::uint32_t step_ = 1;
  std::array<std::uint32_t, PlainRegex::kMostNodes> seen_;  // the step that came by last
  // Every node is taken from here once, and then leaves at most one more than before.
  std::array<std::uint16_t, PlainRegex::kMostNodes + 1> waiting_;
};

bool PlainRegex::matches_empty() const { return PlainRegexSearch(*this).matches_empty(); }

std::optional<bool> PlainRegex::matches(std::string_view text) const {
  if (PlainRegexSearch(*this).finds(text)) return true;
  if (is_ascii_ && is_ascii(text)) return false;
  return {};
}

}  // namespace kbc
