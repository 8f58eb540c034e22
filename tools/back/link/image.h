#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kbx/format.h"
#include "link/string_pool.h"

namespace kbc {

// A pool of strings as it will be in a file: the texts in the order in which they were placed,
// by the rule of pages (kbx::kPageBytes), each once. The texts are the StringPool's own.
class PlacedStrings {
 public:
  explicit PlacedStrings(const StringPool& pool)
      : pool_(&pool), offsets_(pool.id_limit(), kUnset) {}

  // Where the text is; it is put at the end if it has no place yet.
  std::uint32_t place(StringId id);

  std::string_view text(StringId id) const { return pool_->text(id); }
  // The bytes of a text that was placed there, or of a part of one.
  std::string_view text_at(std::uint32_t offset, std::uint32_t length) const;
  std::uint64_t size() const { return size_; }
  // 32 bits cannot tell the places of more.
  bool is_too_large() const { return size_ >= kUnset; }

  // Calls visit(offset, text) for each text, in the order of their places.
  template <typename Visit>
  void each_text(const Visit& visit) const {
    for (const StringId id : order_) visit(offsets_[id], pool_->text(id));
  }

  // Calls write(std::string_view) with the bytes, gaps included, from the first to the last.
  template <typename Write>
  void each(const Write& write) const {
    static constexpr std::string_view kZeros(kGap, kbx::kPageBytes);
    std::uint64_t at = 0;
    each_text([&](std::uint32_t offset, std::string_view text) {
      if (offset > at) write(kZeros.substr(0, offset - at));
      write(text);
      at = offset + text.size();
    });
  }

 private:
  static constexpr std::uint32_t kUnset = 0xFFFFFFFF;
  static constexpr char kGap[kbx::kPageBytes] = {};

  const StringPool* pool_;
  std::vector<std::uint32_t> offsets_;  // by StringId
  std::vector<StringId> order_;
  std::uint64_t size_ = 0;
};

// Rows of one section, little-endian.
class RowTable {
 public:
  void start(std::uint32_t stride) {
    stride_ = stride;
    bytes_.resize(bytes_.size() + stride);
  }
  // Into the row that was started last.
  void put16(std::size_t at, std::uint32_t value) { put(at, value, 2); }
  void put32(std::size_t at, std::uint32_t value) { put(at, value, 4); }
  void put64(std::size_t at, std::uint64_t value) { put(at, value, 8); }
  void put_double(std::size_t at, double value) {
    put64(at, __builtin_bit_cast(std::uint64_t, value));
  }

  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
  std::uint32_t count() const {
    return stride_ == 0 ? 0 : static_cast<std::uint32_t>(bytes_.size() / stride_);
  }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  void put(std::size_t at, std::uint64_t value, std::size_t size) {
    char* place = bytes_.data() + bytes_.size() - stride_ + at;
    for (std::size_t byte = 0; byte < size; ++byte)
      place[byte] = static_cast<char>(value >> (8 * byte));
  }

  std::uint32_t stride_ = 0;
  std::string bytes_;
};

// Puts place and length of a text, or that it is absent, into the row that was started last.
void put_text_row(RowTable& row, std::size_t at, StringId id, const StringPool& pool,
                  PlacedStrings& placed);

// A linked knowledge base: every section of an index, complete but for the places in the file.
struct Image {
  Image(const StringPool& texts, const StringPool& keys) : strings(texts), version_keys(keys) {}

  std::uint32_t entry_count = 0;
  std::uint64_t content_id = 0;
  std::uint32_t hash_seed = 0;
  PlacedStrings strings;
  PlacedStrings version_keys;
  std::array<std::string, kbx::kSectionCount> sections;  // by kbx::Section; the pools stay empty

  std::string& operator[](kbx::Section section) {
    return sections[static_cast<std::size_t>(section)];
  }
};

}  // namespace kbc
