#include "inspect/dump.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/dump_line.h"
#include "inspect/summary.h"
#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "lower/entry.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "version/version.h"

namespace kbc {
namespace {

using kbx::FieldKind;
using kbx::Section;

constexpr std::size_t kBytesPerLine = 16;
constexpr std::size_t kMostShown = 60;  // bytes of a text

std::string shown_text(std::string_view text) {
  if (kbx::is_absent(text)) return "absent, or outside the pool";
  if (text.size() <= kMostShown) return '"' + printable(text) + '"';
  const std::size_t end = character_start(text, kMostShown);
  return '"' + printable(text.substr(0, end)) + "…\" (" + std::to_string(text.size()) + " bytes)";
}

// A place between versions: `before 3.11`.
std::string shown_cut(std::string_view cut) {
  if (cut == std::string_view("\x01")) return "before every version";
  if (cut == std::string_view("\xFF")) return "after every version";
  const DecodedKey key = decode_key(cut);
  if (key.length == 0) return "no key";
  return (key.length == cut.size() ? "before " : "after ") + key.text;
}

// Says what a field of a row means.
class Reading {
 public:
  explicit Reading(const kbx::Index& index) : index_(index), storage_(index.storage()) {}

  std::string of(const kbx::Field& field, const char* place) const {
    switch (field.kind) {
      case FieldKind::kText:
      case FieldKind::kName:
      case FieldKind::kPart:
        if (kbx::load32(place) == kbx::kAbsent) return "absent";
        return shown_text(kbx::text_at<kbx::PoolOf<Section::kStrings>>(storage_, place));
      case FieldKind::kCut:
        return shown_cut(kbx::text_at<kbx::PoolOf<Section::kVersionKeys>>(storage_, place));
      case FieldKind::kList:
        return list(field, kbx::load32(place), kbx::load32(place + 4));
      case FieldKind::kRate:
        return rate(kbx::load_double(place));
      case FieldKind::kNumber16:
        return std::to_string(kbx::load16(place));
      case FieldKind::kNumber32:
        return "0x" + hexadecimal(kbx::load32(place), 8);
      case FieldKind::kNumber64:
        return std::to_string(kbx::load64(place));
      case FieldKind::kHash:
        return "0x" + hexadecimal(kbx::load64(place), 16);
      case FieldKind::kRow:
        return row(field, kbx::load32(place));
      case FieldKind::kLiteral:
        return shown_text(kbx::text_at<kbx::PoolOf<Section::kLiteralTexts>>(storage_, place));
      case FieldKind::kProgram:
        return std::to_string(kbx::load32(place + 4)) + " bytes from " +
               std::to_string(kbx::load32(place)) + " of PTPR";
      case FieldKind::kTerm:
        return shown_term(place);
      case FieldKind::kPosting:
        return "from byte " + std::to_string(kbx::load32(place)) + " of SRPO";
      case FieldKind::kCount:
        return std::to_string(kbx::load32(place));
      case FieldKind::kLinkKind:
        return link_kind(kbx::load32(place));
      case FieldKind::kTitled:
        return titled(kbx::load32(place));
    }
    return {};
  }

 private:
  static std::string rate(double value) { return value == value ? shortest(value) : "absent"; }

  // place: in a row of kTerms, of which the last stands for the end of the texts.
  std::string shown_term(const char* place) const {
    const kbx::Sections::Bytes& terms = storage_.sections()[Section::kTerms];
    const std::size_t row = static_cast<std::size_t>(place - terms.data) / terms.stride;
    if (row + 1 >= terms.count) return "the end of SRTX";
    const std::uint32_t begin = kbx::load32(place), end = kbx::load32(place + terms.stride);
    if (end < begin) return "outside of SRTX";
    return shown_text(storage_.text<kbx::PoolOf<Section::kTermTexts>>(begin, end - begin));
  }

  static std::string link_kind(std::uint32_t kind) {
    return kind < kLinkKinds ? kLinkFields[kind] : "no kind";
  }

  static std::string titled(std::uint32_t at) {
    for (const kbx::EntryField& field : kbx::kEntryFields) {
      if (field.at == at) return field.name;
    }
    return "no field";
  }

  static std::string list(const kbx::Field& field, std::uint32_t first, std::uint32_t count) {
    const std::string of = std::string(" of ") + kbx::info_of(field.rows).tag;
    if (count == 0) return "none" + of;
    if (count == 1) return "row " + std::to_string(first) + of;
    return std::to_string(count) + " rows from " + std::to_string(first) + of;
  }

  std::string row(const kbx::Field& field, std::uint32_t row) const {
    if (row == kbx::kNone) return "none";
    Section rows = field.rows;
    if (field.section == Section::kIdSlots && row >= index_.size()) {
      rows = Section::kAliases;
      row -= index_.size();
    }
    std::string text = "row " + std::to_string(row) + " of " + kbx::info_of(rows).tag;
    if (rows != Section::kEntries || row >= index_.size()) return text;
    return text + ", " + shown_text(index_.at(row)->id());
  }

  const kbx::Index& index_;
  const kbx::Mapped& storage_;
};

std::vector<kbx::Field> fields_of(Section section) {
  std::vector<kbx::Field> fields;
  for (const kbx::Field& field : kbx::kFields) {
    if (field.section == section) fields.push_back(field);
  }
  return fields;
}

void dump_rows(const kbx::Index& index, const kbx::SectionView& section, Section known,
               Printer& out) {
  const std::vector<kbx::Field> fields = fields_of(known);
  const std::string_view bytes = index.section_bytes(section);
  const Reading reading(index);
  for (std::uint32_t row = 0; row < section.count; ++row) {
    const std::size_t begin = std::size_t{row} * section.stride;
    if (fields.size() > 1) out << "row " << row << '\n';
    std::size_t end = 0;
    for (const kbx::Field& field : fields) {
      if (field.at + size_of(field.kind) > section.stride) break;  // of an earlier version
      const std::string_view place = bytes.substr(begin + field.at, size_of(field.kind));
      dump_line(section.offset + begin + field.at, place, field.name,
                reading.of(field, place.data()), out);
      end = field.at + place.size();
    }
    const auto dump_rest = [&](std::size_t up_to, const char* what) {
      if (end >= up_to) return;
      dump_line(section.offset + begin + end, bytes.substr(begin + end, up_to - end), what, "",
                out);
      end = up_to;
    };
    dump_rest(std::min(kbx::info_of(known).stride, section.stride), "padding");
    dump_rest(section.stride, "unknown");
  }
}

void dump_bytes(std::uint64_t offset, std::string_view bytes, Printer& out) {
  for (std::size_t at = 0; at < bytes.size(); at += kBytesPerLine) {
    const std::string_view line = bytes.substr(at, kBytesPerLine);
    std::string hex = hex_of(line);
    hex.resize(3 * kBytesPerLine, ' ');
    out << offset_text(offset + at) << "  " << hex << ' ';
    for (const char c : line) out << (c >= ' ' && c <= '~' ? c : '.');
    out << '\n';
  }
}

}  // namespace

void dump_section(const kbx::Index& index, const kbx::SectionView& section, Printer& out) {
  out << kbx::tag_text(section.tag) << ": " << rows_of(section) << ", "
      << counted(section.count, "row") << " of " << counted(section.stride, "byte") << '\n';
  const auto known = section_tagged(section.tag);
  if (!known || section.stride == 1) {
    return dump_bytes(section.offset, index.section_bytes(section), out);
  }
  dump_rows(index, section, *known, out);
}

}  // namespace kbc
