#include "emit/entry_json.h"

#include <string_view>

namespace kbc {
namespace {

using Storage = kbx::Mapped;

// Writes members, and passes over what is absent: it means what null, [] and {} mean.
class EntryWriter {
 public:
  explicit EntryWriter(JsonWriter& json) : json_(json) {}

  void write(const IndexEntry& entry);

 private:
  void text(std::string_view name, std::string_view value) {
    if (!kbx::is_absent(value)) json_.member(name, value);
  }

  void real(std::string_view name, double value) {
    if (value != value) return;
    json_.key(name);
    json_.real(value);
  }

  void texts(std::string_view name, const kbx::Texts<Storage>& list) {
    if (list.empty()) return;
    json_.start_array(name);
    for (const std::string_view item : list) json_.string(item);
    json_.end_array();
  }

  template <typename List, typename Write>
  void objects(std::string_view name, const List& list, const Write& write) {
    json_.start_array(name);
    for (const auto& item : list) {
      json_.start_object();
      write(item);
      json_.end_object();
    }
    json_.end_array();
  }

  void list(const IndexEntry& entry, const kbx::EntryField& field);
  void versions(const IndexEntry& entry);
  void os_specific(const IndexEntry& entry);
  void dead_ends(const IndexEntry& entry);
  void workarounds(const IndexEntry& entry);
  void links(const IndexEntry& entry);

  JsonWriter& json_;
};

void EntryWriter::versions(const IndexEntry& entry) {
  objects("versions", entry.versions(), [&](const kbx::Version<Storage>& version) {
    text("version", version.version);
    text("introduced", version.introduced);
    text("deprecated", version.deprecated);
    text("removed", version.removed);
    text("behavior_change", version.behavior_change);
    text("status", version.status);
  });
}

void EntryWriter::os_specific(const IndexEntry& entry) {
  if (entry.os_specific().empty()) return;
  json_.start_object("os_specific");
  for (const kbx::OsNote<Storage> note : entry.os_specific()) json_.member(note.system, note.text);
  json_.end_object();
}

void EntryWriter::dead_ends(const IndexEntry& entry) {
  objects("dead_ends", entry.dead_ends(), [&](const kbx::DeadEnd<Storage>& dead_end) {
    text("action", dead_end.action);
    text("why_fails", dead_end.why_fails);
    real("fail_rate", dead_end.fail_rate);
    text("condition", dead_end.condition);
    texts("sources", dead_end.sources);
  });
}

void EntryWriter::workarounds(const IndexEntry& entry) {
  objects("workarounds", entry.workarounds(), [&](const kbx::Workaround<Storage>& workaround) {
    text("action", workaround.action);
    real("success_rate", workaround.success_rate);
    text("how", workaround.how);
    text("condition", workaround.condition);
    texts("sources", workaround.sources);
  });
}

void EntryWriter::links(const IndexEntry& entry) {
  const auto write = [&](const kbx::Link<Storage>& link) {
    text("error_id", link.error_id);
    text("distinction", link.distinction);
    real("probability", link.probability);
    text("condition", link.condition);
    text("typical_delay", link.typical_delay);
  };
  json_.start_object("transition_graph");
  objects("leads_to", entry.leads_to(), write);
  objects("preceded_by", entry.preceded_by(), write);
  objects("frequently_confused_with", entry.frequently_confused_with(), write);
  json_.end_object();
}

void EntryWriter::list(const IndexEntry& entry, const kbx::EntryField& field) {
  switch (field.rows) {
    case kbx::Section::kTexts:
      return texts(field.name, entry.texts_of(field));
    case kbx::Section::kVersions:
      return versions(entry);
    case kbx::Section::kOsNotes:
      return os_specific(entry);
    case kbx::Section::kDeadEnds:
      return dead_ends(entry);
    case kbx::Section::kWorkarounds:
      return workarounds(entry);
    case kbx::Section::kLinks:
      // The three lists are in one object, where the first of them is.
      if (field.at == kbx::entry_at("leads_to")) links(entry);
      return;
    default:
      return;
  }
}

void EntryWriter::write(const IndexEntry& entry) {
  json_.start_object();
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    switch (field.kind) {
      case kbx::FieldKind::kName:
      case kbx::FieldKind::kText:
        text(field.name, entry.text_of(field));
        break;
      case kbx::FieldKind::kRate:
        real(field.name, entry.rate_of(field));
        break;
      case kbx::FieldKind::kNumber64:
        json_.member(field.name, entry.number_of(field));
        break;
      case kbx::FieldKind::kList:
        list(entry, field);
        break;
      default:
        break;  // the hash is the index's own
    }
  }
  json_.end_object();
}

}  // namespace

void write_entry(const IndexEntry& entry, JsonWriter& json) { EntryWriter(json).write(entry); }

}  // namespace kbc
