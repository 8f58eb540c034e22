#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <iomanip>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "emit/cpp_enum.h"
#include "emit/cpp_sections.h"
#include "emit/embedded_cpp.h"
#include "emit/emit.h"
#include "emit/table_columns.h"
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

void write_id_tables(const Image& image, const TableFields& fields, std::ostream& out) {
  write_rows(Section::kIdSeeds, "idsd", bytes_of(image, Section::kIdSeeds), out);
  write_rows(Section::kIdSlots, "idsl", entry_slots(image), out);
  if (!fields.has("error_code")) return;
  write_rows(Section::kCodeSeeds, "ecsd", bytes_of(image, Section::kCodeSeeds), out);
  write_rows(Section::kCodeSlots, "ecsl", bytes_of(image, Section::kCodeSlots), out);
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

void write_enums(const Image& image, const TableFields& fields, std::ostream& out) {
  if (fields.has("domain")) write_enum("Domain", keys_of(image, Section::kDomainKeys), out);
  if (fields.has("category")) write_enum("Category", keys_of(image, Section::kCategoryKeys), out);
  if (fields.has("error_code")) write_enum("Code", keys_of(image, Section::kCodeKeys), out);
}

// The inline namespace of everything that is generated: what the entries say, and all else that
// decides what a compiled file takes for granted. Two tables have one name only if they are the
// same.
std::string tag_of(const Image& image, const TableColumns& columns) {
  kbx::Checksum sum;
  for (const TableColumn& column : columns.columns) {
    sum.add(column.name + '\0');
    sum.add(column.bytes);
  }
  for (const TextPool& pool : columns.pools) {
    for (const auto& [place, text] : pool.texts.all()) sum.add(text);
  }
  for (const std::string_view text :
       {kVersionHeader, kFormatHeader, kBytesHeader, kLookupHeader, kVersionKeyHeader, kViewHeader,
        kEntryHeader, kKnowledgeBaseHeader, kCommonForm, kTableHeaderForm, kIdsHeaderForm,
        kTableSourceForm}) {
    sum.add(text);
  }
  return "c_" + hexadecimal(image.content_id, 16) + '_' + hexadecimal(sum.value() >> 32, 8);
}

// Names in the headers that programs have as macros: those of <sys/sysmacros.h>, of build systems'
// configuration, and what is frequent.
constexpr std::string_view kForeignMacros[] = {"kNone",  "kNo",   "kYes",  "id",     "version",
                                               "status", "text",  "name",  "action", "kind",
                                               "index",  "major", "minor", "linux"};

void write_macros(std::string_view what, std::ostream& out) {
  for (const std::string_view name : kForeignMacros) {
    out << "#pragma " << what << "_macro(\"" << name << "\")\n";
    if (what == "push") out << "#undef " << name << '\n';
  }
}

// Calls visit(name) for each text field of an entry that is chosen, in the order of the entry
// format.
template <typename Visit>
void each_text(const TableFields& fields, const Visit& visit) {
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    if (kbx::is_text(field) && fields.has(field.name)) visit(std::string_view(field.name));
  }
}

// Fills in what is between `$` in a form. What stands from `$?name$` to `$.$` is only written if
// the table has the field of an entry with this name.
class Form {
 public:
  explicit Form(const EmitInput::Tables& tables)
      : image_(tables.image),
        fields_(tables.fields),
        columns_(table_columns(image_, fields_)),
        name_space_(tables.name_space),
        tag_(tag_of(image_, columns_)) {}

  void write(std::string_view form, std::ostream& out) const {
    bool is_left_out = false;
    while (!form.empty()) {
      const std::size_t begin = form.find('$');
      if (!is_left_out) out << form.substr(0, begin);
      if (begin == std::string_view::npos) return;
      const std::size_t end = form.find('$', begin + 1);
      const std::string_view name = form.substr(begin + 1, end - begin - 1);
      form.remove_prefix(end + 1);
      if (name.starts_with('?')) {
        is_left_out = !is_there(name.substr(1));
      } else if (name == ".") {
        is_left_out = false;
      } else if (!is_left_out) {
        write_value(name, out);
      }
    }
  }

 private:
  bool is_there(std::string_view name) const {
    if (name == "links") return fields_.has_links();
    if (name != "affects") return fields_.has(name);
    return fields_.has(Section::kVersions, kbx::VersionAt::kProduct) &&
           fields_.has(Section::kVersions, kbx::VersionAt::kIntervals) &&
           fields_.has(Section::kVersions, kbx::VersionAt::kConditional);
  }

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
    } else if (name == "push_macros") {
      write_macros("push", out);
    } else if (name == "pop_macros") {
      write_macros("pop", out);
    } else if (name == "common") {
      write(kCommonForm, out);
    } else if (name == "enums") {
      write_enums(image_, fields_, out);
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
      each_text(fields_,
                [&](std::string_view field) { out << "  Text " << field << "() const;\n"; });
    } else if (name == "text_definitions") {
      each_text(fields_, [&](std::string_view field) {
        out << "Text Id::" << field << "() const {\n  return text_of<::kbx::Section::kEntries, "
            << "::kbx::entry_at(\"" << field << "\")>(index_);\n}\n";
      });
    } else if (name == "linked") {
      write_linked(columns_, out);
    } else if (name == "tables") {
      write_columns(columns_, out);
    } else {
      assert(name == "id_tables");
      write_id_tables(image_, fields_, out);
    }
  }

  const Image& image_;
  const TableFields& fields_;
  TableColumns columns_;
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
  const EmitInput::Tables& tables = input.tables();
  const std::uint32_t count = tables.image.entry_count;
  if (count > tables.limit) return Error{too_large(count, tables.limit)};
  if (count > kManyEntries) {
    input.warn("kb_table.h has " + std::to_string(count) +
               " entries: each file that includes it takes seconds to compile; kb_ids.h and "
               "kb.kbx stay fast");
  }
  const auto form = std::make_shared<Form>(tables);
  const auto artefact = [&](std::string name, std::string_view text) {
    return Artefact{std::move(name), [form, text](std::ostream& out) { form->write(text, out); }};
  };
  return std::vector<Artefact>{artefact("kb_table.h", kTableHeaderForm),
                               artefact("kb_ids.h", kIdsHeaderForm),
                               artefact("kb_table.cc", kTableSourceForm)};
}

}  // namespace kbc
