// Indexes whose bytes were changed and whose checksums were put right.

#include "kbx/index.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "kbx/fields.h"

namespace kbc {
namespace {

using kbx::FieldKind;
using kbx::Section;

bool is_sound(const std::string& bytes) {
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  return index && index->verify(error);
}

// Whether verify can hold the field against others: what leads from one row to another, but for
// patterns, whose rows say what the authors wrote; hashes; counts.
bool is_structure(const kbx::Field& field) {
  const bool is_of_patterns =
      field.section == Section::kTriggers || field.section == Section::kAlternatives;
  switch (field.kind) {
    case FieldKind::kRow:
      return !is_of_patterns;
    case FieldKind::kHash:
    case FieldKind::kCount:
    case FieldKind::kPosting:
    case FieldKind::kLinkKind:
      return true;
    default:
      return false;
  }
}

}  // namespace

TEST_CASE("verify finds each change of what leads from row to row, of a hash or a count",
          "[hostile][index]") {
  std::vector<std::string> entries = own_entries();
  entries.resize(3);
  const std::string whole = index_of(entries);
  REQUIRE(is_sound(whole));
  std::set<std::string> accepted;
  std::size_t tried = 0;
  for (const kbx::Field& field : kbx::kFields) {
    if (!is_structure(field)) continue;
    const kbx::SectionInfo& info = kbx::info_of(field.section);
    const std::size_t count =
        kbx::load32(whole.data() + table_row(field.section) + kbx::SectionAt::kCount);
    for (std::size_t row = 0; row < count; ++row) {
      const std::size_t begin = row_begin(whole, field.section, row);
      for (std::size_t byte = 0; byte < kbx::size_of(field.kind); ++byte) {
        for (const int change : {0x01, 0x80, 0xFF}) {
          std::string bytes = whole;
          char& changed = bytes[begin + field.at + byte];
          changed = static_cast<char>(changed ^ change);
          fix_checksums(bytes);
          ++tried;
          if (is_sound(bytes)) accepted.insert(std::string(info.tag) + "." + field.name);
        }
      }
    }
  }
  CHECK(tried > 1000);
  CHECK(accepted == std::set<std::string>{});
}

}  // namespace kbc
