#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.h"
#include "parse/document.h"

namespace kbc {

// Changes to a JSON text that leave the rest of it as it is: comments, blanks, the order of
// members. What is added stands last and is laid out like what is there. The one way to change a
// file that people write, such as kbc.json.
class JsonEdits {
 public:
  // Views both. Requires: the document is that of the text, and not empty.
  JsonEdits(std::string_view text, const Document& document);

  // Puts other JSON in the place of a value.
  void replace(std::uint32_t value, std::string_view json);

  // Adds a member or an element.
  void add_member(std::uint32_t object, std::string_view name, std::string_view json);
  void add_element(std::uint32_t array, std::string_view json);

  // Takes an element, or a member by its name, out of what holds it, with the comma and comments
  // between it and the one before. Requires: nothing in it is changed.
  void remove(std::uint32_t child);

  // What ends a line of the text; empty for a text in one line.
  std::string_view line_end() const { return line_end_; }

  bool empty() const { return replaced_.empty() && holders_.empty(); }

  // The text with all of that done.
  std::string text() const;

 private:
  // What becomes of one object or array.
  struct Changes {
    std::set<std::uint32_t> removed;
    std::vector<std::string> added;  // as JSON
  };

  std::vector<Span> children_of(std::uint32_t holder, std::vector<bool>& is_removed) const;
  void edit(std::uint32_t holder, const Changes& changes, std::vector<Edit>& edits) const;
  void edit_empty(std::uint32_t holder, Span content, const Changes& changes,
                  std::vector<Edit>& edits) const;
  std::string indent_of(std::uint32_t offset) const;
  std::string separator_before(std::uint32_t from, std::uint32_t child) const;
  std::uint32_t end_of_line(std::uint32_t offset) const;

  std::string_view text_;
  const Document& document_;
  std::string_view line_end_;
  std::vector<Edit> replaced_;
  std::map<std::uint32_t, Changes> holders_;
};

}  // namespace kbc
