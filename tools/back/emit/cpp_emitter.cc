#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "emit/cpp_enum.h"
#include "emit/cpp_sections.h"
#include "emit/embedded_cpp.h"
#include "emit/emit.h"
#include "kbx/bytes.h"
#include "kbx/checksum.h"
#include "kbx/fields.h"
#include "text/number_text.h"

namespace kbc {
namespace {

using kbx::Section;

// From here on, each file that includes the table takes seconds to compile.
constexpr std::uint32_t kManyEntries = 25000;

// Headers of the reader in one piece: what they include of each other is left out.
std::string joined(std::initializer_list<std::string_view> headers) {
  constexpr std::string_view kOwn = "#include \"kbx/";
  std::string text;
  for (std::string_view header : headers) {
    while (!header.empty()) {
      const std::size_t end = header.find('\n') + 1;
      if (header.substr(0, kOwn.size()) != kOwn) text += header.substr(0, end);
      header.remove_prefix(end);
    }
    text += '\n';
  }
  return text;
}

// The origin is of use only to who has a file before him, the patterns to a matcher.
bool is_in_tables(Section section) { return section < Section::kProvenance; }

void write_tables(const Image& image, std::ostream& out) {
  write_pool(Section::kStrings, image.strings, out);
  write_pool(Section::kVersionKeys, image.version_keys, out);
  for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
    const auto section = static_cast<Section>(at);
    if (is_in_tables(section)) write_rows(section, image.sections[at], out);
  }
}

void write_all_linked(const Image& image, std::ostream& out) {
  write_linked(Section::kStrings, out);
  write_linked(Section::kVersionKeys, out);
  for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
    const auto section = static_cast<Section>(at);
    if (is_in_tables(section) && !image.sections[at].empty()) write_linked(section, out);
  }
}

const std::string& bytes_of(const Image& image, Section section) {
  return image.sections[static_cast<std::size_t>(section)];
}

// The slots of ids, with the entry in the place of an alias, whose rows come after all entries.
std::string entry_slots(const Image& image) {
  const std::string& id_slots = bytes_of(image, Section::kIdSlots);
  const std::string& aliases = bytes_of(image, Section::kAliases);
  const std::size_t stride = kbx::info_of(Section::kIdSlots).stride;
  RowTable slots;
  for (std::size_t at = 0; at < id_slots.size(); at += stride) {
    const char* slot = id_slots.data() + at;
    std::uint32_t row = kbx::load32(slot + kbx::SlotAt::kRow);
    if (row != kbx::kNone && row >= image.entry_count) {
      const std::size_t alias = row - image.entry_count;
      row = kbx::load32(aliases.data() + alias * kbx::info_of(Section::kAliases).stride +
                        kbx::AliasAt::kEntry);
    }
    slots.start(static_cast<std::uint32_t>(stride));
    slots.put32(kbx::SlotAt::kFingerprint, kbx::load32(slot + kbx::SlotAt::kFingerprint));
    slots.put32(kbx::SlotAt::kRow, row);
  }
  return slots.take();
}

void write_id_tables(const Image& image, std::ostream& out) {
  write_rows(Section::kIdSeeds, bytes_of(image, Section::kIdSeeds), out);
  write_rows(Section::kIdSlots, entry_slots(image), out);
  write_rows(Section::kCodeSeeds, bytes_of(image, Section::kCodeSeeds), out);
  write_rows(Section::kCodeSlots, bytes_of(image, Section::kCodeSlots), out);
}

// The texts of the keys of one kind, in their order.
std::vector<std::string_view> keys_of(const Image& image, Section section) {
  const std::string& rows = bytes_of(image, section);
  std::vector<std::string_view> keys;
  for (std::size_t at = 0; at < rows.size(); at += kbx::info_of(section).stride) {
    const char* text = rows.data() + at + kbx::KeyAt::kText;
    keys.push_back(image.strings.text_at(kbx::load32(text), kbx::load32(text + 4)));
  }
  return keys;
}

void write_enums(const Image& image, std::ostream& out) {
  write_enum("Domain", keys_of(image, Section::kDomainKeys), out);
  write_enum("Category", keys_of(image, Section::kCategoryKeys), out);
  write_enum("Code", keys_of(image, Section::kCodeKeys), out);
}

// The inline namespace of everything that is generated: what the entries say, and all else that
// decides what a compiled file takes for granted. Two tables have one name only if they are the
// same.
std::string tag_of(const Image& image) {
  kbx::Checksum sum;
  image.strings.each([&](std::string_view piece) { sum.add(piece); });
  image.version_keys.each([&](std::string_view piece) { sum.add(piece); });
  for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
    if (is_in_tables(static_cast<Section>(at))) sum.add(image.sections[at]);
  }
  for (const std::string_view text :
       {kVersionHeader, kFormatHeader, kBytesHeader, kLookupHeader, kVersionKeyHeader, kViewHeader,
        kEntryHeader, kKnowledgeBaseHeader, kCommonForm, kTableHeaderForm, kIdsHeaderForm,
        kTableSourceForm}) {
    sum.add(text);
  }
  return "c_" + hexadecimal(image.content_id, 16) + '_' + hexadecimal(sum.value() >> 32, 8);
}

// Calls visit(name) for each text field of an entry, in the order of the entry format.
template <typename Visit>
void each_text(const Visit& visit) {
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    if (kbx::is_text(field)) visit(std::string_view(field.name));
  }
}

// Fills in what is between `$` in a form.
class Form {
 public:
  Form(const Image& image, std::string name_space)
      : image_(image), name_space_(std::move(name_space)), tag_(tag_of(image)) {}

  void write(std::string_view form, std::ostream& out) const {
    while (!form.empty()) {
      const std::size_t begin = form.find('$');
      out << form.substr(0, begin);
      if (begin == std::string_view::npos) return;
      const std::size_t end = form.find('$', begin + 1);
      write_value(form.substr(begin + 1, end - begin - 1), out);
      form.remove_prefix(end + 1);
    }
  }

 private:
  // The include guards of two knowledge bases must differ, also when they have one namespace.
  std::string guard() const {
    std::string text = "KBC_";
    for (const char c : name_space_) text += c == ':' ? '0' : c;
    return text + '_' + tag_;
  }

  void write_value(std::string_view name, std::ostream& out) const {
    if (name == "namespace") {
      out << name_space_;
    } else if (name == "guard") {
      out << guard();
    } else if (name == "tag") {
      out << tag_;
    } else if (name == "reader_version") {
      out << kbx::kReader;
    } else if (name == "major") {
      out << kbx::kMajor;
    } else if (name == "minor") {
      out << kbx::kMinor;
    } else if (name == "row_bytes") {
      out << kbx::entry_row_bytes();
    } else if (name == "common") {
      write(kCommonForm, out);
    } else if (name == "enums") {
      write_enums(image_, out);
    } else if (name == "count") {
      out << image_.entry_count;
    } else if (name == "content_id") {
      out << "0x" << hexadecimal(image_.content_id, 16);
    } else if (name == "hash_seed") {
      out << image_.hash_seed;
    } else if (name == "light_reader") {
      out << joined({kVersionHeader, kFormatHeader, kBytesHeader, kLookupHeader});
    } else if (name == "reader") {
      out << joined({kVersionHeader, kFormatHeader, kBytesHeader, kLookupHeader, kVersionKeyHeader,
                     kViewHeader, kEntryHeader, kKnowledgeBaseHeader});
    } else if (name == "text_declarations") {
      each_text([&](std::string_view field) { out << "  Text " << field << "() const;\n"; });
    } else if (name == "text_definitions") {
      each_text([&](std::string_view field) {
        out << "Text Id::" << field << "() const { return text_of(entry(*this)." << field
            << "()); }\n";
      });
    } else if (name == "linked") {
      write_all_linked(image_, out);
    } else if (name == "tables") {
      write_tables(image_, out);
    } else {
      assert(name == "id_tables");
      write_id_tables(image_, out);
    }
  }

  const Image& image_;
  std::string name_space_;
  std::string tag_;
};

std::string too_large(std::uint32_t count, std::uint32_t limit) {
  return std::to_string(count) + " entries are too many for C++ tables, which hold up to " +
         std::to_string(limit) +
         ": every file that includes them would compile slowly; `--emit index` leaves the tables "
         "out, `--table-limit " +
         std::to_string(count) + "` writes them anyway";
}

}  // namespace

Result<std::vector<Artefact>> emit_cpp(EmitInput& input) {
  const std::uint32_t count = input.image().entry_count;
  if (count > input.table_limit()) return Error{too_large(count, input.table_limit())};
  if (count > kManyEntries) {
    input.warn("kb_table.h has " + std::to_string(count) +
               " entries: each file that includes it takes seconds to compile; kb_ids.h and "
               "kb.kbx stay fast");
  }
  const Form form(input.image(), input.name_space());
  const auto artefact = [&](std::string name, std::string_view text) {
    return Artefact{std::move(name), [form, text](std::ostream& out) { form.write(text, out); }};
  };
  return std::vector<Artefact>{artefact("kb_table.h", kTableHeaderForm),
                               artefact("kb_ids.h", kIdsHeaderForm),
                               artefact("kb_table.cc", kTableSourceForm)};
}

}  // namespace kbc
