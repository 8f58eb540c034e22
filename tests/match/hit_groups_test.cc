#include "match/hit_groups.h"

#include <string>

#include "catch.h"
#include "text/utf8.h"

namespace kbc {

TEST_CASE("the part around a match holds it, and whole characters", "[match]") {
  const std::string text = "aé国😀bÉ中🦀cß家🐍";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t length = decode(text, begin).length;
    for (std::size_t most = 4; most <= text.size() + 1; ++most) {
      CAPTURE(begin, most);
      Matcher::Place place{begin, begin + length, 0};
      const std::string part = around(text, most, place);
      CHECK(part.size() <= most);
      CHECK_FALSE(first_invalid_utf8(part));
      CHECK(part.substr(place.begin, place.end - place.begin) == text.substr(begin, length));
    }
    begin += length;
  }
}

TEST_CASE("of a match that is longer than what is shown its beginning is", "[match]") {
  const std::string text = "ab国国国国国国cd";
  for (std::size_t most = 3; most < 12; ++most) {
    CAPTURE(most);
    Matcher::Place place{2, 20, 0};
    const std::string part = around(text, most, place);
    CHECK(part == text.substr(2, most / 3 * 3));
    CHECK(place.begin == 0);
    CHECK(place.end == part.size());
  }
}

}  // namespace kbc
