#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
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
  const auto point = [](std::string_view text) { return exactly(version(text)); };
  const auto rest = without(interval("1-3"), {point("2"), point("9"), point("1"), point("2.0")});
  CHECK(to_text(rest) == ">1,<2 || >2,<4");
  CHECK(without(point("1"), {point("1.0")}).empty());
  CHECK(without(interval("3.20-3.10"), {}).empty());
  CHECK(contains(rest, version("2.0.1")));
  CHECK_FALSE(contains(rest, version("2")));
  CHECK_FALSE(contains(rest, version("1")));
  CHECK_FALSE(contains(rest, version("4")));
  CHECK_FALSE(contains(rest, version("0.9")));
  CHECK_FALSE(contains({}, version("1")));
}

TEST_CASE("intervals are left out", "[interval]") {
  const auto left = [](std::string_view whole, std::vector<Interval> holes) {
    return to_text(without(interval(whole), std::move(holes)));
  };
  CHECK(left("1-3", {interval("2")}) == ">=1,<2 || >=3,<4");
  CHECK(left("1-3", {interval("1")}) == ">=2,<4");
  CHECK(left("1-3", {interval("3.x"), interval("2.5")}) == ">=1,<2.5 || >=2.6,<3");
  CHECK(left("1.5", {interval("1")}) == "none");
  CHECK(left("1-3", {{just_before(version("2.5")), just_before(version("9"))}}) == ">=1,<2.5");
  CHECK(left("1-3", {interval("0"), interval("9")}) == ">=1,<4");
  CHECK(left("1-3", {interval("2"), interval("2.x"), exactly(version("2.4"))}) ==
        ">=1,<2 || >=3,<4");
}

TEST_CASE("a label keeps intervals apart that bytes would join", "[interval]") {
  const Version release = version("5.15"), label = version("5.15-91"), later = version("5.16");
  const Interval crossed{just_before(release), just_after(label)};
  CHECK_FALSE(crossed.is_empty());
  CHECK(to_text(crossed) == ">=5.15,<=5.15-91");
  CHECK(unite({crossed, crossed}) == std::vector<Interval>{crossed});
  // `<5.15-91` may mean 5.15.post1, `<5.15` does not.
  const Interval below_label{lowest_cut(), just_before(label)};
  const Interval below_release{lowest_cut(), just_before(release)};
  const std::vector<Interval> both = unite({below_release, below_label});
  CHECK(both.size() == 2);
  CHECK(contains(both, version("5.15.post1")));
  CHECK(unite({below_release, below_label, {lowest_cut(), just_before(later)}}).size() == 1);
  CHECK(unite({{just_before(label), highest_cut()}, below_label}).front().is_everything());
}

TEST_CASE("a union agrees with membership", "[interval]") {
  std::mt19937 random(11);
  const auto pick = [&] {
    static constexpr const char* kEnds[] = {"", "rc1", "-2", "-7", "-ga", "-final", ".post1"};
    return version(std::to_string(random() % 5) + kEnds[random() % std::size(kEnds)]);
  };
  const auto cut = [&] { return random() % 2 ? just_before(pick()) : just_after(pick()); };
  bool agrees = true;
  for (int round = 0; round < 5000; ++round) {
    std::vector<Interval> all;
    for (int i = 0; i < 4; ++i) all.push_back({cut(), cut()});
    const std::vector<Interval> united = unite(all);
    for (int i = 0; i < 12; ++i) {
      const Version v = pick();
      const bool is_in = std::any_of(all.begin(), all.end(),
                                     [&](auto& x) { return !x.is_empty() && x.contains(v); });
      agrees = agrees && contains(united, v) == is_in;
    }
    for (std::size_t i = 1; i < united.size(); ++i) {
      agrees = agrees && united[i - 1].low <= united[i].low;
      agrees = agrees && !united[i - 1].range().can_join(united[i].range());
    }
  }
  CHECK(agrees);
}

}  // namespace
}  // namespace kbc
