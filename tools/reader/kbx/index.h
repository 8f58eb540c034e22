#ifndef KBX_INDEX_H_
#define KBX_INDEX_H_

// The reader of index files (docs/kbx-format.md). C++17, the standard library only.
//
//   std::string error;
//   const std::optional<kbx::Index> index = kbx::Index::open("kb.kbx", error);
//   if (const auto entry = index->find("git/push-rejected")) use(entry->signature());
//
// Whatever the bytes of the file, no access reads outside it: what does not fit reads as absent, as
// empty or as zero. Everything may be called by several threads at once. What an Index gives out
// views its memory and must not outlive it; a move does not end its life.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kbx/format.h"
#include "kbx/knowledge_base.h"
#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

static_assert(kReader == 2,
              "a header of another version of kbc, a generated kb_table.h or kb_ids.h perhaps, was "
              "included before kbx/index.h");

// One row of the section table.
struct SectionView {
  std::uint32_t tag = 0;  // four letters, the first in the lowest byte
  std::uint32_t flags = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
  std::uint32_t stride = 0;
  std::uint32_t count = 0;
};

class MappedFile;

// The four letters; `?` for one that cannot be printed.
std::string tag_text(std::uint32_t tag);

// The bytes of each section that this version of the format knows.
class Sections {
 public:
  struct Bytes {
    const char* data = nullptr;
    std::uint32_t count = 0;   // rows; of a pool, bytes
    std::uint32_t stride = 0;  // bytes from row to row: of a later version, more than are known

    // Requires: row < count.
    const char* row(std::uint32_t row) const noexcept { return data + std::size_t{row} * stride; }
  };

  const Bytes& operator[](Section section) const noexcept {
    return bytes_[static_cast<std::size_t>(section)];
  }
  Bytes& operator[](Section section) { return bytes_[static_cast<std::size_t>(section)]; }
  std::uint32_t hash_seed = 0;

 private:
  std::array<Bytes, kSectionCount> bytes_{};
};

// A section of an index that holds texts.
template <Section kS>
struct PoolOf {
  static constexpr Section kSection = kS;
};

// The storage (kbx/view.h) of an index in memory: a pointer to its sections.
class Mapped {
 public:
  Mapped() noexcept : sections_(&empty()) {}
  explicit Mapped(const Sections& sections) noexcept : sections_(&sections) {}

  template <Section kS>
  std::uint32_t count() const noexcept {
    return (*sections_)[kS].count;
  }
  template <Section kS>
  const char* row(std::uint32_t row) const noexcept {
    const Sections::Bytes& bytes = (*sections_)[kS];
    return row < bytes.count ? bytes.row(row) : zeros();
  }
  template <Section kS, std::size_t kAt>
  const char* field(std::uint32_t row) const noexcept {
    return this->row<kS>(row) + kAt;
  }
  template <Section, std::size_t>
  static constexpr bool has() noexcept {
    return true;
  }
  template <Section kS, std::size_t>
  using Pool = PoolOf<kS == Section::kIntervals ? Section::kVersionKeys : Section::kStrings>;
  template <typename Pool>
  std::string_view text(std::uint32_t offset, std::uint32_t length) const noexcept {
    const Sections::Bytes& bytes = (*sections_)[Pool::kSection];
    if (offset > bytes.count || length > bytes.count - offset) return {};
    return {bytes.data + offset, length};
  }
  std::uint32_t hash_seed() const noexcept { return sections_->hash_seed; }
  const Sections& sections() const noexcept { return *sections_; }

  friend bool operator==(const Mapped& a, const Mapped& b) noexcept {
    return a.sections_ == b.sections_;
  }

 private:
  static const Sections& empty() noexcept;
  static const char* zeros() noexcept;  // as many as the longest row has

  const Sections* sections_;
};

class Index : public KnowledgeBase<Mapped> {
 public:
  // Maps a file and looks at its header, its section table and its size: the same time whatever
  // the size. Nothing, and a sentence in error, when it cannot be read or is no sound index.
  // Who cuts or overwrites a file in place that is mapped ends the program with SIGBUS or changes
  // what it reads: a new index must replace the old one by rename.
  static std::optional<Index> open(const std::string& path, std::string& error);

  // The same for a copy of the file in memory, for files that others may change in place. Takes
  // time and memory in proportion to the size. verify() finds a file that was changed while it was
  // read.
  static std::optional<Index> read(const std::string& path, std::string& error);

  // The same for bytes in memory, which must outlive the Index.
  static std::optional<Index> over(std::string_view bytes, std::string& error);

  // Looks at everything: checksums, every offset, every text, the order of ids and keys, every
  // look-up, the hash of each entry. Takes time in proportion to the size. False, and a sentence in
  // error, which begins with path(), for damage.
  bool verify(std::string& error) const;

  // What open or read was given; empty for bytes in memory.
  const std::string& path() const noexcept;

  std::uint64_t content_id() const noexcept;  // of the entries: the same for the same content
  std::uint32_t minor_version() const noexcept;
  std::uint64_t file_size() const noexcept;
  std::string_view bytes() const noexcept;  // all of the file
  // All sections that the file has, also those that this reader does not know.
  std::uint32_t section_count() const noexcept;
  SectionView section(std::uint32_t index) const noexcept;  // zeros when there is none
  // The bytes of one of them.
  std::string_view section_bytes(const SectionView& section) const noexcept;

  // What the file says of its origin: `tool`, `tool-version`, `content`, `commit` …
  std::uint32_t provenance_count() const noexcept;
  struct Provenance {
    std::string_view name, value;
  };
  Provenance provenance(std::uint32_t index) const noexcept;

  // What was given out stays valid when an Index moves, since its memory does not. One that was
  // moved from has no entries.
  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

 private:
  struct File;  // owns the mapping and the Sections

  explicit Index(std::unique_ptr<File> file);
  static std::optional<Index> in(MappedFile mapping, const std::string& path, std::string& error);

  std::unique_ptr<File> file_;
};

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_INDEX_H_
