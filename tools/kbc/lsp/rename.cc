#include "lsp/rename.h"

#include "change/move.h"
#include "change/open_base.h"
#include "change/plan.h"
#include "lsp/id_places.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {

Result<const EntryRecord*> entry_to_rename(const BaseView& view, const Cursor& cursor) {
  const EntryRecord* const entry = entry_under(view, cursor);
  if (entry == nullptr) return Error{"what is here is no id of an entry; only ids can be renamed"};
  if (cursor.text != entry->id.value) {
    return Error{ticked(cursor.text, kMaxIdBytes) + " is an alias of " +
                 ticked(entry->id.value, kMaxIdBytes) + "; rename that"};
  }
  return entry;
}

Result<std::vector<FileChange>> rename_entry(const BaseView& view, const EntryRecord& entry,
                                             const std::string& id) {
  OpenBase base{nullptr, view.config, {view.sources, 0, {}, 0, view.base, {}, {}, {}}};
  const Result<const EntryRecord*> named = entry_named(base, std::string(entry.id.value));
  if (!named) return named.error();
  Plan plan(view.config.border);
  if (Status failed = plan_move(base, **named, id, "", plan)) return *failed;
  return changes_of(plan);
}

}  // namespace kbc
