#include "parse/exact_number.h"

#include <string>

#include "catch.h"

namespace kbc {
namespace {

TEST_CASE("numbers are equal however they are written", "[number]") {
  for (const char* one : {"1", "1.0", "10e-1", "0.1e1", "1E+0", "1e-0", "0.01e2", "100e-2"}) {
    CAPTURE(one);
    CHECK(ExactNumber(one) == ExactNumber("1"));
    CHECK(ExactNumber(one).text() == "1e0");
  }
  for (const char* zero : {"0", "-0", "0.0", "0e99", "-0.00e-5"}) {
    CAPTURE(zero);
    CHECK(ExactNumber(zero).text() == "0");
  }
}

TEST_CASE("numbers are in order however large they are", "[number]") {
  const char* const numbers[] = {"-1e999999999999999999",
                                 "-1e400",
                                 "-18446744073709551616.5",
                                 "-10",
                                 "-9.99",
                                 "-1e-400",
                                 "0",
                                 "1e-500",
                                 "1e-400",
                                 "2e-400",
                                 "0.1",
                                 "1",
                                 "9007199254740992",
                                 "9007199254740993",
                                 "1e400",
                                 "1.5e400",
                                 "1e401",
                                 "1e999999999999999999"};
  for (const char* const& left : numbers) {
    for (const char* const& right : numbers) {
      CAPTURE(left, right);
      CHECK(compare_numbers(left, right) == (&left <=> &right));
    }
  }
}

TEST_CASE("a number is a multiple, or leaves a rest", "[number]") {
  const auto is_multiple = [](const char* value, const char* divisor) {
    return ExactNumber(value).is_multiple_of(ExactNumber(divisor));
  };
  CHECK(is_multiple("0", "7"));
  CHECK(is_multiple("-14", "7"));
  CHECK_FALSE(is_multiple("15", "7"));
  CHECK(is_multiple("20.29", "0.01"));
  CHECK_FALSE(is_multiple("20.295", "0.01"));
  CHECK(is_multiple("1e300", "3e2") == false);
  CHECK(is_multiple("3e300", "3e2"));
  CHECK_FALSE(is_multiple("5", "10"));
  CHECK(is_multiple("1e999999999999999999", "8"));
  CHECK(is_multiple("99999999999999999", "99999999999999999"));
  CHECK_FALSE(is_multiple("100000000000000001", "7"));
  CHECK_FALSE(is_multiple("5", "18446744073709551615"));
  CHECK(is_multiple("36893488147419103230", "18446744073709551615"));
}

TEST_CASE("a count is the whole part, within bounds", "[number]") {
  CHECK(ExactNumber("2.0").count() == 2);
  CHECK(ExactNumber("2.9").count() == 2);
  CHECK(ExactNumber("1e3").count() == 1000);
  CHECK(ExactNumber("-4").count() == 0);
  CHECK(ExactNumber("0.001").count() == 0);
  CHECK(ExactNumber("18446744073709551615").count() == 18446744073709551615u);
  CHECK(ExactNumber("18446744073709551616").count() == 18446744073709551615u);
  CHECK(ExactNumber("1e999999999999999999").count() == 18446744073709551615u);
  CHECK_FALSE(ExactNumber("2.5").is_whole());
  CHECK(is_whole_number("2.50e1"));
}

}  // namespace
}  // namespace kbc
