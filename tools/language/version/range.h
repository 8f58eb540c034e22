#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "version/interval.h"
#include "version/number.h"

namespace kbc {

enum class Operator : std::uint8_t {
  kAtLeast,     // >=
  kAbove,       // >
  kAtMost,      // <=
  kBelow,       // <
  kExactly,     // ==
  kNot,         // !=
  kCompatible,  // ~=
  kCaret,       // ^
  kTilde,       // ~
};

std::optional<Operator> parse_operator(std::string_view text);

// The operator that was probably meant by one that is none (`=>`, `=`, `<>`); empty if unclear.
std::string_view intended_operator(std::string_view text);

// What the operator makes of the number:
//   ~=  at least it, and the same up to its last part but one (~=2.2 is [2.2, 3)), as in PEP 440
//   ^   at least it, and the same up to its first part that is not 0 (^0.2.3 is [0.2.3, 0.3))
//   ~   at least it, and the same in its first two parts (~1.2.3 is [1.2.3, 1.3), ~1 is [1, 2))
// For kNot that is the one version left out.
// Requires: two parts or more for kCompatible.
Interval operator_interval(Operator op, const VersionNumber& number);

// What a number covers without an operator: all that begins with it, [5.3, 5.4) for 5.3, a month
// for 2023-01. One with a stage or build begins nothing, and covers itself.
Interval covered_by(const VersionNumber& number);

// A part without an operator: a number, `3.11+`, `2.x` or `1.20-1.24`. Both ends of the last are
// included with what they cover, so 1.24.3 is in it: [1.20, 1.25). The interval is empty when the
// ends are the wrong way round. Nothing if `word` is none of these.
std::optional<Interval> parse_bare_range(std::string_view word);

// The same for two numbers that are apart: `1.20 - 1.24`.
std::optional<Interval> parse_spaced_range(std::string_view first, std::string_view last);

// Whether `word`, though a number with a label by the letter, can only be meant as a range:
// 1.20-1.24, two numbers of one shape in rising order; not 1.0.0-0.
bool is_probably_range(std::string_view word);

}  // namespace kbc
