#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "emit/table_fields.h"
#include "kbx/format.h"
#include "link/image.h"

namespace kbc {

// The texts of one field, in the order in which they were first asked for, by the rule of pages
// (kbx::kPageBytes), each once. Views the texts.
class FieldTexts {
 public:
  std::uint32_t place(std::string_view text);

  std::uint32_t size() const { return size_; }
  const std::vector<std::pair<std::uint32_t, std::string_view>>& all() const { return all_; }

 private:
  std::uint32_t size_ = 0;
  std::vector<std::pair<std::uint32_t, std::string_view>> all_;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

// Rows of a section, whole or one field of each.
struct TableColumn {
  kbx::Section section;
  std::size_t at;  // of the field; kWholeRows for all of them
  std::uint32_t stride;
  std::string name;  // a C++ name, of what it is
  std::string bytes;
};
inline constexpr std::size_t kWholeRows = static_cast<std::size_t>(-1);

// A field that has texts, and where they are: several fields may share a pool.
struct FieldPool {
  kbx::Section section;
  std::size_t at;
  std::size_t pool;  // in pools
};

struct TextPool {
  std::string name;
  FieldTexts texts;
};

// A knowledge base as a C++ table holds it. An image keeps the fields of an entry together, since
// they are read together from a disk; here each field is apart, with its own texts, so that what a
// program never reads is in objects of its own, which a linker leaves out.
struct TableColumns {
  // How many rows the sections have whose fields are apart.
  std::vector<std::pair<kbx::Section, std::size_t>> rows;
  std::vector<TableColumn> columns;
  std::vector<TextPool> pools;
  std::vector<FieldPool> field_pools;
};

// Of the fields that are chosen.
TableColumns table_columns(const Image& image, const TableFields& fields);

// Whether a table keeps each field of the section's rows apart.
bool is_by_field(kbx::Section section);

}  // namespace kbc
