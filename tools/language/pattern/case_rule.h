#pragma once

#include <string_view>

namespace kbc {

// Whether the regexes of a knowledge base tell capital letters from small ones.
enum class CaseRule : unsigned char { kIgnoreCase, kCaseSensitive };

// As the origin of an index tells it, under the name `case`.
constexpr std::string_view name_of(CaseRule rule) {
  return rule == CaseRule::kIgnoreCase ? "ignored" : "sensitive";
}

}  // namespace kbc
