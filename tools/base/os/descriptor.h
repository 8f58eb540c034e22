#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"

namespace kbc {

// An open file descriptor, closed at the end of its life. Negative: none.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() { close(); }

  bool is_open() const { return value_ >= 0; }
  int value() const { return value_; }
  void close();
  // Gives the descriptor away.
  int release() { return std::exchange(value_, -1); }

 private:
  int value_ = -1;
};

// Both ends of a pipe, or neither.
struct Pipe {
  Pipe();

  bool is_open() const { return out.is_open(); }

  Descriptor out;  // to read from
  Descriptor in;   // to write into
};

// The descriptor that a path such as /dev/stdin or /dev/fd/3 means.
std::optional<int> stream_named(std::string_view path);

// `what` and the reason in errno.
Error system_error(const std::string& what);

}  // namespace kbc
