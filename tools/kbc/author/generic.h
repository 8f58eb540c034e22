#pragma once

#include <string>
#include <string_view>

#include "pattern/case_rule.h"

namespace kbc {

// Whether a message says nothing of its own: `Traceback (most recent call last):`, `request
// failed`, `Internal Server Error`. All its words are such as any program says when anything fails.
bool is_said_of_anything(std::string_view message);

// Whether the regex matches a line of logs in which nothing is wrong (check/background.h). Its cost
// is one search in some 2,000 lines.
bool matches_background(const std::string& regex, CaseRule rule);

}  // namespace kbc
