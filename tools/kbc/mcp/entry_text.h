// Entries as answers have them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "emit/entry_json.h"
#include "mcp/knowledge.h"
#include "mcp/shown_json.h"
#include "show/prose.h"

namespace kbc {

// shown(), and no longer than so many bytes: what is cut ends with an ellipsis.
std::string clipped(std::string_view text, std::size_t most);

// The whole entry as an object, as the entry format has it but for `how` of a workaround, which is
// a list of steps.
std::string entry_text(const IndexEntry& entry);

// Prose and commands in their order, as a list of {kind, text}, with the harm that a command does:
// data that nobody takes for a request. Placeholders are filled with what was captured.
void write_steps(const std::vector<Block>& how, const Captures& captures, std::size_t most,
                 ShownJson& json);

// The members `id` and `signature`, the latter of at most so many bytes, and `text_faults` where
// the entry has any.
void write_name(Knowledge& knowledge, const IndexEntry& entry, std::size_t most, ShownJson& json);

// That no entry has the id, and which have one like it.
std::string unknown_entry(const Knowledge& knowledge, std::string_view id);

// The member `text_faults` alone.
void write_faults(Knowledge& knowledge, const IndexEntry& entry, ShownJson& json);

}  // namespace kbc
