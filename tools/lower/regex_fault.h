#ifndef KBC_LOWER_REGEX_FAULT_H_
#define KBC_LOWER_REGEX_FAULT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/range.h"

namespace re2 {
class RE2;
}

namespace kbc {

// Why RE2 refuses a regex.
struct RegexFault {
  enum class Kind : std::uint8_t { kSyntax, kLimits };

  Kind kind = Kind::kSyntax;
  TextRange range;  // of the regex; all of it when no narrower place is certain
  std::string message;
  std::string help;  // escapes as JSON wants them: `\\(`
};

// Requires: refused was made from text and is not ok().
RegexFault regex_fault(std::string_view text, const re2::RE2& refused);

}  // namespace kbc

#endif  // KBC_LOWER_REGEX_FAULT_H_
