// The versions of the Model Context Protocol, and what differs between them.
#pragma once

#include <string_view>

namespace kbc {

// A version, which is a date: a later one is greater.
struct Era {
  std::string_view version;

  // Each request says all that there is to know of the client, and nothing is agreed on before.
  bool is_stateless() const { return version >= "2026-07-28"; }
  // Tools may have results that fit a schema, and titles.
  bool has_structured_results() const { return version >= "2025-06-18"; }
  // Several messages may come as one array.
  bool has_batches() const { return version == "2025-03-26"; }
};

// The latest first.
inline constexpr std::string_view kProtocolVersions[] = {"2026-07-28", "2025-11-25", "2025-06-18",
                                                         "2025-03-26"};
// The latest that is agreed on by a handshake.
inline constexpr std::string_view kLatestHandshake = kProtocolVersions[1];

// Null for one that is not known.
constexpr const std::string_view* protocol_version(std::string_view version) {
  for (const std::string_view& known : kProtocolVersions) {
    if (known == version) return &known;
  }
  return nullptr;
}

}  // namespace kbc
