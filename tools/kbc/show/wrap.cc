#include "show/wrap.h"

#include <algorithm>

#include "text/printable.h"
#include "text/tick_rows.h"
#include "text/utf8.h"
#include "text/width.h"

namespace kbc {
namespace {

// What must stay on one line: a word, one wide character, or code with all blanks in it.
struct Piece {
  std::string text;
  std::size_t columns = 0;
  bool has_blank_before = false;
};

// Punctuation must not begin a line of Chinese.
bool clings(char32_t value) {
  constexpr std::u32string_view kClosing = U"，。、；：？！）》」』”’";
  return kClosing.find(value) != std::u32string_view::npos;
}

std::vector<Piece> pieces_of(std::string_view line) {
  const std::vector<CodeSpan> spans = code_spans(line);
  auto span = spans.begin();
  std::vector<Piece> pieces;
  bool is_new = true;
  bool has_blank = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint code = decode(line, at);
    const std::string_view bytes = line.substr(at, code.length);
    if (span != spans.end() && at >= span->end) ++span;
    const bool is_code = span != spans.end() && at >= span->begin;
    at += code.length;
    if (code.value == ' ' && !is_code) {
      is_new = has_blank = true;
      continue;
    }
    const std::size_t columns = display_width(code.value);
    const bool is_wide = columns == 2 && !is_code;
    if ((is_new || is_wide) && !(clings(code.value) && !pieces.empty() && !has_blank)) {
      pieces.push_back({{}, 0, has_blank && !pieces.empty()});
    }
    pieces.back().text += bytes;
    pieces.back().columns += columns;
    is_new = is_wide;
    has_blank = false;
  }
  return pieces;
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& lines) {
  std::string current;
  std::size_t columns = 0;
  for (const Piece& piece : pieces_of(line)) {
    const std::size_t blank = piece.has_blank_before && columns > 0 ? 1 : 0;
    if (columns > 0 && columns + blank + piece.columns > width) {
      lines.push_back(std::move(current));
      current.clear();
      columns = 0;
    } else if (blank > 0) {
      current += ' ';
      ++columns;
    }
    current += piece.text;
    columns += piece.columns;
  }
  lines.push_back(std::move(current));
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    wrap_line(printable(text.substr(0, end)), width, lines);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  constexpr std::size_t kWidth = 80, kLeastText = 30;
  std::size_t column = 0;
  for (const auto& [name, meaning] : rows) column = std::max(column, name.size() + 4);
  const std::size_t width = std::max(kWidth - std::min(kWidth, column), kLeastText);
  std::string text;
  for (const auto& [name, meaning] : rows) {
    std::string head = "  " + name;
    for (const std::string& line : wrapped(meaning, width)) {
      head.resize(column, ' ');
      text += head + line + '\n';
      head.clear();
    }
  }
  return text;
}

}  // namespace kbc
