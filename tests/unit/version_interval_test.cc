#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "version/interval.h"
#include "version/range.h"
#include "version/version.h"
#include "version_text.h"

namespace kbc {
namespace {

Interval interval(std::string_view text) {
  const auto parsed = parse_bare_range(text);
  REQUIRE(parsed);
  return *parsed;
}

TEST_CASE("an interval contains its ends as its cuts say", "[interval]") {
  const Version two = version("2");
  CHECK(exactly(two).contains(version("2.0")));
  CHECK_FALSE(exactly(two).contains(version("2.0.1-0")));
  CHECK_FALSE(exactly(two).contains(version("2.post0")));
  CHECK_FALSE(exactly(two).contains(version("2rc1")));
  CHECK(everything().contains(version("0-0")));
  CHECK(everything().contains(version(std::string(500, '9'))));
  CHECK(Interval{just_after(two), just_before(two)}.is_empty());
  CHECK(Interval{just_before(two), just_before(two)}.is_empty());
  CHECK_FALSE(exactly(two).is_empty());
  CHECK(Interval{lowest_cut(), just_before(version("0-0"))}.is_empty());
}

TEST_CASE("a union is sorted, disjoint, and joined where parts touch", "[interval]") {
  CHECK(to_text(unite({})) == "none");
  CHECK(to_text(unite({interval("5"), interval("1"), interval("3")})) ==
        ">=1,<2 || >=3,<4 || >=5,<6");
  CHECK(to_text(unite({interval("2"), interval("1")})) == ">=1,<3");
  CHECK(to_text(unite({interval("1-9"), interval("3"), interval("4+")})) == ">=1");
  CHECK(to_text(unite({interval("3.20-3.10"), interval("7")})) == ">=7,<8");
  CHECK(unite({interval("1"), everything()}).front().is_everything());
  const Version two = version("2");
  const Interval below{lowest_cut(), just_before(two)};
  const Interval above{just_after(two), highest_cut()};
  CHECK(unite({above, below}).size() == 2);
  CHECK(unite({above, below, exactly(two)}).front().is_everything());
}

TEST_CASE("points are left out", "[interval]") {
  const auto rest =
      without(interval("1-3"), {version("2"), version("9"), version("1"), version("2.0")});
  CHECK(to_text(rest) == ">1,<2 || >2,<4");
  CHECK(without(exactly(version("1")), {version("1.0")}).empty());
  CHECK(without(interval("3.20-3.10"), {}).empty());
  CHECK(contains(rest, version("2.0.1")));
  CHECK_FALSE(contains(rest, version("2")));
  CHECK_FALSE(contains(rest, version("1")));
  CHECK_FALSE(contains(rest, version("4")));
  CHECK_FALSE(contains(rest, version("0.9")));
  CHECK_FALSE(contains({}, version("1")));
}

TEST_CASE("a union agrees with membership", "[interval]") {
  std::mt19937 random(11);
  const auto pick = [&] {
    return version(std::to_string(random() % 9) + (random() % 2 ? "" : "rc1"));
  };
  const auto cut = [&] { return random() % 2 ? just_before(pick()) : just_after(pick()); };
  bool agrees = true;
  for (int round = 0; round < 500; ++round) {
    std::vector<Interval> all;
    for (int i = 0; i < 4; ++i) all.push_back({cut(), cut()});
    const std::vector<Interval> united = unite(all);
    for (int i = 0; i < 12; ++i) {
      const Version v = pick();
      const bool is_in =
          std::any_of(all.begin(), all.end(), [&](auto& x) { return x.contains(v); });
      agrees = agrees && contains(united, v) == is_in;
    }
    for (std::size_t i = 1; i < united.size(); ++i) {
      agrees = agrees && united[i - 1].high < united[i].low;
    }
  }
  CHECK(agrees);
}

}  // namespace
}  // namespace kbc
