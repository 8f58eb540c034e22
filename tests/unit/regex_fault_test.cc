#include "lower/regex_fault.h"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace kbc {
namespace {

RegexFault fault_of(const std::string& text) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 regex(text, options);
  CAPTURE(text);
  REQUIRE_FALSE(regex.ok());
  return regex_fault(text, regex);
}

// The fault is of this kind and at this place, which is `offset` bytes into the regex.
void require_fault(const std::string& text, RegexFault::Kind kind, std::size_t offset,
                   std::string_view place, std::string_view message) {
  const RegexFault fault = fault_of(text);
  CAPTURE(text);
  CHECK(fault.kind == kind);
  CHECK(fault.range.offset == offset);
  CHECK(text.substr(fault.range.offset, fault.range.length) == place);
  CHECK(fault.message == message);
}

constexpr auto kSyntax = RegexFault::Kind::kSyntax;
constexpr auto kLimits = RegexFault::Kind::kLimits;

TEST_CASE("a class cannot end a range", "[regex_fault]") {
  require_fault("a [a-\\d]", kSyntax, 5, "\\d",
                "`\\d` stands for many characters and cannot end a range");
}

TEST_CASE("brackets without their other half", "[regex_fault]") {
  require_fault("ab(c", kSyntax, 2, "(", "`(` is never closed");
  require_fault("(a)b(c|d", kSyntax, 4, "(", "`(` is never closed");
  require_fault("a(b(c)", kSyntax, 1, "(", "`(` is never closed");
  require_fault("ab)c", kSyntax, 2, ")", "`)` closes nothing");
  require_fault("(a)) (b)", kSyntax, 3, ")", "`)` closes nothing");
  require_fault("[)(](a", kSyntax, 4, "(", "`(` is never closed");
  require_fault("[])(](a", kSyntax, 5, "(", "`(` is never closed");
  require_fault("[^](]\\((a", kSyntax, 7, "(", "`(` is never closed");
  require_fault("[[:alpha:](](a", kSyntax, 12, "(", "`(` is never closed");
  require_fault("\\Q(((\\E(a", kSyntax, 7, "(", "`(` is never closed");
  require_fault("[\\](](a", kSyntax, 5, "(", "`(` is never closed");
  require_fault("ab[cd", kSyntax, 2, "[", "`[` is never closed");
  require_fault("[a][b", kSyntax, 3, "[", "`[` is never closed");
  require_fault("[]a", kSyntax, 0, "[", "`[` is never closed");
}

TEST_CASE("escapes and classes", "[regex_fault]") {
  require_fault("ab\\yc", kSyntax, 2, "\\y", "`\\y` is no escape that RE2 knows");
  require_fault("(a)\\1", kSyntax, 3, "\\1", "`\\1` refers back to a group, which RE2 cannot do");
  require_fault("a\\", kSyntax, 1, "\\", "a backslash with nothing behind it");
  require_fault("a[z-a]", kSyntax, 2, "z-a", "the range `z-a` runs backwards");
  CHECK(fault_of("[z-a]").help == "write `a-z`");
  require_fault("[[:foo:]]", kSyntax, 1, "[:foo:]", "`[:foo:]` names no class of characters");
  require_fault("x\\p{Foo}", kSyntax, 1, "\\p{Foo}", "`\\p{Foo}` names no class of Unicode");
}

TEST_CASE("repeats and groups", "[regex_fault]") {
  require_fault("a|*b", kSyntax, 2, "*", "`*` has nothing before it to repeat");
  require_fault("ab**", kSyntax, 2, "**", "`**` repeats what is a repeat already");
  require_fault("ab++", kSyntax, 2, "++", "`++` is a possessive repeat, which RE2 does not have");
  require_fault("a{3,2}", kSyntax, 1, "{3,2}", "`{3,2}` has its bounds in the wrong order");
  require_fault("a{1001}", kLimits, 1, "{1001}", "`{1001}` repeats more than 1000 times");
  require_fault("(a{500}){3}", kLimits, 8, "{3}", "`{3}` repeats more than 1000 times");
  require_fault("a(?=b)", kSyntax, 1, "(?=", "`(?=` looks ahead, which RE2 cannot do");
  require_fault("(?<!a)b", kSyntax, 0, "(?<", "`(?<!` looks behind, which RE2 cannot do");
  require_fault("(?<n>a)", kSyntax, 0, "(?<", "`(?<` begins no group that RE2 knows");
  require_fault("(?P<n m>a)", kSyntax, 0, "(?P<n m>", "`(?P<n m>` is no name of a group");
  require_fault("x(\\pL{1000}|\\pN{1000})", kLimits, 0, "x(\\pL{1000}|\\pN{1000})",
                "the regex takes more memory than RE2 is given");
}

TEST_CASE("of several equal places the one that RE2 means is marked", "[regex_fault]") {
  require_fault("a*b|*c", kSyntax, 4, "*", "`*` has nothing before it to repeat");
  require_fault("\\\\y\\y", kSyntax, 3, "\\y", "`\\y` is no escape that RE2 knows");
  require_fault("[(?=](?=x)", kSyntax, 5, "(?=", "`(?=` looks ahead, which RE2 cannot do");
  require_fault("[*][*]中(*", kSyntax, 10, "*", "`*` has nothing before it to repeat");
}

TEST_CASE("whatever is cut off or put in, the place lies in the regex", "[regex_fault]") {
  const std::string sample = R"(^(?P<n>[a-z\]\d[:alpha:]]+)\s{1,5}(?:x|y)*?\pL\Q(\E$)";
  RE2::Options options;
  options.set_log_errors(false);
  std::size_t faults = 0;
  for (std::size_t at = 0; at <= sample.size(); ++at) {
    for (const char* change :
         {"", "(", ")", "[", "]", "{", "*", "\\", "?", "+", "{9999}", "\\1", "(?"}) {
      for (const std::string& text :
           {sample.substr(0, at) + change, sample.substr(0, at) + change + sample.substr(at)}) {
        const RE2 regex(text, options);
        if (regex.ok()) continue;
        const RegexFault fault = regex_fault(text, regex);
        ++faults;
        const bool is_inside = fault.range.length > 0 && fault.range.offset < text.size() &&
                               fault.range.length <= text.size() - fault.range.offset;
        if (!is_inside || fault.message.empty()) FAIL(text);
      }
    }
  }
  CHECK(faults > 100);
}

}  // namespace
}  // namespace kbc
