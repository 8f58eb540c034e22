#include "text/terms.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/case_fold.h"
#include "text/code_points.h"
#include "text/languages.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr char32_t kApostrophe = 0x2019;
// Parts of words, but not at their ends.
constexpr std::string_view kJoining = "_.";

// Blocks of signs, above Latin-1: punctuation, symbols, what has no meaning of its own. Everything
// else that is no sign of ASCII or Latin-1 may be part of a word.
constexpr CodePointRange kSigns[] = {
    {0x2000, 0x206F},   {0x20A0, 0x20CF},    {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x2FF0, 0x3004},
    {0x3008, 0x3020},   {0x3030, 0x3030},    {0x303D, 0x303F}, {0x30FB, 0x30FB}, {0xD800, 0xF8FF},
    {0xFE10, 0xFE6F},   {0xFEFF, 0xFEFF},    {0xFF5F, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1D000, 0x1D24F},
    {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool is_word_character(char32_t value) {
  if (value < 0x80) return is_word(static_cast<char>(value));
  if (value < 0x100) {
    const bool is_accented = value >= 0xC0 && value != 0xD7 && value != 0xF7;
    return is_accented || value == 0xAA || value == 0xB5 || value == 0xBA;
  }
  return !holds(kSigns, value) && !is_unspaced(value);
}

// The character at a place; of the wide forms of ASCII, the usual one.
CodePoint character_at(std::string_view text, std::size_t at) {
  CodePoint character = decode(text, at);
  if (character.value >= 0xFF01 && character.value <= 0xFF5E) character.value -= 0xFEE0;
  return character;
}

// What holds a word together though it is no part of one: the dot in 3.11, the apostrophe in don't.
bool is_joint(char32_t before, char32_t value, char32_t after) {
  if (value == '.') return is_digit(before) && is_digit(after);
  if (value != '\'' && value != kApostrophe) return false;
  return before != '_' && !is_digit(before) && is_word_character(before) && after != '_' &&
         !is_digit(after) && is_word_character(after);
}

// A part of a name begins with a capital after a small letter or a digit.
bool begins_part(char32_t before, char32_t value) {
  return is_upper(value) && (is_lower(before) || is_digit(before));
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return is_lower(c) || is_beyond_ascii(c); });
}

}  // namespace

// A word as it is read, folded, and where its parts begin.
class Terms::FoldedWord {
 public:
  // The letters of a hexadecimal number are digits.
  explicit FoldedWord(bool is_hexadecimal) : is_hexadecimal_(is_hexadecimal) {}

  void add(char32_t value) {
    if (!is_hexadecimal_) add_part(value);
    last_begin_ = text_.size();
    append_utf8(text_, fold(value));
    if (value == '_') parts_.push_back(text_.size());
    before_last_ = last_;
    last_ = value;
  }

  void add_dot() {
    text_ += '.';
    parts_.push_back(text_.size());
    last_ = '.';
  }

  char32_t last() const { return last_; }  // as it was written
  std::string_view text() const { return text_; }
  const std::vector<std::size_t>& parts() const { return parts_; }  // but for the first

 private:
  void add_part(char32_t value) {
    if (begins_part(last_, value)) parts_.push_back(text_.size());
    // The last of several capitals begins what is written on in small letters: HTTPServer.
    if (is_lower(value) && is_upper(last_) && is_upper(before_last_)) {
      parts_.push_back(last_begin_);
    }
  }

  bool is_hexadecimal_;
  std::string text_;
  std::vector<std::size_t> parts_;
  char32_t last_ = 0, before_last_ = 0;
  std::size_t last_begin_ = 0;  // where in text_ the last character is
};

void Terms::split(std::string_view text) {
  bytes_.clear();
  places_.clear();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = character_at(text, at);
    if (is_unspaced(character.value)) {
      at = take_unspaced(text, at);
    } else if (is_word_character(character.value)) {
      at = take_word(text, at);
    } else {
      at += character.length;
    }
  }
}

void Terms::add(std::string_view term) {
  if (term.empty() || term.size() > kMostTermBytes) return;
  places_.push_back({bytes_.size(), term.size()});
  bytes_ += term;
}

std::size_t Terms::take_unspaced(std::string_view text, std::size_t at) {
  CodePoint character = decode(text, at);
  bool is_alone = true;
  for (;;) {
    const std::size_t next_at = at + character.length;
    const CodePoint next = decode(text, next_at);
    if (next.length == 0 || !is_unspaced(next.value) || use_ == Use::kWords) break;
    add(text.substr(at, character.length + next.length));
    is_alone = false;
    at = next_at;
    character = next;
  }
  if (is_alone || use_ != Use::kQuery) add(text.substr(at, character.length));
  return at + character.length;
}

std::size_t Terms::take_word(std::string_view text, std::size_t at) {
  const bool is_hexadecimal = text.substr(at, 2) == "0x" || text.substr(at, 2) == "0X";
  FoldedWord word(is_hexadecimal);
  while (at < text.size()) {
    const CodePoint character = character_at(text, at);
    const std::size_t next = at + character.length;
    if (is_word_character(character.value)) {
      word.add(character.value);
    } else if (!is_joint(word.last(), character.value, character_at(text, next).value)) {
      break;
    } else if (character.value == '.') {
      word.add_dot();
    }
    at = next;
  }
  const std::string_view whole = trimmed(word.text(), kJoining);
  add(whole);
  if (use_ != Use::kWords) add_parts(whole, word);
  return at;
}

void Terms::add_parts(std::string_view whole, const FoldedWord& word) {
  const std::vector<std::size_t>& begins = word.parts();
  for (std::size_t part = 0; part <= begins.size() && !begins.empty(); ++part) {
    const std::size_t begin = part == 0 ? 0 : begins[part - 1];
    const std::size_t end = part == begins.size() ? word.text().size() : begins[part];
    const std::string_view text = trimmed(word.text().substr(begin, end - begin), kJoining);
    // What is one character, or a number, says nothing by itself.
    if (text.size() > 1 && text.size() < whole.size() && has_letter(text)) add(text);
  }
}

}  // namespace kbc
