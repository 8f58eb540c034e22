// Where a hit is, and what its groups have matched, is what RE2 says: leftmost, and of the matches
// that begin there the one that the regex prefers.

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/re2.h"
#include "kbc/log_matcher.h"
#include "match/made_patterns.h"
#include "match/matcher.h"

namespace kbc {
namespace {

using Groups = std::vector<std::pair<std::string, std::string>>;

struct Found {
  std::size_t begin = 0, end = 0;
  Groups groups;

  bool operator==(const Found&) const = default;
};

std::string text_of(const Found& found) {
  std::string text = std::to_string(found.begin) + "-" + std::to_string(found.end);
  for (const auto& [name, value] : found.groups) text += " " + name + "=`" + value + "`";
  return text;
}

// RE2's own answer, the judge of these tests. A regex is compiled once.
class Judge {
 public:
  explicit Judge(const std::string& regex) : regex_(regex, options()) { REQUIRE(regex_.ok()); }

  std::optional<Found> find(const std::string& text) const {
    std::vector<re2::StringPiece> groups(
        static_cast<std::size_t>(regex_.NumberOfCapturingGroups()) + 1);
    if (!regex_.Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(),
                      static_cast<int>(groups.size()))) {
      return {};
    }
    Found found;
    found.begin = static_cast<std::size_t>(groups[0].data() - text.data());
    found.end = found.begin + groups[0].size();
    for (const auto& [number, name] : regex_.CapturingGroupNames()) {
      const re2::StringPiece& group = groups[static_cast<std::size_t>(number)];
      if (group.data() == nullptr) continue;
      found.groups.emplace_back(name, std::string(group.data(), group.size()));
    }
    return found;
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    return options;
  }

  RE2 regex_;
};

// What the library says of the first entry; nothing when it does not match.
class Finder {
 public:
  explicit Finder(const std::vector<std::string>& regexes) {
    Result<std::string> bytes = index_of_patterns(regexes, CaseRule::kIgnoreCase);
    REQUIRE(bytes);
    bytes_ = std::move(*bytes);
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
    matcher_ = LogMatcher::over(*index_, error);
    REQUIRE(matcher_);
  }

  std::vector<std::optional<Found>> find(const std::string& text) const {
    MatchOptions options;
    options.plain = true;
    std::vector<std::optional<Found>> all(index_->size());
    for (const Match& match : matcher_->match(text, options)) {
      Found found{match.begin, match.end, {}};
      for (const Match::Group& group : match.groups) {
        found.groups.emplace_back(group.name, text.substr(group.begin, group.end - group.begin));
      }
      all[match.entry] = found;
    }
    return all;
  }

 private:
  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<LogMatcher> matcher_;
};

// A pattern with named groups, and a text that it matches.
class MadePattern {
 public:
  explicit MadePattern(std::mt19937& random) : random_(random) {
    while (groups_ == 0) {
      regex.clear();
      sample.clear();
      concat(0);
    }
  }

  std::string regex;
  std::string sample;

 private:
  struct Atom {
    const char* regex;
    const char* samples[3];
  };

  std::size_t below(std::size_t count) { return random_() % count; }

  void concat(int depth) {
    for (std::size_t left = 1 + below(4); left > 0; --left) piece(depth);
  }

  void piece(int depth) {
    static const char* const kRepeats[] = {"", "", "", "*", "+", "?", "{0,3}", "{1,2}", "*?", "??"};
    static const std::size_t kLeast[] = {1, 1, 1, 0, 1, 0, 0, 1, 0, 0};
    const std::size_t repeat = below(std::size(kRepeats));
    const std::string before = sample;
    const std::size_t begin = regex.size();
    atom(depth);
    const std::string once = sample.substr(before.size());
    // Only one character, or what is in brackets.
    const bool is_repeated = regex[begin] == '(' || regex.size() - begin == 1 ||
                             regex[begin] == '[' || regex[begin] == '\\';
    if (!is_repeated) return;
    regex += kRepeats[repeat];
    sample = before;
    const std::size_t times = kRepeats[repeat][0] == '\0' ? 1 : kLeast[repeat] + below(2);
    for (std::size_t left = times; left > 0; --left) sample += once;
  }

  void atom(int depth) {
    static const Atom kAtoms[] = {
        {"error: ", {"error: ", "Error: ", "error: "}},
        {"lock", {"lock", "LOCK", "lock"}},
        {"no such file", {"no such file", "No such file", "no such file"}},
        {"port ", {"port ", "port ", "Port "}},
        {"x", {"x", "X", "x"}},
        {"\\d", {"1", "42", "7"}},
        {"\\S", {"/var", "a", "é"}},
        {"\\w", {"w", "ab", "_"}},
        {".", {"q", " ", "é"}},
        {"[a-f]", {"a", "c", "F"}},
        {"[^:]", {"z", "-", "国"}},
        {"\\s", {" ", "\t", " "}},
        {"\\.", {".", ".", "."}},
        {"K", {"k", "\u212A", "K"}},
    };
    const std::size_t kind = below(10);
    if (kind < 3 && depth < 2) return group(depth);
    if (kind == 3 && depth < 2) return choice(depth);
    const Atom& one = kAtoms[below(std::size(kAtoms))];
    regex += one.regex;
    sample += one.samples[below(3)];
  }

  void group(int depth) {
    regex += "(?P<g" + std::to_string(++groups_) + ">";
    concat(depth + 1);
    regex += ")";
  }

  void choice(int depth) {
    regex += "(?:";
    concat(depth + 1);
    const std::string first = sample;
    regex += "|";
    concat(depth + 1);
    regex += ")";
    if (below(2) == 0) sample = first;
  }

  std::mt19937& random_;
  int groups_ = 0;
};

std::string with_noise(const std::string& sample, std::mt19937& random) {
  static const char* const kNoise[] = {"",   "",     "cat: ", "xx lock ", "a b c ",
                                       "\n", "é国 ", "1 ",    "error: "};
  const auto noise = [&] { return std::string(kNoise[random() % std::size(kNoise)]); };
  return noise() + noise() + sample + noise() + noise();
}

}  // namespace

TEST_CASE("groups keep their text when the regex begins with what may be empty", "[match]") {
  const struct {
    const char* regex;
    const char* text;
    std::size_t begin, end;
    Groups groups;
  } kCases[] = {
      {R"((?P<p>\S*)\.lock)", "open /var/x.lock: no", 5, 16, {{"p", "/var/x"}}},
      {R"((?P<file>.*): No such file)",
       "cat: /tmp/foo: No such file",
       0,
       27,
       {{"file", "cat: /tmp/foo"}}},
      {R"((?P<code>E\d+)?: unresolved)", "E42: unresolved", 0, 15, {{"code", "E42"}}},
      {R"((?P<o>(error|warning): )?disk full)", "warning: disk full", 0, 18, {{"o", "warning: "}}},
      {R"((?P<d>\d{0,3})ms timeout)", "took 250ms timeout", 5, 18, {{"d", "250"}}},
      {R"(bind failed: (?P<why>.*))",
       "bind failed: address already in use",
       0,
       35,
       {{"why", "address already in use"}}},
      {"a*b", "ab", 0, 2, {}},
      {R"(\w*I\w*)", "acegikmoqsuwyACEGIKMOQSUWY", 0, 26, {}},
      {"[abcd]+", "cab", 0, 3, {}},
      {"lock|(?P<n>no )?such file", "no such file", 0, 12, {{"n", "no "}}},
      // The rarest alternative decides, and the groups are those of its branch.
      {R"(refused|(?P<h>\S* )?connection timed out (?P<n>\d*))",
       "refused, then web connection timed out 12",
       14,
       41,
       {{"h", "web "}, {"n", "12"}}},
      {R"((?i)refused|(?P<q>[a-c]*)x(?P<r>\d+)z)",
       "refused ABCX12Z",
       8,
       15,
       {{"q", "ABC"}, {"r", "12"}}},
      {R"(disk[|](?P<a>.?)\|full\Q|\E|quota)", "no quota, disk|x|full|", 10, 22, {{"a", "x"}}},
      {"(?P<first>.*)\\nlast", "one\ntwo\nlast", 4, 12, {{"first", "two"}}},
  };
  for (const auto& one : kCases) {
    CAPTURE(one.regex, one.text);
    const auto found = Finder({one.regex}).find(one.text)[0];
    REQUIRE(found);
    CHECK(text_of(*found) == text_of({one.begin, one.end, one.groups}));
  }
}

TEST_CASE("places and groups are RE2's on made patterns", "[match][slow]") {
  std::mt19937 random(7);
  std::size_t matches = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<std::string> regexes;
    std::vector<std::string> texts;
    for (int at = 0; at < 100; ++at) {
      const MadePattern made(random);
      regexes.push_back(made.regex);
      texts.push_back(with_noise(made.sample, random));
    }
    const Finder finder(regexes);
    // RE2 is neither copied nor moved.
    const std::deque<Judge> judges(regexes.begin(), regexes.end());
    for (std::size_t at = 0; at < texts.size(); ++at) {
      const auto found = finder.find(texts[at]);
      // Its own, and some that match by chance.
      for (std::size_t entry = at; entry < regexes.size(); entry += 17) {
        CAPTURE(regexes[entry], texts[at]);
        const std::optional<Found> expected = judges[entry].find(texts[at]);
        REQUIRE(found[entry].has_value() == expected.has_value());
        if (!expected) continue;
        CHECK(text_of(*found[entry]) == text_of(*expected));
        ++matches;
      }
    }
  }
  CHECK(matches > 9000);
}

TEST_CASE("of several branches the one that decides has its own place", "[match][slow]") {
  std::mt19937 random(19);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::vector<std::string>> branches;
    std::vector<std::string> regexes, texts;
    for (int at = 0; at < 50; ++at) {
      const MadePattern first(random), second(random);
      // Names are used once in a regex.
      std::string renamed = second.regex;
      for (std::size_t place = 0; (place = renamed.find("<g", place)) != std::string::npos;) {
        renamed[++place] = 'h';
      }
      branches.push_back({first.regex, renamed});
      regexes.push_back(first.regex + "|" + renamed);
      texts.push_back(with_noise(first.sample, random) + with_noise(second.sample, random));
    }
    const Finder finder(regexes);
    for (std::size_t at = 0; at < texts.size(); ++at) {
      CAPTURE(regexes[at], texts[at]);
      const std::optional<Found> found = finder.find(texts[at])[at];
      REQUIRE(found);
      std::vector<std::string> expected;
      for (const std::string& branch : {branches[at][0], branches[at][1], regexes[at]}) {
        if (const auto match = Judge(branch).find(texts[at])) expected.push_back(text_of(*match));
      }
      const std::string own = text_of(*found);
      CAPTURE(expected, own);
      CHECK(std::find(expected.begin(), expected.end(), own) != expected.end());
    }
  }
}

}  // namespace kbc
