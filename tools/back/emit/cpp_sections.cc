#include "emit/cpp_sections.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "emit/cpp_literal.h"

namespace kbc {
namespace {

// A chunk of rows has at most as many bytes.
constexpr std::size_t kRowChunkBytes = 2304;

std::string spelled(kbx::Section section) {
  return "::kbx::Section{" + std::to_string(static_cast<unsigned>(section)) + '}';
}

std::string rows_of(kbx::Section section) { return "Rows<" + spelled(section) + '>'; }

std::string field_of(std::string_view form, kbx::Section section, std::size_t at) {
  return std::string(form) + '<' + spelled(section) + ", " + std::to_string(at) + '>';
}

std::string type_of(const TableColumn& column) {
  return column.at == kWholeRows ? rows_of(column.section)
                                 : field_of("Field", column.section, column.at);
}

// The field that a pool of texts belongs to: the first that has it.
std::string type_of(const TableColumns& table, std::size_t pool) {
  for (const FieldPool& field : table.field_pools) {
    if (field.pool == pool) return field_of("Texts", field.section, field.at);
  }
  return {};
}

// Writes one column: first its literals, then their table.
class ColumnWriter {
 public:
  ColumnWriter(std::string name, std::ostream& out) : name_(std::move(name)), out_(out) {}

  void chunk(std::string_view bytes) {
    std::string text = "KBC_LITERAL(" + name_ + '_' + std::to_string(++literals_) + ") =";
    // With a NUL in it, clang gives a literal a section of its own; others it would put together.
    append_literal(text, std::string(bytes) + '\0', "\n    ");
    text += ";\n";
    out_ << text;
    pointers_.push_back(name_ + '_' + std::to_string(literals_));
  }

  // Another page of the chunk that was written last.
  void page_of_last(std::size_t offset) {
    pointers_.push_back(name_ + '_' + std::to_string(literals_) + " + " + std::to_string(offset));
  }

  // The constants are members that the specialisation has besides.
  void table(std::string_view type, std::string_view constants) {
    const std::string chunks = "Chunks<" + std::to_string(pointers_.size()) + ">";
    out_ << "template <>\nstruct " << type << " {  // " << name_
         << "\n  static constexpr std::uint32_t " << constants << ";\n  static const " << chunks
         << " kLinked;\n  static constexpr " << chunks << " kChunks = {{";
    for (std::size_t at = 0; at < pointers_.size(); ++at) {
      out_ << (at % 10 == 0 ? "\n      " : " ") << pointers_[at] << ',';
    }
    out_ << "}};\n};\n\n";
  }

 private:
  std::string name_;
  std::ostream& out_;
  std::size_t literals_ = 0;
  std::vector<std::string> pointers_;
};

// Collects the texts of a page, or of as many pages as a long text takes.
class PageWriter {
 public:
  explicit PageWriter(ColumnWriter& column) : column_(column) {}

  void add(std::uint32_t offset, std::string_view text) {
    while (offset / kbx::kPageBytes >= first_page_ + pages()) finish();
    bytes_.append(offset - first_page_ * kbx::kPageBytes - bytes_.size(), '\0');
    bytes_ += text;
  }

  void finish() {
    column_.chunk(bytes_);
    for (std::size_t page = 1; page < pages(); ++page) {
      column_.page_of_last(page * kbx::kPageBytes);
    }
    first_page_ += pages();
    bytes_.clear();
  }

 private:
  std::size_t pages() const {
    return bytes_.empty() ? 1 : (bytes_.size() + kbx::kPageBytes - 1) / kbx::kPageBytes;
  }

  ColumnWriter& column_;
  std::size_t first_page_ = 0;
  std::string bytes_;
};

void write_column(std::string_view type, const std::string& name, std::string_view bytes,
                  std::size_t stride, std::ostream& out) {
  unsigned shift = 0;
  while (stride << (shift + 1) <= kRowChunkBytes) ++shift;
  ColumnWriter writer(name, out);
  for (std::size_t at = 0; at < bytes.size(); at += stride << shift) {
    writer.chunk(bytes.substr(at, stride << shift));
  }
  writer.table(type, "kCount = " + std::to_string(bytes.size() / stride) + ", kStride = " +
                         std::to_string(stride) + ", kShift = " + std::to_string(shift));
}

void write_empty(std::string_view type, std::string_view name, std::ostream& out) {
  out << "template <>\nstruct " << type << " : Empty {};  // " << name << "\n\n";
}

void write_texts(std::string_view type, const TextPool& pool, std::ostream& out) {
  ColumnWriter writer(pool.name, out);
  PageWriter pages(writer);
  for (const auto& [offset, text] : pool.texts.all()) pages.add(offset, text);
  pages.finish();
  writer.table(type, "kCount = " + std::to_string(pool.texts.size()));
}

}  // namespace

void write_rows(kbx::Section section, std::string_view name, std::string_view bytes,
                std::ostream& out) {
  if (bytes.empty()) return;
  write_column(rows_of(section), std::string(name), bytes, kbx::info_of(section).stride, out);
}

void write_columns(const TableColumns& table, std::ostream& out) {
  for (const auto& [section, count] : table.rows) {
    out << "template <>\nstruct " << rows_of(section) << " {\n  static constexpr std::uint32_t "
        << "kCount = " << count << ";\n};\n\n";
  }
  for (const TableColumn& column : table.columns) {
    if (column.bytes.empty()) {
      write_empty(type_of(column), column.name, out);
    } else {
      write_column(type_of(column), column.name, column.bytes, column.stride, out);
    }
  }
  for (const FieldPool& field : table.field_pools) {
    const TextPool& pool = table.pools[field.pool];
    const std::string type = field_of("Texts", field.section, field.at);
    const std::string owner = type_of(table, field.pool);
    if (type != owner) {
      out << "template <>\nstruct " << type << " : " << owner << " {};\n\n";
    } else if (pool.texts.all().empty()) {
      write_empty(type, pool.name, out);
    } else {
      write_texts(type, pool, out);
    }
  }
}

void write_linked(const TableColumns& table, std::ostream& out) {
  const auto define = [&out](const std::string& type) {
    out << "decltype(" << type << "::kLinked) " << type << "::kLinked = " << type << "::kChunks;\n";
  };
  for (const TableColumn& column : table.columns) {
    if (!column.bytes.empty()) define(type_of(column));
  }
  for (std::size_t pool = 0; pool < table.pools.size(); ++pool) {
    if (!table.pools[pool].texts.all().empty()) define(type_of(table, pool));
  }
}

}  // namespace kbc
