#include "emit/entry_json.h"

#include "kbx/json.h"

namespace kbc {

void write_entry(const IndexEntry& entry, JsonWriter& json) { kbx::write_json(entry, json); }

void write_titles(const kbx::Index& index, JsonWriter& json) {
  json.start_object("titles");
  for (const char* field : {"domain", "category", "root_cause_type"}) {
    json.start_object(field);
    for (const auto& title : index.titles()) {
      if (title.field == kbx::entry_at(field)) json.member(title.name, title.title);
    }
    json.end_object();
  }
  json.end_object();
}

}  // namespace kbc
