// Where in the taxonomy an error seems to belong.
#ifndef KBC_AUTHOR_CUES_H_
#define KBC_AUTHOR_CUES_H_

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

#endif  // KBC_AUTHOR_CUES_H_
