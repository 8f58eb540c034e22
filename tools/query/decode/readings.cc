#include "decode/readings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>

#include "decode/carriers.h"
#include "decode/characters.h"
#include "match/find_bytes.h"
#include "text/ascii.h"
#include "text/terminal_sequence.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Texts that carry nothing worth a look.
constexpr std::size_t kShortest = 4;

enum class Utf16 : std::uint8_t { kNo, kLittleEndian, kBigEndian };

char32_t unit_at(std::string_view text, std::size_t at, Utf16 order) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const bool is_little = order == Utf16::kLittleEndian;
  return static_cast<char32_t>(is_little ? first | second << 8 : first << 8 | second);
}

// By its mark, or by the NULs that letters of Latin scripts have in every other byte. Lines are cut
// at the byte 0A, so that one may begin or end with half a character.
Utf16 utf16_of(std::string_view text) {
  if (text.starts_with("\xFF\xFE")) return Utf16::kLittleEndian;
  if (text.starts_with("\xFE\xFF")) return Utf16::kBigEndian;
  std::size_t nulls[2] = {0, 0};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\0') ++nulls[at % 2];
  }
  const std::size_t most = std::max(nulls[0], nulls[1]);
  if (most * 8 < text.size() || std::min(nulls[0], nulls[1]) * 4 > most) return Utf16::kNo;
  return nulls[1] > nulls[0] ? Utf16::kLittleEndian : Utf16::kBigEndian;
}

bool undo_utf16(std::string_view text, DecodedText& out) {
  const Utf16 order = text.find('\0') == std::string_view::npos ? Utf16::kNo : utf16_of(text);
  if (order == Utf16::kNo) return false;
  for (std::size_t at = 0; at + 2 <= text.size();) {
    char32_t value = unit_at(text, at, order);
    std::size_t length = 2;
    if (at + 4 <= text.size()) {
      if (const auto pair = surrogate_pair(value, unit_at(text, at + 2, order))) {
        value = *pair;
        length = 4;
      }
    }
    std::string bytes;
    append_utf8(bytes, value);
    if (value != 0xFEFF) out.replace(bytes, at, at + length);
    at += length;
  }
  return true;
}

// After some digits and `;`; a blank if there is none of them, or nothing after them.
char first_not_of_digits(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || text[at] == ';')) ++at;
  return at == 0 || at == text.size() ? ' ' : text[at];
}

// Whether a reading undoes something at this mark. Most marks are just themselves.
bool is_carrier(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : ' ';
  const char before = at > 0 ? text[at - 1] : ' ';
  switch (text[at]) {
    case '"':
      return before == '=' || before == 'b' || next == ':' || is_blank(next);
    case '\'':
      return before == 'b';
    case '#':
      return next == '0';
    case '&':
      return text.substr(at, 12).find(';') != std::string_view::npos;
    case '[':
      return before == '^' || is_letter(first_not_of_digits(text.substr(at + 1, 12)));
    case ' ':
      return next == ' ' || next == '\t';
    case '*':
      return next == '*';
    default:
      return true;
  }
}

bool is_mark(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<signed char>(c) < ' ') return true;  // bytes of 80 and more are below zero
  if (c == ' ' || c == '*') return at + 1 < text.size() && text[at + 1] == c;
  return c == '"' || c == '\'' || c == '#' || c == '&' || c == '[' || c == '\\';
}

#if KBC_MATCH_SSE2
// Whether a block of 16 bytes, or the byte after each, has a mark; not zero if so.
__m128i marks_of(const char* place) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place));
  const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place + 1));
  const __m128i blank = _mm_set1_epi8(' ');
  // Of all bytes only those of `"`, `#`, `&` and `'` become that of `'`.
  const __m128i quotes = _mm_cmpeq_epi8(_mm_or_si128(bytes, _mm_set1_epi8(5)), _mm_set1_epi8('\''));
  const __m128i others = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')),
                                                   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('*'))),
                                      _mm_cmpeq_epi8(bytes, _mm_set1_epi8('[')));
  const __m128i blanks = _mm_cmpeq_epi8(_mm_or_si128(bytes, next), blank);
  return _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(bytes, blank), quotes),
                      _mm_or_si128(others, blanks));
}

// Whether a line of at least 33 bytes has no mark but perhaps its last byte.
bool has_no_marks(std::string_view line) {
  const char* const last = line.data() + line.size() - 33;
  __m128i marks = _mm_or_si128(marks_of(last), marks_of(last + 16));
  for (const char* place = line.data(); place < last; place += 32) {
    marks = _mm_or_si128(marks, _mm_or_si128(marks_of(place), marks_of(place + 16)));
  }
  return _mm_movemask_epi8(marks) == 0;
}

// Whether one of the line's marks is a carrier's; moves `at` to where that has not been looked for.
bool has_carrier(std::string_view line, std::size_t& at) {
  if (line.size() >= 33 && has_no_marks(line)) at = line.size() - 1;
  for (; at + 17 <= line.size(); at += 16) {
    auto marks = static_cast<unsigned>(_mm_movemask_epi8(marks_of(line.data() + at)));
    for (; marks != 0; marks &= marks - 1) {
      if (is_carrier(line, at + static_cast<std::size_t>(__builtin_ctz(marks)))) return true;
    }
  }
  return false;
}
#else
bool has_carrier(std::string_view, std::size_t&) { return false; }
#endif

}  // namespace

bool may_have_readings(std::string_view line) {
  if (line.starts_with('>')) return true;
  std::size_t at = 0;
  if (has_carrier(line, at)) return true;
  for (; at < line.size(); ++at) {
    if (is_mark(line, at) && is_carrier(line, at)) return true;
  }
  return false;
}

std::string as_written(std::string_view line) {
  std::string text(line);
  DecodedText next;
  for (const auto undo : {undo_utf16, undo_terminal, undo_spelled_controls, undo_references}) {
    next.clear();
    if (undo(text, next)) text = next.text();
  }
  return text;
}

// Which steps may find something in a text, at a glance: each step looks at every byte.
struct Readings::Marks {
  explicit Marks(std::string_view text) {
    unsigned all = 0, before = 0;
    for (const char c : text) {
      const unsigned kind = kKinds[static_cast<unsigned char>(c)];
      all |= kind | (kind & before & kBlank) << 1;
      before = kind;
    }
    found = all;
  }

  bool has(unsigned kinds) const { return (found & kinds) != 0; }

  // Of bytes; of rows of blanks.
  static constexpr unsigned kBlank = 1, kBlanks = 2, kNull = 4, kControls = 8, kReference = 16,
                            kTypography = 32, kMarkdown = 64, kObject = 128, kQuote = 256;
  static constexpr std::array<std::uint16_t, 256> kKinds = [] {
    std::array<std::uint16_t, 256> kinds{};
    const auto add = [&kinds](std::string_view bytes, unsigned kind) {
      for (const char c : bytes) {
        kinds[static_cast<unsigned char>(c)] |= static_cast<std::uint16_t>(kind);
      }
    };
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) kinds[byte] = kTypography;
    add(" ", kBlank);
    add({"\0", 1}, kNull | kTypography);
    add("#\\^[\xE2\xEF\xC2", kControls);
    add("&", kReference);
    add("\t>", kTypography);
    add("*`\\~", kMarkdown);
    add("{", kObject);
    add("\"'", kQuote);
    return kinds;
  }();

  unsigned found = 0;
};

bool Readings::give(const DecodedText& text, const std::string& via, const See& see) {
  if (text.text().size() > left_ || text.text().size() < kShortest) return false;
  left_ -= text.text().size();
  see(text, via);
  return true;
}

// Undoes one thing more in text_; false if there was nothing to undo.
bool Readings::undo_in_text(Undo undo) {
  next_.clear();
  if (!undo(text_.text(), next_)) return false;
  next_.compose(text_);
  std::swap(text_, next_);
  return true;
}

void Readings::add(Undo undo, const std::string& via, const See& see) {
  if (undo_in_text(undo)) give(text_, via, see);
}

// What characters can have been made of, undone one after the other.
void Readings::read_characters(const std::string& via, const See& see) {
  add(undo_terminal, via, see);
  add(undo_spelled_controls, via, see);
  add(undo_references, via, see);
  add(undo_typography, via, see);
  add(undo_markdown, via, see);
}

void Readings::each(std::string_view line, const PartsMatter& parts_matter, const See& see) {
  left_ = line.size() * kMostGrowth + kRoom;
  text_.clear();
  text_.copy(line, 0, line.size());
  const Marks given(line);
  bool is_seen = true;  // the text as far as it has been undone: the plain reading, at first
  const bool is_utf16 = given.has(Marks::kNull) && undo_in_text(undo_utf16);
  if (is_utf16) is_seen = give(text_, "utf-16", see);
  // The plain reading has no terminal sequences.
  if (undo_in_text(undo_terminal) && is_utf16) is_seen = false;
  // Each of these steps makes a text shorter, or leaves it as it is.
  const auto is_given = [&] { return text_.text().size() == line.size(); };
  const auto undo = [&](Undo step, const char* via) {
    if (undo_in_text(step)) is_seen = give(text_, via, see);
  };
  if (!is_given() || given.has(Marks::kControls)) undo(undo_spelled_controls, "controls");
  if (!is_given() || given.has(Marks::kReference)) undo(undo_references, "references");
  const Marks marks = is_given() ? given : Marks(text_.text());
  // What is carried is read out of the text before its characters look like others.
  if (marks.has(Marks::kTypography | Marks::kBlanks | Marks::kMarkdown)) {
    carrier_ = text_;
    add(undo_typography, "typography", see);
    add(undo_markdown, "markdown", see);
  } else {
    std::swap(carrier_, text_);
  }
  if (marks.has(Marks::kQuote | Marks::kObject)) read_carried(parts_matter, is_seen, see);
}

// What the text in carrier_ carries; is_seen: that text was.
void Readings::read_carried(const PartsMatter& parts_matter, bool is_seen, const See& see) {
  const auto see_carried = [&](const DecodedText& value, const Via& via) {
    if (value.text().size() > left_) return;
    if (is_seen && value.is_part() && !parts_matter() && !may_have_readings(value.first_piece())) {
      return;
    }
    text_ = value;
    text_.compose(carrier_);
    const std::string name = via();
    give(text_, name, see);
    // Most values are just what they say.
    if (may_have_readings(text_.text())) read_characters(name, see);
  };
  // By reference, since std::function would take memory for a copy.
  read_json(carrier_.text(), std::cref(see_carried));
  read_logfmt(carrier_.text(), std::cref(see_carried));
  read_python_bytes(carrier_.text(), std::cref(see_carried));
}

}  // namespace kbc
