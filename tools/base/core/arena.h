#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace kbc {

// Owns copies of strings at addresses that never move, freed all at once. Not thread-safe.
class Arena {
 public:
  // A copy of text that lives until clear() or as long as this arena.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* place = allocate(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

  // So many bytes of no value, which live as long as a copy.
  char* allocate(std::size_t size) {
    if (size > kBlockBytes / 4) return large_.emplace_back(new char[size]).get();
    if (size > left_) {
      next_ = blocks_.emplace_back(new char[kBlockBytes]).get();
      left_ = kBlockBytes;
    }
    char* place = next_;
    next_ += size;
    left_ -= size;
    return place;
  }

  // Forgets every copy; keeps one block of memory for those to come.
  void clear() {
    large_.clear();
    if (blocks_.size() > 1) blocks_.resize(1);
    left_ = blocks_.empty() ? 0 : kBlockBytes;
    if (!blocks_.empty()) next_ = blocks_.front().get();
  }

 private:
  static constexpr std::size_t kBlockBytes = 64 * 1024;

  std::vector<std::unique_ptr<char[]>> blocks_;  // of kBlockBytes each; the last is being filled
  std::vector<std::unique_ptr<char[]>> large_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace kbc
