// Ids of entries: `domain/slug`, each of lower-case ASCII words joined by hyphens.
#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

inline constexpr std::size_t kMaxIdBytes = 128;

bool is_entry_id(std::string_view text);

// What is before the first slash; all of a text without one.
std::string_view domain_of(std::string_view id);

}  // namespace kbc
