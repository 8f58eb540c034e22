#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "emit/emit.h"
#include "kbx/checksum.h"
#include "kbx/format.h"

namespace kbc {
namespace {

using kbx::HeaderAt;
using kbx::Section;
using kbx::SectionAt;

// Calls write with the bytes of a section, piece by piece.
template <typename Write>
void each_piece(const Image& image, Section section, const Write& write) {
  if (section == Section::kStrings) {
    image.strings.each(write);
  } else if (section == Section::kVersionKeys) {
    image.version_keys.each(write);
  } else {
    write(image.sections[static_cast<std::size_t>(section)]);
  }
}

std::uint64_t size_of(const Image& image, Section section) {
  if (section == Section::kStrings) return image.strings.size();
  if (section == Section::kVersionKeys) return image.version_keys.size();
  return image.sections[static_cast<std::size_t>(section)].size();
}

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + kbx::kAlignment - 1) / kbx::kAlignment * kbx::kAlignment;
}

struct Placed {
  Section section = Section::kStrings;
  std::uint64_t offset = 0;
};

// The section table, and where each section goes.
class Layout {
 public:
  explicit Layout(const Image& image) : image_(image) {
    std::uint64_t at = kbx::kHeaderBytes + kbx::kSectionCount * kbx::kSectionRowBytes;
    for (std::size_t index = 0; index < kbx::kSectionCount; ++index) {
      const auto section = static_cast<Section>(index);
      at = aligned(at);
      add_row(section, at);
      placed_.push_back({section, at});
      at += size_of(image, section);
    }
    file_bytes_ = at;
  }

  std::string header() const {
    RowTable header;
    header.start(kbx::kHeaderBytes);
    for (std::size_t at = 0; at < sizeof kbx::kMagic; at += 2) {
      header.put16(at, kbx::kMagic[at] | std::uint32_t{kbx::kMagic[at + 1]} << 8);
    }
    header.put16(HeaderAt::kMajor, kbx::kMajor);
    header.put16(HeaderAt::kMinor, kbx::kMinor);
    header.put32(HeaderAt::kHeaderBytes, kbx::kHeaderBytes);
    header.put64(HeaderAt::kFileBytes, file_bytes_);
    header.put32(HeaderAt::kSectionCount, kbx::kSectionCount);
    header.put32(HeaderAt::kEntryCount, image_.entry_count);
    header.put64(HeaderAt::kContentId, image_.content_id);
    header.put64(HeaderAt::kFeatures, kbx::kFeatureLabels);
    header.put32(HeaderAt::kEndian, kbx::kEndianTag);
    header.put32(HeaderAt::kHashSeed, image_.hash_seed);
    kbx::Checksum sum;
    sum.add(std::string_view(header.bytes()).substr(0, HeaderAt::kChecksum));
    sum.add(table_.bytes());
    header.put64(HeaderAt::kChecksum, sum.value());
    return header.take() + table_.bytes();
  }

  const std::vector<Placed>& placed() const { return placed_; }

 private:
  void add_row(Section section, std::uint64_t offset) {
    kbx::Checksum sum;
    each_piece(image_, section, [&](std::string_view piece) { sum.add(piece); });
    const kbx::SectionInfo& info = kbx::info_of(section);
    const std::uint64_t size = size_of(image_, section);
    table_.start(kbx::kSectionRowBytes);
    std::uint32_t tag = 0;
    for (int letter = 3; letter >= 0; --letter) {
      tag = tag << 8 | static_cast<unsigned char>(info.tag[letter]);
    }
    table_.put32(SectionAt::kTag, tag);
    table_.put32(SectionAt::kFlags, 0);
    table_.put64(SectionAt::kOffset, offset);
    table_.put64(SectionAt::kSize, size);
    table_.put64(SectionAt::kChecksum, sum.value());
    table_.put32(SectionAt::kStride, info.stride);
    table_.put32(SectionAt::kCount, static_cast<std::uint32_t>(size / info.stride));
  }

  const Image& image_;
  RowTable table_;
  std::vector<Placed> placed_;
  std::uint64_t file_bytes_ = 0;
};

}  // namespace

void write_index(const Image& image, std::ostream& out) {
  const Layout layout(image);
  const std::string header = layout.header();
  out.write(header.data(), static_cast<std::streamsize>(header.size()));
  std::uint64_t at = header.size();
  for (const Placed& placed : layout.placed()) {
    static constexpr char kZeros[kbx::kAlignment] = {};
    out.write(kZeros, static_cast<std::streamsize>(placed.offset - at));
    at = placed.offset;
    each_piece(image, placed.section, [&](std::string_view piece) {
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
      at += piece.size();
    });
  }
}

Result<std::vector<Artefact>> emit_index(EmitInput& input) {
  const Image& image = input.image();
  return std::vector<Artefact>{
      {"kb.kbx", [&image](std::ostream& out) { write_index(image, out); }}};
}

}  // namespace kbc
