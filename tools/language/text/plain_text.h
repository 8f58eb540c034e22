#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// A text without the sequences that steer a terminal, such as colours, and where each byte of it
// stood. One that has none is used as it is.
class PlainText {
 public:
  PlainText() = default;
  PlainText(const PlainText&) = delete;
  PlainText& operator=(const PlainText&) = delete;

  // Refers to the text, which must stay.
  void set(std::string_view text);

  std::string_view text() const { return text_; }

  // Of a range of the plain text, the range of the text that was set: from its first byte to its
  // last, with the sequences between them.
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  Range origin(std::size_t begin, std::size_t end) const;

 private:
  // From `at` on, a byte of the plain text stood so much further behind.
  struct Cut {
    std::size_t at, removed;
  };
  std::size_t origin_of(std::size_t place) const;

  std::string_view text_;
  std::string buffer_;
  std::vector<Cut> cuts_;
};

}  // namespace kbc
