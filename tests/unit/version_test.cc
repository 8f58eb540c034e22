#include "version/version.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catch.h"
#include "version/milestone.h"
#include "version/number.h"
#include "version_text.h"

namespace kbc {
namespace {

TEST_CASE("a version is read and written in its shortest form", "[version]") {
  struct Case {
    std::string_view text, expected;
  };
  const Case cases[] = {
      {"0", "0"},
      {"0.0.0", "0"},
      {"7", "7"},
      {"007", "7"},
      {"2.0.0", "2"},
      {"2.0.15", "2.0.15"},
      {"v2", "2"},
      {"V2.1", "2.1"},
      {"20.04", "20.4"},
      {"1.0+build.5", "1"},
      {"1.0-rc.1+build-5.x", "1rc1"},
      {"3.13a1", "3.13a1"},
      {"3.13b", "3.13b0"},
      {"3.13rc02", "3.13rc2"},
      {"3.13RC1", "3.13rc1"},
      {"3.13.0alpha3", "3.13a3"},
      {"3.13.post1", "3.13.post1"},
      {"3.13.dev0", "3.13.dev0"},
      {"1.0-rc1", "1rc1"},
      {"1.0-beta.2", "1b2"},
      {"1.0-DEV", "1.dev0"},
      {"1.0-rc.1.x", "1-rc.1.x"},
      {"1.0-preview.7", "1-preview.7"},
      {"1.0-SNAPSHOT", "1-snapshot"},
      {"1.0-M1", "1-m.1"},
      {"1.0-c1", "1rc1"},
      {"1.0-CR.2", "1rc2"},
      {"1-Final", "1-final"},
      {"12.2.0-14", "12.2-14"},
      {"1.0-0", "1.0-0"},
      {"02303-006", "2303.0-6"},
      {"1.0.0-0.3.7", "1.0-0.3.7"},
      {"1.0-alpha.beta", "1-a.beta"},
      {"2023-01", "2023.1"},
      {"2024-02-29", "2024.2.29"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(version(c.text).text() == c.expected);
    CHECK(version(version(c.text).text()) == version(c.text));
  }
}

TEST_CASE("what is not a version", "[version]") {
  const std::string_view cases[] = {
      "",           ".",          "1.",
      ".1",         "1..2",       "v",
      "vv1",        "x",          "1.x",
      "1.*",        "1 ",         " 1",
      "1.1.1k",     "1.0a1.dev2", "1.0.rc1",
      "1.0post1",   "1.0dev1",    "1.0-",
      "1.0-.a",     "1.0-a..b",   "1.0-a.",
      "1.0+",       "1.0+a+b",    "1.0_1",
      "-1",         "+1",         "2023-00",
      "2023-13",    "2023-1",     "2023-1-05",
      "2023-01-",   "2023-01-5",  "1e5",
      "2023-02-29", "2023-04-31", "1,2",
      "2023-01-32", "2023-00-1",  "2023-01-preview",
      "2023-01.2",  "1.0rc-1",    "1.0rc1x",
      "1\xC2\xB2",  "\xD9\xA1",   "1.0-\xC3\xA9",
  };
  for (const std::string_view text : cases) {
    CAPTURE(text);
    CHECK_FALSE(parse_version_number(text));
  }
  CHECK_FALSE(parse_version_number(std::string_view("1\0", 2)));
  CHECK_FALSE(parse_version_number(std::string_view("1.0-a\0", 6)));
}

TEST_CASE("versions in rising order", "[version]") {
  const std::string digits400(400, '9');
  const std::string bigger400 = "1" + std::string(400, '0');
  const std::string digits223 = "1" + std::string(222, '0');
  const std::string digits224 = "1" + std::string(223, '0');
  const std::vector<std::string> ordered = {
      "0-0",
      "0-0.1",
      "0.dev0",
      "0a1",
      "0",
      "0.post1",
      "0.0.1",
      "0.1-0",
      "0.1",
      "1.0-1",
      "1.0-2",
      "1.0-10",
      "1.0-10.1",
      "1.0-10.a",
      "1.0-final",
      "1.0.dev0",
      "1.0.dev9",
      "1.0.dev10",
      "1.0-dev.10.1",
      "1.0-dev.10.x",
      "1.0-dev.x",
      "1.0a",
      "1.0a1",
      "1.0-alpha.1.0.1",
      "1.0-alpha.1.b",
      "1.0a2",
      "1.0-alpha.beta",
      "1.0b1",
      "1.0b2",
      "1.0b11",
      "1.0-m1",
      "1.0-m2",
      "1.0-preview.7",
      "1.0-preview.10",
      "1.0-snapshot",
      "1.0rc1",
      "1.0-rc.2",
      "1.0rc10",
      "1.0-rc.x",
      "1",
      "1.0.post0",
      "1.0.post1",
      "1.0.post10",
      "1.0.1.dev1",
      "1.0.1",
      "1.0.9",
      "1.0.10",
      "1.0.10.1",
      "1.1-a",
      "1.1",
      "1.9",
      "1.10",
      "1.99999999999999999999",
      "1.100000000000000000000",
      "2",
      "2.0.0.0.1",
      "10",
      "2023-01-31",
      "2023-02",
      "2023-02-01",
      "2023-10",
      "18446744073709551616",
      digits223,
      digits224,
      digits400,
      bigger400,
      bigger400 + ".1",
  };
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      INFO(ordered[i] << " and " << ordered[j]);
      CHECK((version(ordered[i]) <=> version(ordered[j])) == (i <=> j));
      CHECK((version(ordered[i]) == version(ordered[j])) == (i == j));
    }
  }
}

TEST_CASE("equal versions", "[version]") {
  const std::vector<std::vector<std::string>> classes = {
      {"2", "2.0", "2.0.0", "v2", "02.000", "2+a", "2.0+20130313144700"},
      {"1.0rc1", "1-rc1", "1-rc.1", "1.0-RC-1", "1.0.0rc01", "1rc1+x", "1-rc.1.0"},
      {"1a", "1a0", "1-alpha", "1-a.0", "1.0alpha"},
      {"1.dev3", "1-dev3", "1.0-dev.3"},
      {"1.post2", "1-post.2"},
      {"2023-01", "2023.1", "2023.01.0"},
      {"0", "0.0", "00000"},
  };
  for (const std::vector<std::string>& equal : classes) {
    for (const std::string& other : equal) {
      INFO(equal[0] << " and " << other);
      CHECK(version(equal[0]) == version(other));
      CHECK(version(equal[0]).key() == version(other).key());
    }
  }
}

// A second comparison, straight from the description of the order, to hold the keys against.
struct PlainVersion {
  std::vector<std::string> parts;
  int stage = 5;
  unsigned label = 0;
};

std::string plain_text(const PlainVersion& v) {
  static const char* const kStages[] = {"-", ".dev", "a", "b", "rc", "", ".post"};
  std::string text;
  for (const std::string& digits : v.parts) text += (text.empty() ? "" : ".") + digits;
  if (v.stage == 5) return text;
  return text + kStages[v.stage] + std::to_string(v.label);
}

std::strong_ordering compare_digits(std::string a, std::string b) {
  a.erase(0, std::min(a.find_first_not_of('0'), a.size()));
  b.erase(0, std::min(b.find_first_not_of('0'), b.size()));
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

std::strong_ordering compare_plain(const PlainVersion& a, const PlainVersion& b) {
  for (std::size_t i = 0; i < std::max(a.parts.size(), b.parts.size()); ++i) {
    const auto order = compare_digits(i < a.parts.size() ? a.parts[i] : "0",
                                      i < b.parts.size() ? b.parts[i] : "0");
    if (order != std::strong_ordering::equal) return order;
  }
  if (a.stage != b.stage) return a.stage <=> b.stage;
  return a.stage == 5 ? std::strong_ordering::equal : a.label <=> b.label;
}

PlainVersion random_version(std::mt19937& random) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  PlainVersion v;
  for (unsigned count = 1 + below(4); count > 0; --count) {
    std::string digits = std::to_string(below(3) == 0 ? 0 : below(12));
    if (below(10) == 0) digits.insert(0, below(3), '0');
    if (below(20) == 0) digits.append(below(300), static_cast<char>('0' + below(10)));
    v.parts.push_back(digits);
  }
  if (below(2) == 0) v.stage = static_cast<int>(below(7));
  v.label = below(12);
  return v;
}

TEST_CASE("the order of keys is the order of versions", "[version]") {
  std::mt19937 random(20240229);
  std::vector<PlainVersion> plain;
  std::vector<Version> versions;
  for (int i = 0; i < 600; ++i) {
    plain.push_back(random_version(random));
    versions.push_back(version(plain_text(plain.back())));
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    for (std::size_t j = 0; j < plain.size(); ++j) {
      const bool is_right = (versions[i] <=> versions[j]) == compare_plain(plain[i], plain[j]);
      if (is_right || ++wrong > 3) continue;
      FAIL_CHECK(plain_text(plain[i]) << " against " << plain_text(plain[j]));
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("the order is total: antisymmetric and transitive", "[version]") {
  std::mt19937 random(7);
  std::vector<Version> versions;
  for (int i = 0; i < 120; ++i) versions.push_back(version(plain_text(random_version(random))));
  bool is_antisymmetric = true;
  bool is_transitive = true;
  for (const Version& a : versions) {
    for (const Version& b : versions) {
      is_antisymmetric = is_antisymmetric && ((a < b) == (b > a)) && ((a == b) == (b == a)) &&
                         (a < b) + (a == b) + (a > b) == 1;
      for (const Version& c : versions) {
        is_transitive = is_transitive && (!(a <= b && b <= c) || a <= c);
      }
    }
  }
  CHECK(is_antisymmetric);
  CHECK(is_transitive);
}

TEST_CASE("the keys are the bytes that the page of the index format describes", "[version]") {
  using namespace std::string_literals;
  CHECK(Version().key() == "\x07"s);
  CHECK(version("0.0").key() == "\x07"s);
  CHECK(version("3.11").key() == "\x11\x33\x12\x31\x31\x07"s);
  CHECK(version("2.0.1").key() == "\x11\x32\x10\x11\x31\x07"s);
  CHECK(version("1rc1").key() == "\x11\x31\x06\x11\x31"s);
  CHECK(version("1-rc.0").key() == "\x11\x31\x06"s);
  CHECK(version("1-X.2").key() == "\x11\x31\x01\xF1x\0\x11\x32"s);
  CHECK(version("1-m1").key() == "\x11\x31\x05\xF1m\0\x11\x31"s);
  CHECK(version("1-cr1").key() == "\x11\x31\x06\x11\x31"s);
  CHECK(version("1-0").key() == "\x11\x31\x01"s);
  CHECK(version("1.post0").key() == "\x11\x31\x08"s);
  CHECK(version("1.dev0").key() == "\x11\x31\x02"s);
  CHECK(version(std::string(223, '7')).key() == "\xEF" + std::string(223, '7') + "\x07");
  CHECK(version(std::string(300, '7')).key() ==
        "\xF0\0\0\0\0\0\0\x01\x2C"s + std::string(300, '7') + "\x07");
}

TEST_CASE("a damaged key decodes to something or to nothing, never past its end", "[version]") {
  for (const char* text : {"3.11rc1", "1-x.2.y", "2023-01-31", "0"}) {
    const std::string key = version(text).key();
    CHECK(decode_key(key).length == key.size());
    CHECK(decode_key(key + '\0').length == key.size());
    for (std::size_t length = 0; length < key.size(); ++length) {
      CHECK(decode_key(std::string_view(key).substr(0, length)).length <= length);
    }
    for (std::size_t bit = 0; bit < key.size() * 8; ++bit) {
      std::string damaged = key;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
      CHECK(decode_key(damaged).length <= damaged.size());
    }
  }
  CHECK(decode_key("\xF0").length == 0);
  CHECK(decode_key(std::string("\xF0") + std::string(8, '\xFF') + "12").length == 0);
  CHECK(decode_key("\x7F").length == 0);
}

Milestone milestone(std::string_view text) {
  CAPTURE(text);
  const auto parsed = parse_milestone(text);
  REQUIRE(std::holds_alternative<Milestone>(parsed));
  return std::get<Milestone>(parsed);
}

TEST_CASE("milestones are ordered within their kind", "[version-milestone]") {
  CHECK(milestone("3.8").kind == Milestone::Kind::kVersion);
  CHECK(milestone("2023-01").kind == Milestone::Kind::kMonth);
  CHECK(milestone("2024-02-29").kind == Milestone::Kind::kDay);
  CHECK((milestone("3.8") <=> milestone("3.10")) == std::partial_ordering::less);
  CHECK((milestone("3.8") <=> milestone("v3.8.0")) == std::partial_ordering::equivalent);
  CHECK((milestone("3.8") <=> milestone("3.8rc1")) == std::partial_ordering::greater);
  CHECK((milestone("2024-02-29") <=> milestone("2024-03-01")) == std::partial_ordering::less);
  CHECK((milestone("2024-02-29") <=> milestone("2024-02-29")) == std::partial_ordering::equivalent);
  CHECK((milestone("2024-02-29") <=> milestone("2024-02")) == std::partial_ordering::equivalent);
  CHECK((milestone("2024-02") <=> milestone("2024-01-31")) == std::partial_ordering::greater);
  CHECK((milestone("2024-02") <=> milestone("2024-03-31")) == std::partial_ordering::less);
  CHECK((milestone("3.8") <=> milestone("2024-02")) == std::partial_ordering::unordered);
  CHECK((milestone("2024-02-01") <=> milestone("3.8")) == std::partial_ordering::unordered);
  CHECK(milestone("3.8") < milestone("3.10"));
  // Nobody knows whether a label is before its release or after it, nor which of two words is.
  CHECK((milestone("8.0.35") <=> milestone("8.0.35-0ubuntu0.22.04.1")) ==
        std::partial_ordering::unordered);
  CHECK((milestone("1.0-ce") <=> milestone("1.0rc1")) == std::partial_ordering::unordered);
  CHECK((milestone("1.0-GA") <=> milestone("1.0-Final")) == std::partial_ordering::unordered);
  CHECK((milestone("1.0-91-generic") <=> milestone("1.0-91-lowlatency")) ==
        std::partial_ordering::unordered);
  CHECK(milestone("1.0-91-generic") < milestone("1.0-105-aws"));
  CHECK(milestone("8.0.35-0ubuntu1") < milestone("8.0.36"));
  CHECK(milestone("1.0-SNAPSHOT") < milestone("1.0"));
  CHECK(milestone("1.0-M1") < milestone("1.0-M2"));
  CHECK(milestone("1.0rc1") < milestone("1.0"));
  CHECK(milestone("1.0") < milestone("1.0.post1"));
  CHECK_FALSE(milestone("3.8") < milestone("2024-02-01"));
  CHECK_FALSE(milestone("3.8") > milestone("2024-02-01"));
}

TEST_CASE("a milestone of another form gets the rewrite as a fix", "[version-milestone]") {
  const auto parsed = parse_milestone("1.1.1k");
  REQUIRE(std::holds_alternative<VersionFault>(parsed));
  CHECK(std::get<VersionFault>(parsed).replacement == "1.1.1-k");
  CHECK(std::get<VersionFault>(parsed).help == "write `1.1.1-k`");
}

TEST_CASE("what is no milestone", "[version-milestone]") {
  struct Case {
    std::string_view text, message, help;
  };
  constexpr std::string_view kWrite = "write `3.11`, `2024-02-29`, or null";
  const Case cases[] = {
      {"", "expected a version number or a date, found nothing", kWrite},
      {"humble", "expected a version number or a date, found `humble`", kWrite},
      {">=3.8", "expected a version number or a date, found `>=3.8`", kWrite},
      {"3.8 ", "expected a version number or a date, found `3.8 `", kWrite},
      {"3.x", "expected a version number or a date, found `3.x`", kWrite},
      {"2023-02-29", "no such date: `2023-02-29`", "write an existing day, as `2024-02-29`"},
      {"2023-13", "no such date: `2023-13`", "write an existing day, as `2024-02-29`"},
      {"2023-1-5", "no such date: `2023-1-5`", "write an existing day, as `2024-02-29`"},
      {"2024-02-29T00:00:00Z", "expected a version number or a date, found `2024-02-29T00:00:00Z`",
       kWrite},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto parsed = parse_milestone(c.text);
    REQUIRE(std::holds_alternative<VersionFault>(parsed));
    const VersionFault& fault = std::get<VersionFault>(parsed);
    CHECK(fault.message == c.message);
    CHECK(fault.help == c.help);
    CHECK(fault.span == TextSpan{0, c.text.size()});
    CHECK(fault.replacement.empty());
  }
}

}  // namespace
}  // namespace kbc
