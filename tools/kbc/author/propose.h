// What an error says about the entry that is to describe it.
#pragma once

#include <chrono>
#include <string>

#include "author/draft.h"
#include "author/error_line.h"
#include "config/config.h"

namespace kbc {

// Fills the fields of the draft that are still empty, as far as they can be known without knowing
// the error: how it is recognised, where it belongs, and the dates. `error` is null when there was
// no log.
void propose(const ErrorLine* error, const std::string& command, const Config& config,
             std::chrono::year_month_day today, Draft& draft);

// The regex and the id, which follow from other fields; for when those have changed. There is no
// regex for a message that any error could have, or that would match lines in which nothing is
// wrong.
std::string proposed_regex(const Draft& draft, const Config& config);
std::string proposed_id(const Draft& draft, const Config& config);

// Whether a regex for the message would match other errors too.
bool is_generic(const Draft& draft, const Config& config);

}  // namespace kbc
