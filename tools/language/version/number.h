#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/version_key.h"
#include "version/version.h"

namespace kbc {

// One `number` of a version spec as its author wrote it. Borrows the text it was read from.
struct VersionNumber {
  std::size_t length = 0;               // bytes of the text that it takes
  std::vector<std::string_view> parts;  // runs of digits, leading and trailing zeros included
  bool is_calendar = false;             // 2023-01 or 2023-01-31
  bool has_stage = false;               // rc1, .post2, -beta
  bool has_build = false;               // +build
  Version version;

  // Digits and dots only, but for the `v`: what `.x` may follow.
  bool is_plain() const { return !is_calendar && !has_stage && !has_build; }

  // The lowest version that counts `part` up by one: for 1.24.3, next(1) is 1.25 and next(0) is 2.
  // Requires: part < parts.size().
  Version next(std::size_t part) const;
};

using kbx::Hyphen;

// The longest number at the start of `text`; nothing where there is none, or where there is a
// calendar version of a month or day that does not exist.
std::optional<VersionNumber> scan_number(std::string_view text, Hyphen hyphen);

// The number that is the whole of `text`, a `-` always beginning a label.
std::optional<VersionNumber> parse_version_number(std::string_view text);

// What `text` would be as a number if its author knew how to write one: without an epoch, and what
// follows the digits as a label, `1.1.1-k` for 1.1.1k and `3.0-rc1` for 1:3.0~rc1; `0.5` for .5,
// `2024-01` for 2024/01. Nothing for a text that does not begin as one of these, and for one that
// is a number.
std::optional<std::string> rewritten_number(std::string_view text);

// Whether `text` is a number as it is written elsewhere, and looks like none: `.5`, `2024/01` and
// `0~20171230`, which rewritten_number() can write.
bool looks_like_foreign_number(std::string_view text);

// What the series `2.x` begins with, `2`, also for `2.*` and `2.x.x`; empty for any other text.
std::string_view series_of(std::string_view text);

// Whether `text` begins with the epoch of a Debian or Python version: `1:2.3`, `1!2.3`.
bool has_epoch(std::string_view text);

// Whether `text` starts as a calendar version does, four digits, `-` and one or two digits,
// possibly of an impossible date (2023-13, 2023-1).
bool looks_like_calendar(std::string_view text);

// Whether `text` starts as a dotted number does, perhaps to go on as none (1.1.1k, 3..1), or is the
// beginning of a range without its end (1-).
bool looks_like_number(std::string_view text);

}  // namespace kbc
