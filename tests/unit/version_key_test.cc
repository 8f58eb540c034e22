#include "kbx/version_key.h"

#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "index/bases.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "version/number.h"
#include "version/spec.h"
#include "version/version.h"

namespace kbc {
namespace {

using kbx::key_less;
using kbx::same_product;
using kbx::version_key;

constexpr bool is_below(std::string_view a, std::string_view b) {
  return key_less(version_key(a).bytes(), version_key(b).bytes());
}
constexpr bool is_same(std::string_view a, std::string_view b) {
  return version_key(a).bytes() == version_key(b).bytes();
}

static_assert(version_key("3.11").bytes() == "\x11\x33\x12\x31\x31\x07");
static_assert(version_key("3.11").is_valid());
static_assert(!version_key("").is_valid() && !version_key("humble").is_valid());
static_assert(!version_key("3.").is_valid() && !version_key("3 ").is_valid());
static_assert(is_below("2.9", "2.10") && is_below("1.0-rc1", "1.0") && is_below("1", "1.post1"));
static_assert(is_below("1.dev1", "1a1") && is_below("1-0", "1.dev1") && is_below("1b2", "1-m1"));
static_assert(is_same("2", "2.0.0") && is_same("v2", "2") && is_same("1+build", "1"));
static_assert(is_same("1.0-RC.0", "1rc") && is_same("2023-01", "2023.1"));
static_assert(version_key("2024-02-29").is_valid() && !version_key("2023-02-29").is_valid());
static_assert(!version_key("1900-02-29").is_valid() && version_key("2000-02-29").is_valid());
static_assert(!version_key("2023-13").is_valid() && !version_key("2023-1").is_valid());

static_assert(same_product("Python", "python") && same_product("AWS  IoT\tCore", " aws iot core "));
static_assert(!same_product("AWS IoT", "AWSIoT") && !same_product("AWS IoT", "AWS IoT Core"));
static_assert(same_product("", " ") && !same_product("", "a"));

// The key that tests compare with, or empty.
std::string key_of(std::string_view text) {
  const std::optional<VersionNumber> number = parse_version_number(text);
  return number ? number->version.key() : std::string();
}

void compare(const std::string& text) {
  CAPTURE(text);
  const kbx::VersionKey key = version_key(text);
  std::string expected = key_of(text);
  if (expected.size() > kbx::VersionKey::kCapacity) expected.clear();
  CHECK(key.is_valid() == !expected.empty());
  CHECK(key.bytes() == expected);
}

TEST_CASE("the reader's keys are the writer's", "[version-key]") {
  for (const char* text : {"0",
                           "0.0.0",
                           "007",
                           "2.0.15",
                           "v2",
                           "V2.1",
                           "vv2",
                           "20.04",
                           "1.0+build.5",
                           "1.0+",
                           "3.13a1",
                           "3.13RC1",
                           "3.13.0alpha3",
                           "3.13.post1",
                           "3.13post1",
                           "3.13.dev0",
                           "1.0-DEV",
                           "1.0-rc.1.x",
                           "1.0-SNAPSHOT",
                           "1.0-M1",
                           "1.0-0",
                           "1.0.0-0.3.7",
                           "1.0-alpha.beta",
                           "2023-01",
                           "2023-1",
                           "2023-01-31",
                           "2023-01-32",
                           "2023-02-29",
                           "2024-02-29",
                           "0000-02-29",
                           "2023-01-2023-06",
                           "1.",
                           ".1",
                           "1..2",
                           "1-",
                           "1--a",
                           "1-a-",
                           "1-a.",
                           "1.0.0-0.0.0",
                           "1.2.3.4.5.6.7.8",
                           "",
                           "-1",
                           "+1",
                           "1 ",
                           "\xC2\xA0"
                           "1",
                           "1\n"}) {
    compare(text);
  }
}

TEST_CASE("also of texts that nobody would write", "[version-key]") {
  constexpr std::array kPieces = {"1",    "0",      "9", "2023", "-",  "-01",   "-12",
                                  "-31",  ".",      "v", "rc",   "a",  "beta",  ".post",
                                  ".dev", "+b",     "+", "x",    "00", "-rc.1", "-M",
                                  "2024", "-02-29", "A", "\xFF", " ",  "-0"};
  std::mt19937 random(7);
  for (int round = 0; round < 100000; ++round) {
    std::string text;
    for (auto left = random() % 6 + 1; left > 0; --left) text += kPieces[random() % kPieces.size()];
    compare(text);
  }
}

TEST_CASE("a key is refused where it no longer fits, and only there", "[version-key]") {
  for (const std::size_t digits : {222, 223, 224, 225, 240, 245, 246, 247, 254, 255, 256, 300}) {
    compare(std::string(digits, '7'));
    compare(std::string(digits, '0') + "7");
    compare("1." + std::string(digits, '9'));
    compare("1-" + std::string(digits, 'x'));
    std::string zeros = "1";
    for (std::size_t part = 0; part < digits; ++part) zeros += ".0";
    compare(zeros);
    compare("1-rc" + zeros.substr(1));
  }
  CHECK(version_key(std::string(246, '7')).is_valid());
  CHECK_FALSE(version_key(std::string(247, '7')).is_valid());
}

TEST_CASE("one product has one canonical name", "[version-key]") {
  const std::vector<std::string> names = {"Python",    "python",   "PYTHON ", "AWS IoT",
                                          "aws\t iot", "AWS  IoT", "AWSIoT",  "C++",
                                          "c",         "Ünï",      "üNï"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      CAPTURE(a, b);
      const bool expected =
          canonical_text(parse_version_spec(a).spec) == canonical_text(parse_version_spec(b).spec);
      CHECK(same_product(a, b) == expected);
    }
  }
}

int rank(Affects affects) { return static_cast<int>(affects); }
int rank(kbx::Affects affects) { return static_cast<int>(affects); }

// Versions at and about the ends of the intervals that texts speak of.
std::vector<std::string> numbers_near(const std::set<std::string>& specs) {
  std::set<std::string> numbers = {"0", "1", "2.5", "3.11", "10", "2023-01", "2024-02-29", "1rc1"};
  for (const std::string& text : specs) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto number = scan_number(std::string_view(text).substr(at), Hyphen::kRange);
      if (!number) continue;
      const std::string base = number->version.text();
      numbers.insert({base, number->next(number->parts.size() - 1).text()});
      if (!number->has_stage) numbers.insert(base + ".0.1");
      at += number->length - 1;
    }
  }
  return {numbers.begin(), numbers.end()};
}

void compare_affects(const std::vector<std::string>& entries, std::size_t stride) {
  const std::string bytes = index_of(entries);
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  INFO(error);
  REQUIRE(index);
  std::set<std::string> specs;
  for (const auto entry : index->entries()) {
    for (const auto version : entry.versions()) specs.emplace(version.version);
  }
  const std::vector<std::string> numbers = numbers_near(specs);
  for (const auto entry : index->entries()) {
    for (const auto version : entry.versions()) {
      const ParsedSpec parsed = parse_version_spec(version.version);
      if (!parsed.faults.empty()) continue;
      CHECK(version.product == parsed.spec.product);
      for (std::size_t at = entry.index() % stride; at < numbers.size(); at += stride) {
        const Affects expected = parsed.spec.affects(parse_version_number(numbers[at])->version);
        if (rank(version.affects(numbers[at])) == rank(expected)) continue;
        FAIL_CHECK(version.version << " and " << numbers[at]);
      }
    }
  }
}

TEST_CASE("affects() answers as the specification does", "[version-key]") {
  compare_affects(own_entries(), 1);
  std::string entry = "{\"id\": \"a/b\", \"versions\": [";
  for (const char* spec :
       {"p >=1,<2 || ~3.1", "p !=2.5", "p 2.x", "p 1.20-1.24", "p >=humble", "p >=3,humble",
        "p >=2,<humble || 5", "p ^0.2.3", "p ~=2.2", "p any", "p", "p ==1rc1", "p 2023-01"}) {
    entry += std::string("{\"version\": \"") + spec + "\"},";
  }
  entry.back() = ']';
  compare_affects({entry + "}"}, 1);
}

TEST_CASE("affects() answers as the specification does, for many entries", "[version-key][slow]") {
  for (const std::string& base : all_bases()) {
    CAPTURE(base);
    const std::vector<std::string> entries = buildable_entries(base);
    compare_affects(entries, entries.size() / 200 + 1);
  }
}

}  // namespace
}  // namespace kbc
