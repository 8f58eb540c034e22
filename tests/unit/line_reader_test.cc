#include "driver/line_reader.h"

#include <string>
#include <vector>

#include "catch.h"
#include "cli/process.h"

namespace kbc {
namespace {

using Lines = std::vector<std::string>;

// "number: line" for each piece that comes.
Lines lines_of(const std::string& content) {
  const TemporaryFolder folder;
  folder.write("log", content);
  Result<LineReader> reader = LineReader::open(folder.path("log"), LineReader::Wait::kNo);
  REQUIRE(reader);
  Lines lines;
  for (std::string_view line; reader->next(line);) {
    lines.push_back(std::to_string(reader->number()) + ": " + std::string(line));
  }
  CHECK(reader->error().empty());
  return lines;
}

}  // namespace

TEST_CASE("a line ends with LF or CR LF, which are no part of it", "[line_reader]") {
  CHECK(lines_of("a\r\nb\n\r\n\nc\r\n") == Lines{"1: a", "2: b", "3: ", "4: ", "5: c"});
  CHECK(lines_of("a\n\nb") == Lines{"1: a", "2: ", "3: b"});
  CHECK(lines_of("").empty());
}

TEST_CASE("a CR elsewhere is a part of its line", "[line_reader]") {
  CHECK(lines_of("10%\r20%\r\n\r\r\nx\r") == Lines{"1: 10%\r20%", "2: \r", "3: x\r"});
}

TEST_CASE("a line that is too long comes in pieces of whole characters, which overlap",
          "[line_reader]") {
  constexpr std::size_t kLongest = LineCutter::kLongestLine;
  constexpr std::size_t kOverlap = LineMatcher::kOverlap;
  // What differs would be a megabyte to print.
  const auto gives = [](const std::string& content, const Lines& expected) {
    return lines_of(content) == expected;
  };
  const std::string most(kLongest, 'x');
  const std::string overlap(kOverlap, 'x');
  CHECK(gives(most + "\ny\n", {"1: " + most, "2: y"}));
  CHECK(gives(most, {"1: " + most}));
  CHECK(gives(most + "x\r\ny\n", {"1: " + most, "1: " + overlap + "x", "2: y"}));
  for (const std::string wide : {"é", "国", "😀"}) {
    const std::string first(kLongest - 1, 'x');
    CAPTURE(wide);
    CHECK(gives(first + wide + "\ny", {"1: " + first, "1: " + overlap + wide, "2: y"}));
    // A piece begins with a whole character, too.
    const std::string begin(kLongest - kOverlap - 1, 'x');
    CHECK(gives(begin + wide + most, {"1: " + (begin + wide + most).substr(0, kLongest),
                                      "1: " + wide + most.substr(0, kLongest - wide.size()),
                                      "1: " + overlap + std::string(wide.size(), 'x')}));
  }
}

}  // namespace kbc
