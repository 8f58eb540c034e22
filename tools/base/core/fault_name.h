#pragma once

#include <cstddef>
#include <string_view>

namespace kbc {

class FaultName;
consteval FaultName operator""_fault(const char* text, std::size_t size);

// The name of one of the faults that a rule finds: `too-long`. It is part of a finding's
// fingerprint in place of the message, which may be reworded; so a name is never changed. Only a
// literal makes one, "too-long"_fault, of lower-case words joined by dashes: anything else does not
// compile.
class FaultName {
 public:
  constexpr std::string_view text() const { return text_; }

  static constexpr bool is_valid(std::string_view text) {
    bool in_word = false;
    for (const char c : text) {
      if (!in_word && c == '-') return false;
      in_word = c >= 'a' && c <= 'z';
      if (!in_word && c != '-') return false;
    }
    return in_word;
  }

 private:
  friend consteval FaultName operator""_fault(const char* text, std::size_t size);
  constexpr explicit FaultName(std::string_view text) : text_(text) {}

  std::string_view text_;
};

// Not constexpr, so that calling it stops the compiler.
inline void a_fault_name_is_lower_case_words_joined_by_dashes() {}

consteval FaultName operator""_fault(const char* text, std::size_t size) {
  if (!FaultName::is_valid({text, size})) a_fault_name_is_lower_case_words_joined_by_dashes();
  return FaultName({text, size});
}

}  // namespace kbc
