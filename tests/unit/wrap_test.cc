#include "show/wrap.h"

#include <string>
#include <vector>

#include "catch.h"

namespace kbc {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("lines are broken at blanks, and nowhere in a word", "[wrap]") {
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrapped("one two three", 13) == Lines{"one two three"});
  CHECK(wrapped("incomprehensible one", 5) == Lines{"incomprehensible", "one"});
  CHECK(wrapped("one\n\ntwo", 20) == Lines{"one", "", "two"});
  CHECK(wrapped("  one   two", 20) == Lines{"one two"});
}

TEST_CASE("Chinese is broken between its characters, but not before a comma", "[wrap]") {
  CHECK(wrapped("一二三四五", 4) == Lines{"一二", "三四", "五"});
  CHECK(wrapped("一二三，四", 6) == Lines{"一二", "三，四"});
  CHECK(wrapped("一二。三四", 4) == Lines{"一", "二。", "三四"});
  CHECK(wrapped("运行 git 再", 8) == Lines{"运行 git", "再"});
}

TEST_CASE("code between back-ticks is never broken", "[wrap]") {
  CHECK(wrapped("run `git push -f` now", 8) == Lines{"run", "`git push -f`", "now"});
  CHECK(wrapped("`一 二`三", 2) == Lines{"`一 二`", "三"});
  CHECK(wrapped("``a ` b`` c", 4) == Lines{"``a ` b``", "c"});
  CHECK(wrapped("a ` b c", 3) == Lines{"a `", "b c"});
}

}  // namespace
}  // namespace kbc
