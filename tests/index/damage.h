// Damage to the bytes of an index, and its checksums made right again so that what looks beyond
// them is reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "kbx/format.h"

namespace kbc {

inline void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t size) {
  for (std::size_t byte = 0; byte < size && at + byte < bytes.size(); ++byte) {
    bytes[at + byte] = static_cast<char>(value >> (8 * byte));
  }
}
inline void put16(std::string& bytes, std::size_t at, std::uint64_t value) {
  put(bytes, at, value, 2);
}
inline void put32(std::string& bytes, std::size_t at, std::uint64_t value) {
  put(bytes, at, value, 4);
}
inline void put64(std::string& bytes, std::size_t at, std::uint64_t value) {
  put(bytes, at, value, 8);
}

// Where the row of a section stands in the section table of an index that kbc has written.
inline std::size_t table_row(kbx::Section section) {
  return kbx::kHeaderBytes + static_cast<std::size_t>(section) * kbx::kSectionRowBytes;
}

// Where a section itself begins.
inline std::size_t begin_of(const std::string& bytes, kbx::Section section) {
  return kbx::load64(bytes.data() + table_row(section) + kbx::SectionAt::kOffset);
}
inline std::size_t row_begin(const std::string& bytes, kbx::Section section, std::size_t row) {
  return begin_of(bytes, section) + row * kbx::info_of(section).stride;
}

// How many rows of the section table lie in the bytes.
inline std::size_t rows_inside(std::string_view bytes) {
  if (bytes.size() < kbx::kHeaderBytes) return 0;
  const std::size_t said = kbx::load32(bytes.data() + kbx::HeaderAt::kSectionCount);
  const std::size_t room = (bytes.size() - kbx::kHeaderBytes) / kbx::kSectionRowBytes;
  return said < room ? said : room;
}

inline void fix_section_checksums(std::string& bytes) {
  for (std::size_t row = 0; row < rows_inside(bytes); ++row) {
    const std::size_t at = kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
    const std::uint64_t offset = kbx::load64(bytes.data() + at + kbx::SectionAt::kOffset);
    const std::uint64_t size = kbx::load64(bytes.data() + at + kbx::SectionAt::kSize);
    if (offset > bytes.size() || size > bytes.size() - offset) continue;
    const std::string_view section = std::string_view(bytes).substr(offset, size);
    put64(bytes, at + kbx::SectionAt::kChecksum, kbx::checksum(section));
  }
}

// Also the size that the header says.
inline void fix_header(std::string& bytes) {
  if (bytes.size() < kbx::kHeaderBytes) return;
  put64(bytes, kbx::HeaderAt::kFileBytes, bytes.size());
  const std::size_t table = rows_inside(bytes) * kbx::kSectionRowBytes;
  kbx::Checksum sum;
  sum.add(std::string_view(bytes).substr(0, kbx::HeaderAt::kChecksum));
  sum.add(std::string_view(bytes).substr(kbx::kHeaderBytes, table));
  put64(bytes, kbx::HeaderAt::kChecksum, sum.value());
}

inline void fix_checksums(std::string& bytes) {
  fix_section_checksums(bytes);
  fix_header(bytes);
}

// A copy with nothing behind its last byte, so that a sanitizer sees every step outside.
class ExactCopy {
 public:
  explicit ExactCopy(std::string_view bytes)
      : bytes_(std::make_unique<char[]>(bytes.size())), size_(bytes.size()) {
    if (!bytes.empty()) std::memcpy(bytes_.get(), bytes.data(), bytes.size());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace kbc
