// Control characters that should not be where they are, and what was meant by them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace kbc {

// Which of them may be in a text.
enum class Controls : std::uint8_t {
  kNone,       // in one line
  kNewlines,   // in steps
  kPlainText,  // line feeds and tabs, in quoted output
  kBlanks,     // whatever separates words, in a regex
};

enum class ControlRepair : std::uint8_t {
  kUnknown,
  kRemove,
  kBlank,      // one blank for the row of blanks and line breaks
  kBackslash,  // a backslash that should have been doubled: the escapes `\b` and `\f`
};

struct ControlFault {
  TextRange range;     // one character, or a whole terminal escape sequence
  char32_t value = 0;  // the character, or the first of them
  std::string name;    // "U+0007 bell", "terminal escape sequence"
  ControlRepair repair = ControlRepair::kUnknown;
  TextRange repaired;  // what kRemove and kBlank replace
  // Whether that cannot be wrong: a tab in `C:\temp` was a backslash and a `t`.
  bool is_certain = true;
};

// The faults of the text, leftmost first; the search ends soon after the first few dozen. A row of
// tabs and line breaks is one fault.
std::vector<ControlFault> control_faults(std::string_view text, Controls allowed);

}  // namespace kbc
