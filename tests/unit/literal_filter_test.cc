#include "regex/literal_filter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"

namespace kbc {

TEST_CASE("a literal filter finds each literal at each of its places", "[literal-filter]") {
  LiteralFilter filter;
  CHECK(filter.add("connection refused") == 0);
  CHECK(filter.add("ab") == 1);
  CHECK(filter.add("refused") == 2);
  CHECK(filter.add("ab") == 1);
  CHECK(filter.literal(2) == "refused");
  using Places = std::vector<std::pair<std::uint32_t, std::size_t>>;
  const auto places = [&](std::string_view text) {
    Places found;
    filter.scan(text,
                [&](std::uint32_t number, std::size_t at) { found.emplace_back(number, at); });
    std::sort(found.begin(), found.end());
    return found;
  };
  CHECK(places("abab: connection refused") == Places{{0, 6}, {1, 0}, {1, 2}, {2, 17}});
  CHECK(places("refuse, connection refuse").empty());
  CHECK(places("").empty());
}

TEST_CASE("a literal filter finds each of many literals", "[literal-filter]") {
  constexpr std::uint32_t kMany = 20000;
  const auto nth = [](std::uint32_t number) {
    return "<" + std::to_string(number * 7919) + "> was refused";
  };
  LiteralFilter filter;
  for (std::uint32_t number = 0; number < kMany; ++number) {
    REQUIRE(filter.add(nth(number)) == number);
  }
  for (std::uint32_t number = 0; number < kMany; ++number) {
    REQUIRE(filter.add(nth(number)) == number);
    REQUIRE(filter.literal(number) == nth(number));
    std::vector<std::uint32_t> found;
    filter.scan("x " + nth(number), [&](std::uint32_t other, std::size_t at) {
      if (at == 2) found.push_back(other);
    });
    REQUIRE(found == std::vector<std::uint32_t>{number});
  }
}

TEST_CASE("literals with the same rare bytes are met in the order of their numbers",
          "[literal-filter]") {
  LiteralFilter filter;
  for (const char* literal : {"qzxj one", "two qzxj", "qzxj", "a qzxj"}) filter.add(literal);
  std::vector<std::uint32_t> found;
  filter.scan("two qzxj one", [&](std::uint32_t number, std::size_t) { found.push_back(number); });
  CHECK(found == std::vector<std::uint32_t>{0, 1, 2});
}

}  // namespace kbc
