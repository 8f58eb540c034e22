#include "output/excerpt.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "text/width.h"

namespace kbc {
namespace {

// Columns before the mark in a line that is too long to be shown whole.
constexpr std::size_t kBefore = 60;

// Characters without a width of their own could go on for a megabyte.
constexpr std::size_t kMostBytes = 8 * kExcerptColumns;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

// Most characters, of which nothing has to be looked up.
bool is_plain(char32_t value) { return value >= 0x20 && value < 0x7f; }

// Where the next tab stop would be depends on what is before the excerpt: a blank will do.
std::size_t columns_of(char32_t value) {
  if (is_plain(value) || value == '\t') return 1;
  return is_unprintable(value) ? spelled_out(value).size() : display_width(value);
}

void append_visible(std::string& out, char32_t value) {
  if (is_plain(value)) {
    out += static_cast<char>(value);
  } else if (value == '\t') {
    out += ' ';
  } else if (is_unprintable(value)) {
    out += spelled_out(value);
  } else {
    append_utf8(out, value);
  }
}

// The beginning of the line, or of as much of it as is shown before the mark.
struct Reach {
  std::size_t begin = 0;
  std::size_t columns = 0;  // up to the mark
  bool is_cut = false;      // the line begins earlier
};

Reach reach_back(std::string_view text, std::size_t mark, std::size_t most_columns) {
  Reach reach{mark, 0, false};
  while (reach.begin > 0 && !ends_line(text[reach.begin - 1])) {
    const char last = text[reach.begin - 1];
    const bool is_ascii = !is_beyond_ascii(last);
    const std::size_t before = is_ascii ? reach.begin - 1 : previous_offset(text, reach.begin);
    const char32_t value = is_ascii ? static_cast<char32_t>(last) : decode(text, before).value;
    const std::size_t columns = reach.columns + columns_of(value);
    reach.is_cut = columns > most_columns || mark - before > kMostBytes;
    if (reach.is_cut) break;
    reach.begin = before;
    reach.columns = columns;
  }
  return reach;
}

// Whether the line ends before it has taken more columns than there are.
bool fits(std::string_view text, std::size_t begin, std::size_t columns) {
  for (std::size_t at = begin; at < text.size() && !ends_line(text[at]);) {
    const CodePoint code = decode(text, at);
    const std::size_t needed = columns_of(code.value);
    if (needed > columns || at - begin > kMostBytes) return false;
    columns -= needed;
    at += code.length;
  }
  return true;
}

// The offset to look at for a mark there. LF of a CR LF would otherwise be a line of its own.
std::size_t within_line(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  return at > 0 && text[at] == '\n' && text[at - 1] == '\r' ? at - 1 : at;
}

}  // namespace

Excerpt excerpt_of(std::string_view text, Span mark) {
  const std::size_t begin = within_line(text, mark.begin);
  Reach reach = reach_back(text, begin, kExcerptColumns);
  if (reach.is_cut || !fits(text, begin, kExcerptColumns - reach.columns)) {
    reach = reach_back(text, begin, kBefore);
  }
  Excerpt excerpt{reach.is_cut ? "…" : "", reach.columns + (reach.is_cut ? 1 : 0), 0};
  std::size_t columns = 0;
  for (std::size_t at = reach.begin; at < text.size() && !ends_line(text[at]);) {
    const CodePoint code = decode(text, at);
    const std::size_t needed = columns_of(code.value);
    columns += needed;
    if (columns > kExcerptColumns || at - reach.begin > 2 * kMostBytes) {
      excerpt.text += "…";
      break;
    }
    append_visible(excerpt.text, code.value);
    if (at >= begin && at < mark.end) excerpt.marks += needed;
    at += code.length;
  }
  excerpt.marks = std::max<std::size_t>(excerpt.marks, 1);
  return excerpt;
}

}  // namespace kbc
