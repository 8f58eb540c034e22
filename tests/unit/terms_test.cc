#include "text/terms.h"

#include <random>
#include <string>
#include <string_view>

#include "catch.h"
#include "text/utf8.h"

namespace kbc {
namespace {

std::string joined(std::string_view text, Terms::Use use) {
  Terms terms(use);
  terms.split(text);
  std::string all;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    all += (at == 0 ? "" : " ") + std::string(terms[at]);
  }
  return all;
}

std::string of_text(std::string_view text) { return joined(text, Terms::Use::kText); }
std::string of_query(std::string_view text) { return joined(text, Terms::Use::kQuery); }
std::string words_of(std::string_view text) { return joined(text, Terms::Use::kWords); }

}  // namespace

TEST_CASE("words are folded and lie between signs", "[terms]") {
  CHECK(of_text("bind() to 0.0.0.0:80 failed (98: Address already in use)") ==
        "bind to 0.0.0.0 80 failed 98 address already in use");
  CHECK(of_text("non-fast-forward") == "non fast forward");
  CHECK(of_text("can't, it\xE2\x80\x99s, 'quoted' and \xC3\x84RGER") ==
        "cant its quoted and \xC3\x84rger");
  CHECK(of_text("\xE2\x84\xAA \xC3\x89") == "k \xC3\x89");  // the folded forms of KELVIN SIGN and É
  CHECK(of_text("a\xC3\x97"
                "b a\xE2\x86\x92"
                "b \xF0\x9F\x98\x80") == "a b a b");
  CHECK(of_text("") == "");
  CHECK(of_text(" \t\n.,-") == "");
}

TEST_CASE("codes and numbers stay whole", "[terms]") {
  CHECK(of_text("E11000 ENOSPC 0x02 0xDEADbeef utf8 sha256") ==
        "e11000 enospc 0x02 0xdeadbeef utf8 sha256");
  CHECK(of_text("3.11 1.2.3. v2.0 .5 5.") == "3.11 1.2.3 v2.0 v2 5 5");
  CHECK(of_text("C++ C# .NET") == "c c net");
}

TEST_CASE("names are words as a whole and in parts", "[terms]") {
  CHECK(of_text("ModuleNotFoundError") == "modulenotfounderror module not found error");
  CHECK(of_text("ERR_MODULE_NOT_FOUND") == "err_module_not_found err module not found");
  CHECK(of_text("HTTPServer OSError S3Bucket") ==
        "httpserver http server oserror os error s3bucket s3 bucket");
  CHECK(of_text("__init__ _x a_1 snake_caseName") == "init x a_1 snake_casename snake case name");
  CHECK(of_text("iPhone x86_64") == "iphone phone x86_64 x86");
  CHECK(of_text("____") == "");
}

TEST_CASE("Chinese is pairs of characters", "[terms]") {
  CHECK(of_text("端口被占用") == "端口 口被 被占 占用 用");
  CHECK(of_query("端口被占用") == "端口 口被 被占 占用");
  CHECK(of_text("端") == "端");
  CHECK(of_query("端") == "端");
  CHECK(of_query("端口，被占用。nginx启动Failed") == "端口 被占 占用 nginx 启动 failed");
  CHECK(of_query("Ｅ１１０００：错误") == "e11000 错误");
  CHECK(of_query("「端口」·用") == "端口 用");
}

TEST_CASE("words that are compared are whole, and Han characters single", "[terms]") {
  CHECK(words_of("ModuleNotFoundError: not_null in 3.11") ==
        "modulenotfounderror not_null in 3.11");
  CHECK(words_of("端口被占用") == "端 口 被 占 用");
}

TEST_CASE("what is not UTF-8 lies between words", "[terms]") {
  CHECK(of_text("ab\xFF"
                "cd\xC3") == "ab cd");
  CHECK(of_text("\xE7\xAB") == "");
  CHECK(of_text("端\xE5\x8F口") == "端 口");
  CHECK(of_text(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("words that nobody types are left out, their parts are not", "[terms]") {
  const std::string most(kMostTermBytes, 'a');
  CHECK(of_text(most) == most);
  CHECK(of_text(most + "a") == "");
  CHECK(of_text(most + "_b2") == most + " b2");
}

TEST_CASE("terms of any bytes are short and, of UTF-8, UTF-8", "[terms]") {
  std::mt19937 random(5);
  const std::string_view pieces[] = {"a",  "B",  "_",    ".", "1",  "'",
                                     "端", "口", "\xFF", "é", "0x", " "};
  Terms terms(Terms::Use::kText);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (unsigned left = random() % 12; left > 0; --left) text += pieces[random() % 12];
    terms.split(text);
    const bool is_sound = !first_invalid_utf8(text);
    for (std::size_t at = 0; at < terms.size(); ++at) {
      CHECK(!terms[at].empty());
      CHECK(terms[at].size() <= kMostTermBytes);
      if (is_sound) CHECK(!first_invalid_utf8(terms[at]));
    }
  }
}

}  // namespace kbc
