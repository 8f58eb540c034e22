#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

#include "kbx/version_key.h"

namespace kbc {

using kbx::Stage;

// One version, which is its sort key: a byte string made so that comparing two versions is
// comparing their keys byte by byte, as unsigned bytes, a key before every longer key that begins
// with it. Whoever has a key stored needs no parser. docs/kbx-format.md has the bytes.
class Version {
 public:
  // Version 0.
  Version();
  // `parts` are runs of ASCII digits with a `.` or `-` between them, at least one; `label` is what
  // follows the stage: ASCII letters, digits, `.` and `-`.
  explicit Version(std::string_view parts, Stage stage = Stage::kRelease,
                   std::string_view label = {});

  const std::string& key() const { return key_; }

  // The shortest way to write it that parses to it again: `2` for 2.0.0, `3.13rc1` for
  // 3.13.0-RC.1, `2023.1` for 2023-01.
  std::string text() const;

  auto operator<=>(const Version&) const = default;

 private:
  std::string key_;
};

// What a key says, and how many bytes of `bytes` it took.
struct DecodedKey {
  std::string text;
  std::size_t length = 0;
};

// The key at the start of `bytes`; length 0 where there is none. Any bytes are safe.
DecodedKey decode_key(std::string_view bytes);

}  // namespace kbc
