#pragma once

#include <array>
#include <ostream>
#include <streambuf>

#include "os/descriptor.h"

namespace kbc {

// Writes a stream into an open file. The first error stays, and nothing is written after it.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(const Descriptor& file) : file_(file.value()) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

  // The reason of the first failure, as in errno; 0 for none.
  int failed() const { return failed_; }

 protected:
  int_type overflow(int_type byte) override;
  int sync() override;

 private:
  int file_;
  int failed_ = 0;
  std::array<char, 1 << 16> bytes_;
};

}  // namespace kbc
