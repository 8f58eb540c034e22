#include "emit/entry_json.h"

#include "kbx/json.h"

namespace kbc {

void write_entry(const IndexEntry& entry, JsonWriter& json) { kbx::write_json(entry, json); }

}  // namespace kbc
