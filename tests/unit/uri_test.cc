#include "text/uri.h"

#include <string_view>
#include <utility>
#include <variant>

#include "catch.h"

namespace kbc {
namespace {

Uri valid(std::string_view text) {
  const auto parsed = parse_uri(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<Uri>(parsed));
  return std::get<Uri>(parsed);
}

TEST_CASE("a URI of each form of RFC 3986 has its parts", "[url]") {
  const Uri full = valid("foo+1://u:p@example.com:8042/over//there?name=a/b?#nose?");
  CHECK(full.scheme == "foo+1");
  CHECK(full.user_info == "u:p");
  CHECK(full.host == "example.com");
  CHECK(full.port == "8042");
  CHECK(full.path == "/over//there");
  CHECK(full.query == "name=a/b?");
  CHECK(full.fragment == "nose?");
  CHECK(valid("urn:example:animal:ferret").path == "example:animal:ferret");
  CHECK(valid("file:///etc/%6Dotd").path == "/etc/%6Dotd");
  CHECK(valid("mailto:a@b.example").scheme == "mailto");
  CHECK(valid("a:").path.empty());
  CHECK(valid("ldap://[2001:db8::7]/c").host == "2001:db8::7");
  CHECK(valid("a://[::ffff:1.2.3.4]").host == "::ffff:1.2.3.4");
  CHECK(valid("a://[v1F.x:y]:").host == "v1F.x:y");
}

TEST_CASE("a reference without a scheme is relative", "[url]") {
  for (const std::string_view text :
       {"", "a", "../a/b:c", "//example.com/x", "?q", "#f", "./a:b"}) {
    CHECK(valid(text).scheme.empty());
  }
  CHECK(valid("//example.com/x").host == "example.com");
}

TEST_CASE("the offset of a fault is that of the first byte that cannot be there", "[url]") {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::size_t> cases[] = {
      {":a", 0},
      {"1a:b", 2},
      {"a_b:c", 3},
      {"a://b:8x", 7},
      {"a://b c", 5},
      {"a://b/%4", 6},
      {"a://b/#c#d", 8},
      {"a://b/[c]", 6},
      {"a://[::1", 4},
      {"a://[1::2::3]", 4},
      {"a://[::1]x", 9},
      {"a://[v1]", 4},
      {"a://[vg.x]", 4},
      {"a://[v1.%41]", 4},
      {"a://[1.2.3.4]", 4},
      {"a://u@v@w", 7},
      {"a:\0b"sv, 2},
      {"a:\xC3\xA9", 2},
      {"a://[::01.2.3.4]", 4},
  };
  for (const auto& [text, offset] : cases) {
    CAPTURE(text);
    const auto parsed = parse_uri(text);
    REQUIRE(std::holds_alternative<std::size_t>(parsed));
    CHECK(std::get<std::size_t>(parsed) == offset);
  }
}

// The examples of RFC 3986, section 5.4.
TEST_CASE("a reference is resolved against the address of its document", "[url]") {
  const auto resolved = [](std::string_view reference) {
    return resolve_uri("http://a/b/c/d;p?q", reference);
  };
  CHECK(resolved("g:h") == "g:h");
  CHECK(resolved("g") == "http://a/b/c/g");
  CHECK(resolved("./g") == "http://a/b/c/g");
  CHECK(resolved("g/") == "http://a/b/c/g/");
  CHECK(resolved("/g") == "http://a/g");
  CHECK(resolved("//g") == "http://g");
  CHECK(resolved("?y") == "http://a/b/c/d;p?y");
  CHECK(resolved("g?y#s") == "http://a/b/c/g?y#s");
  CHECK(resolved("#s") == "http://a/b/c/d;p?q#s");
  CHECK(resolved("") == "http://a/b/c/d;p?q");
  CHECK(resolved(".") == "http://a/b/c/");
  CHECK(resolved("..") == "http://a/b/");
  CHECK(resolved("../g") == "http://a/b/g");
  CHECK(resolved("../../../g") == "http://a/g");
  CHECK(resolved("/../g") == "http://a/g");
  CHECK(resolved("g/../h") == "http://a/b/c/h");
  CHECK(resolve_uri("", "a.json") == "a.json");
  CHECK(resolve_uri("http://a", "g") == "http://a/g");
  CHECK(resolve_uri("urn:x:y", "#s") == "urn:x:y#s");
}

}  // namespace
}  // namespace kbc
