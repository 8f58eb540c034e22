// Goes over the image's sections once, field by field. What is a place of a text in the image
// becomes a place in the pool of the field; everything else is copied as it is.
#include "emit/table_columns.h"

#include <algorithm>
#include <cassert>
#include <cctype>

#include "kbx/bytes.h"
#include "kbx/fields.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using kbx::FieldKind;
using kbx::Section;

bool is_text(FieldKind kind) {
  return kind == FieldKind::kText || kind == FieldKind::kName || kind == FieldKind::kPart ||
         kind == FieldKind::kCut;
}

struct Place {
  Section section;
  std::size_t at;

  friend bool operator==(const Place&, const Place&) = default;
};

Place entry_place(const char* name) { return {Section::kEntries, kbx::entry_at(name)}; }

// The field whose pool the texts of this one are in: most of them are there already.
Place pool_place(Place field) {
  if (const kbx::EntryField* of_keys = kbx::field_of_lookup(field.section)) {
    return {Section::kEntries, of_keys->at};
  }
  switch (field.section) {
    case Section::kAliases:
      return entry_place("aliases");
    case Section::kIntervals:
      return {Section::kIntervals, kbx::IntervalAt::kLow};
    case Section::kLinks:
      return field.at == kbx::LinkAt::kErrorId ? entry_place("id") : field;
    case Section::kDeadEnds:
      if (field.at != kbx::DeadEndAt::kSources) return field;
      return {Section::kWorkarounds, kbx::WorkaroundAt::kSources};
    default:
      return field;
  }
}

// Sections of the tables whose rows a program always reads whole, and where those of kTexts are
// the items of lists.
bool is_in_table(Section section, const TableFields& fields) {
  if (section == Section::kStrings || section == Section::kVersionKeys) return false;
  if (section == Section::kTitles) return true;
  if (section >= Section::kProvenance) return false;
  if (section == Section::kIncoming || section == Section::kIncomingLinks) {
    return fields.has_links();
  }
  const kbx::EntryField* of_keys = kbx::field_of_lookup(section);
  return of_keys == nullptr || fields.has(of_keys->name);
}

std::string lower_tag(Section section) {
  std::string name;
  for (const char letter : std::string_view(kbx::info_of(section).tag)) name += lower_ascii(letter);
  return name;
}

class Columns {
 public:
  Columns(const Image& image, const TableFields& fields) : image_(image), fields_(fields) {}

  TableColumns make() {
    own_text_lists();
    for (const kbx::Field& field : kbx::kFields) {
      if (is_by_field(field.section) && fields_.has(field.section, field.at)) add_field(field);
    }
    for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
      const auto section = static_cast<Section>(at);
      if (is_by_field(section)) {
        out_.rows.emplace_back(section, bytes(section).size() / kbx::info_of(section).stride);
      } else if (is_in_table(section, fields_)) {
        add_rows(section);
      }
    }
    return std::move(out_);
  }

 private:
  const std::string& bytes(Section section) const {
    return image_.sections[static_cast<std::size_t>(section)];
  }

  // The pool of a field, which has its name.
  std::size_t pool_of(Section section, std::size_t at) {
    for (const FieldPool& known : out_.field_pools) {
      if (known.section == section && known.at == at) return known.pool;
    }
    const Place place = pool_place({section, at});
    std::size_t pool = out_.pools.size();
    if (place == Place{section, at}) {
      out_.pools.push_back({name_of(section, at) + "_text", {}});
    } else {
      pool = pool_of(place.section, place.at);
    }
    out_.field_pools.push_back({section, at, pool});
    return pool;
  }

  static std::string name_of(Section section, std::size_t at) {
    for (const kbx::Field& field : kbx::kFields) {
      if (field.section == section && field.at == at) {
        return section == Section::kEntries ? field.name : lower_tag(section) + '_' + field.name;
      }
    }
    return lower_tag(section);
  }

  // Notes for each row of kTexts in which pool its text is.
  void own_text_lists() {
    text_pools_.assign(bytes(Section::kTexts).size() / kbx::info_of(Section::kTexts).stride,
                       kNoPool);
    for (const kbx::Field& field : kbx::kFields) {
      if (field.kind != FieldKind::kList || field.rows != Section::kTexts) continue;
      if (!fields_.has(field.section, field.at)) continue;
      const std::size_t pool = pool_of(field.section, field.at);
      const std::string& rows = bytes(field.section);
      const std::uint32_t stride = kbx::info_of(field.section).stride;
      for (std::size_t row = field.at; row < rows.size(); row += stride) {
        const std::uint32_t first = kbx::load32(rows.data() + row);
        const std::uint32_t count = kbx::load32(rows.data() + row + 4);
        std::fill_n(text_pools_.begin() + first, count, pool);
      }
    }
  }

  // The cell of a text in its pool.
  std::string text_cell(const char* cell, FieldKind kind, std::size_t pool) {
    std::string out(cell, 8);
    const std::uint32_t offset = kbx::load32(cell);
    if (offset == kbx::kAbsent || pool == kNoPool)
      return std::string(4, '\xFF') + std::string(4, '\0');
    const PlacedStrings& from = kind == FieldKind::kCut ? image_.version_keys : image_.strings;
    const std::uint32_t place =
        out_.pools[pool].texts.place(from.text_at(offset, kbx::load32(cell + 4)));
    for (std::size_t byte = 0; byte < 4; ++byte) out[byte] = static_cast<char>(place >> (8 * byte));
    return out;
  }

  // Whether the table has the field of the link in this row.
  bool has_of_link(const kbx::Field& field, const char* row) const {
    if (field.section != Section::kLinks) return true;
    const auto kind = static_cast<kbx::LinkKind>(kbx::load32(row + kbx::LinkAt::kKind));
    return fields_.has_of_links(kind, field.at);
  }

  void add_field(const kbx::Field& field) {
    const auto size = static_cast<std::uint32_t>(kbx::size_of(field.kind));
    TableColumn column{field.section, field.at, size, name_of(field.section, field.at), {}};
    const std::size_t pool = is_text(field.kind) ? pool_of(field.section, field.at) : kNoPool;
    const std::string& rows = bytes(field.section);
    for (std::size_t at = 0; at < rows.size(); at += kbx::info_of(field.section).stride) {
      const char* cell = rows.data() + at + field.at;
      const bool is_there = has_of_link(field, rows.data() + at);
      if (is_text(field.kind)) {
        column.bytes += text_cell(cell, field.kind, is_there ? pool : kNoPool);
      } else if (is_there) {
        column.bytes.append(cell, size);
      } else {
        assert(field.kind == FieldKind::kRate);
        column.bytes.append(kNoRate, size);
      }
    }
    out_.columns.push_back(std::move(column));
  }

  void add_rows(Section section) {
    const std::uint32_t stride = kbx::info_of(section).stride;
    TableColumn column{section, kWholeRows, stride, lower_tag(section), bytes(section)};
    for (const kbx::Field& field : kbx::kFields) {
      if (field.section != section || !is_text(field.kind)) continue;
      const bool is_item = section == Section::kTexts;
      const std::size_t pool = is_item ? kNoPool : pool_of(section, field.at);
      for (std::size_t at = 0, row = 0; at < column.bytes.size(); at += stride, ++row) {
        const std::string cell = text_cell(bytes(section).data() + at + field.at, field.kind,
                                           is_item ? text_pools_[row] : pool);
        column.bytes.replace(at + field.at, cell.size(), cell);
      }
    }
    out_.columns.push_back(std::move(column));
  }

  static constexpr std::size_t kNoPool = static_cast<std::size_t>(-1);
  static constexpr char kNoRate[9] = "\0\0\0\0\0\0\xF8\x7F";  // a double that is not a number

  const Image& image_;
  const TableFields& fields_;
  std::vector<std::size_t> text_pools_;  // by rows of kTexts
  TableColumns out_;
};

}  // namespace

std::uint32_t FieldTexts::place(std::string_view text) {
  const auto [known, is_new] = places_.emplace(text, size_);
  if (!is_new) return known->second;
  const std::uint32_t left = kbx::kPageBytes - size_ % kbx::kPageBytes;
  if (text.size() > left && left < kbx::kPageBytes) known->second = size_ += left;
  all_.emplace_back(size_, text);
  size_ += static_cast<std::uint32_t>(text.size());
  return known->second;
}

bool is_by_field(Section section) {
  switch (section) {
    case Section::kEntries:
    case Section::kVersions:
    case Section::kOsNotes:
    case Section::kDeadEnds:
    case Section::kWorkarounds:
    case Section::kLinks:
      return true;
    default:
      return false;
  }
}

TableColumns table_columns(const Image& image, const TableFields& fields) {
  return Columns(image, fields).make();
}

}  // namespace kbc
