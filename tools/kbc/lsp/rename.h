#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "lsp/base_change.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"

namespace kbc {

// The entry whose id the cursor is on; an error where it can be given no other there.
Result<const EntryRecord*> entry_to_rename(const BaseView& view, const Cursor& cursor);

// What gives an entry another id: what `kbc mv` does, of the texts as they are in the editor. An
// error where it cannot have the id.
Result<std::vector<FileChange>> rename_entry(const BaseView& view, const EntryRecord& entry,
                                             const std::string& id);

}  // namespace kbc
