#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// A text taken out of another one, the source, and where each byte of it was there. Its memory is
// used again for the next text.
class DecodedText {
 public:
  void clear();

  std::string_view text() const { return text_; }

  // Appends the bytes [from, to) of the source as they are.
  void copy(std::string_view source, std::size_t from, std::size_t to);
  // Appends `bytes` in the place of the bytes [from, to) of the source. A piece without bytes only
  // leaves something out.
  void replace(std::string_view bytes, std::size_t from, std::size_t to);

  // Of a range of this text, the range of the source that it came from: from the beginning of what
  // its first byte came from to the end of what its last byte came from.
  struct Range {
    std::size_t begin = 0, end = 0;
  };
  Range origin(std::size_t begin, std::size_t end) const;

  // Whether it is a part of the source as that stands, its first piece, but for line ends behind
  // it.
  bool is_part() const;
  std::string_view first_piece() const { return text().substr(0, pieces_.empty() ? 0 : end_of(0)); }

  // Makes this text, whose source is `source`, one whose source is the source of that. Linear.
  void compose(const DecodedText& source);

 private:
  // From `at` on, until the next piece: bytes that were at `from` in the source, or that take the
  // place of the bytes [from, to) there.
  struct Piece {
    std::size_t at = 0, from = 0, to = 0;
    bool is_copy = false;
  };
  std::size_t piece_of(std::size_t place) const;
  std::size_t end_of(std::size_t piece) const;

  std::string text_;
  std::vector<Piece> pieces_;  // by `at`, none empty
  std::vector<Piece> before_;  // what compose() works in
};

}  // namespace kbc
