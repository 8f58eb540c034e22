#include <string>

#include "kbx/fields.h"
#include "kbx/knowledge_base.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

bool is_of_text(std::size_t at) {
  for (const EntryField& field : kEntryFields) {
    if (field.at == at) return is_text(field);
  }
  return false;
}

bool is_before(const Title<Mapped>& a, const Title<Mapped>& b) {
  return a.field == b.field ? a.name < b.name : a.field < b.field;
}

}  // namespace

std::string titles_fault(const Mapped& storage) {
  const auto titles = KnowledgeBase<Mapped>(storage).titles();
  for (std::uint32_t row = 0; row < titles.size(); ++row) {
    if (!is_of_text(titles[row].field)) {
      return at_row(Section::kTitles, row, "field: no text of an entry");
    }
    if (row > 0 && !is_before(titles[row - 1], titles[row])) {
      return at_row(Section::kTitles, row, "not in order");
    }
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
