#include "kbx/index.h"

#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "kbx/fields.h"
#include "kbx/map_file.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

struct Index::File {
  MappedFile mapping;      // empty for bytes that somebody else owns
  std::string path;        // of the mapping
  std::string_view bytes;  // of the whole file
  Sections sections;
  // By section: its rows where an earlier version wrote them, with the fields that they lack.
  std::array<std::string, kSectionCount> widened;

  std::uint32_t section_count() const { return load32(bytes.data() + HeaderAt::kSectionCount); }
};

std::string tag_text(std::uint32_t tag) {
  std::string text;
  for (int shift = 0; shift < 32; shift += 8) {
    const char c = static_cast<char>(tag >> shift);
    text += c >= ' ' && c <= '~' ? c : '?';
  }
  return text;
}

namespace {

constexpr std::uint32_t tag_of(const char* letters) { return load32(letters); }

SectionView section_at(const char* row) {
  return {load32(row + SectionAt::kTag),      load32(row + SectionAt::kFlags),
          load64(row + SectionAt::kOffset),   load64(row + SectionAt::kSize),
          load64(row + SectionAt::kChecksum), load32(row + SectionAt::kStride),
          load32(row + SectionAt::kCount)};
}

std::size_t known_section(std::uint32_t tag) {
  for (std::size_t at = 0; at < kSectionCount; ++at) {
    if (tag_of(kSections[at].tag) == tag) return at;
  }
  return kSectionCount;
}

struct RawSection {
  std::string_view bytes;
  std::uint32_t stride = 0;
};

// A section of an index of any major version: its table has one form in all of them.
RawSection raw_section(std::string_view bytes, const char* tag) {
  const std::uint64_t rows = load32(bytes.data() + HeaderAt::kSectionCount);
  const std::uint64_t room = (bytes.size() - kHeaderBytes) / kSectionRowBytes;
  for (std::uint64_t row = 0; row < rows && row < room && row < kMaxSections; ++row) {
    const SectionView section = section_at(bytes.data() + kHeaderBytes + row * kSectionRowBytes);
    if (section.tag != tag_of(tag)) continue;
    if (section.offset > bytes.size() || section.size > bytes.size() - section.offset) return {};
    return {bytes.substr(section.offset, section.size), section.stride};
  }
  return {};
}

// What its provenance says of the tool, in any major version; empty for nothing.
std::string writer_of(std::string_view bytes) {
  const std::string_view strings = raw_section(bytes, "STRP").bytes;
  const auto text = [&](const char* place) {
    const std::uint32_t offset = load32(place), length = load32(place + 4);
    const bool is_inside = offset <= strings.size() && length <= strings.size() - offset;
    return is_inside && length < 100 ? strings.substr(offset, length) : std::string_view();
  };
  std::string writer;
  const auto [all, stride] = raw_section(bytes, "PROV");
  if (stride < info_of(Section::kProvenance).stride) return {};
  for (std::string_view rows = all; rows.size() >= stride; rows.remove_prefix(stride)) {
    const std::string_view name = text(rows.data() + ProvenanceAt::kName);
    if (name != "tool" && name != "tool-version") continue;
    writer += std::string(writer.empty() ? "" : " ");
    writer += text(rows.data() + ProvenanceAt::kValue);
  }
  return writer.size() > 200 ? std::string() : writer;
}

std::string major_error(std::string_view bytes) {
  const std::string writer = writer_of(bytes);
  return "the format has version " + std::to_string(load16(bytes.data() + HeaderAt::kMajor)) +
         ", this reader knows version " + std::to_string(kMajor) +
         "; rebuild the index, or use a newer reader" +
         (writer.empty() ? "" : "; " + writer + " wrote it");
}

// What is wrong with the header itself; empty for nothing.
std::string header_fault(std::string_view bytes) {
  const char* p = bytes.data();
  if (bytes.size() < kHeaderBytes) return "too short for an index";
  if (std::memcmp(p, kMagic, sizeof kMagic) != 0) return "not an index: wrong first bytes";
  if (load16(p + HeaderAt::kMajor) != kMajor) return major_error(bytes);
  if (load32(p + HeaderAt::kEndian) != kEndianTag) return "wrong byte order";
  if (load32(p + HeaderAt::kHeaderBytes) != kHeaderBytes) return "wrong header size";
  if (load64(p + HeaderAt::kFileBytes) != bytes.size()) {
    return "it has " + std::to_string(bytes.size()) + " bytes and says " +
           std::to_string(load64(p + HeaderAt::kFileBytes)) + "; it was cut off or changed";
  }
  if ((load64(p + HeaderAt::kFeatures) & ~kKnownFeatures) != 0) {
    return "it uses features that this reader does not know";
  }
  const std::uint32_t sections = load32(p + HeaderAt::kSectionCount);
  const std::size_t table = std::size_t{sections} * kSectionRowBytes;
  if (sections > kMaxSections || table > bytes.size() - kHeaderBytes) {
    return "its section table is out of bounds";
  }
  Checksum sum;
  sum.add(bytes.substr(0, HeaderAt::kChecksum));
  sum.add(bytes.substr(kHeaderBytes, table));
  if (sum.value() != load64(p + HeaderAt::kChecksum)) return "its header is damaged";
  return {};
}

// Rows of a later version have their new fields behind those that are known, and those of an
// earlier one lack the last of them; a pool has no rows.
constexpr bool is_readable(std::uint32_t stride, Section section) {
  return info_of(section).stride == 1 ? stride == 1 : stride >= first_row_bytes(section);
}

// A row in which every field is absent.
std::string absent_row(Section section) {
  std::string row(info_of(section).stride, '\0');
  for (const Field& field : kFields.of(section)) {
    const bool is_text = field.kind == FieldKind::kText || field.kind == FieldKind::kPart;
    const std::string_view absent =
        is_text || field.kind == FieldKind::kRow ? "\xFF\xFF\xFF\xFF" : "";
    const std::string_view no_rate("\0\0\0\0\0\0\xF8\x7F", 8);
    const std::string_view value = field.kind == FieldKind::kRate ? no_rate : absent;
    row.replace(field.at, value.size(), value);
  }
  return row;
}

// The rows of a section of an earlier version, with the fields that they are too short for.
std::string widened(Section section, std::string_view rows, std::size_t stride) {
  const std::string absent = absent_row(section);
  std::size_t known = 0;  // where the last field ends that is whole
  for (const Field& field : kFields.of(section)) {
    const std::size_t end = field.at + size_of(field.kind);
    if (end <= stride) known = end;
  }
  std::string all;
  all.reserve(rows.size() / stride * absent.size());
  for (; !rows.empty(); rows.remove_prefix(stride)) {
    all.append(rows, 0, known);
    all.append(absent, known);
  }
  return all;
}

// What is wrong with the place and shape of a section; empty for nothing.
std::string section_fault(const SectionView& section, std::uint64_t file_bytes) {
  const std::string name = "section " + tag_text(section.tag) + ": ";
  if (section.offset % kAlignment != 0) return name + "not aligned";
  if (section.offset > file_bytes || section.size > file_bytes - section.offset) {
    return name + "outside the file";
  }
  const std::uint64_t rows = std::uint64_t{section.stride} * section.count;
  if (rows != section.size) return name + "its size is not that of its rows";
  const std::size_t known = known_section(section.tag);
  if (known == kSectionCount) {
    return section.flags & kRequired ? name + "required, and unknown to this reader" : "";
  }
  return is_readable(section.stride, static_cast<Section>(known)) ? "" : name + "wrong row size";
}

// What is wrong between sections; empty for nothing.
std::string counts_fault(const Sections& sections, std::uint32_t entries) {
  if (sections[Section::kEntries].count != entries) return "its number of entries is damaged";
  if (sections[Section::kIncoming].count != std::uint64_t{entries} + 1) {
    return "wrong size of its link table";
  }
  return {};
}

}  // namespace

const Sections& Mapped::empty() noexcept {
  static const Sections sections;
  return sections;
}

const char* Mapped::zeros() noexcept {
  static constexpr char kZeros[512] = {};
  return kZeros;
}

Index::Index(std::unique_ptr<File> file) : file_(std::move(file)) {
  static_cast<KnowledgeBase<Mapped>&>(*this) = KnowledgeBase<Mapped>(Mapped(file_->sections));
}
Index::Index(Index&& other) noexcept
    : KnowledgeBase<Mapped>(std::exchange<KnowledgeBase<Mapped>>(other, {})),
      file_(std::move(other.file_)) {}
Index& Index::operator=(Index&& other) noexcept {
  if (this == &other) return *this;
  static_cast<KnowledgeBase<Mapped>&>(*this) = std::exchange<KnowledgeBase<Mapped>>(other, {});
  file_ = std::move(other.file_);
  return *this;
}
Index::~Index() = default;

std::optional<Index> Index::over(std::string_view bytes, std::string& error) {
  error = header_fault(bytes);
  if (!error.empty()) return {};
  auto file = std::make_unique<File>();
  file->bytes = bytes;
  file->sections.hash_seed = load32(bytes.data() + HeaderAt::kHashSeed);
  for (std::uint32_t at = 0; at < file->section_count(); ++at) {
    const SectionView section =
        section_at(bytes.data() + kHeaderBytes + std::size_t{at} * kSectionRowBytes);
    error = section_fault(section, bytes.size());
    if (!error.empty()) return {};
    const std::size_t known = known_section(section.tag);
    if (known == kSectionCount) continue;
    Sections::Bytes& place = file->sections[static_cast<Section>(known)];
    if (place.data != nullptr) {
      error = "section " + tag_text(section.tag) + " occurs twice";
      return {};
    }
    place = {bytes.data() + section.offset, section.count, section.stride};
    if (section.stride < kSections[known].stride) {
      std::string& rows = file->widened[known];
      rows = widened(static_cast<Section>(known), bytes.substr(section.offset, section.size),
                     section.stride);
      place = {rows.data(), section.count, kSections[known].stride};
    }
  }
  error = counts_fault(file->sections, load32(bytes.data() + HeaderAt::kEntryCount));
  if (!error.empty()) return {};
  return Index(std::move(file));
}

std::optional<Index> Index::in(MappedFile mapping, const std::string& path, std::string& error) {
  if (!error.empty()) return {};
  std::optional<Index> index = over(mapping.bytes(), error);
  if (index) {
    index->file_->mapping = std::move(mapping);
    index->file_->path = path;
  } else {
    error = path + ": " + error;
  }
  return index;
}

std::optional<Index> Index::open(const std::string& path, std::string& error) {
  return in(MappedFile::open(path, error), path, error);
}

std::optional<Index> Index::read(const std::string& path, std::string& error) {
  return in(MappedFile::read(path, error), path, error);
}

const std::string& Index::path() const noexcept {
  static const std::string none;
  return file_ ? file_->path : none;
}

std::uint64_t Index::content_id() const noexcept {
  return file_ ? load64(file_->bytes.data() + HeaderAt::kContentId) : 0;
}

std::uint32_t Index::minor_version() const noexcept {
  return file_ ? load16(file_->bytes.data() + HeaderAt::kMinor) : 0;
}

std::string_view Index::bytes() const noexcept { return file_ ? file_->bytes : std::string_view(); }

std::uint64_t Index::file_size() const noexcept { return bytes().size(); }

std::uint32_t Index::section_count() const noexcept { return file_ ? file_->section_count() : 0; }

SectionView Index::section(std::uint32_t index) const noexcept {
  if (index >= section_count()) return {};
  return section_at(file_->bytes.data() + kHeaderBytes + std::size_t{index} * kSectionRowBytes);
}

std::string_view Index::section_bytes(const SectionView& section) const noexcept {
  const std::uint64_t size = file_size();
  if (section.offset > size || section.size > size - section.offset) return {};
  return file_ ? file_->bytes.substr(section.offset, section.size) : std::string_view();
}

std::uint32_t Index::provenance_count() const noexcept {
  return storage().count<Section::kProvenance>();
}

Index::Provenance Index::provenance(std::uint32_t index) const noexcept {
  const char* at = storage().row<Section::kProvenance>(index);
  return {text_at<PoolOf<Section::kStrings>>(storage(), at + ProvenanceAt::kName),
          text_at<PoolOf<Section::kStrings>>(storage(), at + ProvenanceAt::kValue)};
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx
