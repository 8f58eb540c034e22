#include <vector>

#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/ordered_texts.h"
#include "kbx/verify/places.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

// Goes through the entries in their order and takes, for each key that one has, the next entry from
// the key's list: the lists are right if that is always it, and nothing is left.
class Ticking {
 public:
  Ticking(const Mapped& storage, Section keys, Section entries)
      : storage_(storage), keys_(keys), entries_(entries) {
    const std::uint32_t count = storage.sections()[keys].count;
    next_.reserve(count);
    for (std::uint32_t key = 0; key < count; ++key) {
      places_.add(row_of(storage, keys, key) + KeyAt::kText, key);
      next_.push_back(first_of(key));
    }
    places_.sort();
  }

  // The lists of the keys follow each other.
  bool is_in_order() const {
    std::uint64_t end = 0;
    for (std::uint32_t key = 0; key < next_.size(); ++key) {
      if (first_of(key) != end || size_of(key) == 0) return false;
      end += size_of(key);
    }
    return true;
  }

  bool tick(const char* text, std::uint32_t entry) {
    if (load32(text) == kAbsent) return true;
    const std::uint32_t key = places_.find(text);
    if (key == kNone) return false;
    std::uint32_t& next = next_[key];
    // A tag may occur twice in one entry.
    if (next > first_of(key) && entry_at(next - 1) == entry) return true;
    if (next == first_of(key) + size_of(key) || entry_at(next) != entry) return false;
    ++next;
    return true;
  }

  // A key of which entries are left, or kNone.
  std::uint32_t unfinished() const {
    for (std::uint32_t key = 0; key < next_.size(); ++key) {
      if (next_[key] != first_of(key) + size_of(key)) return key;
    }
    return kNone;
  }

 private:
  std::uint32_t first_of(std::uint32_t key) const {
    return load32(row_of(storage_, keys_, key) + KeyAt::kEntries);
  }
  std::uint32_t size_of(std::uint32_t key) const {
    return load32(row_of(storage_, keys_, key) + KeyAt::kEntries + 4);
  }
  std::uint32_t entry_at(std::uint32_t row) const {
    return load32(row_of(storage_, entries_, row));
  }

  const Mapped& storage_;
  Section keys_, entries_;
  Places places_;
  std::vector<std::uint32_t> next_;  // by key: a row of entries_
};

// In each entry, the texts that have keys: one field, or a list.
template <typename Tick>
bool each_text(const Mapped& storage, const EntryField& field, const char* entry,
               const Tick& tick) {
  if (is_text(field)) return tick(entry + field.at);
  const std::uint32_t first = load32(entry + field.at);
  const std::uint32_t size = load32(entry + field.at + 4);
  for (std::uint32_t text = 0; text < size; ++text) {
    if (!tick(storage.row<Section::kTexts>(first + text))) return false;
  }
  return true;
}

std::string entries_fault(const Mapped& storage, Section keys, Section entries) {
  Ticking ticking(storage, keys, entries);
  if (!ticking.is_in_order()) {
    return "section " + std::string(info_of(keys).tag) + ": its lists do not follow each other";
  }
  const EntryField& field = *field_of_lookup(keys);
  for (std::uint32_t row = 0; row < storage.count<Section::kEntries>(); ++row) {
    const char* entry = storage.row<Section::kEntries>(row);
    const auto tick = [&](const char* text) { return ticking.tick(text, row); };
    if (each_text(storage, field, entry, tick)) continue;
    return at_row(Section::kEntries, row, std::string("not listed in ") + info_of(entries).tag);
  }
  const std::uint32_t key = ticking.unfinished();
  return key == kNone ? "" : at_row(keys, key, "lists an entry that does not have it");
}

template <Section kSeeds, Section kSlots, Section kKeys, Section kEntries>
std::string kind_fault(const Mapped& storage) {
  const OrderedTexts keys(storage, kKeys);
  std::string fault = keys.order_fault();
  if (fault.empty()) fault = keys.found_fault<kSeeds, kSlots>();
  if (fault.empty()) fault = slots_fault<kSlots>(storage, keys.count());
  if (fault.empty()) fault = entries_fault(storage, kKeys, kEntries);
  return fault;
}

}  // namespace

std::string keys_fault(const Mapped& storage) {
  std::string fault = kind_fault<Section::kCodeSeeds, Section::kCodeSlots, Section::kCodeKeys,
                                 Section::kCodeEntries>(storage);
  if (fault.empty()) {
    fault = kind_fault<Section::kDomainSeeds, Section::kDomainSlots, Section::kDomainKeys,
                       Section::kDomainEntries>(storage);
  }
  if (fault.empty()) {
    fault = kind_fault<Section::kCategorySeeds, Section::kCategorySlots, Section::kCategoryKeys,
                       Section::kCategoryEntries>(storage);
  }
  if (fault.empty()) {
    fault =
        kind_fault<Section::kTagSeeds, Section::kTagSlots, Section::kTagKeys, Section::kTagEntries>(
            storage);
  }
  return fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
