#include "emit/cpp_literal.h"

#include <string>
#include <string_view>

#include "catch.h"

namespace kbc {
namespace {

using namespace std::string_view_literals;

std::string literal(std::string_view bytes) {
  std::string out;
  append_literal(out, bytes, " ");
  return out;
}

}  // namespace

TEST_CASE("a literal is ASCII without trigraphs", "[emit]") {
  CHECK(literal("") == R"( "")");
  CHECK(literal(R"(a "b" \c)") == R"( "a \"b\" \\c")");
  CHECK(literal(std::string(2, '?') + ")") == " \"\\?\\?)\"");
  CHECK(literal("one\ntwo\t") == R"( "one\ntwo\11")");
  CHECK(literal("é") == R"( "\303\251")");
}

TEST_CASE("an escape ends where its byte does", "[emit]") {
  CHECK(literal("\0a\0"sv) == R"( "\0a\0")");
  CHECK(literal("\0"
                "7\0"
                "8\x0b"
                "1\x7f"sv) == R"( "\0007\08\0131\177")");
}

TEST_CASE("a long literal is several that join", "[emit]") {
  const std::string text = literal(std::string(9000, 'x') + std::string(2000, '\xff'));
  std::size_t begin = 0;
  std::string joined;
  while (begin < text.size()) {
    REQUIRE(text.substr(begin, 2) == " \"");
    const std::size_t end = text.find('"', begin + 2);
    CHECK(end - begin < 4100);
    joined += text.substr(begin + 2, end - begin - 2);
    begin = end + 1;
  }
  CHECK(joined.size() == 9000 + 4 * 2000);
}

}  // namespace kbc
