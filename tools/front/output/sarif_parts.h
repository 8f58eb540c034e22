// What all logs in SARIF have in common, whatever they are about: the Static Analysis Results
// Interchange Format, version 2.1.0 with Errata 01, whose sections are named below.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "output/json_writer.h"

namespace kbc {

// Begins a log with one run, up to the run's first member; and ends both.
void start_sarif(JsonWriter& writer);
void end_sarif(JsonWriter& writer);

// The run's members that say how its places are to be read.
void write_sarif_conventions(JsonWriter& writer);

// A text in a message, in which braces would begin a placeholder (3.11.5) and `[…](…)` would be a
// link (3.11.6).
std::string escape_sarif_text(std::string_view text);

// A member that is a message, or a rule's text.
void write_sarif_text(JsonWriter& writer, std::string_view name, std::string_view text);

// The member "artifactLocation": a file by its path in the repository, or an absolute one.
void write_sarif_file(std::string_view path, JsonWriter& writer);

// How many results the log's reader takes: GitHub, known by GITHUB_ACTIONS, refuses one of more
// than 25,000.
std::size_t most_sarif_results();

}  // namespace kbc
