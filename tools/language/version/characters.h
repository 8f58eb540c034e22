#pragma once

#include "kbx/version_key.h"

namespace kbc {

// The character classes of the version grammar are the reader's.
using kbx::equals_ignoring_case;
using kbx::is_blank;
using kbx::is_digit;
using kbx::is_letter;
using kbx::skip_blanks;
using kbx::skip_digits;
using kbx::to_lower;

}  // namespace kbc
