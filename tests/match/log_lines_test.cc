// What a log says over its line ends, in lines that are too long, and where it was wrapped.

#include "decode/log_lines.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "driver/line_reader.h"
#include "match/made_patterns.h"

namespace kbc {
namespace {

// "entry line begin-end via: matched" for each hit, in the order in which they are seen.
using Seen = std::vector<std::string>;

class Log {
 public:
  explicit Log(const std::vector<std::string>& regexes) {
    Result<std::string> bytes = index_of_patterns(regexes, CaseRule::kIgnoreCase);
    REQUIRE(bytes);
    bytes_ = std::move(*bytes);
    std::string error;
    index_ = kbx::Index::over(bytes_, error);
    REQUIRE(index_);
    matcher_ = Matcher::over(*index_, error);
    REQUIRE(matcher_);
  }

  // As `kbc match --file` does it.
  Seen read(const std::string& content, ReadMode mode = ReadMode::kAll) const {
    const TemporaryFolder folder;
    folder.write("log", content);
    Result<LineReader> reader = LineReader::open(folder.path("log"), LineReader::Wait::kNo);
    REQUIRE(reader);
    Seen seen;
    LogLines lines(*matcher_, mode);
    MatchScratch scratch;
    const LineMatcher::See see = [&](const ReadLine& line, const std::vector<Hit>& hits) {
      for (const Hit& hit : hits) {
        const Matcher::Place found = matcher_->locate(line.text, hit, scratch);
        const ReadLine::Place place = line.place(found.begin, found.end, reader->number());
        seen.push_back(std::to_string(hit.entry) + " " + std::to_string(place.line) + " " +
                       std::to_string(place.range.begin) + "-" + std::to_string(place.range.end) +
                       " " + std::string(line.via) + ": " +
                       std::string(line.text.substr(found.begin, found.end - found.begin)));
      }
    };
    for (std::string_view line; reader->next(line);) {
      lines.match({line, reader->before(), reader->piece()}, scratch, see);
    }
    lines.finish(scratch, see);
    return seen;
  }

 private:
  std::string bytes_;
  std::optional<kbx::Index> index_;
  std::optional<Matcher> matcher_;
};

std::string lines_of_x(std::size_t count) {
  std::string text;
  while (count-- > 0) text += "x\n";
  return text;
}

}  // namespace

TEST_CASE("a pattern over line ends is found in a log, where it begins", "[log-lines]") {
  const Log log({"cannot start:\\s+no gear"});
  CHECK(log.read("fine\nengine: cannot start:\n  no gear\nfine\n") ==
        Seen{"0 2 8-31 : cannot start:\n  no gear"});
  // Which of the lines has the rarest literal makes no difference.
  CHECK(Log({"ab\\s+no gear at all"}).read("ab\nno gear at all") ==
        Seen{"0 1 0-17 : ab\nno gear at all"});
  CHECK(Log({"no gear at all\\s+ab"}).read("no gear at all\nab") ==
        Seen{"0 1 0-17 : no gear at all\nab"});
  // A CR before a line end is none of the text, but counts in the places; so do colours.
  CHECK(log.read("cannot start:\r\n\r\n no gear\r\n") ==
        Seen{"0 1 0-25 : cannot start:\n\n no gear"});
  CHECK(log.read("\x1b[1mcannot start:\x1b[0m\nno gear\n") ==
        Seen{"0 1 4-29 : cannot start:\nno gear"});
  CHECK(log.read("cannot start:\ngear\n").empty());
  CHECK(log.read("no gear\ncannot start:\n").empty());
}

TEST_CASE("a literal with a line end in it is found in a log", "[log-lines]") {
  CHECK(Log({"first line\\nsecond"}).read("the first line\nsecond\n") ==
        Seen{"0 1 4-21 : first line\nsecond"});
  CHECK(Log({"(?:alpha\\n|beta\\n)\\btail\\b"}).read("alpha\ntail\n") ==
        Seen{"0 1 0-10 : alpha\ntail"});
}

TEST_CASE("each match over line ends is seen once", "[log-lines]") {
  const Log log({"cannot start:\\s+no gear"});
  const std::string one = "cannot start:\nno gear\n";
  CHECK(log.read(one + one + "x\n" + one).size() == 3);
  // In a line by itself it is a hit of that line, as before.
  CHECK(log.read("cannot start: no gear\nno gear\n" + one) ==
        Seen{"0 1 0-21 : cannot start: no gear", "0 3 0-21 : cannot start:\nno gear"});
}

TEST_CASE("a match over line ends has bounds", "[log-lines]") {
  const Log log({"begin:[x\\n]*end of it"});
  const std::size_t most = LogLines::kMostLines;
  CHECK(log.read("begin:\n" + lines_of_x(most - 2) + "end of it\n").size() == 1);
  CHECK(log.read("begin:\n" + lines_of_x(most - 1) + "end of it\n").empty());
  const std::string wide(LogLines::kMostBytes, 'x');
  CHECK(log.read("begin:\n" + wide + "\nend of it\n").empty());
}

TEST_CASE("each line of a log begins a text and ends one", "[log-lines]") {
  const Log log({"^begins\\s+here", "over\\s+there$", "^only$"});
  CHECK(log.read("x\nbegins\nhere\ngo over\nthere\nonly\n") ==
        Seen{"0 2 0-11 : begins\nhere", "1 4 3-13 : over\nthere", "2 6 0-4 : only"});
  CHECK(log.read("x begins\nhere\nover\nthere too\n").empty());
}

TEST_CASE("a line that comes in pieces is one line", "[log-lines]") {
  const Log log({"connection refused by (?P<who>\\w+)", "^line begin", "line end$", "x{3}z"});
  const std::size_t longest = LineCutter::kLongestLine;
  const std::string hit = "connection refused by peer";
  // Wherever the cut is.
  for (std::size_t before = longest - 40; before < longest + 5; before += 3) {
    const std::string begin = std::to_string(before);
    const std::string end = std::to_string(before + hit.size());
    CHECK(log.read(std::string(before, '-') + hit + std::string(100, '-')) ==
          Seen{"0 1 " + begin + "-" + end + " : " + hit});
  }
  // Two of one entry are one hit of the line.
  CHECK(log.read(hit + std::string(3 * longest, '-') + hit + "\n" + hit) ==
        Seen{"0 1 0-26 : " + hit, "0 2 0-26 : " + hit});
  // Where a piece begins or ends the line does not.
  const std::size_t second = longest - LineMatcher::kOverlap;
  CHECK(log.read(std::string(second, '-') + "line begin" + std::string(longest, '-')).empty());
  CHECK(log.read(std::string(longest - 8, '-') + "line end" + std::string(longest, '-')).empty());
  CHECK(log.read(std::string(2 * longest, '-') + "line end") ==
        Seen{"2 1 2097152-2097160 : line end"});
}

TEST_CASE("a short log is read without the line ends of wrapping", "[log-lines]") {
  const Log log({"the first word and the second one are not far", "timed out after \\d+ seconds"});
  const std::string wrapped =
      "2026-01-10 12:00:00 here is a message which tells that the first word and the\n"
      "second one are not far from each other\n";
  CHECK(log.read("x\n" + wrapped) ==
        Seen{"0 2 55-100 wrapped: the first word and the second one are not far"});
  CHECK(log.read(wrapped, ReadMode::kPlain).empty());
  // Not where lines end anywhere.
  CHECK(log.read("the first word and the\nsecond one are not far from each other, which is wide\n")
            .empty());
  std::string longer = wrapped;
  while (longer.size() < LineMatcher::kLongestMessage) longer += "a line\n";
  CHECK(log.read(longer).empty());
}

}  // namespace kbc
