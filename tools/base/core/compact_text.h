#pragma once

#include <compare>
#include <cstdint>
#include <cstring>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace kbc {

// A text that is made once and kept in large numbers: 8 bytes, and a block of its size if it is not
// empty. A std::string has 32, and room for twice what it was made from.
class CompactText {
 public:
  CompactText() = default;
  CompactText(std::string_view text) {
    if (text.empty()) return;
    const auto size = static_cast<std::uint32_t>(text.size());
    block_.reset(new char[sizeof size + size]);
    std::memcpy(block_.get(), &size, sizeof size);
    std::memcpy(block_.get() + sizeof size, text.data(), size);
  }
  CompactText(const std::string& text) : CompactText(std::string_view(text)) {}
  CompactText(const char* text) : CompactText(std::string_view(text)) {}
  CompactText(const CompactText& other) : CompactText(other.view()) {}
  CompactText(CompactText&&) = default;
  CompactText& operator=(CompactText other) noexcept {
    block_ = std::move(other.block_);
    return *this;
  }

  std::string_view view() const {
    if (block_ == nullptr) return {};
    std::uint32_t size = 0;
    std::memcpy(&size, block_.get(), sizeof size);
    return {block_.get() + sizeof size, size};
  }
  operator std::string_view() const { return view(); }
  bool empty() const { return block_ == nullptr; }

  bool operator==(const CompactText& other) const { return view() == other.view(); }
  bool operator==(std::string_view other) const { return view() == other; }
  bool operator==(const char* other) const { return view() == other; }
  auto operator<=>(const CompactText& other) const { return view() <=> other.view(); }
  friend std::ostream& operator<<(std::ostream& out, const CompactText& text) {
    return out << text.view();
  }

 private:
  std::unique_ptr<char[]> block_;  // the size in four bytes, then the text
};

}  // namespace kbc
