#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/fault_name.h"

namespace kbc {

// Bytes [begin, end) of the text of one version spec.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const TextSpan&) const = default;
};

// One mistake: the finding, its place, and what to write instead. The span is empty, at the end of
// the text, where something is missing there; `help` may be empty.
struct VersionFault {
  FaultName name;
  TextSpan span;
  std::string message;
  std::string help;
  std::string replacement =
      {};  // what to write in place of `replaced`; empty where that is unclear
  TextSpan replaced = {};
  bool is_strict = false;  // found only since 0.2
};

// `text` in back-ticks as a message shows it: at most 40 bytes, the rest as "...", and control
// characters and bytes that are not UTF-8 as \x1b.
std::string ticked_short(std::string_view text);

}  // namespace kbc
