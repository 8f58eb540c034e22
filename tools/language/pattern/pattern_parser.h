#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "pattern/construct.h"
#include "pattern/syntax_tree.h"

namespace kbc {

// Reads one pattern from left to right, for parse_pattern(). What RE2 does is followed to the
// letter, since its verdict has to be foretold.
class PatternParser {
 public:
  PatternParser(std::string_view text, PatternFlags flags);

  SyntaxTree parse() &&;

 private:
  // Nodes in a row, linked by `next`.
  struct List {
    NodeId first = kNoNode;
    NodeId last = kNoNode;
    NodeId last_item = kNoNode;  // what a repeat would repeat: the last that is no setting of flags
    NodeId before_item = kNoNode;  // the node before it, whatever that is
    std::size_t count = 0;
    std::uint32_t item_repeats = 1;  // how often the repeats in last_item multiply up to
  };

  // A group that is open; the first is the whole pattern.
  struct Group {
    std::size_t begin = 0;         // of its bracket
    std::size_t branch_begin = 0;  // of the branch that is being read
    Construct construct = Construct::group;
    PatternFlags outer_flags = 0;      // to go back to at its end
    std::optional<std::size_t> fault;  // by number, when RE2 does not have such groups
    List branches;
    List items;                 // of the branch that is being read
    std::uint32_t repeats = 1;  // the largest item_repeats so far
  };

  // An escape outside or inside a class.
  struct Escape {
    enum class Kind : std::uint8_t { kCharacter, kNamedClass, kNoCharacter };
    Kind kind = Kind::kNoCharacter;
    Construct construct = Construct::plain;
    char32_t value = 0;
  };
  enum class Place : std::uint8_t { kOutside, kInClass };

  // parse_pattern.cc
  void step();
  void read_character(Construct construct);
  void read_assertion(std::size_t length, Assertion assertion, Construct construct);
  void read_quoted();
  void read_bar();
  void close_group();
  void end_branch(Group& group);
  NodeId end_group(Group& group);
  void close_what_is_open();
  char32_t take_character();

  // parse_group.cc
  void open_group();
  void open(Construct construct, std::size_t length, PatternFlags flags_inside);
  bool open_flags();
  void open_python_name();
  bool read_whole_group();
  bool open_foreign_group();
  void open_foreign(Construct construct, std::size_t length);

  // parse_repeat.cc
  void read_sign();
  bool read_counted();
  void add_repeat(std::size_t begin, std::uint32_t least, std::uint32_t most);
  bool is_repeat_allowed(std::size_t begin, std::uint32_t least, std::uint32_t most);
  bool take_bounds(std::uint32_t& least, std::uint32_t& most);
  std::optional<std::uint32_t> take_number();

  // parse_escape.cc
  void read_backslash();
  Escape read_escape(Place place);
  Escape read_octal(std::size_t begin);
  Escape read_hex(std::size_t begin);
  Escape read_unicode_class(std::size_t begin);
  Escape read_foreign_escape(std::size_t begin, Place place);
  Escape foreign_escape(std::size_t begin, Construct construct, std::size_t length, Place place);
  Escape unknown_escape(std::size_t begin);

  // parse_class.cc
  void read_class();
  void read_member(List& members);
  bool read_posix_class(List& members);
  Escape read_class_character();
  void add_member(SyntaxNode member, List& members);

  std::string_view rest() const { return text_.substr(at_); }
  bool is_next(std::string_view expected) const { return rest().starts_with(expected); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool is_at_end() const { return at_ >= text_.size(); }

  NodeId add(SyntaxKind kind, std::size_t begin, Construct construct = Construct::plain);
  void link(List& list, NodeId node);
  void append(NodeId node, std::uint32_t repeats = 1);  // to the branch that is being read
  std::size_t add_fault(FaultKind kind, std::size_t begin, std::size_t end,
                        Construct construct = Construct::plain);
  NodeId add_foreign(Construct construct, std::size_t begin);

  std::string_view text_;
  std::size_t at_ = 0;
  PatternFlags flags_ = 0;
  SyntaxTree tree_;
  std::vector<Group> open_;
  std::optional<std::size_t> last_repeat_;  // where the repeat begins that has just been read
  bool has_unclosed_class_ = false;         // then `[` is a character from there on
  bool has_no_posix_end_ = false;           // no `:]` from there on
  bool has_no_name_end_ = false;            // no `>` from there on
};

}  // namespace kbc
