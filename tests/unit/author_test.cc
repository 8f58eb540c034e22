// From a log to the proposals of `kbc new`.

#include <string>

#include "author/cues.h"
#include "author/draft.h"
#include "author/error_code.h"
#include "author/error_line.h"
#include "author/log_text.h"
#include "author/message.h"
#include "author/pattern.h"
#include "author/plain_line.h"
#include "author/slug.h"
#include "catch.h"
#include "config/config.h"
#include "config/embedded.h"
#include "regex/compiled_regex.h"
#include "text/entry_id.h"
#include "unit/error_samples.h"

namespace kbc {
namespace {

LogText log_of(std::string_view text) {
  LogText log;
  log.append(text);
  return log;
}

std::string code_of(const ErrorLine& error) {
  const std::string code = error_code_in(error.message.text);
  return code.empty() ? error.message.code : code;
}

bool matches(const std::string& regex, std::string_view text) {
  const CompiledRegex compiled(regex, CaseRule::kIgnoreCase);
  REQUIRE(compiled.ok());
  return compiled.matches(text);
}

MessagePattern pattern_of(const std::string& message) {
  return pattern_of(message, error_code_in(message), CaseRule::kIgnoreCase);
}

}  // namespace

TEST_CASE("the line that tells the error is found in what programs print", "[author]") {
  for (const ErrorSample& sample : error_samples()) {
    INFO(sample.name);
    const auto error = find_error_line(log_of(sample.log));
    REQUIRE(error);
    CHECK(error->message.text == sample.message);
    CHECK(code_of(*error) == sample.code);
    CHECK(likely_domain(*error, "", built_in_taxonomy()) == sample.domain);
  }
}

TEST_CASE("a proposed regex matches its error everywhere, and no other error", "[author]") {
  for (const ErrorSample& sample : error_samples()) {
    const MessagePattern pattern = pattern_of(sample.message, sample.code, CaseRule::kIgnoreCase);
    INFO(sample.name << ": " << pattern.regex << "\n" << pattern.signature);
    CHECK(matches(pattern.regex, pattern.signature));
    CHECK(matches(pattern.regex, sample.message));
    CHECK(matches(pattern.regex, sample.log));
    CHECK(matches(pattern.regex, sample.sibling));
    CHECK_FALSE(matches(pattern.regex, ""));
    CHECK(pattern.regex.size() <= 200);
    CHECK_FALSE(pattern.is_generic);
    CHECK(is_entry_id("x/" + slug_of(pattern.words)));
    for (const ErrorSample& other : error_samples()) {
      if (&other == &sample) continue;
      INFO(other.name);
      CHECK_FALSE(matches(pattern.regex, other.log));
    }
  }
}

TEST_CASE("what varies is generalised and the rest is escaped", "[author]") {
  const auto regex = [](const char* message) { return pattern_of(message).regex; };
  CHECK(regex("request 1234 took 30000ms (limit: 5000ms)") ==
        R"(request \d+ took \d+ms \(limit: \d+ms\))");
  CHECK(regex("worker 6f9619ff-8b86-d011-b42d-00cf4fc964ff was lost today") ==
        R"(worker [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} was lost today)");
  CHECK(regex("bad pointer 0xdeadbeef01 in allocator") ==
        R"(bad pointer 0x[0-9a-f]+ in allocator)");
  CHECK(regex("cannot open /home/ann/shop/data.db: disk is full") ==
        R"(cannot open \S+: disk is full)");
  CHECK(regex("plugin foo requires version 2.10.3-rc1 of the host") ==
        R"(plugin foo requires version v?\d[-+~.\w]* of the host)");
  CHECK(regex("lost contact with db.example.com:5432 at 12:30:01 today") ==
        R"(lost contact with \S+ at \d+:\d+:\d[\d.,]* today)");
  CHECK(regex("what a mess (a+b)? {x} [y] ^ $ |") ==
        R"(what a mess \(a\+b\)\? \{x\} \[y\] \^ \$ \|)");
  CHECK(regex("expected ';' before '}' token") == R"(expected ';' before '\}' token)");
  CHECK(regex("don't mix it's and 'name' here") == R"(don't mix it's and '[^']+' here)");
  CHECK(regex("HTTP status 404 for the object") == "HTTP status 404 for the object");
  CHECK(regex("Killed") == "Killed");
}

TEST_CASE("a signature has nothing of one person's own machine", "[author]") {
  const auto signature = [](const char* message) { return pattern_of(message).signature; };
  CHECK(signature("cannot open /home/ann/shop/data.db: disk is full") ==
        "cannot open /path/to/data.db: disk is full");
  CHECK(signature("cannot open '/home/ann/shop/data.db': disk is full") ==
        "cannot open '/path/to/data.db': disk is full");
  CHECK(signature("no route to 10.1.2.3:80 from here") == "no route to 192.0.2.1:80 from here");
  CHECK(signature("refused by 127.0.0.1:80 as always") == "refused by 127.0.0.1:80 as always");
  CHECK(signature("two  blanks\tand a tab") == "two blanks and a tab");
}

TEST_CASE("a proposed pattern holds for any message", "[author]") {
  std::string wide;
  for (int i = 0; i < 3000; ++i) wide += "(\xE6\x96\x87";
  for (const std::string& message :
       {std::string(5000, 'a'), std::string(5000, '('), wide, std::string("\xEF\xBF\xBD x"),
        std::string("'"), std::string("/"), std::string(300, '1'), std::string("1 2 3"),
        "error: " + std::string(2000, ' ') + "x", std::string("::::::::::"),
        "cannot " + std::string(1900, '-')}) {
    const MessagePattern pattern = pattern_of(message);
    INFO(message.substr(0, 40) << " → " << pattern.regex.substr(0, 200));
    CHECK(matches(pattern.regex, pattern.signature));
    CHECK(matches(pattern.regex, message));
    CHECK_FALSE(matches(pattern.regex, ""));
    CHECK(pattern.regex.size() <= 1000);
    CHECK(!pattern.signature.empty());
  }
  CHECK(pattern_of("Killed").is_generic);
}

TEST_CASE("a line is read as a terminal would show it", "[author]") {
  CHECK(plain_line("\x1b[31mred\x1b[0m \x1b]0;title\aend\r\n") == "red end");
  CHECK(plain_line("10%\r50%\r100% done") == "100% done");
  CHECK(plain_line("ab\b\bxy") == "xy");
  CHECK(plain_line("a\xff\xfe z") == "a\xEF\xBF\xBD\xEF\xBF\xBD z");
  CHECK(plain_line("e\xCC\x81\xC2\xA0x\xE2\x80\x8B") == "\xC3\xA9 x");
  CHECK(plain_line("\x1b") == "");
  CHECK(plain_line("\x1b[") == "");
}

TEST_CASE("a line of a log is read as its program wrote it", "[author]") {
  CHECK(line_of_log("#033[31merror:#033[0m no gear#012 at start") == "error: no gear");
  CHECK(line_of_log("error: cannot open &lt;stdin&gt;") == "error: cannot open <stdin>");
  CHECK(line_of_log(std::string("\xFF\xFE"
                                "e\0r\0r\0o\0r\0",
                                12)) == "error");
  const auto journal = find_error_line(log_of(
      R"({"PRIORITY":"3","MESSAGE":[101,114,114,111,114,58,32,110,111,32,103,101,97,114]})"));
  REQUIRE(journal);
  CHECK(journal->message.text == "error: no gear");
  const auto logfmt =
      find_error_line(log_of(R"(level=error msg="cannot open \"a\\b\"\u0021" code=7)"));
  REQUIRE(logfmt);
  CHECK(logfmt->message.text == R"(cannot open "a\b"!)");
}

TEST_CASE("of a long log the beginning and the end are kept", "[author]") {
  LogText log;
  std::string filler;
  for (int i = 0; i < 1000; ++i) filler += "nothing of note happens in this line\n";
  log.append("error: the first one of the log\n");
  std::size_t lines = 1;
  while (log.size() < 40'000'000) {
    log.append(filler);
    lines += 1000;
  }
  log.append("the last line");
  const auto kept = log.lines();
  CHECK(kept.front().number == 1);
  CHECK(kept.back().text == "the last line");
  CHECK(kept.back().number == lines + 1);
  CHECK(kept.size() < 500'000);
  const auto error = find_error_line(log);
  REQUIRE(error);
  CHECK(error->number == 1);
}

TEST_CASE("what is no log has no error line", "[author]") {
  CHECK_FALSE(find_error_line(log_of("")));
  CHECK_FALSE(find_error_line(log_of("\n\n  \n")));
  CHECK_FALSE(find_error_line(log_of("all is well\nbuild finished, 0 errors\n")));
  CHECK_FALSE(find_error_line(log_of(std::string("\0\x01 error\0", 9))));
  CHECK_FALSE(find_error_line(log_of("12345")));
  CHECK(find_error_line(log_of("frobnication halted"))->message.text == "frobnication halted");
}

TEST_CASE("slugs are made of the words that tell", "[author]") {
  CHECK(slug_of({"ModuleNotFoundError: No module named "}) == "module-not-found-no-module-named");
  CHECK(slug_of({"can't open, won't read"}) == "cant-open-wont-read");
  CHECK(slug_of({"the ", "", " of a"}).empty());
  CHECK(slug_of({"文件 不存在"}).empty());
  CHECK(slug_of({"listen EADDRINUSE: address already in use"}) ==
        "listen-eaddrinuse-address-already-use");
  CHECK(slug_of({std::string(500, 'x')}).empty());
}

TEST_CASE("what can be answered is what the schema allows", "[author]") {
  const Result<Schema> own = Schema::compile(kEntrySchema);
  REQUIRE(own);
  CHECK(words_at(*own, "/resolvable") == std::vector<std::string>{"true", "partial", "false"});
  CHECK(words_at(*own, "/versions/0/status") ==
        std::vector<std::string>{"active", "deprecated", "removed"});
  CHECK(words_at(*own, "/signature").empty());
  CHECK(words_at(*own, "/no/such/field").empty());
  const Result<Schema> other = Schema::compile(
      R"({"properties": {"verification_tier": {"enum": ["signed", "guessed", null]}}})");
  REQUIRE(other);
  CHECK(words_at(*other, "/verification_tier") == std::vector<std::string>{"signed", "guessed"});
  CHECK(words_at(*other, "/resolvable").empty());
}

}  // namespace kbc
