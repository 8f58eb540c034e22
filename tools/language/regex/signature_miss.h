#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/span.h"
#include "regex/hir.h"

namespace kbc {

// Why a regex does not match a text that it should match: the branch that comes nearest is looked
// at, as a row of parts with gaps (`.*` and its like) between them.
struct SignatureMiss {
  enum class Cause : std::uint8_t {
    kLineBreak,     // it would match if the text's line breaks were blanks
    kGapTooShort,   // `.{0,20}` where more characters are
    kTextAfterEnd,  // more is demanded where the text ends
    kExtraWord,     // ` .+ ` where nothing, or one blank, is
    kPlaceholder,   // `\d+` where the text has `N` or `<port>`
    kOtherOrder,    // all parts occur, but not one after the other
    kPartAbsent,    // at least half of the parts occur
    kMostPartsAbsent,
    kAllPartsAbsent,
  };
  Cause cause = Cause::kAllPartsAbsent;
  Span span;               // of the regex: the part or gap that is to blame
  std::string found;       // what the text has instead: the placeholder, the part that is before
  std::size_t needed = 0;  // characters that a gap which is too short would have to take
};

// Nothing when the text is too long to find out. Requires: the form does not match the text, which
// is UTF-8.
std::optional<SignatureMiss> explain_miss(const Hir& form, std::string_view text);

}  // namespace kbc
