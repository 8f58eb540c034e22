#include "regex/literal_filter.h"

#include <algorithm>
#include <utility>

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

}  // namespace kbc
