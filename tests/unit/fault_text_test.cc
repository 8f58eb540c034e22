#include "pattern/fault_text.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "pattern/rewrite.h"

namespace kbc {
namespace {

// The faults of a regex, each as what is marked and what is said.
std::vector<std::string> faults_of(std::string_view text) {
  const SyntaxTree tree = parse_pattern(text, CaseRule::kIgnoreCase);
  std::vector<std::string> found;
  for (const SyntaxFault& fault : tree.faults) {
    found.push_back(std::to_string(fault.span.begin) + " " +
                    std::string(text.substr(fault.span.begin, fault.span.size())) + ": " +
                    describe(tree, fault).message);
  }
  return found;
}

// The only fault is at this place, which is `offset` bytes into the regex.
void require_fault(const std::string& text, std::size_t offset, const std::string& place,
                   const std::string& message) {
  const std::vector<std::string> faults = faults_of(text);
  const std::string expected = std::to_string(offset) + " " + place + ": " + message;
  REQUIRE(faults.size() == 1);
  CHECK(faults.front() == expected);
}

std::string rewritten(const std::string& text) {
  const SyntaxTree tree = parse_pattern(text, CaseRule::kIgnoreCase);
  REQUIRE(tree.faults.size() == 1);
  const auto rewrite = rewrite_of(tree, tree.faults[0]);
  if (!rewrite) return "";
  std::string result = text;
  return result.replace(rewrite->span.begin, rewrite->span.size(), rewrite->text);
}

TEST_CASE("a class cannot end a range", "[fault_text]") {
  require_fault("a [a-\\d]", 5, "\\d", "`\\d` is a class of characters and cannot end a range");
}

TEST_CASE("brackets without their other half", "[fault_text]") {
  require_fault("ab(c", 2, "(", "`(` is never closed");
  require_fault("(a)b(c|d", 4, "(", "`(` is never closed");
  require_fault("a(b(c)", 1, "(", "`(` is never closed");
  require_fault("ab)c", 2, ")", "`)` closes nothing");
  require_fault("(a)) (b)", 3, ")", "`)` closes nothing");
  require_fault("[)(](a", 4, "(", "`(` is never closed");
  require_fault("[])(](a", 5, "(", "`(` is never closed");
  require_fault("[^](]\\((a", 7, "(", "`(` is never closed");
  require_fault("[[:alpha:](](a", 12, "(", "`(` is never closed");
  require_fault("\\Q(((\\E(a", 7, "(", "`(` is never closed");
  require_fault("[\\](](a", 5, "(", "`(` is never closed");
  require_fault("ab[cd", 2, "[", "`[` is never closed");
  require_fault("[a][b", 3, "[", "`[` is never closed");
  require_fault("[]a", 0, "[", "`[` is never closed");
}

TEST_CASE("escapes and classes", "[fault_text]") {
  require_fault("ab\\yc", 2, "\\y", "unknown escape `\\y`");
  require_fault("(a)\\1", 3, "\\1", "`\\1` is a back-reference, which RE2 does not support");
  require_fault("a\\", 1, "\\", "trailing backslash");
  require_fault("a[z-a]", 2, "z-a", "the range `z-a` runs backwards");
  require_fault("[[:foo:]]", 1, "[:foo:]", "unknown character class `[:foo:]`");
  require_fault("x\\p{Foo}", 1, "\\p{Foo}", "unknown Unicode class `\\p{Foo}`");
}

TEST_CASE("repeats and groups", "[fault_text]") {
  require_fault("a|*b", 2, "*", "nothing to repeat before `*`");
  require_fault("ab**", 2, "**", "`**` repeats a repeat");
  require_fault("ab++", 2, "++", "`++` is a possessive repeat, which RE2 does not support");
  require_fault("a{3,2}", 1, "{3,2}", "`{3,2}` has its bounds in the wrong order");
  require_fault("a{1001}", 1, "{1001}", "`{1001}` repeats more than 1000 times");
  require_fault("(a{500}){3}", 8, "{3}", "`{3}` repeats more than 1000 times");
  require_fault("(?P<n m>a)", 0, "(?P<n m>", "`(?P<n m>` is not a group name");
  require_fault("a(?=b)", 1, "(?=b)", "`(?=b)` is a lookahead, which RE2 does not support");
  require_fault("(?<!a)b", 0, "(?<!a)",
                "`(?<!a)` is a negative lookbehind, which RE2 does not support");
}

TEST_CASE("every fault is told, each at its place", "[fault_text]") {
  CHECK(faults_of("a(b[z-a]\\y*+|*中\\8").size() == 6);
  CHECK(faults_of("***").size() == 1);
  CHECK(faults_of("[a|[b").size() == 1);
  CHECK(faults_of("((").size() == 2);
}

TEST_CASE("what another engine has is written in RE2's syntax", "[rewrite]") {
  CHECK(rewritten("a(?=b)") == "a(?:b)");
  CHECK(rewritten("(a(?=b))|c") == "(a(?:b))|c");
  CHECK(rewritten("a(?=b)c") == "");
  CHECK(rewritten("(a(?=b))*c") == "");
  CHECK(rewritten("(?<=a)b") == "(?:a)b");
  CHECK(rewritten("a(?!\\d)") == "a(?:\\D|\\z)");
  CHECK(rewritten("a(?![^b])") == "a(?:[b]|\\z)");
  CHECK(rewritten("(?<n>a)") == "(?P<n>a)");
  CHECK(rewritten("(?'n'a)") == "(?P<n>a)");
  CHECK(rewritten("a++") == "a+");
  CHECK(rewritten("(?>a)") == "(?:a)");
  CHECK(rewritten("a\\Z") == "a\\n?\\z");
  CHECK(rewritten("\\u4e2d") == "\\x{4e2d}");
  CHECK(rewritten("\\cA") == "\\x01");
  CHECK(rewritten("(a)\\1") == "");
  CHECK(rewritten("\\N{U+1F600}x") == "\\x{1f600}x");
  CHECK(rewritten("[\\N{U+e9}]") == "[\\xe9]");
  CHECK(rewritten("\\N{LATIN SMALL LETTER A}") == "");
  CHECK(rewritten("\\N{U+110000}") == "");
  CHECK(rewritten("\\N{3}") == "[^\\n]{3}");
  CHECK(rewritten("\\N+") == "[^\\n]+");
  CHECK(rewritten("\\R") == "(?:\\r\\n|[\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}])");
  CHECK(rewritten("\\V") == "[^\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}]");
  const auto meaning_of = [](const char* pattern) {
    const SyntaxTree tree = parse_pattern(pattern, CaseRule::kIgnoreCase);
    return rewrite_of(tree, tree.faults.at(0)).value().meaning;
  };
  CHECK(meaning_of("\\h") == Rewrite::Meaning::kNarrower);
  CHECK(meaning_of("\\H") == Rewrite::Meaning::kWider);
  CHECK(meaning_of("\\R") == Rewrite::Meaning::kSame);
  for (const char* pattern : {"a(?=b)", "(?<=a)b", "a(?!\\d)", "(?<n>a)", "a++", "\\u4e2d", "\\R",
                              "\\V", "\\h", "\\N{U+e9}"}) {
    CHECK(parse_pattern(rewritten(pattern), CaseRule::kIgnoreCase).ok());
  }
}

}  // namespace
}  // namespace kbc
