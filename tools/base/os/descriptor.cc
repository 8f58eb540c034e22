#include "os/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
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

std::optional<int> stream_named(std::string_view path) {
  constexpr std::array<std::string_view, 3> kStreams = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
  for (std::size_t at = 0; at < kStreams.size(); ++at) {
    if (path == kStreams[at]) return static_cast<int>(at);
  }
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    const std::string_view digits = path.substr(folder.size());
    int number = -1;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = fault == std::errc() && end == digits.data() + digits.size();
    if (is_number && number >= 0) return number;
  }
  return {};
}

Error system_error(const std::string& what) { return {what + ": " + std::strerror(errno)}; }

}  // namespace kbc
