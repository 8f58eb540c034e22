#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "kbx/fields.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

constexpr std::size_t kHashAt = entry_at("hash");

// The lists of rows whose fields count, in the order in which they do.
constexpr std::size_t kListsAt[] = {entry_at("versions"),
                                    entry_at("os_specific"),
                                    entry_at("dead_ends"),
                                    entry_at("workarounds"),
                                    entry_at("leads_to"),
                                    entry_at("preceded_by"),
                                    entry_at("frequently_confused_with")};

constexpr const EntryField& field_at(std::size_t at) {
  const EntryField* field = kEntryFields;
  while (field->at != at) ++field;
  return *field;
}

// The content of one entry, by the rows that are its.
class ContentSum {
 public:
  explicit ContentSum(const Mapped& storage) : storage_(storage) {}

  std::uint64_t of(const char* entry) {
    sum_ = Checksum();
    for (const EntryField& field : kPlacedEntryFields) {
      if (is_text(field)) add_text(entry + field.at);
    }
    add_rate(entry + entry_at("confidence"));
    add_rate(entry + entry_at("fix_success_rate"));
    const std::uint64_t evidence = load64(entry + entry_at("evidence_count"));
    add_number(__builtin_bit_cast(std::uint64_t, static_cast<double>(evidence)));
    for (const std::size_t at : kListsAt) add_list(field_at(at).rows, entry + at);
    for (const EntryField& field : kPlacedEntryFields) {
      if (is_text_list(field)) add_texts(field, entry);
    }
    return sum_.value();
  }

 private:
  void add_number(std::uint64_t number) {
    char bytes[8];
    for (std::size_t at = 0; at < sizeof bytes; ++at) {
      bytes[at] = static_cast<char>(number >> (8 * at));
    }
    sum_.add({bytes, sizeof bytes});
  }

  void add_text(const char* place) {
    const std::uint32_t offset = load32(place), length = load32(place + 4);
    add_number(offset == kAbsent ? 0 : std::uint64_t{length} + 1);
    if (offset != kAbsent) sum_.add(part_of(storage_, Section::kStrings, place));
  }

  // None counts as 0, and so 0 as none would: a rate is never not a number.
  void add_rate(const char* place) {
    const double rate = load_double(place);
    if (rate != rate) return add_number(0);
    add_number(rate == 0 ? kNoRateBits : load64(place));
  }

  void add_list(Section rows, const char* place) {
    const std::uint32_t first = load32(place), size = load32(place + 4);
    add_number(size);
    for (std::uint32_t row = first; row - first < size; ++row) add_row(rows, row);
  }

  void add_texts(const EntryField& field, const char* entry) {
    if (is_later(field)) {
      if (load32(entry + field.at + 4) == 0) return;
      add_number(field.at);
    }
    add_list(field.rows, entry + field.at);
  }

  // What the authors wrote; links also have what follows from it, and versions their intervals.
  void add_row(Section section, std::uint32_t row) {
    const char* at = row_of(storage_, section, row);
    for (const Field& field : kFields.of(section)) {
      if (field.kind == FieldKind::kText) add_text(at + field.at);
      if (field.kind == FieldKind::kRate) add_rate(at + field.at);
      const bool is_texts = field.kind == FieldKind::kList && field.rows == Section::kTexts;
      if (is_texts) add_list(Section::kTexts, at + field.at);
    }
  }

  const Mapped& storage_;
  Checksum sum_;
};

std::uint64_t content_of(const Mapped& storage) {
  Checksum sum;
  for (std::uint32_t row = 0; row < storage.count<Section::kEntries>(); ++row) {
    sum.add({storage.row<Section::kEntries>(row) + kHashAt, 8});
  }
  return sum.value();
}

}  // namespace

std::string content_fault(const Index& index) {
  const Mapped& storage = index.storage();
  if (content_of(storage) != index.content_id()) return "its content id is not its entries'";
  // A later version may count fields that are not known here, and an earlier one did not count
  // those that it lacks.
  if (index.minor_version() > kMinor || says_less(index)) return {};
  ContentSum content(storage);
  for (std::uint32_t row = 0; row < storage.count<Section::kEntries>(); ++row) {
    const char* entry = storage.row<Section::kEntries>(row);
    if (content.of(entry) == load64(entry + kHashAt)) continue;
    return at_row(Section::kEntries, row, "hash: not that of what the entry says");
  }
  return {};
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
