#pragma once

#include <optional>
#include <string_view>

#include "parse/parse.h"

namespace kbc {

// Version control sometimes puts another text in a file's place: a pointer of Git LFS or git-annex,
// what git-crypt encrypted, the target of a link where the file system has none. The one fault that
// says so; nothing for any other text.
std::optional<JsonFault> stand_in_fault(std::string_view text);

}  // namespace kbc
