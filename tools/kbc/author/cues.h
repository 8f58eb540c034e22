// Where in the taxonomy an error seems to belong.
#pragma once

#include <string>

#include "author/error_line.h"
#include "lower/taxonomy.h"

namespace kbc {

// Names of the taxonomy, or nothing where nothing hints at one. `command` is what printed the
// error, where that is known.
std::string likely_domain(const ErrorLine& error, const std::string& command,
                          const Taxonomy& taxonomy);
std::string likely_category(const std::string& message, const Taxonomy& taxonomy);

}  // namespace kbc
