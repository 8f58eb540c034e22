#pragma once

#include <string>
#include <string_view>

#include "show/show.h"

namespace kbc {

// The signature and the root cause in the language that is wanted, or else the original.
std::string_view signature_of(const IndexEntry& entry, Language language);
std::string_view root_cause_of(const IndexEntry& entry, Language language);

// The translation of one workaround, which covers its action and its steps; empty for none.
std::string_view workaround_translation(const IndexEntry& entry, std::uint32_t index,
                                        Language language);

// A rate in whole per cent, rounded half up: "85%".
std::string percent(double rate);

// "Git >=1.8.2, Mosquitto": the versions as the author wrote them.
std::string versions_text(const IndexEntry& entry);

}  // namespace kbc
