#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/arena.h"
#include "core/span.h"

namespace kbc {

enum class Kind : std::uint8_t { kNull, kFalse, kTrue, kNumber, kString, kArray, kObject };

// One JSON value, or one member's name, in a Document.
struct Node {
  Span span;                  // the whole token, quotes or brackets included
  std::uint32_t next = 0;     // the first node after this one and all below it
  std::uint32_t parent = 0;   // the array or object around it; for a member's value, its name
  std::uint32_t ordinal = 0;  // position among the parent's elements or members, from 0
  std::uint32_t count = 0;    // elements or members, of an array or object
  std::string_view text;      // a string's decoded value; a number as it is written
  Kind kind = Kind::kNull;
  bool is_name = false;  // a member's name: its value is the next node
  bool escaped = false;  // a string whose literal holds an escape
  bool damaged = false;  // the parser had to guess its value: a fault was reported, ask no more

  bool is(Kind wanted) const { return kind == wanted; }
  bool is_bool() const { return kind == Kind::kFalse || kind == Kind::kTrue; }
  // A number's nearest double; infinite for one that is out of range, 0 for what is no number.
  double number() const;
};

// A JSON text as nodes in the order of their places (preorder), each with its span. An object's
// children are name, value, name, value. The first child follows its parent, the others by
// Node::next until `next` of the parent itself. Views the Source's text and its own arena;
// duplicate names are all there. Empty when the text could not be parsed.
class Document {
 public:
  static constexpr std::uint32_t kNoNode = 0xffffffff;

  bool empty() const { return nodes_.empty(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  const Node& operator[](std::uint32_t index) const { return nodes_[index]; }
  const Node& root() const { return nodes_.front(); }

  // The value of the first member with this name, or kNoNode.
  std::uint32_t member(std::uint32_t object, std::string_view name) const;

  // The value that a JSON Pointer (RFC 6901) leads to from another, or kNoNode.
  std::uint32_t at_pointer(std::uint32_t from, std::string_view pointer) const;

  // The innermost value or name that starts at or before offset and holds it; the root if none.
  std::uint32_t node_at(std::uint32_t offset) const;

  // The JSON Pointer (RFC 6901) of a node; of a name, that of its member.
  std::string pointer(std::uint32_t node) const;

  // For the parser.
  std::vector<Node>& nodes() { return nodes_; }
  Arena& arena() { return arena_; }
  // Empties it, but keeps its memory: reading many texts into one Document is cheap.
  void clear();
  // Takes over a text that nodes view.
  void keep(std::unique_ptr<std::string> text) { kept_ = std::move(text); }
  // Marks the innermost node at offset as damaged.
  void mark_damaged(std::uint32_t offset);
  // Gives the innermost node at offset the text that it stands for.
  void set_text(std::uint32_t offset, std::string_view text);

 private:
  std::vector<Node> nodes_;
  Arena arena_;
  std::unique_ptr<std::string> kept_;
};

// Appends the step of a JSON Pointer that leads to a member's name or an element.
void append_pointer_step(std::string& pointer, const Node& step);

// Appends one JSON Pointer token, escaped.
void append_pointer_token(std::string& pointer, std::string_view token);

// A text that two nodes share exactly when JSON Schema calls their values equal (numbers by value,
// objects without regard to the order of members).
std::string canonical(const Document& document, std::uint32_t node);

}  // namespace kbc
