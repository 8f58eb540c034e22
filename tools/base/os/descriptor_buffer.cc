#include "os/descriptor_buffer.h"

#include <unistd.h>

#include <cerrno>

namespace kbc {

int DescriptorBuffer::sync() {
  for (const char* from = pbase(); failed_ == 0 && from < pptr();) {
    const ssize_t written = ::write(file_, from, static_cast<std::size_t>(pptr() - from));
    if (written >= 0) from += written;
    if (written < 0 && errno != EINTR) failed_ = errno;
  }
  setp(bytes_.data(), bytes_.data() + bytes_.size());
  return failed_ == 0 ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type byte) {
  if (sync() != 0) return traits_type::eof();
  if (!traits_type::eq_int_type(byte, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(byte);
    pbump(1);
  }
  return traits_type::not_eof(byte);
}

}  // namespace kbc
