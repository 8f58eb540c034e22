#ifndef KBX_C_TEXT_H_
#define KBX_C_TEXT_H_

// Texts of the C interfaces. Not installed.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "kbx/kbx.h"

namespace kbx {

inline kbx_text text_of(std::string_view text) { return {text.data(), text.size()}; }

inline std::string_view view_of(const char* text) { return text == nullptr ? "" : text; }
inline std::string_view view_of(const char* text, std::size_t size) {
  return text == nullptr ? std::string_view() : std::string_view(text, size);
}

// Writes a sentence, cut to the size, with a NUL at its end.
inline void say(std::string_view sentence, char* error, std::size_t error_size) noexcept {
  if (error == nullptr || error_size == 0) return;
  const std::size_t size = std::min(sentence.size(), error_size - 1);
  std::memcpy(error, sentence.data(), size);
  error[size] = '\0';
}

}  // namespace kbx

#endif  // KBX_C_TEXT_H_
