#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "kbx/verify/checks.h"
#include "kbx/verify/utf8.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

// Entries share short texts (`true`, `en`), and now and then a long one. A hostile file could have
// one text of megabytes in each of its rows.
constexpr std::uint64_t kMostTimes = 100;

std::string quoted_tag(Section section) { return std::string(info_of(section).tag); }

bool begins_character(const Sections::Bytes& pool, std::uint32_t at) {
  return at == pool.count || !is_inside_character(pool.data[at]);
}

// The pool as a whole is UTF-8, so a text is if it begins and ends between characters.
std::string place_fault(const Mapped& storage, Section pool, std::uint32_t offset,
                        std::uint32_t length) {
  const Sections::Bytes& bytes = storage.sections()[pool];
  if (offset > bytes.count || length > bytes.count - offset) {
    return "a text outside of " + quoted_tag(pool);
  }
  if (pool != Section::kStrings) return {};
  const bool is_whole = begins_character(bytes, offset) && begins_character(bytes, offset + length);
  return is_whole ? "" : "a text that cuts a character";
}

bool keeps_pages(std::uint32_t offset, std::uint32_t length) {
  const std::uint32_t in_page = offset % kPageBytes;
  return in_page == 0 || length <= kPageBytes - in_page;
}

std::string part_fault(const char* part, const char* whole) {
  if (load32(part) == kAbsent || load32(whole) == kAbsent) {
    return load32(part) == load32(whole) ? "" : "absent, or its version is";
  }
  const std::uint32_t before = load32(part) - load32(whole);
  const bool is_inside = load32(part) >= load32(whole) && before <= load32(whole + 4) &&
                         load32(part + 4) <= load32(whole + 4) - before;
  return is_inside ? "" : "not inside of its version";
}

std::string text_fault(const Mapped& storage, const Field& field, const char* row) {
  const char* text = row + field.at;
  const std::uint32_t offset = load32(text), length = load32(text + 4);
  if (field.kind == FieldKind::kPart) {
    std::string fault = part_fault(text, row + VersionAt::kVersion);
    if (!fault.empty()) return fault;
  }
  if (offset == kAbsent) {
    if (length != 0) return "an absent text with a length";
    const bool may_be = field.kind == FieldKind::kText || field.kind == FieldKind::kPart;
    return may_be ? "" : "an absent text that may not be absent";
  }
  const Section pool = field.kind == FieldKind::kCut ? Section::kVersionKeys : Section::kStrings;
  std::string fault = place_fault(storage, pool, offset, length);
  if (!fault.empty() || field.kind == FieldKind::kPart) return fault;
  return keeps_pages(offset, length) ? "" : "a text that lies across pages";
}

// Looks whether the texts of a pool, each of which may be shared, fill it: each begins where the
// one before it ends or, behind zeros, at the next page.
class Filling {
 public:
  Filling(const Mapped& storage, Section pool) : pool_(storage.sections()[pool]), name_(pool) {}

  // text: place and length, which are inside of the pool, or absent.
  void add(const char* text) {
    const std::uint32_t offset = load32(text), length = load32(text + 4);
    if (offset == kAbsent) return;
    total_ += length;
    places_.push_back(std::uint64_t{offset} << 32 | length);
  }

  // How long the texts are together.
  std::uint64_t total() const { return total_; }

  std::string fault() {
    std::sort(places_.begin(), places_.end());
    places_.erase(std::unique(places_.begin(), places_.end()), places_.end());
    std::uint64_t end = 0;
    for (const std::uint64_t place : places_) {
      const std::uint64_t offset = place >> 32;
      if (offset != end && !is_next_page(end, offset)) {
        return "section " + quoted_tag(name_) + ": its texts do not follow each other, at byte " +
               std::to_string(offset);
      }
      end = offset + (place & 0xFFFFFFFF);
    }
    return end == pool_.count ? "" : "section " + quoted_tag(name_) + ": does not end with a text";
  }

 private:
  bool is_next_page(std::uint64_t end, std::uint64_t offset) const {
    if (offset <= end || offset - end >= kPageBytes || offset % kPageBytes != 0) return false;
    while (end < offset && pool_.data[end] == '\0') ++end;
    return end == offset;
  }

  const Sections::Bytes& pool_;
  Section name_;
  std::vector<std::uint64_t> places_;
  std::uint64_t total_ = 0;
};

constexpr bool is_text(FieldKind kind) {
  return kind == FieldKind::kText || kind == FieldKind::kName || kind == FieldKind::kPart ||
         kind == FieldKind::kCut;
}

}  // namespace

std::string texts_fault(const Index& index) {
  const Mapped& storage = index.storage();
  const Sections::Bytes& pool = storage.sections()[Section::kStrings];
  if (!is_utf8({pool.data, pool.count})) return "section STRP: not UTF-8";
  Filling strings(storage, Section::kStrings), cuts(storage, Section::kVersionKeys);
  for (const Field& field : kFields) {
    if (!is_text(field.kind)) continue;
    Filling& filling = field.kind == FieldKind::kCut ? cuts : strings;
    const std::uint32_t count = storage.sections()[field.section].count;
    for (std::uint32_t row = 0; row < count; ++row) {
      const char* at = row_of(storage, field.section, row);
      const std::string fault = text_fault(storage, field, at);
      if (!fault.empty()) return at_row(field.section, row, std::string(field.name) + ": " + fault);
      if (field.kind != FieldKind::kPart) filling.add(at + field.at);
    }
  }
  if (strings.total() + cuts.total() > kMostTimes * index.file_size()) {
    return "its rows have the same texts too often to be looked at";
  }
  if (says_more(index)) return {};
  const std::string fault = strings.fault();
  return fault.empty() ? cuts.fault() : fault;
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
