#include <array>

#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {

// Lists that are too many together would let a small file take a long time to walk.
std::string lists_fault(const Index& index) {
  const Mapped& storage = index.storage();
  std::array<std::uint64_t, kSectionCount> listed{};
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kList) continue;
    const std::uint32_t items = storage.sections()[field.rows].count;
    for (std::uint32_t row = 0; row < storage.sections()[field.section].count; ++row) {
      const char* list = row_of(storage, field.section, row) + field.at;
      const std::uint32_t first = load32(list), size = load32(list + 4);
      listed[static_cast<std::size_t>(field.rows)] += size;
      if (first <= items && size <= items - first) continue;
      return at_row(field.section, row,
                    std::string(field.name) + ": a list outside of " + info_of(field.rows).tag);
    }
  }
  for (const Field& field : kFields) {
    if (field.kind != FieldKind::kList) continue;
    const Section items = field.rows;
    const std::uint64_t rows = listed[static_cast<std::size_t>(items)];
    const std::uint32_t count = storage.sections()[items].count;
    if (rows == count || (rows < count && says_more(index))) continue;
    return std::string("section ") + info_of(items).tag + ": lists have more or fewer rows than it";
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
