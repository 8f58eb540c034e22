#include "kbx/bytes.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/ordered_texts.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

std::string alias_fault(const Mapped& storage) {
  for (std::uint32_t row = 0; row < storage.count<Section::kAliases>(); ++row) {
    const std::uint32_t entry = load32(storage.row<Section::kAliases>(row) + AliasAt::kEntry);
    if (entry >= storage.count<Section::kEntries>()) {
      return at_row(Section::kAliases, row, "of no entry");
    }
  }
  return {};
}

}  // namespace

std::string ids_fault(const Mapped& storage) {
  static_assert(entry_at("id") == 0 && AliasAt::kText == 0 && KeyAt::kText == 0);
  const OrderedTexts ids(storage, Section::kEntries);
  const OrderedTexts aliases(storage, Section::kAliases);
  std::string fault = ids.order_fault();
  if (fault.empty()) fault = aliases.order_fault();
  if (fault.empty()) fault = alias_fault(storage);
  if (fault.empty()) fault = ids.found_fault<Section::kIdSeeds, Section::kIdSlots>();
  if (fault.empty()) {
    fault = aliases.found_fault<Section::kIdSeeds, Section::kIdSlots>(ids.count());
  }
  if (fault.empty()) {
    fault = slots_fault<Section::kIdSlots>(storage, std::uint64_t{ids.count()} + aliases.count());
  }
  return fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
