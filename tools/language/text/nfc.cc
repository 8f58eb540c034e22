#include "text/nfc.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

#include "text/ascii.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

// Starters that are their own NFC and never combine with what is before them: what most texts
// consist of, so that they need not be looked up. The test asks utf8proc about each.
constexpr CodePointRange kPlain[] = {
    {0x0000, 0x02FF}, {0x0388, 0x0482}, {0x048A, 0x0530},  {0x2002, 0x20CF}, {0x2190, 0x2328},
    {0x2500, 0x27BF}, {0x3000, 0x3029}, {0x3041, 0x3096},  {0x30A0, 0x30FF}, {0x3400, 0x9FFF},
    {0xAC00, 0xD7A3}, {0xFF01, 0xFFEF}, {0x1F000, 0x1FAFF}};

bool is_plain(char32_t value) { return holds(kPlain, value); }

int combining_class(utf8proc_int32_t value) {
  return utf8proc_get_property(value)->combining_class;
}

// UAX #29 draws no boundary inside anything that canonical composition or reordering touches, so
// the pieces between boundaries can be normalised one by one.
bool is_boundary(char32_t before, char32_t after) {
  return utf8proc_grapheme_break(static_cast<utf8proc_int32_t>(before),
                                 static_cast<utf8proc_int32_t>(after));
}

std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset < text.size() && !is_beyond_ascii(text[offset])) ++offset;
  return offset;
}

// Where the piece that has the character at `offset` in it ends.
std::size_t piece_end(std::string_view text, std::size_t offset) {
  CodePoint last = decode(text, offset);
  offset += last.length;
  while (offset < text.size()) {
    const CodePoint next = decode(text, offset);
    if (is_plain(next.value) || is_boundary(last.value, next.value)) break;
    offset += next.length;
    last = next;
  }
  return offset;
}

// The next piece at or after `from` that may not be NFC. Requires: a piece begins at `from`.
std::optional<TextRange> next_doubtful_piece(std::string_view text, std::size_t from) {
  std::size_t previous = from;
  std::size_t offset = from;
  char32_t before = 0;
  while (offset < text.size()) {
    const std::size_t after_ascii = skip_ascii(text, offset);
    if (after_ascii == text.size()) break;
    if (after_ascii > offset) {
      previous = after_ascii - 1;
      before = static_cast<unsigned char>(text[previous]);
      offset = after_ascii;
    }
    const CodePoint next = decode(text, offset);
    if (!is_plain(next.value)) {
      const bool is_start = offset == from || is_boundary(before, next.value);
      const std::size_t start = is_start ? offset : previous;
      return TextRange{start, piece_end(text, offset) - start};
    }
    previous = offset;
    before = next.value;
    offset += next.length;
  }
  return std::nullopt;
}

CodePoints code_points(std::string_view text) {
  CodePoints values;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = decode(text, offset);
    values.push_back(static_cast<utf8proc_int32_t>(next.value));
    offset += next.length;
  }
  return values;
}

CodePoints decompose(const CodePoints& values) {
  // The longest canonical decomposition has four code points.
  std::array<utf8proc_int32_t, 8> buffer{};
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  CodePoints decomposed;
  for (const utf8proc_int32_t value : values) {
    int unused = 0;
    const auto count =
        utf8proc_decompose_char(value, buffer.data(), buffer.size(), options, &unused);
    if (count < 1 || count > static_cast<utf8proc_ssize_t>(buffer.size())) {
      decomposed.push_back(value);
    } else {
      decomposed.insert(decomposed.end(), buffer.begin(), buffer.begin() + count);
    }
  }
  return decomposed;
}

// The canonical ordering of marks. utf8proc has it too, by exchanging neighbours: on a megabyte of
// marks that takes hours.
void reorder(CodePoints& values) {
  const auto is_starter = [](utf8proc_int32_t value) { return combining_class(value) == 0; };
  const auto is_before = [](utf8proc_int32_t a, utf8proc_int32_t b) {
    return combining_class(a) < combining_class(b);
  };
  auto first = values.begin();
  while (first != values.end()) {
    first = std::find_if_not(first, values.end(), is_starter);
    const auto last = std::find_if(first, values.end(), is_starter);
    if (std::distance(first, last) > 1) std::stable_sort(first, last, is_before);
    first = last;
  }
}

CodePoints compose(CodePoints values) {
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto length = utf8proc_normalize_utf32(
      values.data(), static_cast<utf8proc_ssize_t>(values.size()), options);
  if (length >= 0) values.resize(static_cast<std::size_t>(length));
  return values;
}

// The piece in NFC; nothing if it is already.
std::optional<CodePoints> rewritten(std::string_view piece) {
  const CodePoints values = code_points(piece);
  CodePoints normal = decompose(values);
  reorder(normal);
  normal = compose(std::move(normal));
  if (normal == values) return std::nullopt;
  return normal;
}

}  // namespace

bool is_nfc(std::string_view text) { return !first_not_nfc(text); }

std::optional<TextRange> first_not_nfc(std::string_view text) {
  std::size_t from = 0;
  while (const auto piece = next_doubtful_piece(text, from)) {
    if (rewritten(text.substr(piece->offset, piece->length))) return piece;
    from = piece->offset + piece->length;
  }
  return std::nullopt;
}

std::string to_nfc(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  std::size_t from = 0;
  while (const auto piece = next_doubtful_piece(text, from)) {
    normal.append(text.substr(from, piece->offset - from));
    const std::string_view written = text.substr(piece->offset, piece->length);
    const auto values = rewritten(written);
    if (!values) normal.append(written);
    for (const auto value : values.value_or(CodePoints())) {
      append_utf8(normal, static_cast<char32_t>(value));
    }
    from = piece->offset + piece->length;
  }
  return normal.append(text.substr(from));
}

}  // namespace kbc
