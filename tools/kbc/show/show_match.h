#pragma once

#include <string_view>
#include <vector>

#include "match/hit_groups.h"
#include "output/json_writer.h"
#include "show/listed.h"
#include "show/show.h"
#include "text/printer.h"

namespace kbc {

// For a terminal: the best hit's entry as `kbc show` shows it, then a line for each of the others.
void show_match(const Matcher& matcher, const std::vector<HitGroup>& groups, std::size_t left_out,
                const ShowOptions& options, Printer& out);

// Why the hits are in this order: of each the pattern, what it matched, the literal that led to
// it, and the parts of its score; then what the second lacks.
void explain_match(const Matcher& matcher, const std::vector<HitGroup>& groups, Printer& out);

// One JSON object: the entry's id, score and place, and with kWhole all of the entry.
void write_match(const Matcher& matcher, const HitGroup& group, Detail detail, JsonWriter& json);

}  // namespace kbc
