#include "os/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace kbc {

void Descriptor::close() {
  if (is_open()) ::close(value_);
  value_ = -1;
}

Pipe::Pipe() {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  out = Descriptor(ends[0]);
  in = Descriptor(ends[1]);
}

Error system_error(const std::string& what) { return {what + ": " + std::strerror(errno)}; }

}  // namespace kbc
