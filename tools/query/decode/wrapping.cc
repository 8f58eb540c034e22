#include "decode/wrapping.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Nobody wraps at fewer columns; lines of a table or a list are shorter.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kSlack = 3;

struct Line {
  std::size_t begin = 0, end = 0;  // without the line end
  std::size_t width = 0;           // in characters
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t next = std::min(text.find('\n', begin), text.size());
    std::size_t end = next;
    if (end > begin && text[end - 1] == '\r') --end;
    lines.push_back({begin, end, count_code_points(text.substr(begin, end - begin))});
    begin = next + 1;
  }
  return lines;
}

std::string_view in(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

// Whether the first word of the next line would have reached beyond the width.
bool is_full(std::string_view text, const Line& line, const Line& next, std::size_t width) {
  const std::string_view rest = trimmed(in(text, next), " \t");
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
  return line.width + 1 + count_code_points(word) > width;
}

}  // namespace

bool undo_wrapping(std::string_view text, Wrapping wrapping, DecodedText& out) {
  const std::vector<Line> lines = lines_of(text);
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  if (width < kNarrowest) return false;
  std::size_t done = 0;
  bool is_changed = false;
  for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
    const Line& line = lines[at];
    const Line& next = lines[at + 1];
    if (line.begin == line.end || next.begin == next.end) continue;
    const bool is_joined = wrapping == Wrapping::kHard
                               ? line.width + kSlack >= width
                               : line.width + kSlack >= width || is_full(text, line, next, width);
    if (!is_joined) continue;
    std::size_t begin = next.begin;
    if (wrapping == Wrapping::kByWords) {
      while (begin < next.end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    }
    out.copy(text, done, line.end);
    if (wrapping == Wrapping::kByWords) out.replace(" ", line.end, begin);
    done = begin;
    is_changed = true;
  }
  if (is_changed) out.copy(text, done, text.size());
  return is_changed;
}

}  // namespace kbc
