// Blanks that should not be where they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace kbc {

enum class BlankFaultKind : std::uint8_t {
  kOnly,  // the text has nothing but blanks
  kAtStart,
  kAtEnd,
  kDoubled,  // two or more between two words
  kOdd,      // a no-break space and its like (text/unicode.h) inside the text
};

// What blanks between words mean in a text.
enum class Layout : std::uint8_t {
  kProse,      // one is enough
  kSteps,      // prose and code: lines may be indented, code and comments in columns
  kQuotation,  // a message as it was printed, with its own blanks
};

struct BlankFault {
  BlankFaultKind kind = BlankFaultKind::kOnly;
  TextRange range;
  char32_t odd = 0;         // kOdd: the first of them
  std::string replacement;  // for the range: nothing or one blank
  // Whether the replacement is what the author meant. Two blanks between words, or one after the
  // last of them, may also be what is left when a word was lost.
  bool is_certain = true;
};

// The faults of the text, leftmost first. Blanks in inline code are meant. Line breaks and tabs are
// blanks at the ends of steps, and otherwise the business of text/control_fault.h.
std::vector<BlankFault> blank_faults(std::string_view text, Layout layout);

}  // namespace kbc
