#include "unit/counted_new.h"

#include <cstdlib>
#include <limits>
#include <new>

namespace kbc {
namespace {

thread_local std::size_t taken = 0;
thread_local std::size_t left = std::numeric_limits<std::size_t>::max();

}  // namespace

std::size_t times_memory_was_taken() { return taken; }

MemoryLimit::MemoryLimit(std::size_t times) { left = times; }
MemoryLimit::~MemoryLimit() { left = std::numeric_limits<std::size_t>::max(); }

}  // namespace kbc

void* operator new(std::size_t size) {
  ++kbc::taken;
  void* memory = kbc::left > 0 ? std::malloc(size > 0 ? size : 1) : nullptr;
  if (memory == nullptr) throw std::bad_alloc();
  --kbc::left;
  return memory;
}

// A sanitizer's would take it elsewhere than where it is given back.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
