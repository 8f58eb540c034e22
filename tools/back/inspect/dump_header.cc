#include <algorithm>
#include <cstddef>

#include "inspect/dump.h"
#include "inspect/dump_line.h"
#include "inspect/summary.h"
#include "kbx/bytes.h"
#include "text/number_text.h"

namespace kbc {
namespace {

using kbx::HeaderAt;
using kbx::SectionAt;

constexpr std::size_t kHexWidth = 25;   // of eight bytes
constexpr std::size_t kNameWidth = 24;  // of the longest name of a field

enum class Shown { kTag, kDecimal, kHexadecimal };

struct HeaderField {
  std::size_t at, size;
  std::string_view name;
  Shown shown = Shown::kDecimal;
};

constexpr HeaderField kHeaderFields[] = {
    {HeaderAt::kMajor, 2, "major version"},
    {HeaderAt::kMinor, 2, "minor version"},
    {HeaderAt::kHeaderBytes, 4, "header bytes"},
    {HeaderAt::kFileBytes, 8, "file bytes"},
    {HeaderAt::kSectionCount, 4, "sections"},
    {HeaderAt::kEntryCount, 4, "entries"},
    {HeaderAt::kContentId, 8, "content id", Shown::kHexadecimal},
    {HeaderAt::kFeatures, 8, "features", Shown::kHexadecimal},
    {HeaderAt::kEndian, 4, "byte order", Shown::kHexadecimal},
    {HeaderAt::kHashSeed, 4, "hash seed"},
    {HeaderAt::kChecksum, 8, "header checksum", Shown::kHexadecimal},
};

constexpr HeaderField kSectionFields[] = {
    {SectionAt::kTag, 4, "tag", Shown::kTag},
    {SectionAt::kFlags, 4, "flags"},
    {SectionAt::kOffset, 8, "offset"},
    {SectionAt::kSize, 8, "size"},
    {SectionAt::kChecksum, 8, "checksum", Shown::kHexadecimal},
    {SectionAt::kStride, 4, "bytes of a row"},
    {SectionAt::kCount, 4, "rows"},
};

std::uint64_t load(const char* place, std::size_t size) {
  if (size == 2) return kbx::load16(place);
  return size == 4 ? kbx::load32(place) : kbx::load64(place);
}

std::string meaning_of(const HeaderField& field, const char* place) {
  const std::uint64_t value = load(place, field.size);
  if (field.shown == Shown::kTag) return kbx::tag_text(static_cast<std::uint32_t>(value));
  if (field.shown == Shown::kDecimal) return std::to_string(value);
  return "0x" + hexadecimal(value, 2 * field.size);
}

template <std::size_t kSize>
void dump_fields(std::string_view bytes, std::size_t begin, const HeaderField (&fields)[kSize],
                 Printer& out) {
  for (const HeaderField& field : fields) {
    const std::string_view place = bytes.substr(begin + field.at, field.size);
    dump_line(begin + field.at, place, field.name, meaning_of(field, place.data()), out);
  }
}

}  // namespace

std::string hex_of(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    text += hexadecimal(static_cast<unsigned char>(c), 2) + ' ';
  }
  return text;
}

std::string offset_text(std::uint64_t at) { return hexadecimal(at, at >> 32 == 0 ? 8 : 16); }

void dump_line(std::uint64_t at, std::string_view bytes, std::string_view name,
               const std::string& meaning, Printer& out) {
  std::string hex = hex_of(bytes);
  hex.resize(std::max(hex.size(), kHexWidth), ' ');
  std::string title(name);
  if (!meaning.empty()) title.resize(std::max(title.size() + 1, kNameWidth + 1), ' ');
  out << offset_text(at) << "  " << hex << ' ' << title << meaning << '\n';
}

void dump_header(const kbx::Index& index, Printer& out) {
  kbx::SectionView whole;
  whole.size = kbx::kHeaderBytes + std::size_t{index.section_count()} * kbx::kSectionRowBytes;
  const std::string_view bytes = index.section_bytes(whole);
  out << "header: " << kbx::kHeaderBytes << " bytes\n";
  dump_line(0, bytes.substr(0, sizeof kbx::kMagic), "magic", "", out);
  dump_fields(bytes, 0, kHeaderFields, out);
  out << "section table: " << index.section_count() << " rows of " << kbx::kSectionRowBytes
      << " bytes\n";
  for (std::uint32_t row = 0; row < index.section_count(); ++row) {
    out << "row " << row << '\n';
    dump_fields(bytes, kbx::kHeaderBytes + row * kbx::kSectionRowBytes, kSectionFields, out);
  }
}

}  // namespace kbc
