#pragma once

#include <string>
#include <string_view>

#include "lower/entry_fields.h"
#include "show/show.h"

namespace kbc {

// A text of an entry in the language that is wanted, or else the original.
std::string_view text_in(const Language& language, const IndexEntry& entry, TextField field);

// The translation of one workaround, which covers its action and its steps; empty for none.
std::string_view workaround_translation(const IndexEntry& entry, std::uint32_t index,
                                        const Language& language);

// A rate in whole per cent, rounded half up: "85%".
std::string percent(double rate);

// "Git >=1.8.2, Mosquitto": the versions as the author wrote them.
std::string versions_text(const IndexEntry& entry);

}  // namespace kbc
