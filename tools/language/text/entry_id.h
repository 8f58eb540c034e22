// Ids of entries: `domain/slug`, each of lower-case ASCII words joined by hyphens.
#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

inline constexpr std::size_t kMaxIdBytes = 128;

bool is_entry_id(std::string_view text);

// The part of an id that names a device on Windows (`aux`, `com1`), where no file can have such a
// name, whatever its suffix; empty without one. Source: Microsoft, "Naming Files, Paths, and
// Namespaces".
std::string_view windows_device_in(std::string_view id);

// What is before the first slash; all of a text without one.
std::string_view domain_of(std::string_view id);

}  // namespace kbc
