#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace kbc {

// A JSON Pointer (RFC 6901) of which thousands are kept: 8 bytes, and a block for what the pointer
// adds to another one. Pointers below one place share the block of that place, so names that are
// long cost their length once, however many findings there are below them. Threads may share them.
class PointerText {
 public:
  PointerText() = default;  // of the whole document
  PointerText(std::string_view text) : PointerText(PointerText(), text) {}
  PointerText(const std::string& text) : PointerText(std::string_view(text)) {}
  PointerText(const char* text) : PointerText(std::string_view(text)) {}

  // The pointer that begins with another one and goes on with the text.
  PointerText(PointerText above, std::string_view rest);

  PointerText(const PointerText& other);
  PointerText(PointerText&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  PointerText& operator=(PointerText other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~PointerText();

  bool empty() const { return block_ == nullptr; }
  std::string text() const;
  std::uint64_t hash() const;

  // Whether they have the same text.
  bool operator==(const PointerText& other) const;
  friend std::ostream& operator<<(std::ostream& out, const PointerText& pointer) {
    return out << pointer.text();
  }

 private:
  struct Block;

  Block* block_ = nullptr;
};

}  // namespace kbc
