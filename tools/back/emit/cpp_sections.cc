#include "emit/cpp_sections.h"

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "emit/cpp_literal.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// A chunk of rows has at most as many bytes.
constexpr std::size_t kRowChunkBytes = 2304;

std::string rows_of(kbx::Section section) {
  return "Rows<::kbx::Section{" + std::to_string(static_cast<unsigned>(section)) + "}>";
}

// Writes one section: first its literals, then their table.
class SectionWriter {
 public:
  SectionWriter(kbx::Section section, std::ostream& out) : section_(section), out_(out) {
    for (const char letter : std::string_view(kbx::info_of(section).tag)) {
      prefix_ += lower_ascii(letter);
    }
  }

  void chunk(std::string_view bytes) {
    const std::string name = prefix_ + std::to_string(++literals_);
    std::string text = "inline constexpr const char* " + name + " =";
    append_literal(text, bytes, "\n    ");
    text += ";\n";
    out_ << text;
    pointers_.push_back(name);
  }

  // Another page of the chunk that was written last.
  void page_of_last(std::size_t offset) {
    pointers_.push_back(prefix_ + std::to_string(literals_) + " + " + std::to_string(offset));
  }

  void table(std::size_t count, unsigned shift) {
    const std::string type = "Chunks<" + std::to_string(pointers_.size()) + ">";
    out_ << "template <>\nstruct " << rows_of(section_) << " {  // " << prefix_
         << "\n  static constexpr std::uint32_t kCount = " << count << ", kShift = " << shift
         << ";\n  static const " << type << " kLinked;\n  static constexpr " << type
         << " kChunks = {{";
    for (std::size_t at = 0; at < pointers_.size(); ++at) {
      out_ << (at % 10 == 0 ? "\n      " : " ") << pointers_[at] << ',';
    }
    out_ << "}};\n};\n\n";
  }

 private:
  kbx::Section section_;
  std::string prefix_;
  std::ostream& out_;
  std::size_t literals_ = 0;
  std::vector<std::string> pointers_;
};

// Collects the texts of a page, or of as many pages as a long text takes.
class PageWriter {
 public:
  explicit PageWriter(SectionWriter& section) : section_(section) {}

  void add(std::uint32_t offset, std::string_view text) {
    while (offset / kbx::kPageBytes >= first_page_ + pages()) finish();
    bytes_.append(offset - first_page_ * kbx::kPageBytes - bytes_.size(), '\0');
    bytes_ += text;
  }

  void finish() {
    section_.chunk(bytes_);
    for (std::size_t page = 1; page < pages(); ++page) {
      section_.page_of_last(page * kbx::kPageBytes);
    }
    first_page_ += pages();
    bytes_.clear();
  }

 private:
  std::size_t pages() const {
    return bytes_.empty() ? 1 : (bytes_.size() + kbx::kPageBytes - 1) / kbx::kPageBytes;
  }

  SectionWriter& section_;
  std::size_t first_page_ = 0;
  std::string bytes_;
};

}  // namespace

void write_rows(kbx::Section section, std::string_view bytes, std::ostream& out) {
  if (bytes.empty()) return;
  const std::size_t stride = kbx::info_of(section).stride;
  unsigned shift = 0;
  while (stride << (shift + 1) <= kRowChunkBytes) ++shift;
  SectionWriter writer(section, out);
  for (std::size_t at = 0; at < bytes.size(); at += stride << shift) {
    writer.chunk(bytes.substr(at, stride << shift));
  }
  writer.table(bytes.size() / stride, shift);
}

void write_pool(kbx::Section section, const PlacedStrings& pool, std::ostream& out) {
  SectionWriter writer(section, out);
  PageWriter pages(writer);
  pool.each_text([&](std::uint32_t offset, std::string_view text) { pages.add(offset, text); });
  pages.finish();
  unsigned shift = 0;
  while (std::uint32_t{1} << shift < kbx::kPageBytes) ++shift;
  writer.table(pool.size(), shift);
}

void write_linked(kbx::Section section, std::ostream& out) {
  const std::string rows = rows_of(section);
  out << "decltype(" << rows << "::kLinked) " << rows << "::kLinked = " << rows << "::kChunks;\n";
}

}  // namespace kbc
