#include "check/clean_removal.h"

#include <string>

#include "catch.h"

namespace kbc {
namespace {

constexpr std::string_view kMark = "\u200b";

// The text without its first mark, or "-" when that leaves another fault.
std::string without(const std::string& text) {
  const std::size_t at = text.find(kMark);
  const auto removed = clean_removal(text, {at, kMark.size()});
  return removed ? text.substr(0, removed->offset) + text.substr(removed->offset + removed->length)
                 : "-";
}

TEST_CASE("a removal takes the blank with it that would be too many", "[removal]") {
  CHECK(without("a\u200bb") == "ab");
  CHECK(without("a \u200bb") == "a b");
  CHECK(without("a \u200b b") == "a b");
  CHECK(without("\u200b b") == "b");
  CHECK(without("a \u200b") == "a");
  CHECK(without("a\n\u200bb") == "a\nb");
}

TEST_CASE("a removal that leaves another fault is none", "[removal]") {
  CHECK(without("\u200b") == "-");
  CHECK(without(" \u200b ") == "-");
  CHECK(without("e\u200b\u0301") == "-");
  CHECK(without("x\u200b\u0301") == "x\u0301");
}

}  // namespace
}  // namespace kbc
