// The matcher says of every pattern and text what RE2 says of them, one by one.

#include "match/matcher.h"

#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "catch.h"
#include "core/re2.h"
#include "emit/emit.h"
#include "index/bases.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "link/link.h"
#include "lower/lower.h"
#include "match/made_log.h"
#include "match/made_patterns.h"
#include "parse/parse.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// An index of entries that have nothing but these regexes.
std::string index_of_regexes(const std::vector<std::string>& regexes, CaseRule rule) {
  Result<std::string> bytes = index_of_patterns(regexes, rule);
  REQUIRE(bytes);
  return std::move(*bytes);
}

// A matcher, and RE2 for each of its patterns.
class Pair {
 public:
  explicit Pair(std::string bytes) : bytes_(std::move(bytes)) {
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
    CHECK(index_->verify(error));
    CHECK(error == "");
    matcher_ = Matcher::over(*index_, error);
    INFO(error);
    REQUIRE(matcher_);
    RE2::Options options;
    options.set_case_sensitive(matcher_->case_rule() == CaseRule::kCaseSensitive);
    options.set_log_errors(false);
    for (const auto& entry : index_->entries()) {
      regexes_.push_back(std::make_unique<RE2>(std::string(entry.regex()), options));
    }
  }

  // How many entries match; fails where the two differ.
  std::size_t compare(const std::string& text) {
    std::vector<Hit> hits;
    matcher_->match(text, scratch_, hits);
    std::size_t next = 0;
    for (std::uint32_t entry = 0; entry < regexes_.size(); ++entry) {
      const bool is_hit = next < hits.size() && hits[next].entry == entry;
      if (is_hit) ++next;
      const bool is_match = index_->at(entry)->regex().data() != nullptr && regexes_[entry]->ok() &&
                            RE2::PartialMatch(text, *regexes_[entry]);
      if (is_hit == is_match) continue;
      CAPTURE(text, regexes_[entry]->pattern(), is_hit);
      FAIL("not what RE2 says");
    }
    CHECK(next == hits.size());
    for (const Hit& hit : hits) {
      const Matcher::Place place = matcher_->locate(text, hit, scratch_);
      CHECK(place.begin <= place.end);
      CHECK(place.end <= text.size());
    }
    return hits.size();
  }

  const Matcher& matcher() const { return *matcher_; }
  const kbx::Index& index() const { return *index_; }

 private:
  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<Matcher> matcher_;
  MatchScratch scratch_;
  std::vector<std::unique_ptr<RE2>> regexes_;
};

std::string mutated(std::string text, std::mt19937& random) {
  static const std::string kPieces[] = {
      "K",    "\u212A",   "\u017F", "\n",  " ", "\r\n", "é", "É",
      "\xFF", "\xE2\x84", "国",     "0",   ".", "\t",   "x", std::string(1, '\0'),
      "İ",    "ß",        "😀",      "é国😀"};
  for (int change = 1 + static_cast<int>(random() % 4); change > 0 && !text.empty(); --change) {
    const std::size_t at = random() % text.size();
    switch (random() % 5) {
      case 0:
        text.erase(at, 1 + random() % 3);
        break;
      case 1:
        text.insert(at, kPieces[random() % std::size(kPieces)]);
        break;
      case 2:
        text[at] = static_cast<char>(text[at] ^ 0x20);
        break;
      case 3:
        text = text.substr(at) + text.substr(0, at);
        break;
      default:
        text.insert(at, text.substr(at / 2, random() % 20));
    }
  }
  return text;
}

std::string random_unicode(std::mt19937& random) {
  std::string text;
  for (int left = static_cast<int>(random() % 80); left > 0; --left) {
    static constexpr char32_t kBelow[] = {0x80, 0x80, 0x250, 0x600, 0x3000, 0xFFFF, 0x110000};
    append_utf8(text, random() % kBelow[random() % std::size(kBelow)]);
  }
  return text;
}

// So many characters of one to four bytes each.
std::string of_every_width(std::size_t characters, std::mt19937& random) {
  static const std::string kCharacters[] = {"x", "-", "é", "İ", "国", "\u212A", "😀", "\U000105D9"};
  std::string text;
  while (characters-- > 0) text += kCharacters[random() % std::size(kCharacters)];
  return text;
}

const std::vector<std::string> kHard = {
    "failed to push some refs",
    "out of (memory|space)",
    "colou?r.*(red|green|bl(ue|ack))",
    "a.{2,5}b",
    "x.{0,3}y.{1,4}z.*end",
    "start.?end",
    "no such file.*: [a-z]+\\.txt",
    "code [0-9]+ at",
    "err\\d+\\s+in",
    "first\\s*second",
    "(?s)one.*two",
    "^begins",
    "ends$",
    "(?m)^line$",
    "\\bword\\b",
    "[^a]b[^c]",
    "k+s",
    "[k-m]x",
    "straße|ÉTÉ",
    "(?-i:Exact) Case",
    "国.{0,2}家",
    "W/",
    "6.4",
    "\\\\[0-9]{3}\\\\[0-9]{3}",
    ".+",
    "(a|b|)c?",
    "",
    "(foo|bar|baz).{0,50}(one|two|three).{0,40}(x|y)",
    "\\p{Han}+x",
    "((ab)+c){2}",
    "Error: .+ \\(.*\\)",
    "\\x{212A}elvin",
    "q[^q]*q",
    "\\C\\Cab",
    "tab\\tstop",
    "(?i)MiXeD|(?-i)MiXeD2",
    "a\\nb",
    "[\\s\\S]z9",
    "ſharp",
    "[ſk]eep",
};

const std::vector<std::string> kHardTexts = {
    "",
    "\n",
    "a\nb",
    "begins",
    "x begins",
    "y\nbegins",
    "ends\n",
    "the ends",
    "line\nline",
    "a line",
    "Exact case",
    "exact Case",
    "EXACT CASE",
    "mixed",
    "MiXeD2",
    "mixed2",
    "Kelvin",
    "kelvin",
    "\u212Aelvin",
    "\u017Fharp",
    "SHARP",
    "Strasse",
    "STRASSE straße",
    "été ÉTÉ",
    "国の家",
    "国家",
    "国abc家",
    "axxb",
    "axxxxxxb a12b",
    "x1y12z  end",
    "xyz end xay1z end",
    "xayaay12z\nend",
    "code 42 at",
    "code at",
    "code 4 2 at",
    "err12 \n in",
    "err12 in",
    "first second",
    "first\n\tsecond",
    "firstsecond",
    "one\ntwo",
    "qqq",
    "q\nq",
    "\xFF q\xFFq",
    "6x4",
    "6\n4",
    "\\123\\456",
    "W/",
    "w/\n",
    "abcabc",
    "ababcabc",
    "word",
    "sword",
    "foo one x",
    "foo\none x",
    "bar and two but not y",
    "no such file x: abc.txt",
    "Error: a (b)",
    "Error: (b)",
    "keep \u212Aeep",
    "\u017Feep",
    "z9",
    "\xE2\x84\xAA"
    "elvin \xE2\x84",
    "tab\tstop",
    "START END start-end start--end",
};

}  // namespace

TEST_CASE("the matcher finds what RE2 finds: patterns that are hard to cut", "[match][slow]") {
  for (const CaseRule rule : {CaseRule::kIgnoreCase, CaseRule::kCaseSensitive}) {
    Pair pair(index_of_regexes(kHard, rule));
    std::mt19937 random(3);
    std::size_t matches = 0;
    for (const std::string& text : kHardTexts) matches += pair.compare(text);
    for (int round = 0; round < 4000; ++round) {
      std::string text = kHardTexts[random() % kHardTexts.size()];
      if (random() % 2 == 0)
        text += (random() % 2 == 0 ? " " : "\n") + kHardTexts[random() % kHardTexts.size()];
      matches += pair.compare(mutated(text, random));
      matches += pair.compare(random_unicode(random));
    }
    CHECK(matches > 5000);
  }
}

TEST_CASE("the matcher finds what RE2 finds: characters of every width before an anchor",
          "[match]") {
  Pair pair(index_of_regexes(
      {"foo.{0,2}[^x]bar", "foo.{0,3}bar", "foo.{1,4}[^x]{3}bar.{0,2}baz", "foo.[^-].bar",
       "foo.{0,2}[^x]bar.*baz", "foo.{2}.{0,3}[^x-]b[^x]r", "[^x]foo.{0,9}[^-][^x]baz",
       "(foo|bar).{0,3}[^x]ba[rz].{0,2}[^-]foo", "foo.{0,2}b.r", "foo.{0,4}[é国😀]{2}bar"},
      CaseRule::kIgnoreCase));
  std::mt19937 random(29);
  std::size_t matches = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text = of_every_width(random() % 3, random);
    for (const char* word : {"foo", "bar", "baz", "foo"}) {
      text += word + of_every_width(random() % 7, random);
    }
    // The line goes on: how far an anchor may be is told by its characters, not by the line's end.
    if (random() % 4 != 0) text += std::string(1 + random() % 60, 'z');
    if (random() % 4 == 0) text += '\n' + of_every_width(3, random) + "foobar";
    matches += pair.compare(text);
  }
  CHECK(matches > 5000);
}

TEST_CASE("the matcher finds what RE2 finds: distances beyond what a byte holds", "[match]") {
  Pair pair(
      index_of_regexes({"foo.{0,300}bar", "foo.{256}bar", "foo.{250,260}bar", "foo.{0,255}bar",
                        "foo.{0,256}bar", "(foo.{0,200}b).{0,200}baz", "foo.{0,150}.{0,150}bar",
                        "foo.{100}.{0,180}.bar", "foo.{0,128}.{0,127}bar"},
                       CaseRule::kIgnoreCase));
  for (std::size_t distance = 240; distance < 310; ++distance) {
    pair.compare("foo" + std::string(distance, '-') + "bar");
    pair.compare("foo" + std::string(distance, '-') + "b" + std::string(distance - 60, '-') +
                 "baz");
  }
  CHECK(pair.compare("foo" + std::string(256, '-') + "bar") == 6);
}

TEST_CASE("the matcher finds what RE2 finds: a pattern over several lines", "[match]") {
  Pair pair(index_of_regexes({"(?s)alphabet.*omegapoint", "alphabet[^x]*omegapoint\\nlast words",
                              "alphabet\\s+omegapoint", "(?s)\\balphabet\\b.*\\bomegapoint\\b"},
                             CaseRule::kIgnoreCase));
  for (const std::string between : {" ", "\n", " and\nmore\n", "\n\n"}) {
    for (const std::string last : {"", "\nlast words", "x\nlast words"}) {
      CHECK(pair.compare("first\nalphabet" + between + "omegapoint" + last) >= 1);
    }
  }
}

TEST_CASE("the matcher finds what RE2 finds: the repository's entries", "[match][slow]") {
  Pair pair(index_of(own_entries()));
  std::mt19937 random(5);
  std::size_t matches = 0;
  for (const auto& entry : pair.index().entries()) {
    const std::string signature(entry.signature());
    matches += pair.compare(signature);
    for (int round = 0; round < 12; ++round) pair.compare(mutated(signature, random));
  }
  CHECK(matches > 0);
  for (const std::string& line : made_log(800)) pair.compare(line);
}

TEST_CASE("the matcher finds what RE2 finds: many entries", "[match][slow]") {
  for (const std::string& base : all_bases()) {
    CAPTURE(base);
    Pair pair(index_of(buildable_entries(base)));
    std::mt19937 random(11);
    std::vector<std::string> signatures;
    for (const auto& entry : pair.index().entries()) signatures.emplace_back(entry.signature());
    const bool is_thorough = std::getenv("KBC_THOROUGH") != nullptr;
    for (const std::string& signature : signatures) pair.compare(signature);
    const std::size_t rounds = is_thorough ? signatures.size() : 500;
    for (std::size_t round = 0; round < rounds; ++round) {
      const std::string& signature = signatures[random() % signatures.size()];
      pair.compare(mutated(signature, random));
      pair.compare(signature + "\n" + signatures[random() % signatures.size()]);
      pair.compare(random_unicode(random));
    }
    for (const std::string& line : made_log(is_thorough ? 100000 : 1000)) pair.compare(line);
    // Nearly all patterns of a knowledge base need no regex engine.
    CHECK(pair.matcher().regex_memory() <= Matcher::kDefaultMemory);
  }
}

// How long that takes is bounded by counts: of a program's steps, after which RE2 is asked.
TEST_CASE("long texts are matched", "[match][slow]") {
  Pair pair(index_of_regexes({"ab[^x]*xy.*z", "a.{0,200}b.{0,200}c.{0,200}d", "end of it"},
                             CaseRule::kIgnoreCase));
  std::string text;
  while (text.size() < 20000) text += "ab a b c ";
  pair.compare(text);
  text += "end of it";
  CHECK(pair.compare(text) >= 1);
}

TEST_CASE("many threads match with one matcher", "[match]") {
  Pair pair(index_of_regexes(kHard, CaseRule::kIgnoreCase));
  std::vector<std::vector<Hit>> expected;
  MatchScratch scratch;
  for (const std::string& text : kHardTexts) {
    pair.matcher().match(text, scratch, expected.emplace_back());
  }
  std::vector<int> differences(4);
  {
    std::vector<std::jthread> threads;
    for (int& difference : differences) {
      threads.emplace_back([&] {
        MatchScratch own;
        std::vector<Hit> hits;
        for (int round = 0; round < 20; ++round) {
          for (std::size_t at = 0; at < kHardTexts.size(); ++at) {
            pair.matcher().match(kHardTexts[at], own, hits);
            if (hits.size() != expected[at].size()) ++difference;
          }
        }
      });
    }
  }
  CHECK(differences == std::vector<int>(4));
}

TEST_CASE("what RE2 has compiled stays within its memory", "[match]") {
  std::vector<std::string> regexes;
  for (int at = 0; at < 40; ++at) regexes.push_back("\\bword" + std::to_string(at) + "\\b");
  const std::string bytes = index_of_regexes(regexes, CaseRule::kIgnoreCase);
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  constexpr std::size_t kMemory = 4 << 20;
  const auto matcher = Matcher::over(*index, error, kMemory);
  REQUIRE(matcher);
  std::string text;
  for (int at = 0; at < 40; ++at) text += "word" + std::to_string(at) + ' ';
  MatchScratch scratch;
  std::vector<Hit> hits;
  for (int round = 0; round < 3; ++round) {
    matcher->match(text, scratch, hits);
    CHECK(hits.size() == 40);
    CHECK(matcher->regex_memory() <= kMemory);
    CHECK(matcher->regex_memory() > 0);
  }
}

TEST_CASE("damaged tables of patterns are survived, and found by verify", "[match][slow]") {
  const std::string whole = index_of_regexes(kHard, CaseRule::kIgnoreCase);
  std::mt19937 random(17);
  MatchScratch scratch;
  std::vector<Hit> hits;
  std::string error;
  const auto sound = kbx::Index::over(whole, error);
  REQUIRE(sound);
  std::size_t begin = whole.size();
  for (std::uint32_t at = 0; at < sound->section_count(); ++at) {
    const kbx::SectionView section = sound->section(at);
    if (kbx::tag_text(section.tag).substr(0, 2) == "PT") {
      begin = std::min<std::size_t>(begin, section.offset);
    }
  }
  REQUIRE(begin < whole.size());
  std::size_t opened = 0;
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = whole;
    for (int change = 1 + static_cast<int>(random() % 4); change > 0; --change) {
      const std::size_t at = begin + random() % (whole.size() - begin);
      bytes[at] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    }
    fix_checksums(bytes);
    const ExactCopy copy(bytes);
    const auto index = kbx::Index::over(copy.view(), error);
    REQUIRE(index);
    index->verify(error);
    const auto matcher = Matcher::over(*index, error);
    REQUIRE(matcher.has_value() == error.empty());
    if (!matcher) continue;
    ++opened;
    for (std::size_t at = 0; at < kHardTexts.size(); at += 1 + random() % 7) {
      matcher->match(kHardTexts[at], scratch, hits);
      for (const Hit& hit : hits) {
        CHECK(hit.entry < index->size());
        matcher->locate(kHardTexts[at], hit, scratch);
      }
    }
  }
  CHECK(opened > 300);
}

TEST_CASE("an index without tables of patterns says so", "[match]") {
  std::string bytes = index_of_regexes({"abc"}, CaseRule::kIgnoreCase);
  std::string error;
  for (std::uint32_t at = 0; at < 2; ++at) {
    const auto index = kbx::Index::over(bytes, error);
    REQUIRE(index);
    CHECK(Matcher::over(*index, error).has_value() == (at == 0));
    CHECK(error == (at == 0 ? "" : "it has no pattern tables; rebuild it"));
    // As a reader of version 1.1 sees a file of version 1.0.
    for (std::uint32_t row = 0; row < index->section_count(); ++row) {
      char* place = bytes.data() + kbx::kHeaderBytes + row * kbx::kSectionRowBytes;
      if (place[0] == 'P' && place[1] == 'T') place[0] = 'x';
    }
    fix_checksums(bytes);
  }
}

}  // namespace kbc
