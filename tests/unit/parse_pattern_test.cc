#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/re2.h"
#include "pattern/construct.h"
#include "pattern/corpus_regexes.h"
#include "pattern/made_pattern.h"
#include "pattern/named_class.h"
#include "pattern/reference_matcher.h"
#include "pattern/syntax_tree.h"
#include "regex/facts.h"
#include "regex/hir.h"
#include "regex/required_literals.h"
#include "text/case_fold.h"

namespace kbc {
namespace {

RE2::Options options_of(CaseRule rule) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
  return options;
}

// RE2's word is its syntax alone: what it cannot compile for its size is well written.
bool re2_takes(std::string_view pattern, CaseRule rule) {
  const RE2 regex(re2_piece(pattern), options_of(rule));
  return regex.ok() || regex.error_code() == RE2::ErrorPatternTooLarge;
}

// The tree is what its header says, whatever the pattern.
void require_sound(const SyntaxTree& tree) {
  const auto require = [&](bool holds, const char* what) {
    if (!holds) FAIL(what << " in " << tree.text);
  };
  require(tree.root < tree.nodes.size(), "no root");
  std::vector<int> parents(tree.nodes.size());
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    const SyntaxNode& node = tree[id];
    require(node.span.begin <= node.span.end && node.span.end <= tree.text.size(), "a wild span");
    for (NodeId child = node.child; child != kNoNode; child = tree[child].next) {
      require(child < id, "a child after its parent");
      require(++parents[child] == 1, "a child of two parents");
    }
  }
  std::uint32_t before = 0;
  for (const SyntaxFault& fault : tree.faults) {
    require(fault.span.begin >= before, "faults out of order");
    require(fault.span.begin < fault.span.end && fault.span.end <= tree.text.size(),
            "a wild fault");
    before = fault.span.begin;
  }
}

// Releases of RE2 differ in one construct: `(?<name>…)` is known to those of 2023-09 and later. kbc
// keeps to what all of them take.
bool is_known_to_some(const SyntaxTree& tree) {
  return !tree.ok() && std::all_of(tree.faults.begin(), tree.faults.end(), [](const auto& fault) {
    return fault.construct == Construct::perl_name;
  });
}

void require_same_verdict(std::string_view pattern) {
  for (const CaseRule rule : {CaseRule::kIgnoreCase, CaseRule::kCaseSensitive}) {
    const SyntaxTree tree = parse_pattern(pattern, rule);
    require_sound(tree);
    if (tree.ok() != re2_takes(pattern, rule) && !is_known_to_some(tree)) {
      FAIL("pattern: " << pattern << "\nRE2 " << (tree.ok() ? "refuses it" : "takes it"));
    }
  }
}

// Every form says of the texts what RE2 says.
void require_same_matches(const std::string& pattern, const std::vector<std::string>& texts) {
  for (const CaseRule rule : {CaseRule::kIgnoreCase, CaseRule::kCaseSensitive}) {
    const SyntaxTree tree = parse_pattern(pattern, rule);
    const RE2 regex(pattern, options_of(rule));
    if (!tree.ok() || !regex.ok()) continue;
    const Hir hir = lower_pattern(tree);
    const RequiredLiterals literals = required_literals(hir, hir.root());
    for (const std::string& text : texts) {
      const bool is_match = RE2::PartialMatch(text, regex);
      INFO("pattern: " << pattern << "\ntext: " << text << "\nRE2: " << is_match);
      const bool is_found = ReferenceMatcher(hir, text).finds(hir.root());
      if (hir.is_exact() && is_found != is_match) FAIL("the form says otherwise");
      if (!hir.is_exact() && is_match && !is_found) FAIL("the form misses it");
      const std::string folded = fold_case(text);
      bool has_all = true;
      for (const LiteralChoice& choice : literals.all_of) {
        bool has_one = false;
        for (const std::string& literal : choice) {
          has_one = has_one || folded.find(literal) != std::string::npos;
        }
        has_all = has_all && has_one;
      }
      if (is_match && !has_all) FAIL("a match without what is required");
      if (literals.is_sufficient && has_all && !is_match) FAIL("what suffices does not");
    }
  }
}

TEST_CASE("every line of RE2's syntax page has RE2's verdict", "[parse_pattern]") {
  for (const char* pattern :
       {// single characters, composites, repetitions
        ".", "[xyz]", "[^xyz]", "\\d", "\\D", "[[:alpha:]]", "[[:^alpha:]]", "\\pN", "\\p{Greek}",
        "\\PN", "\\P{Greek}", "xy", "x|y", "x*", "x+", "x?", "x{2,3}", "x{2,}", "x{2}", "x*?",
        "x+?", "x??", "x{2,3}?", "x{2,}?", "x{2}?", "x{}", "x{}?", "x*+", "x++", "x?+", "x{2,3}+",
        "x{2,}+", "x{2}+",
        // grouping and flags
        "(re)", "(?P<name>re)", "(?<name>re)", "(?'name're)", "(?:re)", "(?flags)", "(?flags:re)",
        "(?#text)", "(?|x|y|z)", "(?>re)", "re@>", "%{name}(re)", "(?i)a", "(?m)a", "(?s)a",
        "(?U)a", "(?imsU-imsU)a", "(?-imsU:a)",
        // empty strings
        "^", "$", "\\A", "\\b", "\\B", "\\G", "\\Z", "\\z", "(?=re)", "(?!re)", "(?<=re)",
        "(?<!re)", "re&", "re@=", "re@!", "re@<=", "re@<!", "\\zs", "\\ze", "\\%^", "\\%$", "\\%V",
        "\\%#", "\\%'m", "\\%23l", "\\%23c", "\\%23v",
        // escape sequences
        "\\a", "\\f", "\\t", "\\n", "\\r", "\\v", "\\*", "\\123", "\\x7F", "\\x{10FFFF}", "\\C",
        "\\Q...\\E", "\\1", "\\cx", "\\e", "\\o{12}", "\\N{name}", "\\u1234",
        // character classes
        "[x]", "[A-Z]", "[\\d]", "[[:digit:]]", "[\\p{Name}]", "[\\p{Lu}]", "[\\pL]", "[^\\D]",
        "[^[:^alpha:]]", "[^\\PN]", "[[.a.]]", "[[=a=]]", "\\s", "\\S", "\\w", "\\W", "\\h", "\\H",
        "\\V", "\\R", "\\X", "\\l", "\\L", "\\u", "\\U", "\\K", "\\k<name>", "\\k'name'", "\\g1",
        "\\g{1}", "\\g{+1}", "\\g{-1}", "\\g{name}", "\\g<name>", "\\g'name'", "(?P=name)",
        "(?P>name)", "(?&name)", "(?R)", "(?0)", "(?+1)", "(?-1)", "(?C)", "(?C123)", "(?(1)a|b)",
        "(?(?=a)b)", "(*ACCEPT)", "(*FAIL)", "(*UTF8)a",
        // corners
        "", "|", "()", "(|)", "a**", "a*?*", "a(?i)*", "(?i)*", "a*(?i)*", "\\Q\\E*", "a\\Q\\E*",
        "a*\\Q\\E*", "*", "(*a)", "|*", "^*", "a{,2}", "a{02}", "a{2", "{", "{2}", "{1001}",
        "a{1000}", "a{1001}", "a{999999999}", "a{9999999999}", "a{3,2}", "(a{2}){500}",
        "(a{2}){501}", "((a{500}){0}){3}", "(?:a{0,1}){1001}", "[]a]", "[^]a]", "[]", "[a", "[a-",
        "[a-]", "[-a]", "[--a]", "[a-b-c]", "[z-a]", "[a-\\d]", "[\\d-z]", "[\\b]", "[[a]b]",
        "[[:alpha]", "[[:foo:]]", "[a-[:alpha:]]", "\\", "a\\", "[\\", "\\_", "\\8", "\\08",
        "\\400", "\\x4", "\\x{}", "\\x{12", "\\x{110000}", "\\x{D800}", "\\p", "\\p{", "\\pX",
        "\\p{^L}", "\\p{Any}", ")", "(a", "(?", "(?)", "(?-)", "(?i-)", "(?P<n", "(?P<>a)",
        "(?P<a b>c)", "(?P<a>x)(?P<a>y)", "(?Pa)", "(?P", "\xff", "[\xff]", "\\\xff",
        "\xed\xa0\x80", "\xc0\x80", "(?P<é>a)", "\\é"}) {
    require_same_verdict(pattern);
  }
}

TEST_CASE("what is made of pieces of syntax has RE2's verdict", "[parse_pattern][slow]") {
  PatternMaker maker(1);
  for (int count = 0; count < 20000; ++count) require_same_verdict(maker.broken());
  for (int count = 0; count < 2000; ++count) require_same_verdict(maker.sound());
}

TEST_CASE("every regex of the corpus has RE2's verdict", "[parse_pattern]") {
  for (const std::string& regex : corpus_regexes()) require_same_verdict(regex);
}

TEST_CASE("the high-level form matches what RE2 matches", "[hir][slow]") {
  PatternMaker maker(2);
  for (int count = 0; count < 2000; ++count) {
    const std::string pattern = maker.sound();
    std::vector<std::string> texts = {""};
    while (texts.size() < 9) texts.push_back(maker.text());
    require_same_matches(pattern, texts);
  }
}

// Only the names of Unicode's classes are known: a set with one of them has to have every character
// that may be in it.
TEST_CASE("a class of Unicode among others misses no match", "[hir]") {
  for (const char* pattern : {"[x\\p{Greek}]y", "[\\p{Greek}x]y", "[^x\\P{Greek}]y", "[^\\p{Han}]y",
                              "\\p{Greek}y", "\\P{Han}y", "[x\\pLz]y", "[\\d\\p{Greek}-]+y"}) {
    require_same_matches(pattern, {"αy", "xy", "中y", "zy", "-y", "1y", "y"});
  }
}

TEST_CASE("whether a form takes line breaks or asserts is found below it", "[hir]") {
  const auto facts = [](std::string_view pattern) {
    const SyntaxTree tree = parse_pattern(pattern, CaseRule::kIgnoreCase);
    const Hir hir = lower_pattern(tree);
    const NodeFacts found = facts_of(hir)[hir.root()];
    return std::pair(found.may_take_line_break, found.has_assertion);
  };
  CHECK(facts("a.b|[x-z]+") == std::pair(false, false));
  CHECK(facts("a(b|c\\n)?d") == std::pair(true, false));
  CHECK(facts("x|y[^a]*z") == std::pair(true, false));
  CHECK(facts("(?s)a.b") == std::pair(true, false));
  CHECK(facts("a(?:b|(?:\\bc){2})") == std::pair(false, true));
  CHECK(facts("a\\Cb$") == std::pair(true, true));
}

TEST_CASE("case folds as RE2 folds it", "[case_fold]") {
  // Nine characters stand around the only one of a class that may match them.
  for (char32_t value = 0; value <= 0x1FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    std::size_t orbit = 1;
    append_utf8(text, value);
    for (char32_t other = next_in_orbit(value); other != value; other = next_in_orbit(other)) {
      REQUIRE(++orbit < 6);
      append_utf8(text, other);
    }
    if (orbit == 1) continue;
    const RE2 regex("^" + RE2::QuoteMeta(text.substr(0, decode(text, 0).length)) + "{" +
                        std::to_string(orbit) + "}$",
                    options_of(CaseRule::kIgnoreCase));
    if (!RE2::PartialMatch(text, regex)) FAIL("U+" << std::hex << static_cast<unsigned>(value));
    if (fold(fold(value)) != fold(value)) FAIL("not folded once");
  }
  // And nothing else folds: what RE2 takes from a whole plane is what is expected of it.
  std::string expected = "^[";
  std::string all;
  for (char32_t value = 0x80; value <= 0x1FFFF; ++value) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    if (next_in_orbit(value) == value) append_utf8(all, value);
  }
  // A character without cases matches itself alone: it is not taken by the class of all others'.
  CodePointSet folding;
  for (char32_t value = 0; value <= 0x1FFFF; ++value) {
    if (next_in_orbit(value) != value) folding.add(value, value);
  }
  std::string members;
  for (const CodePointRange range : folding.ranges()) {
    append_utf8(members, range.low);
    members += '-';
    append_utf8(members, range.high);
  }
  const RE2 with_case("[" + members + "]", options_of(CaseRule::kIgnoreCase));
  REQUIRE(with_case.ok());
  CHECK_FALSE(RE2::PartialMatch(all, with_case));
}

TEST_CASE("the classes of Unicode that are known are RE2's", "[named_class]") {
  for (const char* name : {"L", "Lu", "Han", "Greek", "Any", "Zs", "Cypro_Minoan", "Yi"}) {
    CHECK(is_unicode_class(name));
    CHECK(re2_takes("\\p{" + std::string(name) + "}", CaseRule::kIgnoreCase));
  }
  for (const char* name : {"", "X", "han", "Letter", "L&", "Cn", "LC", "Unknown"}) {
    CHECK_FALSE(is_unicode_class(name));
    CHECK_FALSE(re2_takes("\\p{" + std::string(name) + "}", CaseRule::kIgnoreCase));
  }
}

}  // namespace
}  // namespace kbc
