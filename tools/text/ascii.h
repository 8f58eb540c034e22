// Letter case of ASCII, the same in every locale.
#ifndef KBC_TEXT_ASCII_CASE_H_
#define KBC_TEXT_ASCII_CASE_H_

#include <string>
#include <string_view>

namespace kbc {

// text with A to Z as a to z; every other byte is kept.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

}  // namespace kbc

#endif  // KBC_TEXT_ASCII_CASE_H_
