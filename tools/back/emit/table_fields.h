#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "kbx/fields.h"
#include "kbx/view.h"

namespace kbc {

// Which fields of entries a C++ table holds: all, or those that were chosen, and always the id. A
// field of an item of a list has a name of two parts, `workarounds.action`; the name of the list
// means all of them.
class TableFields {
 public:
  // All.
  TableFields();

  // Only the id, for add.
  static TableFields none();

  // Of every name that may be added, in the order of the entry format.
  static std::vector<std::string_view> names();

  // Requires: the name is one of names().
  void add(std::string_view name);
  // The fields of one name of an entry, whatever was chosen of its items.
  void remove(std::string_view name);

  // Whether a table has the field at this place of the rows of a section. Links of all kinds are in
  // one section; it has what any of them has.
  bool has(kbx::Section section, std::size_t at) const;
  // The same for a field of an entry by its name.
  bool has(std::string_view name) const;
  // The same for links of one kind.
  bool has_of_links(kbx::LinkKind kind, std::size_t at) const;
  bool has_links() const;
  bool is_all() const;

  friend bool operator==(const TableFields&, const TableFields&) = default;

 private:
  // Places: of a field in the row of an entry, and in the rows of the list that it is.
  std::set<std::pair<std::size_t, std::size_t>> chosen_;
};

}  // namespace kbc
