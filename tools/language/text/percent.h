// Percent-encoding, as RFC 3986 has it in URIs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/ascii.h"

namespace kbc {

// Whether `%` and two hexadecimal digits are at the place.
constexpr bool is_encoded_byte(std::string_view text, std::size_t at) {
  return text.size() - at >= 3 && text[at] == '%' && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

// The text with the bytes that are encoded; a `%` that encodes nothing stays.
inline std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_encoded_byte(text, at)) {
      decoded += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

// The text with those bytes encoded of which `is_encoded`, asked with the text and a place, is
// true.
template <typename IsEncoded>
std::string percent_encoded(std::string_view text, const IsEncoded& is_encoded) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_encoded(text, at)) {
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      encoded += text[at];
    }
  }
  return encoded;
}

}  // namespace kbc
