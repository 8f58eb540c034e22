#pragma once

#include <cstddef>
#include <string_view>

#include "output/json_writer.h"
#include "show/show.h"
#include "text/printer.h"

namespace kbc {

// What lists of hits have in common, however they were found.

// A line: id and signature, in brackets what else there is to say (note may be empty), and whether
// the signature has no translation.
void list_entry(const IndexEntry& entry, std::string_view note, const Language& language,
                Printer& out);

// A line that says how many more there are; nothing for none.
void list_rest(std::size_t left_out, const Language& language, Printer& out);

// Begins an object with the members "id" and "score".
void start_hit(const IndexEntry& entry, double score, JsonWriter& json);

// How much of an entry an object has: its signature, or the whole of it besides.
enum class Detail : unsigned char { kShort, kWhole };

}  // namespace kbc
