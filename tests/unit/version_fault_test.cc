#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "version/fault.h"
#include "version/interval.h"
#include "version/spec.h"
#include "version/version.h"
#include "version_text.h"

namespace kbc {
namespace {

TEST_CASE("faults have a place, a finding and a help", "[version-spec]") {
  struct Case {
    std::string_view text;
    std::size_t begin, end;
    std::string_view message, help;
  };
  const Case cases[] = {
      {"C++11+", 3, 6, "expected a space before the range `11+`", "write `C++ 11+`"},
      {"Windows 11 22H2", 11, 15, "expected `,` or `||` after `11`, found `22H2`",
       "write the range last, and only `,` (and) or `||` (or) between its parts"},
      {"http HTTP/1.1+", 10, 14, "expected a space before the range `1.1+`", "write `http 1.1+`"},
      {"HTTP/1.1+", 5, 9, "expected a space before the range `1.1+`", "write `HTTP 1.1+`"},
      {"any >=1.0", 0, 3, "expected a product before `any`",
       "write the name of the product first, as `Python >=3.11`"},
      {"any", 0, 3, "expected a product before `any`",
       "write the name of the product first, as `Python >=3.11`"},
      {"Foo any 3", 8, 9, "expected nothing after `any`, found `3`",
       "write `any` alone, or the other parts without it"},
      {"Foo any,>=3", 7, 8, "expected nothing after `any`, found `,`",
       "write `any` alone, or the other parts without it"},
      {"", 0, 0, "expected a product, found nothing", "write its name, as `Python >=3.11`"},
      {"   ", 3, 3, "expected a product, found nothing", "write its name, as `Python >=3.11`"},
      {">=3.11", 0, 2, "expected a product before `>=`",
       "write the name of the product first, as `Python >=3.11`"},
      {"5.3 Python", 0, 3, "expected a product before `5.3`",
       "write the name of the product first, as `Python >=3.11`"},
      {"a 1-", 2, 4, "expected a version number after `a`, found `1-`",
       "write `1+`, or the last version right after `1-`"},
      {"a 1.0-", 2, 6, "expected a version number after `a`, found `1.0-`",
       "write `1.0+`, or the last version right after `1.0-`"},
      {"OpenSSL 1.1.1k", 8, 14, "expected a version number after `OpenSSL`, found `1.1.1k`",
       "write `1.1.1-k`"},
      {"OpenSSL >=1.1.1k", 10, 16, "expected a version number after `>=`, found `1.1.1k`",
       "write `1.1.1-k`"},
      {"foo 1.20 - bar", 11, 14, "expected a version number after `-`, found `bar`",
       "write digits and dots, a pre-release as `1.0rc1` or `1.0-label`"},
      {"foo 1.20 -", 10, 10, "expected a version number after `-`, found the end",
       "write a version there, or leave `-` out"},
      {"foo >=1.20-", 6, 11, "expected a version number after `>=`, found `1.20-`",
       "write digits and dots, a pre-release as `1.0rc1` or `1.0-label`"},
      {"foo >=1.20-1.24", 6, 15, "expected one version after `>=`, found the range `1.20-1.24`",
       "write `1.20-1.24` without `>=`, or one version after it"},
      {"foo 2023-02-30", 4, 14, "expected a version number after `foo`, found `2023-02-30`",
       "write an existing month or day, as `2023-01` or `2023-01-31`"},
      {"foo >=2023-13", 6, 13, "expected a version number after `>=`, found `2023-13`",
       "write an existing month or day, as `2023-01` or `2023-01-31`"},
      {"foo 2023-1-5", 4, 12, "expected a version number after `foo`, found `2023-1-5`",
       "write an existing month or day, as `2023-01` or `2023-01-31`"},
      {"foo 2023-01-preview", 4, 19,
       "expected a version number after `foo`, found `2023-01-preview`", "write `2023-01` alone"},
      {"foo 1.0a1.dev2", 4, 14, "expected a version number after `foo`, found `1.0a1.dev2`",
       "write `1.0-a1.dev2`"},
      {"foo ~=2", 6, 7, "expected a number of two parts or more after `~=`, found `2`",
       "write `2.0`, which covers `2.x`"},
      {"foo >=3 <4", 8, 10, "expected `,` or `||` after `>=3`, found `<4`",
       "write `,` before it where both must hold, `||` where one is enough"},
      {"foo >=3 || <4,", 14, 14, "expected a version number after `,`, found the end",
       "write a version there, or leave `,` out"},
      {"foo >=3,,<4", 8, 9, "expected a version number after `,`, found `,`",
       "write a version there, or leave `,` out"},
      {"foo , 3", 4, 5, "expected a version number after `foo`, found `,`",
       "write a version there, or leave `,` out"},
      {", 3", 0, 1, "expected a product before `,`",
       "write the name of the product first, as `Python >=3.11`"},
      {"foo | 3", 4, 5, "expected a version number after `foo`, found `|`",
       "write a version there, or leave `|` out"},
      {"foo 3 | 4", 6, 7, "expected `,` or `||` after `3`, found `|`", "write `||`"},
      {"foo 3 or 4", 6, 8, "expected `,` or `||` after `3`, found `or`", "write `||`"},
      {"foo 11 or later", 7, 15, "expected `,` or `||` after `11`, found `or later`",
       "write `+` right after the number, as `3.11+`"},
      {"foo 3 and <5", 6, 9, "expected `,` or `||` after `3`, found `and`", "write `,`"},
      {"foo 3 && <5", 6, 8, "expected `,` or `||` after `3`, found `&&`", "write `,`"},
      {"foo \xE2\x89\xA5"
       "3.11",
       4, 7,
       "`\xE2\x89\xA5"
       "` is not an operator",
       "write `>=`"},
      {"foo>=", 5, 5, "expected a version number after `>=`, found the end",
       "write a version after it, as `>=1.0`"},
      {"foo > =3", 6, 7, "expected a version number after `>`, found `=`",
       "write `>=` without a space"},
      {"foo => 3", 4, 6, "`=>` is not an operator", "write `>=`"},
      {"foo >=any", 6, 9, "expected a version number after `>=`, found `any`",
       "write `any` without an operator"},
      {"foo >=2.x", 6, 9, "expected one version after `>=`, found the range `2.x`", "write `>=2`"},
      {"foo <=2.x", 6, 9, "expected one version after `<=`, found the range `2.x`",
       "write `2.x` without `<=`, or one version after it"},
      {"foo !=2.*", 6, 9, "expected a version number after `!=`, found `2.*`", "write `!=2.x`"},
      {"foo >=3.11+", 6, 11, "expected one version after `>=`, found the range `3.11+`",
       "write `3.11+` without `>=`, or one version after it"},
      {"foo ==2.*", 6, 9, "expected a version number after `==`, found `2.*`", "write `2.x`"},
      {"foo 2.*", 4, 7, "expected a version number after `foo`, found `2.*`", "write `2.x`"},
      {"foo 2.x.x", 4, 9, "expected a version number after `foo`, found `2.x.x`", "write `2.x`"},
      {"foo 1.20\xE2\x80\x93"
       "1.24",
       4, 15,
       "expected a version number after `foo`, found `1.20\xE2\x80\x93"
       "1.24`",
       "write a range with `-`, as `1.20-1.24`"},
      {"iOS 17, iPadOS 17", 8, 14, "expected a version number after `,`, found `iPadOS`",
       "write a codename with an operator, as `==humble`, and another product as a separate "
       "element"},
      {"Ruby ~>2.3", 5, 7, "`~>` is not an operator", "write `~=`"},
      {"foo >=foo bar", 10, 13, "expected `,` or `||` after `>=foo`, found `bar`",
       "write the range last, and only `,` (and) or `||` (or) between its parts"},
      {"foo 3..1", 4, 8, "expected a version number after `foo`, found `3..1`",
       "write digits and dots, a pre-release as `1.0rc1` or `1.0-label`"},
      {"foo 2024-06-20.acacia", 4, 21,
       "expected a version number after `foo`, found `2024-06-20.acacia`",
       "write `2024-06-20` alone"},
      {"p >=1.0,<any", 9, 12, "expected a version number after `<`, found `any`",
       "write `any` without an operator"},
      {"p 3,any", 4, 7, "expected a version number after `,`, found `any`",
       "write `any` alone, or the other parts without it"},
      {"p >=$x", 4, 6, "expected a version number after `>=`, found `$x`",
       "write a number such as `1.24.3`, or a codename of letters, digits, `.`, `-` and `_`"},
      {"p >=,<3", 4, 5, "expected a version number after `>=`, found `,`",
       "write a version after it, as `>=1.0`"},
      {"p >=22H2", 4, 8, "expected a version number after `>=`, found `22H2`", "write `22-H2`"},
      {"p ~=2rc1", 4, 8, "expected a number of two parts or more after `~=`, found `2rc1`",
       "write `2.0`, which covers `2.x`"},
      {"p <~>3", 2, 5, "`<~>` is not an operator",
       "write one of `>=`, `>`, `<=`, `<`, `==`, `!=`, `~=`, `^`, `~`"},
      {"p 3 \x01", 4, 5, "expected `,` or `||` after `3`, found `\\x01`",
       "write the range last, and only `,` (and) or `||` (or) between its parts"},
      {"p 3||", 5, 5, "expected a version number after `||`, found the end",
       "write a version there, or leave `||` out"},
      {"p 3 || || 4", 7, 9, "expected a version number after `||`, found `||`",
       "write a version there, or leave `||` out"},
      {"p 3,humble", 4, 10, "expected a version number after `,`, found `humble`",
       "write a codename with an operator, as `==humble`, and another product as a separate "
       "element"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::vector<VersionFault> faults = parse_version_spec(c.text).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].span == TextSpan{c.begin, c.end});
    CHECK(faults[0].message == c.message);
    CHECK(faults[0].help == c.help);
  }
}

TEST_CASE("epochs, stars and a `v` apart are faults with a place", "[version-spec]") {
  struct Case {
    std::string_view text, place, message;
    bool is_strict;
  };
  const Case cases[] = {
      {"zlib 1:1.2.13", "1:1.2.13", "`1:1.2.13` has an epoch, which no product's own number has",
       false},
      {"zlib >=1!2", "1!2", "`1!2` has an epoch, which no product's own number has", false},
      {"npm *", "*", "`*` is no range", true},
      {"P v 1.2", "v 1.2", "`v` does not stand before a number by itself", true},
      {"P (1.2)", "(1.2)", "a range does not stand in parentheses", true},
      {"P ( >=1.2, <2 ) ", "( >=1.2, <2 )", "a range does not stand in parentheses", false},
      {"P .5", ".5", "expected a version number after `P`, found `.5`", true},
      {"P 2024/01", "2024/01", "expected a version number after `P`, found `2024/01`", true},
      {"P 0~2017", "0~2017", "expected a version number after `P`, found `0~2017`", true},
      {"P >=.5", ".5", "expected a version number after `>=`, found `.5`", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::vector<VersionFault> faults = parse_version_spec(c.text).faults;
    REQUIRE(faults.size() == 1);
    CHECK(part(c.text, faults[0].span) == c.place);
    CHECK(faults[0].message == c.message);
    CHECK(faults[0].is_strict == c.is_strict);
  }
}

TEST_CASE("a warning keeps the meaning", "[version-spec]") {
  for (const auto& [text, meant] :
       std::vector<std::pair<std::string, std::string>>{{"P *", "any"},
                                                        {"P v 1.2", ">=1.2,<1.3"},
                                                        {"P (1.2)", ">=1.2,<1.3"},
                                                        {"P .5", ">=0.5,<0.6"},
                                                        {"P 2024/01", ">=2024.1,<2024.2"},
                                                        {"P 0~2017", "==0.0-2017"}}) {
    CAPTURE(text);
    const ParsedSpec parsed = parse_version_spec(text);
    REQUIRE(parsed.faults.size() == 1);
    CHECK(parsed.faults[0].is_strict);
    CHECK(parsed.spec.product == "P");
    CHECK(to_text(parsed.spec.intervals) == meant);
  }
  // Words of a product all the same.
  for (const std::string_view text :
       {"Windows (64-bit)", "Windows (x86)", "P (any)", "P (1", "P ((1))", "P (1) (2)", "P ()",
        "P ( )", "P 1/2", "P 2024/13", "P 2024/01/31/2", "P ~x", "P .x", "P (2nd generation)"}) {
    CAPTURE(text);
    const ParsedSpec parsed = parse_version_spec(text);
    CHECK((parsed.faults.empty() || text == "P (1) (2)" || text == "P (1"));
  }
}

TEST_CASE("one mistake does not hide the next one", "[version-spec]") {
  struct Case {
    std::string_view text;
    std::vector<std::string_view> places;
  };
  const std::vector<Case> cases = {
      {"foo =3, =>4, <>5", {"=", "=>", "<>"}},
      {"foo 3 >=4 x y", {">=4", "x y"}},
      {">=3,<<4", {">=", "<<"}},
      {"p 1.1.1k,2.*||>=any,>", {"1.1.1k", "2.*", "any", ""}},
      {"p 3 x,y 5", {"x", "y"}},
      {"http HTTP/1.1+ ok", {"1.1+", "ok"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::vector<std::string_view> places;
    for (const VersionFault& f : parse_version_spec(c.text).faults) {
      places.push_back(part(c.text, f.span));
    }
    CHECK(places == c.places);
  }
}

TEST_CASE("what is sound beside a fault is kept", "[version-spec]") {
  const ParsedSpec parsed = parse_version_spec("Python >=3,<2,k || 5 || 6.y");
  CHECK(parsed.faults.size() == 2);
  CHECK(parsed.spec.product == "Python");
  CHECK(parsed.spec.contradictions.size() == 1);
  CHECK(to_text(parsed.spec.intervals) == ">=5,<6");
  CHECK(to_text(parse_version_spec("http HTTP/1.1+").spec.intervals) == ">=1.1");
  CHECK(parse_version_spec("http HTTP/1.1+").spec.product == "http");
  CHECK(parse_version_spec("HTTP/1.1+").spec.product == "HTTP");
  CHECK(parse_version_spec("C++11+").spec.product == "C++");
  CHECK(to_text(parse_version_spec("p >=3 <4").spec.intervals) == ">=3,<4");
}

TEST_CASE("the author's text is quoted short and printable", "[version-spec]") {
  CHECK(ticked_short("foo bar") == "`foo bar`");
  CHECK(ticked_short("") == "``");
  CHECK(ticked_short(std::string(40, 'x')) == "`" + std::string(40, 'x') + "`");
  CHECK(ticked_short(std::string(41, 'x')) == "`" + std::string(40, 'x') + "...`");
  CHECK(ticked_short(std::string_view("a\0b\x7F\n", 5)) == "`a\\x00b\\x7f\\x0a`");
  CHECK(ticked_short("\xE4\xB8\xAD") == "`\xE4\xB8\xAD`");
  CHECK(ticked_short("\xF0\x9F\x98\x80") == "`\xF0\x9F\x98\x80`");
  CHECK(ticked_short("\xE4\xB8") == "`\\xe4\\xb8`");
  CHECK(ticked_short("\xC0\x80") == "`\\xc0\\x80`");
  CHECK(ticked_short("\xC2\x85") == "`\\xc2\\x85`");
  CHECK(ticked_short("\xED\xA0\x80") == "`\\xed\\xa0\\x80`");
  CHECK(ticked_short("\xE0\x80\x80") == "`\\xe0\\x80\\x80`");
  CHECK(ticked_short("\xF4\x90\x80\x80") == "`\\xf4\\x90\\x80\\x80`");
  CHECK(ticked_short("\xFF") == "`\\xff`");
  CHECK(ticked_short(std::string(39, 'x') + "\xC3\xA9") == "`" + std::string(39, 'x') + "...`");
}

// ---- any bytes

void check_invariants(std::string_view text) {
  const ParsedSpec parsed = parse_version_spec(text);
  bool holds = parsed.faults.size() <= kMaxSpecFaults;
  const auto is_inside = [&](TextSpan s) { return s.begin <= s.end && s.end <= text.size(); };
  std::size_t last = 0;
  for (const VersionFault& fault : parsed.faults) {
    holds = holds && is_inside(fault.span) && fault.span.begin >= last && !fault.message.empty();
    holds = holds && fault.message.size() < 400 && fault.help.size() < 400;
    last = fault.span.begin;
  }
  for (const Contradiction& c : parsed.spec.contradictions) {
    holds = holds && is_inside(c.alternative) && is_inside(c.first) && is_inside(c.second);
    holds = holds && c.alternative.begin <= c.first.begin && c.first.begin <= c.second.begin;
  }
  const std::vector<Interval>& intervals = parsed.spec.intervals;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    holds = holds && !intervals[i].is_empty();
    holds = holds && (i == 0 || !intervals[i - 1].range().can_join(intervals[i].range()));
  }
  if (parsed.faults.empty()) {
    holds = holds && !parsed.spec.product.empty();
    holds = holds && parsed.spec.is_empty() <= !parsed.spec.contradictions.empty();
    holds = holds && !canonical_text(parsed.spec).empty();
  }
  if (!holds) FAIL_CHECK("does not hold for " << ticked_short(text));
}

constexpr std::string_view kSamples[] = {
    "Python >=3.11,<3.13 || ==2.7rc1",   "p v1.20-v1.24,!=1.22.post3",
    "ros2 >=humble,<rolling || 3.x",     "stripe 2020-08-27-2023-10,~=2.2,^0.0.3,~1.2.3-beta.2+b",
    "http HTTP/1.1+ \xE2\x89\xA5 3 any",
};

TEST_CASE("every truncation and every single-byte change is parsed", "[version-hostile]") {
  for (const std::string_view sample : kSamples) {
    for (std::size_t at = 0; at < sample.size(); ++at) {
      check_invariants(sample.substr(0, at));
      check_invariants(sample.substr(at));
      for (int byte = 0; byte < 256; ++byte) {
        std::string changed(sample);
        changed[at] = static_cast<char>(byte);
        check_invariants(changed);
      }
    }
  }
}

TEST_CASE("random tokens and random bytes are parsed", "[version-hostile]") {
  const std::vector<std::string> tokens = {
      "p",    " ",  "any",     ">=",  "<",      "==",     "!=",
      "~=",   "^",  "~",       ",",   "||",     "|",      "-",
      "+",    ".x", ".",       "3",   "10",     "v2",     "rc",
      "a1",   "-b", "2023-01", "-02", ".post1", "humble", "\xE2\x89\xA4",
      "\xFF", "or", "0",       "(",   ")",      "/01",    "-ga",
  };
  std::mt19937 random(99);
  for (int round = 0; round < 20000; ++round) {
    std::string text = random() % 4 == 0 ? "" : "p ";
    for (auto count = random() % 12; count > 0; --count) text += tokens[random() % tokens.size()];
    check_invariants(text);
    for (char& c : text) {
      if (random() % 8 == 0) c = static_cast<char>(random() % 256);
    }
    check_invariants(text);
  }
  check_invariants(std::string_view("p\0 >=3\0", 8));
  check_invariants(std::string(100, '\0'));
}

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text = "p ";
  while (text.size() < size) text += unit;
  return text;
}

// More than the stack or a bad habit of looking again would bear.
TEST_CASE("a quarter of a megabyte of anything is parsed", "[version-hostile][slow]") {
  constexpr std::size_t kMuch = 1 << 18;
  for (const char* unit : {" ",
                           "a",
                           "a ",
                           "9",
                           "0",
                           "1.",
                           "0.",
                           "-",
                           "1-",
                           "v",
                           "+",
                           "1+",
                           ".",
                           ".x",
                           "x ",
                           ",",
                           "||",
                           "|",
                           "<",
                           ">=",
                           "!",
                           "~",
                           "^",
                           "=",
                           "3,",
                           "3||",
                           ">=3,",
                           "!=1,!=2,",
                           ">=3 ",
                           "or ",
                           "3 or ",
                           "any ",
                           "2023-01-",
                           "2023-",
                           "1.0-a.",
                           "a-",
                           "`",
                           "\xFF",
                           "\xE2\x89\xA5",
                           "\xE4\xB8\xAD",
                           "1.1k ",
                           ">=a,",
                           "==1||!=1,",
                           "<9||>1,",
                           "(",
                           "(1) ",
                           "(1 ",
                           ") ",
                           "!=1.x,",
                           "<1-a||>1-b||",
                           "2024/01 ",
                           "\n"}) {
    CAPTURE(unit);
    check_invariants(repeated(unit, kMuch));
    const std::string shorter = repeated(unit, kMuch / 16);
    check_invariants(shorter + "$");
    check_invariants("p >=" + shorter.substr(2));
  }
  const std::string nines(kMuch / 2, '9');
  CHECK(spec("p " + nines).affects(version(nines + ".1")) == Affects::kYes);
  CHECK(spec("p " + nines).affects(version("1" + std::string(nines.size(), '0'))) == Affects::kNo);
  check_invariants("p " + nines + "," + repeated("!=1,>=2,<3,", kMuch).substr(2));
  check_invariants("p >=1" + repeated(".0", kMuch).substr(2) + repeated(",>=1.0", kMuch).substr(2));
}

TEST_CASE("the number of faults is bounded", "[version-hostile]") {
  const ParsedSpec parsed = parse_version_spec(repeated("$,", 1000));
  CHECK(parsed.faults.size() <= kMaxSpecFaults);
  CHECK(parse_version_spec(repeated("1.k,", 1000)).faults.size() == kMaxSpecFaults);
}

TEST_CASE("a component of 400 digits compares right", "[version-hostile]") {
  const std::string nines(400, '9');
  const std::string next = "1" + std::string(400, '0');
  CHECK(range(nines) == ">=" + nines + ",<" + next);
  CHECK(spec("p " + nines).affects(version(nines + ".7")) == Affects::kYes);
  CHECK(spec("p " + nines).affects(version(next)) == Affects::kNo);
  CHECK(spec("p >" + nines).affects(version(next)) == Affects::kYes);
  CHECK(spec("p >=" + next + ",<" + nines).is_empty());
  CHECK(version(std::string(5000, '0') + "1") == version("1"));
}

}  // namespace
}  // namespace kbc
