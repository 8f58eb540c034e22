#include "parse/recognise.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/rapidjson.h"
#include "text/utf8.h"

namespace kbc {
namespace {

std::string_view part(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The first violation is this token, where that was expected.
void require_violation(std::string_view text, Token token, std::string_view place,
                       Expected expected) {
  CAPTURE(text);
  const auto violation = first_violation(text, Dialect::kJson);
  REQUIRE(violation.has_value());
  CHECK(static_cast<int>(violation->token) == static_cast<int>(token));
  CHECK(part(text, violation->span) == place);
  CHECK(static_cast<int>(violation->expected) == static_cast<int>(expected));
}

TEST_CASE("a violation tells what stands there and what was expected", "[recognise]") {
  require_violation("", Token::kEnd, "", Expected::kValue);
  require_violation("[", Token::kEnd, "", Expected::kFirstElement);
  require_violation("[1", Token::kEnd, "", Expected::kAfterElement);
  require_violation("[1,", Token::kEnd, "", Expected::kElement);
  require_violation("[1,]", Token::kCloseArray, "]", Expected::kElement);
  require_violation("{", Token::kEnd, "", Expected::kFirstName);
  require_violation("{1:2}", Token::kNumber, "1", Expected::kFirstName);
  require_violation(R"({"a"})", Token::kCloseObject, "}", Expected::kColon);
  require_violation(R"({"a":})", Token::kCloseObject, "}", Expected::kValue);
  require_violation(R"({"a":1,})", Token::kCloseObject, "}", Expected::kName);
  require_violation(R"({"a":1 "b")", Token::kString, "\"b\"", Expected::kAfterMember);
  require_violation("{} []", Token::kOpenArray, "[", Expected::kEnd);
  require_violation("[1 true]", Token::kWord, "true", Expected::kAfterElement);
  require_violation("[hello]", Token::kWord, "hello", Expected::kFirstElement);
  require_violation("[01]", Token::kBadNumber, "01", Expected::kFirstElement);
  require_violation("[1.5.2]", Token::kBadNumber, "1.5.2", Expected::kFirstElement);
  require_violation("['a b']", Token::kWrongQuotes, "'a b'", Expected::kFirstElement);
  require_violation("[“a”]", Token::kWrongQuotes, "“a”", Expected::kFirstElement);
  require_violation("['a]", Token::kOther, "'", Expected::kFirstElement);
  require_violation("[\"a]", Token::kUnclosed, "\"a]", Expected::kFirstElement);
  require_violation("[\"a]\n1", Token::kUnclosed, "\"a]", Expected::kFirstElement);
  require_violation(R"(["a\qb"])", Token::kBadEscape, "\\q", Expected::kFirstElement);
  require_violation(R"(["\u12x4"])", Token::kBadEscape, "\\u12", Expected::kFirstElement);
  require_violation("[\"a\x01\"]", Token::kControl, "\x01", Expected::kFirstElement);
  require_violation("[1 // x\n]", Token::kComment, "// x", Expected::kAfterElement);
  require_violation("/* x */", Token::kComment, "/* x */", Expected::kValue);
  require_violation("/", Token::kOther, "/", Expected::kValue);
}

TEST_CASE("a violation knows its neighbours and the bracket that is open", "[recognise]") {
  const std::string_view text = R"({"a": [1, 2} , "b")";
  const auto violation = first_violation(text, Dialect::kJson);
  REQUIRE(violation.has_value());
  CHECK(part(text, violation->span) == "}");
  CHECK(part(text, violation->previous) == "2");
  CHECK(violation->next == Token::kComma);
  CHECK(violation->opened == 6u);
  CHECK_FALSE(first_violation("1 2", Dialect::kJson)->opened.has_value());
}

TEST_CASE("comments are part of one dialect", "[recognise]") {
  for (const char* text : {"1 // x", "// x\n1", "/* x */ 1", "[/**/]", "{/***/}", "1 // x\r\n"}) {
    CAPTURE(text);
    CHECK(first_violation(text, Dialect::kJson).has_value());
    CHECK_FALSE(first_violation(text, Dialect::kJsonWithComments).has_value());
  }
  for (const char* text : {"1 # x", "1 /* x", "1 /*/", "/ 1", "/* x"}) {
    CAPTURE(text);
    CHECK(first_violation(text, Dialect::kJsonWithComments).has_value());
  }
}

TEST_CASE("all tokens of a kind are found, in a broken text too", "[recognise]") {
  const std::string_view text = R"([1 2e5 "3 \q 4" // 5
-6] '7' ])";
  std::vector<std::string_view> numbers;
  for (const Span span : tokens_of(text, Token::kNumber)) numbers.push_back(part(text, span));
  CHECK(numbers == std::vector<std::string_view>{"1", "2e5", "-6"});
  CHECK(tokens_of(text, Token::kComment).size() == 1);
  CHECK(tokens_of("", Token::kNumber).empty());
}

TEST_CASE("a token is whole where it stands, whatever is wrong in it", "[recognise]") {
  const auto next = [](std::string_view text) {
    const PlacedToken token = token_from(text, 0);
    return std::pair(token.token, std::string(part(text, token.span)));
  };
  CHECK(next(R"( "a\d\"b" , 1)") == std::pair(Token::kString, std::string(R"("a\d\"b")")));
  CHECK(next("\"a\tb\" 1") == std::pair(Token::kString, std::string("\"a\tb\"")));
  CHECK(next("\"a\\d, 1\n\"") == std::pair(Token::kUnclosed, std::string("\"a\\d, 1")));
  CHECK(next("\"\\x\\") == std::pair(Token::kUnclosed, std::string("\"\\x\\")));
  CHECK(next("\"\\d\\\"") == std::pair(Token::kUnclosed, std::string("\"\\d\\\"")));
  CHECK(next("\"\\d\\\\\"") == std::pair(Token::kString, std::string("\"\\d\\\\\"")));
  CHECK(next("  ") == std::pair(Token::kEnd, std::string()));
}

TEST_CASE("escapes have their lengths", "[recognise]") {
  CHECK(escape_length(R"(\n)", 0) == 2);
  CHECK(escape_length(R"(\u00e9)", 0) == 6);
  CHECK(escape_length(R"(\u00e)", 0) == 0);
  CHECK(escape_length(R"(\q)", 0) == 0);
  CHECK(escape_length(R"(\)", 0) == 0);
  CHECK(bad_escape_length(R"(\q)", 0) == 2);
  CHECK(bad_escape_length("\\é", 0) == 3);
  CHECK(bad_escape_length("\\\xFF", 0) == 2);
  CHECK(bad_escape_length(R"(\)", 0) == 1);
  CHECK(bad_escape_length(R"(\u)", 0) == 2);
  CHECK(bad_escape_length(R"(\u12g)", 0) == 4);
}

// Whether RapidJSON, which knows nothing of the recogniser, reads all of the text.
bool is_read_by_rapidjson(std::string_view text) {
  rapidjson::MemoryStream in(text.data(), text.size());
  rapidjson::BaseReaderHandler<> ignore;
  rapidjson::Reader reader;
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  return !reader.Parse<kFlags>(in, ignore).IsError() && in.Tell() == text.size();
}

// A text of each shape, small enough that every change of one byte can be tried.
constexpr std::string_view kSamples[] = {
    R"({"a":[1,-2.5e+3],"b":{"c":null}})",
    R"([true,false,"x\n\u00e9",{}])",
    " [ 10 , \"\\\\\" ] ",
    "-0.5E-7",
    "\"é\\/\"",
};

TEST_CASE("the recogniser and RapidJSON agree on every change of one byte", "[recognise]") {
  std::size_t accepted = 0;
  for (const std::string_view sample : kSamples) {
    REQUIRE(is_read_by_rapidjson(sample));
    for (std::size_t at = 0; at < sample.size(); ++at) {
      for (int value = 0; value < 256; ++value) {
        std::string text(sample);
        text[at] = static_cast<char>(value);
        const bool is_json = !first_violation(text, Dialect::kJson).has_value();
        // Surrogates and other bytes are repair_text.cc's business.
        if (text.find("\\uD") != std::string::npos || text.find("\\ud") != std::string::npos)
          continue;
        if (first_invalid_utf8(text)) continue;
        if (is_json != is_read_by_rapidjson(text))
          FAIL(text << " as byte " << at << " = " << value);
        accepted += is_json ? 1 : 0;
      }
    }
  }
  CHECK(accepted > 1000);
}

TEST_CASE("the recogniser and RapidJSON agree on every text cut short or joined", "[recognise]") {
  for (const std::string_view sample : kSamples) {
    for (std::size_t begin = 0; begin <= sample.size(); ++begin) {
      for (std::size_t end = begin; end <= sample.size(); ++end) {
        const std::string text(sample.substr(begin, end - begin));
        if (first_invalid_utf8(text)) continue;
        const bool is_json = !first_violation(text, Dialect::kJson).has_value();
        if (is_json != is_read_by_rapidjson(text)) FAIL(text);
      }
    }
  }
}

}  // namespace
}  // namespace kbc
