#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "kbx/verify/checks.h"

namespace kbx {
inline namespace KBX_NAMESPACE {
namespace verify {
namespace {

std::string name_of(const SectionView& section) { return "section " + tag_text(section.tag); }

// Of the file from one place up to another.
bool is_zero(const Index& index, std::uint64_t begin, std::uint64_t end) {
  SectionView gap;
  gap.offset = begin;
  gap.size = end - begin;
  const std::string_view bytes = index.section_bytes(gap);
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

const SectionInfo* known_info(const SectionView& section) {
  const auto* const info =
      std::find_if(std::begin(kSections), std::end(kSections),
                   [&](const SectionInfo& one) { return load32(one.tag) == section.tag; });
  return info == std::end(kSections) ? nullptr : info;
}

}  // namespace

std::string at_row(Section section, std::uint32_t row, const std::string& what) {
  return "section " + std::string(info_of(section).tag) + ", row " + std::to_string(row) + ": " +
         what;
}

bool says_more(const Index& index) {
  if (index.minor_version() > kMinor) return true;
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    if (known_info(index.section(at)) == nullptr) return true;
  }
  return false;
}

bool says_less(const Index& index) {
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const SectionView section = index.section(at);
    const SectionInfo* info = known_info(section);
    if (info != nullptr && section.stride < info->stride) return true;
  }
  return false;
}

std::string sections_fault(const Index& index) {
  std::vector<SectionView> sections;
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    sections.push_back(index.section(at));
    const SectionView& section = sections.back();
    if ((section.flags & ~kRequired) != 0 && index.minor_version() <= kMinor) {
      return name_of(section) + ": it has flags that nobody knows";
    }
    if (checksum(index.section_bytes(section)) == section.checksum) continue;
    return name_of(section) + ": its bytes do not have its checksum";
  }
  std::stable_sort(sections.begin(), sections.end(),
                   [](const SectionView& a, const SectionView& b) { return a.offset < b.offset; });
  std::uint64_t end = kHeaderBytes + sections.size() * kSectionRowBytes;
  for (const SectionView& section : sections) {
    if (section.size == 0) continue;
    if (section.offset < end) return name_of(section) + ": overlaps the section before it";
    if (!is_zero(index, end, section.offset)) return name_of(section) + ": no zeros before it";
    end = section.offset + section.size;
  }
  return is_zero(index, end, index.file_size()) ? "" : "no zeros at the end of the file";
}

}  // namespace verify
}  // namespace KBX_NAMESPACE
}  // namespace kbx
