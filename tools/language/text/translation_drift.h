// What a translation lost of the text that it translates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace kbc {

enum class DriftKind : std::uint8_t { kCode, kUrl, kQuantity };

struct Drift {
  DriftKind kind = DriftKind::kCode;
  TextRange source;                       // what should have survived, in the source text
  std::optional<TextRange> changed_into;  // what the translation has instead; nothing if it is lost
};

struct Comparison {
  std::vector<Drift> drifts;  // in the order of the source
  std::size_t kept = 0;       // what the translation does have
};

// The inline code, URLs and numbers with a unit of the source that the translation does not have,
// kMostMarkers of each kind at most. Taken as surviving:
//   code that is anywhere in the translation, between back-ticks or not, and code of which only
//   words were translated (`<path>` as `<路径>`, a comment, a quoted message);
//   a URL that differs only by its language (`/en-us/` as `/zh-cn/`) or by a slash at its end;
//   a number whose unit is translated, converted (60 s as 1 分钟), left out, or not known here, and
//   one that is written in numerals of the language.
// Numbers without a unit, and those inside code and URLs, are not looked at.
Comparison translation_drift(std::string_view source, std::string_view translation);

}  // namespace kbc
