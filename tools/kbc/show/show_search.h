#pragma once

#include "output/json_writer.h"
#include "search/searcher.h"
#include "show/listed.h"
#include "show/show.h"
#include "text/printer.h"

namespace kbc {

// For a terminal: a line for each hit, with the words of the query that it lacks.
void show_search(const kbx::Index& index, const Found& found, const Language& language,
                 Printer& out);

// One JSON object: the entry's id and score, the words that it has, and with kWhole all of the
// entry.
void write_search_hit(const kbx::Index& index, const Found& found, const SearchHit& hit,
                      Detail detail, JsonWriter& json);

}  // namespace kbc
