#include "index/next_version.h"

#include "index/damage.h"
#include "kbx/fields.h"

namespace kbc {
namespace {

using kbx::HeaderAt;
using kbx::SectionAt;

std::string resized_rows(std::string_view rows, std::size_t stride, std::size_t wanted) {
  std::string resized;
  for (; !rows.empty(); rows.remove_prefix(stride)) {
    std::string row(rows.substr(0, stride));
    row.resize(wanted, '\xA5');
    resized += row;
  }
  return resized;
}

// The same index with rows of other sizes: stride_of(number of the section, stride).
template <typename StrideOf>
std::string with_rows(const std::string& bytes, std::size_t minor, StrideOf stride_of) {
  std::string next =
      bytes.substr(0, kbx::kHeaderBytes + rows_inside(bytes) * kbx::kSectionRowBytes);
  put16(next, HeaderAt::kMinor, minor);
  for (std::size_t row = 0; row < rows_inside(bytes); ++row) {
    const std::size_t at = kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
    const char* section = bytes.data() + at;
    const std::size_t stride = kbx::load32(section + SectionAt::kStride);
    std::string rows = bytes.substr(kbx::load64(section + SectionAt::kOffset),
                                    kbx::load64(section + SectionAt::kSize));
    if (stride > 1) {
      const std::size_t wanted = stride_of(row, stride);
      rows = resized_rows(rows, stride, wanted);
      put32(next, at + SectionAt::kStride, wanted);
    }
    next.resize((next.size() + kbx::kAlignment - 1) / kbx::kAlignment * kbx::kAlignment);
    put64(next, at + SectionAt::kOffset, next.size());
    put64(next, at + SectionAt::kSize, rows.size());
    next += rows;
  }
  next.resize((next.size() + kbx::kAlignment - 1) / kbx::kAlignment * kbx::kAlignment);
  fix_checksums(next);
  return next;
}

}  // namespace

std::string with_longer_rows(const std::string& bytes, std::size_t more) {
  return with_rows(bytes, kbx::kMinor + 1,
                   [more](std::size_t, std::size_t stride) { return stride + more; });
}

std::string with_first_rows(const std::string& bytes) {
  return with_rows(bytes, 2, [](std::size_t section, std::size_t) {
    return std::size_t{kbx::first_row_bytes(static_cast<kbx::Section>(section))};
  });
}

}  // namespace kbc
