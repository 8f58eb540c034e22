#include "show/prose.h"

#include <string>
#include <vector>

#include "catch.h"

namespace kbc {
namespace {

// Commands after `$ `.
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> lines;
  for (const Block& block : blocks_of(text)) {
    lines.push_back((block.is_command ? "$ " : "") + block.text);
  }
  return lines;
}
using Lines = std::vector<std::string>;

TEST_CASE("code with a blank is a command on a line of its own", "[prose]") {
  CHECK(shown("Run `git fetch origin`, then `git merge x`. It works.") ==
        Lines{"Run", "$ git fetch origin", "then", "$ git merge x", "It works."});
  CHECK(shown("运行 `git add x`，再运行 `git push y`。完成。") ==
        Lines{"运行", "$ git add x", "再运行", "$ git push y", "完成。"});
  CHECK(shown("`ls -l`") == Lines{"$ ls -l"});
  CHECK(shown("one (`ls -l`) two") == Lines{"one", "$ ls -l", "two"});
  CHECK(shown("add `a b` .gitignore") == Lines{"add", "$ a b", ".gitignore"});
  CHECK(shown("``echo `date` now``") == Lines{"$ echo `date` now"});
  CHECK(shown("a\n```sh\nls -l\npwd\n```\nb") == Lines{"a", "$ ls -l\npwd", "b"});
}

TEST_CASE("other code stays in its sentence", "[prose]") {
  CHECK(shown("Set `max_connections` to 5.") == Lines{"Set `max_connections` to 5."});
  CHECK(shown("a `b c that is never closed") == Lines{"a `b c that is never closed"});
  CHECK(shown("").empty());
  CHECK(shown("Never `FLUSHALL` it") == Lines{"Never", "$ FLUSHALL", "it"});
}

TEST_CASE("commands know what harm they do", "[prose]") {
  const std::vector<Block> blocks = blocks_of("`git status -s` and `git reset --hard`");
  REQUIRE(blocks.size() == 3);
  CHECK_FALSE(blocks[0].harm);
  CHECK(blocks[2].harm == Harm::kChanges);
}

TEST_CASE("what a message says is filled into a command", "[prose]") {
  const Captures port = {{"port", "8080"}};
  CHECK(filled("ss -ltnp 'sport = :PORT'", port) == "ss -ltnp 'sport = :8080'");
  CHECK(filled("lsof -i :<port> --x=PORT", port) == "lsof -i :8080 --x=8080");
  CHECK(filled("ls PORT", {}) == "ls PORT");
  // Not a placeholder: part of a word, and what names a variable.
  for (const std::string kept :
       {"SUPPORT", "PORTS", "port", "PORT=1 node x", "echo $PORT", "echo ${PORT}", "%PORT%"}) {
    CHECK(filled(kept, port) == kept);
  }
  CHECK(filled("cat PATH USER", {{"path", "/a/b-c.d"}, {"user", "me@x"}}) == "cat /a/b-c.d me@x");
}

TEST_CASE("what could mean something to a shell is not filled in", "[prose]") {
  for (const std::string text :
       {"", "-rf", "a b", "a;b", "$(reboot)", "`x`", "a|b", "a>b", "a'b", "a\"b", "a\\b", "a\nb",
        "~", "a*", "a?", "{a}", "é", "a&b", "#a"}) {
    CAPTURE(text);
    CHECK(filled("rm NAME", {{"name", text}}) == "rm NAME");
  }
  CHECK(filled("rm NAME", {{"name", "a-b._/:@%+=,Z9"}}) == "rm a-b._/:@%+=,Z9");
}

}  // namespace
}  // namespace kbc
