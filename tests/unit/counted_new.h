#pragma once

#include <cstddef>

namespace kbc {

// How often this thread has taken memory with `new`, as everything in C++ does.
std::size_t times_memory_was_taken();

// While one lives, every `new` of this thread after so many more fails.
class MemoryLimit {
 public:
  explicit MemoryLimit(std::size_t times);
  ~MemoryLimit();
  MemoryLimit(const MemoryLimit&) = delete;
  MemoryLimit& operator=(const MemoryLimit&) = delete;
};

}  // namespace kbc
