#include "index/next_version.h"

#include "index/damage.h"

namespace kbc {
namespace {

using kbx::HeaderAt;
using kbx::SectionAt;

std::string longer_rows(std::string_view rows, std::size_t stride, std::size_t more) {
  std::string longer;
  for (; !rows.empty(); rows.remove_prefix(stride)) {
    longer += rows.substr(0, stride);
    longer.append(more, '\xA5');
  }
  return longer;
}

}  // namespace

std::string with_longer_rows(const std::string& bytes, std::size_t more) {
  std::string next =
      bytes.substr(0, kbx::kHeaderBytes + rows_inside(bytes) * kbx::kSectionRowBytes);
  put16(next, HeaderAt::kMinor, kbx::kMinor + 1);
  for (std::size_t row = 0; row < rows_inside(bytes); ++row) {
    const std::size_t at = kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
    const char* section = bytes.data() + at;
    const std::size_t stride = kbx::load32(section + SectionAt::kStride);
    std::string rows = bytes.substr(kbx::load64(section + SectionAt::kOffset),
                                    kbx::load64(section + SectionAt::kSize));
    if (stride > 1) {
      rows = longer_rows(rows, stride, more);
      put32(next, at + SectionAt::kStride, stride + more);
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

}  // namespace kbc
