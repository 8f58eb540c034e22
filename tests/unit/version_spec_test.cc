#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "version/interval.h"
#include "version/spec.h"
#include "version/version.h"
#include "version_text.h"

namespace kbc {
namespace {

std::string canonical(std::string_view text) { return canonical_text(spec(text)); }

TEST_CASE("the product is the words up to the first token that begins a range", "[version-spec]") {
  struct Case {
    std::string_view text, product, range;
  };
  const Case cases[] = {
      {"AWS IoT Core", "AWS IoT Core", "any"},
      {"  AWS IoT Core  ", "AWS IoT Core", "any"},
      {"Mosquitto 2.0.15", "Mosquitto", ">=2.0.15,<2.0.16"},
      {"Paho MQTT 1.6", "Paho MQTT", ">=1.6,<1.7"},
      {"Python >=3.11,<3.13", "Python", ">=3.11,<3.13"},
      {"Python>=3.11", "Python", ">=3.11"},
      {"Python!=3.11", "Python", "<3.11 || >3.11"},
      {"Python~=3.11", "Python", ">=3.11,<4"},
      {"Python ~3.11", "Python", ">=3.11,<3.12"},
      {"C++ 17", "C++", ">=17,<18"},
      {"C++17", "C++17", "any"},
      {"C# 12", "C#", ">=12,<13"},
      {"7-Zip 19.00", "7-Zip", ">=19,<19.1"},
      {"7-Zip", "7-Zip", "any"},
      {"Java 21-ea", "Java", "==21-ea"},
      {"gcc 12.2.0-14", "gcc", "==12.2-14"},
      {"curl 7.88.1-10+deb12u5", "curl", "==7.88.1-10"},
      {"3.5mm jack 2", "3.5mm jack", ">=2,<3"},
      {"v4l2 >=5.4", "v4l2", ">=5.4"},
      {"Blender 3D 4.1", "Blender 3D", ">=4.1,<4.2"},
      {"Windows 22H2", "Windows 22H2", "any"},
      {"Galaxy S10+ 11", "Galaxy S10+", ">=11,<12"},
      {"Yahoo! 3", "Yahoo!", ">=3,<4"},
      {"HTTP/1.1", "HTTP/1.1", "any"},
      {"foo~bar 1", "foo~bar", ">=1,<2"},
      {"http2 any", "http2", "any"},
      {"AnyDesk 7", "AnyDesk", ">=7,<8"},
      {"any-orm >=1.0", "any-orm", ">=1"},
      {"Company Any", "Company", "any"},
      {"ros2 humble", "ros2 humble", "any"},
      {"\xE4\xB8\xAD\xE6\x96\x87 1", "\xE4\xB8\xAD\xE6\x96\x87", ">=1,<2"},
      {"a\tb\n3", "a\tb", ">=3,<4"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const VersionSpec parsed = spec(c.text);
    CHECK(parsed.product == c.product);
    CHECK(to_text(parsed.intervals) == c.range);
    CHECK(parsed.is_any() == (c.range == "any"));
  }
}

TEST_CASE("every kind of part means its interval", "[version-spec]") {
  struct Case {
    std::string_view text, range;
  };
  const Case cases[] = {
      {">=3.11", ">=3.11"},
      {">3.11", ">3.11"},
      {"<=3.11", "<=3.11"},
      {"<3.11", "<3.11"},
      {"==5.3", "==5.3"},
      {"!=5.3", "<5.3 || >5.3"},
      {"!=5.3.x", "<5.3 || >=5.4"},
      {">=2.7,!=3.0.x,!=3.1.X", ">=2.7,<3 || >=3.2"},
      {">=3,<4,!=3.1.x,!=3.1.4,!=3.9", ">=3,<3.1 || >=3.2,<3.9 || >3.9,<4"},
      {"5.3", ">=5.3,<5.4"},
      {"5", ">=5,<6"},
      {"5.0", ">=5,<5.1"},
      {"5.9", ">=5.9,<5.10"},
      {"0", ">=0,<1"},
      {"5.3rc1", "==5.3rc1"},
      {"5.3.post1", "==5.3.post1"},
      {"5.3-beta", "==5.3b0"},
      {"5.3+build", "==5.3"},
      {"v5", ">=5,<6"},
      {"3.11+", ">=3.11"},
      {"3.11+,<4", ">=3.11,<4"},
      {"3.11rc1+", ">=3.11rc1"},
      {"3.11+b+", ">=3.11"},
      {"2023-01+", ">=2023.1"},
      {"2.x", ">=2,<3"},
      {"2.X", ">=2,<3"},
      {"1.2.x", ">=1.2,<1.3"},
      {"v1.x", ">=1,<2"},
      {"1.20-1.24", ">=1.20,<1.25"},
      {"1.20-1.24.3", ">=1.20,<1.24.4"},
      {"1.20-1.24rc1", ">=1.20,<=1.24rc1"},
      {"1.20rc1-1.24", ">=1.20rc1,<1.25"},
      {"v1.20-v1.24", ">=1.20,<1.25"},
      {"1.20 - 1.24", ">=1.20,<1.25"},
      {"3-5", ">=3,<6"},
      {"1.0-1.0", ">=1,<1.1"},
      {"1.0-0abc", "==1.0-0.abc"},
      {"2010-2012", ">=2010,<2013"},
      {"2023-01", ">=2023.1,<2023.2"},
      {"2023-12", ">=2023.12,<2023.13"},
      {"2023-01-31", ">=2023.1.31,<2023.1.32"},
      {"2023-01-2023-06", ">=2023.1,<2023.7"},
      {"2023-01-15-2023-06-15", ">=2023.1.15,<2023.6.16"},
      {">=2020-08-27", ">=2020.8.27"},
      {"~=2.2", ">=2.2,<3"},
      {"~=1.4.5", ">=1.4.5,<1.5"},
      {"~=2.2.0", ">=2.2,<2.3"},
      {"~=2.2rc1", ">=2.2rc1,<3"},
      {"~=2.2.post3", ">=2.2.post3,<3"},
      {"~=1.9", ">=1.9,<2"},
      {"^1.2.3", ">=1.2.3,<2"},
      {"^0.2.3", ">=0.2.3,<0.3"},
      {"^0.0.3", ">=0.0.3,<0.0.4"},
      {"^0.0.0", ">=0,<0.0.1"},
      {"^0.0", ">=0,<0.1"},
      {"^0", ">=0,<1"},
      {"^1", ">=1,<2"},
      {"^9.9", ">=9.9,<10"},
      {"^1.2.3-beta.2", ">=1.2.3b2,<2"},
      {"~1.2.3", ">=1.2.3,<1.3"},
      {"~1.2", ">=1.2,<1.3"},
      {"~1", ">=1,<2"},
      {"~0.2.3", ">=0.2.3,<0.3"},
      {"~1.9", ">=1.9,<1.10"},
      {">=1.0.0-0", ">=1.0-0"},
      {">=1.0.0-0.3.7", ">=1.0-0.3.7"},
      {">=2.36-9", ">=2.36-9"},
      {">= 3.11 , < 3.13", ">=3.11,<3.13"},
      {">=3,<5,!=4", ">=3,<4 || >4,<5"},
      {">=1,<2 || >=3,<4", ">=1,<2 || >=3,<4"},
      {"1||2||5", ">=1,<3 || >=5,<6"},
      {"1 || >=3,<4 || 2", ">=1,<4"},
      {"<3 || >=3", "any"},
      {"!=3 || ==3", "any"},
      {"any", "any"},
      {"ANY", "any"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(range(c.text) == c.range);
  }
}

TEST_CASE("which versions a spec affects", "[version-spec]") {
  struct Case {
    std::string_view spec, inside, outside;
  };
  const Case cases[] = {
      {"p 5.3", "5.3", "5.4"},
      {"p 5.3", "5.3.99.1", "5.2.99"},
      {"p 5.3", "5.3.post1", "5.3rc1"},
      {"p ==5.3", "5.3.0", "5.3.1"},
      {"p !=5.3", "5.3.1", "5.3"},
      {"p >=3.11,<3.13", "3.12.9", "3.13"},
      {"p >=3.11", "3.11", "3.11rc1"},
      {"p >=2.9", "2.10", "2.8"},
      {"p >1.24", "1.24.3", "1.24"},
      {"p <=1.24", "1.24", "1.24.3"},
      {"p 1.20-1.24", "1.24.3", "1.25"},
      {"p 1.20-1.24", "1.20", "1.19.9"},
      {"p 2023-01", "2023-01-31", "2023-02"},
      {"p >=2023-01", "2023-01", "2022-12-31"},
      {"p 1 || 3", "3.7", "2"},
      {"p ^1.2.3-beta.2", "1.2.3-beta.10", "1.2.3-beta.1"},
  };
  for (const Case& c : cases) {
    INFO(c.spec << ": " << c.inside << ", " << c.outside);
    const VersionSpec parsed = spec(c.spec);
    CHECK(parsed.affects(version(c.inside)) == Affects::kYes);
    CHECK(parsed.affects(version(c.outside)) == Affects::kNo);
  }
  CHECK(spec("p").affects(version("0-0")) == Affects::kYes);
}

TEST_CASE("what only a label decides is no contradiction", "[version-spec]") {
  for (const char* text : {"linux >=5.15.0,<=5.15.0-91-generic", "Netty >=4.1.100-Final,<=4.1.100",
                           "Netty >=4.1.100,<=4.1.100-Final", "Netty >4.1.100-GA,<4.1.100-Final",
                           "Netty >4.1.100-Final,<4.1.100-GA"}) {
    CAPTURE(text);
    CHECK(spec(text).contradictions.empty());
    CHECK_FALSE(spec(text).is_empty());
  }
}

TEST_CASE("where only a label decides the answer is yes", "[version-spec]") {
  struct Case {
    std::string_view spec, number;
    Affects expected;
  };
  constexpr Affects kYes = Affects::kYes;
  constexpr Affects kNo = Affects::kNo;
  for (const Case& c : {
           Case{"p >=8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p >8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p <8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p ==8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p !=8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p 8.0.35", "8.0.35-0ubuntu0.22.04.1", kYes},
           Case{"p 8.0", "8.0-Final", kYes},
           Case{"p >=8.0.36", "8.0.35-0ubuntu0.22.04.1", kNo},
           Case{"p <=8.0.34", "8.0.35-0ubuntu0.22.04.1", kNo},
           Case{"p >=5.6.15-Final", "5.6.15", kYes},
           Case{"p <5.6.15-Final", "5.6.15", kYes},
           Case{"p 5.6.15-Final", "5.6.15", kYes},
           Case{"p 5.6.15-Final", "5.6.15-ga", kYes},
           Case{"p 5.6.15-Final", "5.6.16", kNo},
           Case{"p !=5.6.15-Final", "5.6.15", kYes},
           Case{"p !=5.6.15-Final", "5.6.15-FINAL", kNo},
           // Numbers decide between labels of the same words.
           Case{"gcc 12.2.0-14", "12.2.0-14", kYes},
           Case{"gcc 12.2.0-14", "12.2.0-15", kNo},
           Case{"p >=5.15.0-91-generic", "5.15.0-105-generic", kYes},
           Case{"p >=5.15.0-91-generic", "5.15.0-76-generic", kNo},
           Case{"p >=5.15.0-91", "5.15.0-91-generic", kYes},
           Case{"p <5.15.0-91", "5.15.0-91-generic", kYes},
           // Both ends of one number.
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.0", kYes},
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.0-91", kYes},
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.0-14", kYes},
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.0-105", kNo},
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.0rc1", kNo},
           Case{"linux >=5.15.0,<=5.15.0-91", "5.15.1", kNo},
           Case{"linux >=5.15.0-91,<=5.15.0", "5.15.0-14", kNo},
           Case{"linux >=5.15.0-91,<=5.15.0", "5.15.0-105", kYes},
           // Pre-releases and .post are ordered.
           Case{"p >=1.0", "1.0-SNAPSHOT", kNo},
           Case{"p >=1.0", "1.0-preview.7", kNo},
           Case{"p >=1.0", "1.0-c1", kNo},
           Case{"p ==1.0rc1", "1.0-c1", kYes},
           Case{"p ==1.0rc1", "1.0-CR1", kYes},
           Case{"p <1.0", "1.0-M3", kYes},
           Case{"p <1.0rc1", "1.0-milestone-3", kYes},
           Case{"p >=1.0b2", "1.0-nightly.20240101", kYes},
           Case{"p <1.0", "1.0-canary.3", kYes},
           Case{"p <21", "21-ea", kYes},
           Case{"p >=21", "21-ea", kNo},
           Case{"p >=1.0", "1.0.post1", kYes},
           Case{"p <=1.0", "1.0-post1", kNo},
           Case{"p >=1.0rc1", "1.0-91", kYes},
           Case{"p <1.0rc1", "1.0-91", kYes},
       }) {
    CAPTURE(c.spec, c.number);
    CHECK(spec(c.spec).affects(version(c.number)) == c.expected);
  }
}

TEST_CASE("what other version languages write gets the rewrite as a fix", "[version-spec]") {
  struct Case {
    std::string_view written, fixed;
  };
  for (const Case& c : {Case{"zlib 1:1.2.13", "zlib 1.2.13"},
                        Case{"zlib >=1:1.2.13", "zlib >=1.2.13"},
                        Case{"P 1!2.0", "P 2.0"},
                        Case{"P 2:8.2.2434-3+deb12u1", "P 8.2.2434-3+deb12u1"},
                        Case{"npm *", "npm any"},
                        Case{"P v 1.2.3", "P 1.2.3"},
                        Case{"Rails 7.1.0.rc1", "Rails 7.1.0-rc1"},
                        Case{"Hibernate 5.6.15.Final", "Hibernate 5.6.15-Final"},
                        Case{"Spring Boot 2.3.12.RELEASE", "Spring Boot 2.3.12-RELEASE"},
                        Case{"Tomcat 9.0.0.M1", "Tomcat 9.0.0-M1"},
                        Case{"Java 1.8.0_292", "Java 1.8.0-292"},
                        Case{"OpenSSH 8.9p1", "OpenSSH 8.9-p1"},
                        Case{"Ruby 2.7.0p0", "Ruby 2.7.0-p0"},
                        Case{"LLVM 17.0.0git", "LLVM 17.0.0-git"},
                        Case{"Git 2.43.0.windows.1", "Git 2.43.0-windows.1"},
                        Case{"Unity 2022.3.10f1", "Unity 2022.3.10-f1"},
                        Case{"OpenSSL 1.1.1k", "OpenSSL 1.1.1-k"},
                        Case{"OpenSSL >=1.1.1k", "OpenSSL >=1.1.1-k"},
                        Case{"Alpine 3.19_rc1", "Alpine 3.19-rc1"},
                        Case{"pip 1.0dev1", "pip 1.0.dev1"},
                        Case{"P 1.0c1", "P 1.0-c1"},
                        Case{"P 1.0rc1.dev1", "P 1.0-rc1.dev1"},
                        Case{"P 1.0a1.post2", "P 1.0-a1.post2"},
                        Case{"P 2.x.x", "P 2.x"},
                        Case{"P 3.11.*", "P 3.11.x"},
                        Case{"P 5.0.0~rc1+ds-1", "P 5.0.0-rc1+ds.1"},
                        Case{"P =1.2", "P ==1.2"},
                        Case{"P ~>1.2", "P ~=1.2"},
                        Case{"P >>1.2,<<2", "P >1.2,<2"},
                        Case{"P (1.2.3)", "P 1.2.3"},
                        Case{"P (>= 1.2)", "P >= 1.2"},
                        Case{"P (<< 1:1.2k)", "P < 1.2-k"},
                        Case{"P (1.1.1k)", "P 1.1.1-k"},
                        Case{"P (>=1.2, <2 || 3.x)", "P >=1.2, <2 || 3.x"},
                        Case{"P .5", "P 0.5"},
                        Case{"P >=.5rc1", "P >=0.5rc1"},
                        Case{"P 2024/01", "P 2024-01"},
                        Case{"P >=2024/01/31", "P >=2024-01-31"},
                        Case{"P 0~20171230", "P 0.0-20171230"},
                        Case{"P >=1.2~3.4", "P >=1.2.0-3.4"},
                        Case{"P >=2023~01", "P >=2023.0-01"},
                        Case{"P >=0~rc1", "P >=0-rc1"},
                        Case{"P >=2.7,!=3.0.*", "P >=2.7,!=3.0.x"},
                        Case{"P >=2.7, !=3.0.*, !=3.1.*", "P >=2.7, !=3.0.x, !=3.1.x"},
                        Case{"P ==3.0.*", "P 3.0.x"},
                        Case{"P == 3.0.x", "P 3.0.x"},
                        Case{"P =3.x", "P 3.x"},
                        Case{"P >=1.x", "P >=1"},
                        Case{"P ^2.x", "P ^2"},
                        Case{"P ~1.2.x,<1.3.*", "P ~1.2,<1.3"}}) {
    CAPTURE(c.written);
    std::string text(c.written);
    for (int round = 0; round < 5; ++round) {
      const std::string before = text;
      const ParsedSpec parsed = parse_version_spec(before);
      if (parsed.faults.empty()) break;
      const VersionFault& fault = parsed.faults[0];
      REQUIRE_FALSE(fault.replacement.empty());
      text.replace(fault.replaced.begin, fault.replaced.end - fault.replaced.begin,
                   fault.replacement);
    }
    CHECK(text == c.fixed);
    CHECK(parse_version_spec(text).faults.empty());
    CHECK_FALSE(parse_version_spec(text).spec.is_empty());
  }
  // Where it is unclear what is meant nothing is replaced.
  for (const std::string_view text :
       {"P *,>=3", "P 1.", "P >=1.x.y", "P 3..1", "P <=2.x", "P >2.*", "P ~=2.x", "P >=2024/13"}) {
    CAPTURE(text);
    const std::vector<VersionFault> faults = parse_version_spec(text).faults;
    REQUIRE_FALSE(faults.empty());
    CHECK(faults[0].replacement.empty());
  }
}

TEST_CASE("a dash without blanks is a range only where it cannot be a revision", "[version-spec]") {
  for (const char* text : {"p 5-3", "p 78-1", "p 2.10-1.1", "p 1.2-1.1", "p 2.0.15-1",
                           "p 20210803-2", "p 1-10+deb12u1", "p 5.15.0-91-generic"}) {
    CAPTURE(text);
    const VersionSpec one = spec(text);
    CHECK(one.contradictions.empty());
    REQUIRE(one.intervals.size() == 1);
    CHECK(to_text(one.intervals).starts_with("=="));
  }
  CHECK(spec("p >=78-99").affects(version("78-100")) == Affects::kYes);
}

TEST_CASE("codenames do not compare", "[version-spec]") {
  const VersionSpec ros = spec("ros2 >=humble,<rolling");
  CHECK(ros.product == "ros2");
  CHECK(ros.intervals.empty());
  CHECK_FALSE(ros.is_empty());
  CHECK(ros.contradictions.empty());
  REQUIRE(ros.conditional.size() == 1);
  REQUIRE(ros.conditional[0].codenames.size() == 2);
  CHECK(ros.conditional[0].codenames[0].op == ">=");
  CHECK(ros.conditional[0].codenames[0].name == "humble");
  CHECK(ros.conditional[0].codenames[1].op == "<");
  CHECK(ros.conditional[0].codenames[1].name == "rolling");
  CHECK(ros.affects(version("1")) == Affects::kUnknown);

  const VersionSpec mixed = spec("p >=2,<jammy || 1");
  CHECK(mixed.affects(version("1.5")) == Affects::kYes);
  CHECK(mixed.affects(version("2")) == Affects::kUnknown);
  CHECK(mixed.affects(version("0.9")) == Affects::kNo);

  CHECK(spec("stm32 >=F4").conditional[0].codenames[0].name == "F4");
  CHECK(spec("p ==v4l2").conditional[0].codenames[0].name == "v4l2");
  CHECK(spec("p >=\xC3\x89t\xC3\xA9_1.2-x").conditional.size() == 1);
  CHECK(spec("p >=humble,>=3,<2").is_empty());
}

TEST_CASE("the same product and range has one canonical text", "[version-spec]") {
  const std::vector<std::vector<std::string>> classes = {
      {"Python 3.11+", "Python >=3.11", "python  >= 3.11.0", "PYTHON >=v3.11", "Python\t>=3.11,>=3",
       "Python >=3.11 || >=4"},
      {"p 2.x", "p >=2,<3", "p <3,>=2", "p ~=2.0", "p ^2", "p ~2", "p 2"},
      {"p", "p any", "P any", "p <3 || >=3"},
      {"p 1.20-1.24", "p >=1.20,<1.25", "p 1.20 - 1.24"},
      {"p 1 || 2", "p 2||1", "p 1-2", "p >=1,<3"},
      {"ros2 >=humble,<rolling", "ROS2 <rolling,>=humble", "ros2 >=Humble,<rolling,>=humble"},
      {"p >=1,>=a || >=2,<b", "p <b,>=2||>=a,>=1"},
      {"p !=3", "p <3 || >3"},
      {"p 2023-01", "p >=2023-01,<2023.2"},
  };
  for (std::size_t i = 0; i < classes.size(); ++i) {
    for (const std::string& text : classes[i]) {
      CHECK(canonical(text) == canonical(classes[i][0]));
      for (std::size_t j = 0; j < i; ++j) CHECK(canonical(text) != canonical(classes[j][0]));
    }
  }
  CHECK(canonical("Python 3.11+") == "python >=3.11");
  CHECK(canonical("Paho MQTT 1.6") == "paho mqtt >=1.6,<1.7");
  CHECK(canonical("p >=1,!=2,<a || 0.5") == "p >=0.5,<0.6 || (>=1,<2 || >2),<a");
  CHECK(canonical("p >=1,<a") == "p >=1,<a");
  CHECK(canonical("p") != canonical("q"));
  CHECK(canonical("p 1") != canonical("p 1.0"));
  CHECK(canonical("a b 1") != canonical("ab 1"));
}

TEST_CASE("a canonical text means what it was made from", "[version-spec]") {
  for (const char* text : {"p 3.11+", "p 1.20-1.24rc1", "p !=3,!=4", "p ==1-0.3", "p >1,<=2 || 5",
                           "p >=1.0.0-preview.7", "p <1.post3", "p >=1.dev0", "p >=1,>=a || <b"}) {
    CHECK(canonical(canonical(text)) == canonical(text));
  }
}

TEST_CASE("ranges that no version satisfies", "[version-spec]") {
  struct Case {
    std::string_view text, alternative, first, second;
  };
  const Case cases[] = {
      {"p >=3,<2", ">=3,<2", ">=3", "<2"},
      {"p <2,>=3", "<2,>=3", "<2", ">=3"},
      {"p > 3 , < 3", "> 3 , < 3", "> 3", "< 3"},
      {"p >=3,<3.0.0", ">=3,<3.0.0", ">=3", "<3.0.0"},
      {"p >3,<=3", ">3,<=3", ">3", "<=3"},
      {"p ==2,==3", "==2,==3", "==2", "==3"},
      {"p 2.x,>=1,<1.5", "2.x,>=1,<1.5", "2.x", "<1.5"},
      {"p >=1,>=9,<=4,<8", ">=1,>=9,<=4,<8", ">=9", "<=4"},
      {"p ==3,!=3.0", "==3,!=3.0", "==3", "!=3.0"},
      {"p >=3.0,<3.1,!=9,!=3.0.x", ">=3.0,<3.1,!=9,!=3.0.x", ">=3.0", "!=3.0.x"},
      {"p !=3,==3", "!=3,==3", "!=3", "==3"},
      {"p !=9,>=3,!=3,<=3", "!=9,>=3,!=3,<=3", ">=3", "!=3"},
      {"p 5 - 3", "5 - 3", "5 - 3", "5 - 3"},
      {"p 2.40-2.30", "2.40-2.30", "2.40-2.30", "2.40-2.30"},
      {"p 2023-06-2023-01", "2023-06-2023-01", "2023-06-2023-01", "2023-06-2023-01"},
      {"p ^1.2,~=2.0", "^1.2,~=2.0", "^1.2", "~=2.0"},
      {"p >=humble,>=3,<2", ">=humble,>=3,<2", ">=3", "<2"},
      {"p <0-0", "<0-0", "<0-0", "<0-0"},
      {"p >=5.15-105-a,<=5.15-91-a", ">=5.15-105-a,<=5.15-91-a", ">=5.15-105-a", "<=5.15-91-a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const VersionSpec parsed = spec(c.text);
    CHECK(parsed.is_empty());
    REQUIRE(parsed.contradictions.size() == 1);
    const Contradiction& found = parsed.contradictions[0];
    CHECK(part(c.text, found.alternative) == c.alternative);
    CHECK(part(c.text, found.first) == c.first);
    CHECK(part(c.text, found.second) == c.second);
  }
}

TEST_CASE("one alternative may be empty while the range is not", "[version-spec]") {
  const std::string_view text = "p >=3,<2 || 5 || >7,<6";
  const VersionSpec parsed = spec(text);
  CHECK_FALSE(parsed.is_empty());
  CHECK(to_text(parsed.intervals) == ">=5,<6");
  REQUIRE(parsed.contradictions.size() == 2);
  CHECK(part(text, parsed.contradictions[0].alternative) == ">=3,<2");
  CHECK(part(text, parsed.contradictions[1].alternative) == ">7,<6");
}

TEST_CASE("ranges that look empty and are not", "[version-spec]") {
  for (const char* text :
       {"p >=3,<=3", "p >=3,<3.0.1", "p !=3", "p >=1,!=1", "p 3,3.0", "p >=2.9,<2.10",
        "p >=3rc1,<3", "p 1.20,>=1.20.5", "p >3,<3.0.1", "p 3,!=3"}) {
    CAPTURE(text);
    CHECK_FALSE(spec(text).is_empty());
    CHECK(spec(text).contradictions.empty());
  }
}

TEST_CASE("the shapes that real knowledge bases have", "[version-spec]") {
  for (const char* text :
       {"ai-agent >=1.0", "go >=1.21,<2.0", "node >=20,<23", "node >=18.17.0", "vercel >=2023-01",
        "stripe-api >=2020-08-27", "tcp any", "http2 any", "ros2 humble", "openssl 3.x",
        "stm32 >=F1", "ros2 >=humble,<rolling", "jira-api >=v2", "openai-api >=v1.0",
        "next.js >=14.0,<15.0", "Protocol Buffers >=3.0", "v4l2 >=5.4"}) {
    CAPTURE(text);
    CHECK(parse_version_spec(text).faults.empty());
    CHECK_FALSE(parse_version_spec(text).spec.is_empty());
  }
  for (const char* text : {"Stripe >=any", "any >=1.0", "http HTTP/1.1+"}) {
    CAPTURE(text);
    CHECK(parse_version_spec(text).faults.size() == 1);
  }
}

}  // namespace
}  // namespace kbc
