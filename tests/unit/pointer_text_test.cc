#include "diagnostic/pointer_text.h"

#include <string>
#include <vector>

#include "catch.h"
#include "core/compact_text.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/pointers.h"
#include "parse/parse.h"

namespace kbc {

TEST_CASE("a pointer is its text, however it was put together", "[diagnostic]") {
  const PointerText whole("/a/b");
  const PointerText parts(PointerText("/a"), "/b");
  CHECK(parts == whole);
  CHECK(parts.hash() == whole.hash());
  CHECK(parts.text() == "/a/b");
  CHECK_FALSE(parts == PointerText("/a/c"));
  CHECK_FALSE(parts == PointerText());
  CHECK(PointerText().empty());
  CHECK(PointerText(whole, "") == whole);
  CHECK(PointerText().text().empty());
}

TEST_CASE("a pointer outlives those it shares", "[diagnostic]") {
  std::vector<PointerText> below;
  {
    const PointerText above(std::string(1000, 'x'));
    for (int at = 0; at < 3; ++at) below.emplace_back(above, "/" + std::to_string(at));
  }
  const PointerText copy = below[1];
  below.erase(below.begin());
  below[0] = below[1];
  CHECK(copy.text() == std::string(1000, 'x') + "/1");
  CHECK(below[0].text() == std::string(1000, 'x') + "/2");
}

TEST_CASE("the pointers of places are those of the document", "[diagnostic]") {
  const std::string name(70, 'n');
  std::string text = R"({"a~/b": [1, {"c": [2, 3]}], ")" + name + R"(": {"d": {")" + name +
                     R"(": [[4], 5]}, "e": 6}})";
  Document document;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  Pointers pointers(document);
  for (const bool is_known : {false, true}) {
    CAPTURE(is_known);
    for (std::uint32_t node = 0; node < document.size(); ++node) {
      const Span span = document[node].span;
      CHECK(pointers.at(span).text() == document.pointer(document.node_at(span.begin)));
    }
  }
}

TEST_CASE("a compact text is its text", "[diagnostic]") {
  CompactText text = "abc";
  CHECK(text.view() == "abc");
  CompactText copy = text;
  text = std::string("d\0e", 3);
  CHECK(text.view() == std::string_view("d\0e", 3));
  CHECK(copy == "abc");
  CHECK(CompactText("") == CompactText());
  CHECK(CompactText().empty());
  CHECK((copy < text) == (copy.view() < text.view()));
}

// With its blocks, of which each has 8 to 23 bytes for the allocator, this is a finding without
// details: three texts and a pointer.
TEST_CASE("a finding is small", "[diagnostic]") { CHECK(sizeof(Diagnostic) <= 96); }

}  // namespace kbc
