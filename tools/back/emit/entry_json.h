#pragma once

#include "kbx/index.h"
#include "output/json_writer.h"

namespace kbc {

using IndexEntry = kbx::Entry<kbx::Mapped>;

// Writes an entry as one JSON object in canonical form: every field of the entry format, in its
// order, but for those that are absent.
void write_entry(const IndexEntry& entry, JsonWriter& json);

// Writes the member `titles`: what names of the taxonomy stand for, by field and by name.
void write_titles(const kbx::Index& index, JsonWriter& json);

}  // namespace kbc
