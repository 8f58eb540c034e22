#include "kbx/version_key.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
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
static_assert(is_same("1.0-c1", "1rc1") && is_same("1.0-CR1", "1rc1"));
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

// ---- a second answer, straight from the words of docs/entry-format.md, without keys

// A number as a reader of that page takes it apart.
struct ReadNumber {
  std::vector<unsigned long long> parts;
  enum { kPre, kRelease, kPost, kLabel } kind = kRelease;
  int stage = 0;                   // of a pre-release, in rising order
  std::vector<std::string> label;  // digits or lower-case words
};

std::vector<std::string> elements_of(std::string_view text) {
  const auto kind = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::vector<std::string> elements;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '.' || text[at] == '-') continue;
    const bool is_new = at == 0 || text[at - 1] == '.' || text[at - 1] == '-' ||
                        kind(text[at - 1]) != kind(text[at]);
    if (is_new) elements.emplace_back();
    elements.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
  }
  return elements;
}

ReadNumber read_number(std::string_view text) {
  static const std::map<std::string, int> kStages = {
      {"dev", 1},     {"a", 2},  {"alpha", 2},     {"b", 3},       {"beta", 3},     {"m", 4},
      {"pre", 4},     {"ea", 4}, {"milestone", 4}, {"preview", 4}, {"snapshot", 4}, {"canary", 4},
      {"nightly", 4}, {"c", 5},  {"cr", 5},        {"rc", 5}};
  text = text.substr(0, text.find('+'));
  ReadNumber number;
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  for (const std::string& part : elements_of(text.substr(0, end))) {
    number.parts.push_back(std::stoull(part));
  }
  while (!number.parts.empty() && number.parts.back() == 0) number.parts.pop_back();
  if (end == text.size()) return number;
  number.label = elements_of(text.substr(end));
  const auto stage = kStages.find(number.label[0]);
  number.kind = number.label[0] == "post" ? ReadNumber::kPost
                : stage == kStages.end()  ? ReadNumber::kLabel
                                          : ReadNumber::kPre;
  if (stage != kStages.end()) number.stage = stage->second;
  // The words of a preview tell previews apart; of the others they are the stage.
  const bool is_said = number.kind != ReadNumber::kLabel && number.stage != 4;
  if (is_said) number.label.erase(number.label.begin());
  const auto is_zero = [](const std::string& e) {
    return e.find_first_not_of('0') == std::string::npos;
  };
  while (!number.label.empty() && is_zero(number.label.back())) number.label.pop_back();
  return number;
}

bool is_word(const std::vector<std::string>& label, std::size_t at) {
  return at < label.size() && !std::isdigit(static_cast<unsigned char>(label[at][0]));
}

// Below 0, 0, above 0; nothing where neither is the first.
std::optional<int> order_of_labels(const ReadNumber& a, const ReadNumber& b) {
  for (std::size_t at = 0; at < std::max(a.label.size(), b.label.size()); ++at) {
    const bool has_a = at < a.label.size(), has_b = at < b.label.size();
    if (has_a && has_b && a.label[at] == b.label[at]) continue;
    const bool is_a = is_word(a.label, at), is_b = is_word(b.label, at);
    if (a.kind == ReadNumber::kLabel && (is_a || is_b)) return {};
    if (has_a != has_b) return has_b ? -1 : 1;
    if (is_a != is_b) return is_b ? -1 : 1;
    if (is_a) return a.label[at] < b.label[at] ? -1 : 1;
    const unsigned long long x = std::stoull(a.label[at]), y = std::stoull(b.label[at]);
    if (x != y) return x < y ? -1 : 1;
  }
  return 0;
}

std::optional<int> order_of(const ReadNumber& a, const ReadNumber& b) {
  if (a.parts != b.parts) return a.parts < b.parts ? -1 : 1;
  if ((a.kind == ReadNumber::kLabel) != (b.kind == ReadNumber::kLabel)) return {};
  if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.stage != b.stage) return a.stage < b.stage ? -1 : 1;
  return order_of_labels(a, b);
}

bool is_affected(std::optional<int> order, std::string_view op) {
  if (!order) return true;
  if (op == ">=") return *order >= 0;
  if (op == ">") return *order > 0;
  if (op == "<=") return *order <= 0;
  if (op == "<") return *order < 0;
  return (*order == 0) == (op == "==");
}

// As Debian, npm, Python, Maven, Gentoo and clouds write them, with neighbours.
const std::vector<std::string>& real_numbers() {
  static const std::vector<std::string> kNumbers = {"12.2.0-14",
                                                    "12.2.0",
                                                    "12.2.0-15",
                                                    "7.88.1-10+deb12u5",
                                                    "7.88.1-10",
                                                    "7.88.1",
                                                    "5.15.0-91-generic",
                                                    "5.15.0-91",
                                                    "5.15.0",
                                                    "5.15.0-105-generic",
                                                    "5.15.0-91-lowlatency",
                                                    "5.15.1",
                                                    "8.0.35",
                                                    "8.0.35-0ubuntu0.22.04.1",
                                                    "8.0.35-0ubuntu0.23.04.1",
                                                    "8.0.36",
                                                    "8.0.34",
                                                    "2.38-r1",
                                                    "2.38-r10",
                                                    "2.38",
                                                    "1.27.3-gke.100",
                                                    "1.27.3-gke.1067004",
                                                    "1.27.3-eks-8cb36c9",
                                                    "1.27.3",
                                                    "24.0.7-ce",
                                                    "24.0.7",
                                                    "10.6.12-MariaDB",
                                                    "10.6.12-mariadb",
                                                    "7.4.0-GA",
                                                    "7.4.0.post1",
                                                    "4.1.100-Final",
                                                    "4.1.100",
                                                    "4.1.100-GA",
                                                    "4.1.101",
                                                    "1.0-sp1",
                                                    "1.0-post1",
                                                    "1.0.post1",
                                                    "1.0",
                                                    "1.0.0",
                                                    "1.0rc1",
                                                    "1.0-c1",
                                                    "1.0-CR1",
                                                    "1.0-rc.1",
                                                    "1.0-rc.10",
                                                    "1.0a1",
                                                    "1.0-alpha",
                                                    "1.0.dev0",
                                                    "1.0-DEV",
                                                    "1.0b2",
                                                    "1.0-beta.11",
                                                    "1.0-0",
                                                    "1.0-5",
                                                    "1.0-r5",
                                                    "1.0.1",
                                                    "1-0.3.7",
                                                    "9.0.0-M1",
                                                    "9.0.0-milestone.2",
                                                    "9.0.0",
                                                    "9.0.0-SNAPSHOT",
                                                    "9.0.0-pre1",
                                                    "21-ea",
                                                    "21",
                                                    "21-ea+12",
                                                    "8.0.0-preview.7.23375.6",
                                                    "8.0.0-rc.2.23502.2",
                                                    "8.0.0",
                                                    "18.3.0-canary-14898b6a9-20240318",
                                                    "18.3.0",
                                                    "0.0.0-nightly-20240101",
                                                    "0.0.0",
                                                    "5.6.0-dev.20240601",
                                                    "5.6.0",
                                                    "2023.10.0",
                                                    "2023.10.0.post2",
                                                    "1.1.1-k",
                                                    "1.1.1",
                                                    "1.1.1-w",
                                                    "2022.3.10-f1",
                                                    "2022.3.10",
                                                    "6.1.0-13-amd64",
                                                    "6.1.0-13",
                                                    "6.1",
                                                    "3.0.11-1+deb12u2",
                                                    "3.0.11-1"};
  return kNumbers;
}

TEST_CASE("of numbers as the world writes them, affects() says what the page says",
          "[version-key]") {
  const char* const kOperators[] = {">=", ">", "<=", "<", "==", "!="};
  std::string entry = "{\"id\": \"a/b\", \"versions\": [";
  for (const std::string& number : real_numbers()) {
    for (const char* op : kOperators) entry += "{\"version\": \"p " + (op + number) + "\"},";
  }
  entry.back() = ']';
  const std::string bytes = index_of({entry + "}"});
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  CHECK(index->verify(error));
  INFO(error);
  std::uint32_t row = 0;
  for (const std::string& bound : real_numbers()) {
    for (const char* op : kOperators) {
      const auto version = index->at(0)->versions()[row++];
      for (const std::string& number : real_numbers()) {
        const auto order = order_of(read_number(number), read_number(bound));
        const bool is_yes = version.affects(number) == kbx::Affects::kYes;
        if (is_yes == is_affected(order, op)) continue;
        FAIL_CHECK("p " << op << bound << " and " << number);
      }
    }
  }
}

TEST_CASE("the order of keys is that of the page wherever it says one", "[version-key]") {
  for (const std::string& a : real_numbers()) {
    for (const std::string& b : real_numbers()) {
      CAPTURE(a, b);
      const std::optional<int> order = order_of(read_number(a), read_number(b));
      CHECK(kbx::are_ordered(key_of(a), key_of(b)) == order.has_value());
      if (!order) continue;
      CHECK(key_less(key_of(a), key_of(b)) == (*order < 0));
      CHECK((key_of(a) == key_of(b)) == (*order == 0));
    }
  }
}

TEST_CASE("whether keys are ordered is asked of any bytes", "[version-key]") {
  std::mt19937 random(5);
  constexpr std::string_view kBytes(
      "\x00\x01\x05\x07\x10\x11\x12\xEF\xF0\xF1\xFF"
      "1a",
      13);
  const auto some = [&] {
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += kBytes[random() % kBytes.size()];
    return text;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string a = some(), b = some(), c = some();
    CAPTURE(a, b, c);
    CHECK(kbx::are_ordered(a, b) == kbx::are_ordered(b, a));
    const kbx::KeyRange range{a, b};
    if (!key_less(c, a) && key_less(c, b)) CHECK(range.contains(c));
    if (range.is_empty()) CHECK_FALSE(range.can_join(range));
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
