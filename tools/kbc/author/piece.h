// A message, cut into what every such message has and what varies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

struct Piece {
  enum class Kind : std::uint8_t {
    kLiteral,
    kBlanks,
    kQuoted,  // a name between quotes, quotes included
    kNumber,  // also hex, versions, times: what has a form of its own
    kWord,    // a path, a host, a URL, a generated name: any row of characters without blanks
  };
  Kind kind = Kind::kLiteral;
  std::string text;     // as it was printed
  std::string regex;    // what matches it and its like
  std::string neutral;  // what stands for it in a signature: nothing of one person's own machine
};

// No more of a message is looked at.
inline constexpr std::size_t kMostOfMessage = 2000;

// The pieces of a message in order. `code` is its error code, which stays as it is; may be empty.
std::vector<Piece> pieces_of(std::string_view message, std::string_view code);

// The text as a regex that matches only it, up to the case of letters.
std::string escaped(std::string_view text);

}  // namespace kbc
