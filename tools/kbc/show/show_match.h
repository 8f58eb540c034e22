#pragma once

#include <cstddef>
#include <vector>

#include "match/hit_groups.h"
#include "output/json_writer.h"
#include "show/line_places.h"
#include "show/listed.h"
#include "show/show.h"
#include "text/printer.h"

namespace kbc {

// How the hits of a text are shown.
struct MatchView {
  std::size_t long_forms = 1;  // so many entries as `kbc show` shows them
  std::size_t left_out = 0;    // hits that are not among the groups
  const LinePlaces& places;
};

// For a terminal: of several hits a line for each, then the first of them as `kbc show` shows it,
// with what the named groups of its regex matched in its commands.
void show_match(const Matcher& matcher, const std::vector<HitGroup>& groups, const MatchView& view,
                const ShowOptions& options, Printer& out);

// Why the hits are in this order: of each the pattern, what it matched, the literal that led to
// it, and the parts of its score; then what the second lacks.
void explain_match(const Matcher& matcher, const std::vector<HitGroup>& groups,
                   const LinePlaces& places, Printer& out);

// One JSON object: the entry's id, score and place, and with kWhole all of the entry.
void write_match(const Matcher& matcher, const HitGroup& group, const LinePlaces& places,
                 Detail detail, JsonWriter& json);

}  // namespace kbc
