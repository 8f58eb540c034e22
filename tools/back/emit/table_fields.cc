#include "emit/table_fields.h"

#include <algorithm>
#include <string>

#include "lower/entry.h"

namespace kbc {
namespace {

using kbx::EntryField;
using kbx::Section;

// In place of a field of an item, of a field that is no list of items.
constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

bool has_items(const EntryField& field) {
  return field.kind == kbx::FieldKind::kList && !kbx::is_text_list(field);
}

// What is in every link, whatever was chosen: which entries it is about, and its kind.
bool is_of_every_link(Section section, std::size_t at) {
  return section == Section::kLinks &&
         (at == kbx::LinkAt::kSource || at == kbx::LinkAt::kTarget || at == kbx::LinkAt::kKind);
}

struct NamedField {
  std::string name;
  std::size_t at;    // in the row of an entry
  std::size_t item;  // in the row of an item; kNoItem for the whole field
};

std::vector<NamedField> named_fields() {
  std::vector<NamedField> all;
  for (const EntryField& field : kbx::kEntryFields) {
    all.push_back({field.name, field.at, kNoItem});
    if (!has_items(field)) continue;
    for (const kbx::Field& item : kbx::kOtherFields) {
      if (item.section != field.rows || is_of_every_link(item.section, item.at)) continue;
      all.push_back({std::string(field.name) + '.' + item.name, field.at, item.at});
    }
  }
  return all;
}

const std::vector<NamedField>& all_named() {
  static const std::vector<NamedField> all = named_fields();
  return all;
}

}  // namespace

TableFields::TableFields() {
  for (const EntryField& field : kbx::kEntryFields) add(field.name);
}

TableFields TableFields::none() {
  TableFields fields;
  fields.chosen_.clear();
  fields.add("id");
  return fields;
}

std::vector<std::string_view> TableFields::names() {
  std::vector<std::string_view> names;
  for (const NamedField& field : all_named()) names.emplace_back(field.name);
  return names;
}

void TableFields::add(std::string_view name) {
  const auto named = std::ranges::find(all_named(), name, &NamedField::name);
  if (named->item != kNoItem) {
    chosen_.emplace(named->at, named->item);
    return;
  }
  bool is_of_items = false;
  for (const NamedField& field : all_named()) {
    if (field.at != named->at || field.item == kNoItem) continue;
    chosen_.emplace(field.at, field.item);
    is_of_items = true;
  }
  if (!is_of_items) chosen_.emplace(named->at, kNoItem);
}

void TableFields::remove(std::string_view name) {
  const std::size_t at = kbx::entry_field(std::string(name).c_str())->at;
  std::erase_if(chosen_, [at](const auto& field) { return field.first == at; });
}

bool TableFields::has(Section section, std::size_t at) const {
  if (section == Section::kEntries) {
    const auto found = chosen_.lower_bound({at, 0});
    return found != chosen_.end() && found->first == at;
  }
  if (const EntryField* of_keys = kbx::field_of_lookup(section)) return has(of_keys->name);
  if (is_of_every_link(section, at)) return has_links();
  bool is_of_items = false;
  for (const EntryField& field : kbx::kEntryFields) {
    if (!has_items(field) || field.rows != section) continue;
    is_of_items = true;
    if (chosen_.contains({field.at, at})) return true;
  }
  return !is_of_items;
}

bool TableFields::has(std::string_view name) const {
  return has(Section::kEntries, kbx::entry_field(std::string(name).c_str())->at);
}

bool TableFields::has_of_links(kbx::LinkKind kind, std::size_t at) const {
  const std::size_t field = kbx::entry_field(kLinkFields[static_cast<std::size_t>(kind)])->at;
  return is_of_every_link(Section::kLinks, at) || chosen_.contains({field, at});
}

bool TableFields::has_links() const {
  return std::ranges::any_of(kLinkFields, [this](std::string_view name) { return has(name); });
}

bool TableFields::is_all() const { return *this == TableFields(); }

}  // namespace kbc
