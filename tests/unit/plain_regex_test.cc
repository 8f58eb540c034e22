#include "regex/plain_regex.h"

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/re2.h"
#include "index/bases.h"
#include "lower/lower.h"
#include "parse/parse.h"
#include "regex/compiled_regex.h"

namespace kbc {
namespace {

std::optional<PlainRegex> read(std::string_view regex, CaseRule rule) {
  const SyntaxTree tree = parse_pattern(regex, rule);
  if (!tree.ok()) return {};
  return PlainRegex::from(lower_pattern(tree));
}

// A regex read both ways.
class Pair {
 public:
  Pair(std::string regex, CaseRule rule) : text_(std::move(regex)), plain_(read(text_, rule)) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(rule == CaseRule::kCaseSensitive);
    options.set_never_capture(true);
    re2_ = std::make_unique<RE2>(text_, options);
    INFO("regex: " << text_);
    if (!plain_) return;
    if (!re2_->ok()) FAIL("RE2: " << re2_->error());
    if (plain_->matches_empty() != RE2::PartialMatch("", *re2_)) FAIL("the empty text");
  }

  bool is_plain() const { return plain_.has_value(); }
  bool re2_matches(std::string_view text) const {
    return re2_->ok() && RE2::PartialMatch(re2_piece(text), *re2_);
  }

  // What the plain one says of a text, to which RE2 has to agree.
  std::optional<bool> matches(std::string_view text) const {
    if (!plain_) return {};
    const std::optional<bool> answer = plain_->matches(text);
    if (!answer || *answer == re2_matches(text)) {
      compare_match(text);
      return answer;
    }
    FAIL("regex: " << text_ << "\ntext: " << text << "\nRE2 says otherwise than " << *answer);
    return {};
  }

 private:
  void compare_match(std::string_view text) const {
    const std::optional<TextRange> found = plain_->find(text);
    re2::StringPiece match;
    if (!found || !re2_->Match(re2_piece(text), 0, text.size(), RE2::UNANCHORED, &match, 1)) {
      if (found) FAIL("regex: " << text_ << "\ntext: " << text << "\nRE2 finds nothing");
      return;
    }
    const TextRange wanted{static_cast<std::size_t>(match.data() - text.data()), match.size()};
    if (*found == wanted) return;
    FAIL("regex: " << text_ << "\ntext: " << text << "\nRE2 finds " << wanted.offset << "+"
                   << wanted.length << ", not " << found->offset << "+" << found->length);
  }

  std::string text_;
  std::optional<PlainRegex> plain_;
  std::unique_ptr<RE2> re2_;
};

bool is_plain(const std::string& regex) {
  return Pair(regex, CaseRule::kIgnoreCase).is_plain() &&
         Pair(regex, CaseRule::kCaseSensitive).is_plain();
}

enum class Answer { kNo, kYes, kUnsure };

Answer answer(const std::string& regex, std::string_view text,
              CaseRule rule = CaseRule::kIgnoreCase) {
  const std::optional<bool> given = Pair(regex, rule).matches(text);
  if (!given) return Answer::kUnsure;
  return *given ? Answer::kYes : Answer::kNo;
}

TEST_CASE("the regexes that entries have are plain", "[plain_regex]") {
  for (const char* regex : {"",
                            "push",
                            "a|b|",
                            "(a|b.*c)",
                            "(?:a(b)?)+",
                            "()",
                            "(?i)push",
                            "a.?b.+c.*d",
                            "a{2}",
                            "a{2,}",
                            "a{0,40}b",
                            "(ab|c){3,5}?",
                            "\\d+\\s\\w*\\D\\S\\W",
                            "[a-c_.]",
                            "[^'\"]+",
                            "[-a]",
                            "[a-]",
                            "[\\d\\]-]",
                            "\\[a\\]\\(\\)\\ \\-",
                            "]",
                            "}",
                            "밥.*상온",
                            "a??",
                            "\\n\\t\\r",
                            "^a$",
                            "(?m)^a$|\\Ab\\z",
                            "a(?i)*",
                            "[[:alpha:]]",
                            "[]a]",
                            "\\Qa.b\\E",
                            "(?s)a.b",
                            "(?P<n>a)",
                            "a{0}b",
                            "a{,2}",
                            "a{02}",
                            "a{",
                            "[é-ü]",
                            "[\\d-z]",
                            "\\_",
                            "a{99999999999}",
                            "\\x41\\x{4e2d}",
                            "[Xx]"}) {
    CAPTURE(regex);
    CHECK(is_plain(regex));
  }
}

TEST_CASE("what is not certain is left to RE2", "[plain_regex]") {
  for (const char* regex : {"\\ba",
                            "a\\B",
                            "\\p{L}",
                            "\\C",
                            "\\x{d800}",
                            "a**",
                            "*a",
                            "(",
                            ")",
                            "[",
                            "[z-a]",
                            "\\",
                            "\\1",
                            "(?=a)",
                            "a{2,1}",
                            "{2}",
                            "a{1001}",
                            "(?i",
                            "\xff",
                            "(a{40}){40}",
                            "((a{10}){10}){11}",
                            "(([a-cx-z]){30}){33}"}) {
    CAPTURE(regex);
    CHECK_FALSE(read(regex, CaseRule::kIgnoreCase).has_value());
    CHECK_FALSE(read(regex, CaseRule::kCaseSensitive).has_value());
  }
}

TEST_CASE("a plain regex finds what it should", "[plain_regex]") {
  CHECK(answer("push.*rejected", "error: PUSH was Rejected") == Answer::kYes);
  CHECK(answer("a.c", "xxabaéc") == Answer::kYes);
  CHECK(answer("a.c", "a中c") == Answer::kYes);
  CHECK(answer("a.c", "a\nc") == Answer::kNo);
  CHECK(answer("(x|push) +rejected?", "push  rejecte") == Answer::kYes);
  CHECK(answer("a{3}", "baaab") == Answer::kYes);
  CHECK(answer("a{3}", "aabaa") == Answer::kNo);
  CHECK(answer("a.{2,4}b", "a1234b") == Answer::kYes);
  CHECK(answer("a.{2,4}b", "a1b2345b") == Answer::kNo);
  CHECK(answer("(ab?){2,}c", "xabac") == Answer::kYes);
  CHECK(answer("(ab?){2,}c", "xabc") == Answer::kNo);
  CHECK(answer("timed? ?out", "timeout") == Answer::kYes);
  CHECK(answer("[0-9a-f]{4}", "0xBEEF") == Answer::kYes);
  CHECK(answer("[^a-z]", "abc1") == Answer::kYes);
  CHECK(answer("[^a-z]", "aBc") == Answer::kNo);
  CHECK(answer("[^a-z]", "aBc", CaseRule::kCaseSensitive) == Answer::kYes);
  CHECK(answer("é", "café") == Answer::kYes);
}

TEST_CASE("the case of letters counts when the knowledge base says so", "[plain_regex]") {
  CHECK(answer("Push", "push", CaseRule::kCaseSensitive) == Answer::kNo);
  CHECK(answer("Push", "a Push", CaseRule::kCaseSensitive) == Answer::kYes);
  CHECK(answer("(?i)Push", "pUSH", CaseRule::kCaseSensitive) == Answer::kYes);
}

TEST_CASE("letters beyond ASCII have the pairs that RE2 knows", "[plain_regex]") {
  CHECK(answer("k", "\u212A") == Answer::kYes);
  CHECK(answer("k", "\u212A", CaseRule::kCaseSensitive) == Answer::kNo);
  CHECK(answer("[^k]", "\u212A") == Answer::kNo);
  CHECK(answer("É", "é") == Answer::kYes);
}

TEST_CASE("assertions hold where RE2 says they do", "[plain_regex]") {
  CHECK(answer("^b", "a\nb") == Answer::kNo);
  CHECK(answer("(?m)^b$", "a\nb\nc") == Answer::kYes);
  CHECK(answer("a$", "a\n") == Answer::kNo);
  CHECK(answer("(^|x)a", "ba") == Answer::kNo);
  CHECK(answer("(^|x)a", "bxa") == Answer::kYes);
  CHECK(answer("(a|^)*b", "cb") == Answer::kYes);
  CHECK(answer("^$", "") == Answer::kYes);
  CHECK(answer("$", "a\xff") == Answer::kUnsure);
}

TEST_CASE("a text that is not UTF-8 matches before its fault at most", "[plain_regex]") {
  CHECK(answer("a.b", "axb\xff") == Answer::kYes);
  CHECK(answer("a.*b", "a\xff b") == Answer::kUnsure);
  CHECK(answer("a.b", "a\xed\xa0\x80 b") == Answer::kUnsure);
  CHECK(answer("a.b",
               "a\xef\xbf\xbd"
               "b") == Answer::kYes);
}

TEST_CASE("every escape that is taken means what it means to RE2", "[plain_regex]") {
  for (int c = 0; c < 128; ++c) {
    for (const CaseRule rule : {CaseRule::kIgnoreCase, CaseRule::kCaseSensitive}) {
      for (const std::string& regex :
           {std::string(1, static_cast<char>(c)), std::string{'\\', static_cast<char>(c)},
            std::string{'[', static_cast<char>(c), ']'},
            std::string{'[', '\\', static_cast<char>(c), ']'},
            std::string{'[', '^', static_cast<char>(c), 'm', ']'}}) {
        const Pair pair(regex, rule);
        if (!pair.is_plain()) continue;
        for (int other = 0; other < 128; ++other) {
          const std::string text(1, static_cast<char>(other));
          if (!pair.matches(text)) FAIL(regex << " at " << other);
        }
      }
    }
  }
}

TEST_CASE("the largest plain regexes are small to RE2", "[plain_regex]") {
  std::string classes;
  for (int i = 0; i < 900; ++i) classes += "[^k-s]";
  CHECK(is_plain(classes));
  CHECK(is_plain("([^ks]){320}"));
  CHECK(is_plain(std::string(900, '.')));
  CHECK(is_plain("[" + std::string(1 << 20, 'a') + "]"));
  std::string nested;
  for (int i = 0; i < 45; ++i) nested = "(" + nested + "s.)*";
  CHECK(is_plain(nested));
}

TEST_CASE("no regex is too long or too deep to be refused", "[plain_regex][slow]") {
  for (const char* part :
       {"a", "(", "(a|", "a|", "[a]", ".*", "a{9}", "\\", "[[:", "(?i", "(?P<"}) {
    std::string regex;
    while (regex.size() < (1 << 18)) regex += part;
    CAPTURE(part);
    CHECK_FALSE(read(regex, CaseRule::kIgnoreCase).has_value());
  }
}

TEST_CASE("a search that would make an engine backtrack ends", "[plain_regex]") {
  const std::string text(1 << 20, 'a');
  CHECK(answer("(a*)*b", text) == Answer::kNo);
  CHECK(answer("(a|a|aa)*(a?){30}b", text) == Answer::kNo);
}

TEST_CASE("the match of a plain regex is told without RE2", "[plain_regex]") {
  for (const auto& [regex, match] : {std::pair<const char*, const char*>{"push|pushed", "push"},
                                     {"pushed|push", "pushed"},
                                     {"p.*?e", "pushe"},
                                     {"p.*e", "pushed to remote"},
                                     {"o\\w{2,3}", "ote"},
                                     {"to$|e$", "e"}}) {
    CAPTURE(regex);
    const CompiledRegex compiled(regex, CaseRule::kIgnoreCase);
    CHECK(compiled.match_in("was pushed to remote") == match);
    CHECK_FALSE(compiled.is_compiled());
  }
  const CompiledRegex asked("\\bpush", CaseRule::kIgnoreCase);
  CHECK(asked.match_in("a push") == "push");
  CHECK(asked.is_compiled());
}

// Puts parts together at random; the same ones each time.
class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  std::string of(const std::vector<std::string>& parts, std::size_t most) {
    std::string made;
    for (std::size_t count = below(most + 1); count > 0; --count)
      made += parts[below(parts.size())];
    return made;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  std::mt19937 random_;
};

const std::vector<std::string> kTextParts = {"a", "b", "k", "S", "K",  "1",      " ", "_",   "\n",
                                             "-", ".", "é", "É", "中", "\u212A", "ſ", "\xff"};

TEST_CASE("generated regexes match what RE2 matches", "[plain_regex][slow]") {
  const std::vector<std::string> parts = {
      "a",   "b",   "k",    "S",   "1",    " ",   ".",   ".*",       ".+",    ".?",       "|",
      "(",   ")",   "(?:",  ")*",  ")+",   ")?",  "*",   "+",        "?",     "{2}",      "{1,3}",
      "\\d", "\\W", "\\s+", "\\.", "\\-",  "[",   "]",   "[^",       "[a-k]", "[^\\dK]+", "-",
      "é",   "中",  "^",    "$",   "{2,}", "{0}", "\\b", "a.{0,4}b", "(a|b)", "(?i)",     "\\S*"};
  Maker maker(1);
  std::size_t plain = 0;
  std::size_t yes = 0;
  std::size_t no = 0;
  for (int round = 0; round < 30000; ++round) {
    const CaseRule rule = round % 3 == 0 ? CaseRule::kCaseSensitive : CaseRule::kIgnoreCase;
    const Pair pair(maker.of(parts, 8), rule);
    if (!pair.is_plain()) continue;
    ++plain;
    for (int text_round = 0; text_round < 10; ++text_round) {
      const std::optional<bool> given = pair.matches(maker.of(kTextParts, 10));
      if (given) ++(*given ? yes : no);
    }
  }
  CHECK(plain > 5000);
  CHECK(yes > 20000);
  CHECK(no > 5000);
}

// All texts of these characters, from the empty one to those of this length.
std::vector<std::string> all_texts(std::string_view characters, std::size_t longest) {
  std::vector<std::string> texts = {""};
  for (std::size_t first = 0; texts.back().size() < longest;) {
    const std::size_t end = texts.size();
    for (std::size_t index = first; index < end; ++index) {
      for (const char c : characters) texts.push_back(texts[index] + c);
    }
    first = end;
  }
  return texts;
}

TEST_CASE("every short regex matches what RE2 matches, and nothing else", "[plain_regex]") {
  const std::vector<std::string> texts = all_texts("aB\n", 4);
  std::size_t plain = 0;
  for (const std::string& regex : all_texts("ab.*+?|()", 5)) {
    const Pair pair(regex,
                    regex.size() % 2 == 0 ? CaseRule::kIgnoreCase : CaseRule::kCaseSensitive);
    if (!pair.is_plain()) continue;
    ++plain;
    for (const std::string& text : texts) {
      if (!pair.matches(text)) FAIL(regex << " at " << text);
    }
  }
  CHECK(plain > 7000);
}

TEST_CASE("the regexes of many entries match what RE2 matches", "[plain_regex][slow]") {
  for (const std::string& base : all_bases()) {
    CAPTURE(base);
    std::vector<std::string> regexes;
    std::vector<std::string> signatures;
    for (const std::string& text : buildable_entries(base)) {
      Document document;
      parse_json(text, Dialect::kJson, document);
      const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
      regexes.emplace_back(entry["regex"].value);
      signatures.emplace_back(entry["signature"].value);
    }
    std::size_t plain = 0;
    std::size_t unsure = 0;
    // Each with its own signature and about 60 others.
    const std::size_t stride = signatures.size() / 60 + 1;
    for (std::size_t index = 0; index < regexes.size(); ++index) {
      const Pair pair(regexes[index], CaseRule::kIgnoreCase);
      if (!pair.is_plain()) continue;
      ++plain;
      if (!pair.matches(signatures[index])) ++unsure;
      for (std::size_t other = index % stride; other < signatures.size(); other += stride) {
        pair.matches(signatures[other]);
      }
    }
    CAPTURE(plain, regexes.size(), unsure);
    CHECK(plain > regexes.size() / 2);
    CHECK(unsure < plain / 10);
  }
}

}  // namespace
}  // namespace kbc
