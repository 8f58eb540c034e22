#pragma once

#include <string_view>

#include "pattern/code_point_set.h"

namespace kbc {

// Whether RE2 knows `\p{name}`; without `^` in front.
bool is_unicode_class(std::string_view name);

// Whether RE2 knows `[:name:]`; without `^` in front.
bool is_posix_class(std::string_view name);

// Adds to `set` what a class means by name: `\d`, `\W`, `[:^alpha:]`, `\pL`, `\P{Han}`. Those of
// Unicode but `Any` add every code point, which is more than they mean; false then. `folds_case`
// says whether letters stand for their other cases. Requires: RE2 knows the name.
bool add_named_class(std::string_view written, bool folds_case, CodePointSet& set);

}  // namespace kbc
