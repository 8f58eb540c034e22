// Unicode normal form C (UAX #15), as the linked utf8proc knows it. Texts are valid UTF-8; any
// other bytes are kept as they are, unless they belong to a character that has to be rewritten.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/range.h"

namespace kbc {

bool is_nfc(std::string_view text);

// The first character, with all its combining marks, that is written otherwise in NFC; nothing if
// the text is NFC. Replacing exactly this range by its own to_nfc() repairs it.
std::optional<TextRange> first_not_nfc(std::string_view text);

// The text in NFC. Time is linear but for sorting the marks of one character, if it has many.
std::string to_nfc(std::string_view text);

}  // namespace kbc
