#include <cstddef>
#include <cstdint>
#include <string>

#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

bool is_odd_rate(const char* place) {
  const double rate = load_double(place);
  return rate != rate && load64(place) != kNoRateBits;
}

bool is_zero(const char* bytes, std::size_t begin, std::size_t end) {
  while (begin < end && bytes[begin] == '\0') ++begin;
  return begin >= end;
}

std::string row_fault(Section section, const char* row) {
  std::size_t end = 0;
  for (const Field& field : kFields.of(section)) {
    if (!is_zero(row, end, field.at)) return "no zeros between its fields";
    end = field.at + size_of(field.kind);
    if (field.kind == FieldKind::kRate && is_odd_rate(row + field.at)) {
      return std::string(field.name) + ": not a number, and not as an absent rate is written";
    }
  }
  return is_zero(row, end, info_of(section).stride) ? "" : "no zeros behind its fields";
}

}  // namespace

std::string rows_fault(const Mapped& storage) {
  for (std::size_t at = 0; at < kSectionCount; ++at) {
    const auto section = static_cast<Section>(at);
    if (info_of(section).stride == 1) continue;
    const std::uint32_t count = storage.sections()[section].count;
    for (std::uint32_t row = 0; row < count; ++row) {
      const std::string fault = row_fault(section, row_of(storage, section, row));
      if (!fault.empty()) return at_row(section, row, fault);
    }
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
