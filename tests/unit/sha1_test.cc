#include "base/sha1.h"

#include <catch2/catch.hpp>
#include <string>

namespace kbc {

// The examples of FIPS 180-4's companion, and every length around the ends of blocks.
TEST_CASE("sha1 is the standard's", "[sha1]") {
  CHECK(sha1("", "") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(sha1("a", "bc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(sha1("", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(sha1(std::string(999'999, 'a'), "a") == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("sha1 does not depend on where a text is divided", "[sha1]") {
  for (std::size_t size = 0; size < 200; ++size) {
    const std::string text(size, 'x');
    const std::string whole = sha1(text, "");
    for (std::size_t at = 0; at <= size; ++at) {
      REQUIRE(sha1(text.substr(0, at), text.substr(at)) == whole);
    }
  }
}

}  // namespace kbc
