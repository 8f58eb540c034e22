#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kbc {

// A text in which every character stands for all of its cases, with room after it. Its memory is
// used again for the next text.
class FoldedText {
 public:
  // So many zeros follow the text, so that what looks at several bytes at once may look past it.
  static constexpr std::size_t kRoom = 16;

  // Keeps what it makes of the text, not the text.
  void fold(std::string_view text);

  std::string_view text() const { return {bytes_.data(), size_}; }
  // Then each byte of it is where it stood.
  bool is_ascii() const { return is_ascii_; }
  bool is_utf8() const { return is_utf8_; }

 private:
  void fold_rest(std::string_view text, std::size_t from);

  std::vector<char> bytes_;
  std::size_t size_ = 0;
  bool is_ascii_ = true;
  bool is_utf8_ = true;
};

// Where a place of the folded text is in the text. Linear in the place.
std::size_t unfolded_place(std::string_view text, std::size_t folded_place);

}  // namespace kbc
