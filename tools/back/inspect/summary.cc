#include "inspect/summary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "emit/entry_json.h"
#include "kbx/bytes.h"
#include "output/json_writer.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// By kbx::Section.
constexpr std::array<std::string_view, kbx::kSectionCount> kRows = {
    "texts, UTF-8",
    "version keys",
    "entries",
    "aliases",
    "versions",
    "intervals of versions",
    "notes on systems",
    "dead ends",
    "workarounds",
    "lists of texts",
    "links",
    "links to an entry: the first",
    "links to an entry",
    "ids: displacements",
    "ids: slots",
    "error codes: displacements",
    "error codes: slots",
    "error codes",
    "error codes: entries",
    "domains: displacements",
    "domains: slots",
    "domains",
    "domains: entries",
    "categories: displacements",
    "categories: slots",
    "categories",
    "categories: entries",
    "tags: displacements",
    "tags: slots",
    "tags",
    "tags: entries",
    "provenance",
    "patterns: grams of four bytes",
    "patterns: grams of two or three bytes",
    "patterns: literals of a gram",
    "patterns: literals",
    "patterns: texts of literals",
    "patterns: alternatives of literals",
    "patterns: alternatives",
    "patterns: programs",
    "patterns: alternatives without literal",
    "words: texts",
    "words",
    "words: their entries",
    "titles of names",
};
static_assert(!kRows.back().empty(), "every section has its words");

struct DomainCount {
  std::string_view name;
  std::uint32_t entries = 0;
  std::string_view title;
};

// The largest first.
std::vector<DomainCount> domains_of(const kbx::Index& index) {
  std::vector<DomainCount> domains;
  for (const auto& key : index.keys<kbx::Section::kDomainKeys>()) {
    domains.push_back({key.name, key.entries, index.domain_title(key.name)});
  }
  std::stable_sort(domains.begin(), domains.end(), [](const DomainCount& a, const DomainCount& b) {
    return a.entries > b.entries;
  });
  return domains;
}

std::string left(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}
std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string version_of(const kbx::Index& index) {
  return std::to_string(kbx::kMajor) + '.' + std::to_string(index.minor_version());
}

void write_origin(const kbx::Index& index, Printer& out) {
  std::vector<std::pair<std::string, std::string>> lines = {
      {"format", version_of(index)},
      {"content id", "0x" + hexadecimal(index.content_id(), 16)},
      {"hash seed", std::to_string(index.storage().hash_seed())}};
  for (std::uint32_t at = 0; at < index.provenance_count(); ++at) {
    const kbx::Index::Provenance item = index.provenance(at);
    lines.emplace_back(item.name, item.value);
  }
  std::size_t width = 0;
  for (const auto& [name, value] : lines) width = std::max(width, name.size());
  for (const auto& [name, value] : lines) out << left(name, width + 2) << value << '\n';
}

void write_sections(const kbx::Index& index, Printer& out) {
  out << "section                                 offset       size      rows  of bytes\n";
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    const kbx::SectionView section = index.section(at);
    out << kbx::tag_text(section.tag) << "  " << left(rows_of(section), 28)
        << right(std::to_string(section.offset), 12) << right(readable_size(section.size), 11)
        << right(std::to_string(section.count), 10) << right(std::to_string(section.stride), 10)
        << '\n';
  }
}

void write_domains(const kbx::Index& index, Printer& out) {
  const std::vector<DomainCount> domains = domains_of(index);
  out << counted(domains.size(), "domain") << '\n';
  std::size_t width = 0;
  for (const DomainCount& domain : domains) width = std::max(width, domain.name.size());
  for (const DomainCount& domain : domains) {
    out << right(std::to_string(domain.entries), 8) << "  ";
    if (domain.title.empty()) {
      out << domain.name << '\n';
    } else {
      out << left(domain.name, width + 2) << domain.title << '\n';
    }
  }
}

void write_section_json(const kbx::SectionView& section, JsonWriter& json) {
  json.start_object();
  json.member("tag", kbx::tag_text(section.tag));
  json.member("rows_are", rows_of(section));
  json.member("offset", section.offset);
  json.member("size", section.size);
  json.member("rows", std::uint64_t{section.count});
  json.member("row_bytes", std::uint64_t{section.stride});
  json.member("checksum", "0x" + hexadecimal(section.checksum, 16));
  json.end_object();
}

}  // namespace

std::optional<kbx::Section> section_tagged(std::uint32_t tag) {
  for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
    if (kbx::load32(kbx::kSections[at].tag) == tag) return static_cast<kbx::Section>(at);
  }
  return std::nullopt;
}

std::string_view rows_of(const kbx::SectionView& section) {
  const auto known = section_tagged(section.tag);
  return known ? kRows[static_cast<std::size_t>(*known)] : "unknown to this kbc";
}

std::string readable_size(std::uint64_t bytes) {
  constexpr std::uint64_t kThousand = 1000;
  if (bytes < kThousand) return std::to_string(bytes) + " B";
  std::uint64_t unit = kThousand;
  std::size_t prefix = 0;
  constexpr std::string_view kPrefixes = "kMGTPE";
  while (bytes / unit >= kThousand) {
    unit *= kThousand;
    ++prefix;
  }
  const std::uint64_t tenths = bytes / (unit / 10);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + ' ' + kPrefixes[prefix] +
         'B';
}

void write_summary_text(const Summary& summary, Printer& out) {
  const kbx::Index& index = *summary.index;
  out << summary.path << ": " << counted(index.size(), "entry") << ", "
      << readable_size(index.file_size()) << "\n\n";
  write_origin(index, out);
  out << '\n';
  write_sections(index, out);
  out << '\n';
  write_domains(index, out);
  if (!summary.damage) return;
  out << '\n' << (summary.damage->empty() ? "sound" : "damaged: " + *summary.damage) << '\n';
}

void write_summary_json(const Summary& summary, std::ostream& out) {
  const kbx::Index& index = *summary.index;
  JsonWriter json(out);
  json.start_object();
  json.member("file", summary.path);
  json.member("format", version_of(index));
  json.member("size", index.file_size());
  json.member("entries", std::uint64_t{index.size()});
  json.member("content_id", "0x" + hexadecimal(index.content_id(), 16));
  json.member("hash_seed", std::uint64_t{index.storage().hash_seed()});
  json.start_object("provenance");
  for (std::uint32_t at = 0; at < index.provenance_count(); ++at) {
    json.member(index.provenance(at).name, index.provenance(at).value);
  }
  json.end_object();
  json.start_array("sections");
  for (std::uint32_t at = 0; at < index.section_count(); ++at) {
    write_section_json(index.section(at), json);
  }
  json.end_array();
  json.start_object("domains");
  for (const DomainCount& domain : domains_of(index)) {
    json.member(domain.name, std::uint64_t{domain.entries});
  }
  json.end_object();
  write_titles(index, json);
  if (summary.damage) {
    json.key("sound");
    json.boolean(summary.damage->empty());
    if (!summary.damage->empty()) json.member("damage", *summary.damage);
  }
  json.end_object();
  out << '\n';
}

}  // namespace kbc
