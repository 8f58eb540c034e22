// The repairs that look at characters: encoding, escapes, blanks, comments, sizes of numbers. They
// do not depend on the grammar: one pass repairs all faults of a kind and reports the first few.

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "parse/literal.h"
#include "parse/repair.h"
#include "text/number_text.h"
#include "text/ticked.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Of faults that are all alike this many are reported; whoever repairs one knows what to do with
// the rest.
constexpr std::size_t kMostAlike = 3;

bool begins_as_utf32(std::string_view text) {
  return text.starts_with(std::string_view("\xFF\xFE\0\0", 4)) ||
         text.starts_with(std::string_view("\0\0\xFE\xFF", 4));
}

bool looks_like_utf16(std::string_view text) {
  if (text.size() < 2) return false;
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  return (text[0] == '\0' && text[1] != '\0') || (text[0] != '\0' && text[1] == '\0');
}

JsonFault encoding_fault(Span span, FaultName name, std::string message, std::string help) {
  return {name, JsonFault::Kind::kEncoding, span, std::move(message), std::move(help)};
}

// The code unit that the escape \uXXXX at `at` stands for.
std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (escape_length(text, at) != 6) return {};
  unsigned unit = 0;
  std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
  return unit;
}

bool is_high(std::optional<unsigned> unit) { return unit && *unit >= 0xD800 && *unit < 0xDC00; }
bool is_low(std::optional<unsigned> unit) { return unit && *unit >= 0xDC00 && *unit < 0xE000; }

// The escapes in a string that are half of a pair.
void find_halves(std::string_view text, Span string, std::vector<Span>& halves) {
  std::size_t at = string.begin;
  while (at < string.end) {
    if (text[at] != '\\') {
      ++at;
      continue;
    }
    const std::optional<unsigned> unit = unit_at(text, at);
    const std::size_t length = std::max<std::size_t>(escape_length(text, at), 1);
    const bool is_pair = is_high(unit) && is_low(unit_at(text, at + length));
    if (!is_pair && (is_high(unit) || is_low(unit))) halves.push_back(span_of(at, at + length));
    at += is_pair ? 2 * length : length;
  }
}

std::string and_more(std::size_t more, std::string_view what) {
  if (more == 0) return {};
  return "; " + std::to_string(more) + " more " + std::string(what);
}

// The no-break, zero-width and other blanks in a word, which JSON takes for letters.
std::vector<FoundCharacter> foreign_blanks(std::string_view word) {
  std::vector<FoundCharacter> found = odd_blanks(word);
  const std::vector<FoundCharacter> invisible = invisible_characters(word);
  found.insert(found.end(), invisible.begin(), invisible.end());
  return found;
}

}  // namespace

Mend Repair::mend_encoding() {
  const bool is_utf32 = begins_as_utf32(text());
  if (is_utf32 || looks_like_utf16(text())) {
    add(encoding_fault(
        {0, 1}, "wrong-encoding"_fault,
        std::string("the text is ") + (is_utf32 ? "UTF-32" : "UTF-16") + ", not UTF-8",
        "save the file as UTF-8"));
    return Mend::kImpossible;
  }
  if (text().starts_with("\xEF\xBB\xBF")) {
    JsonFault fault =
        encoding_fault({0, 3}, "byte-order-mark"_fault, "the text begins with a byte-order mark",
                       "save the file as UTF-8 without BOM");
    fault.replacement = "";
    add(std::move(fault));
    blank({0, 3});
  }
  mend_bytes();
  return Mend::kDone;
}

void Repair::mend_bytes() {
  const std::size_t told_before = faults_.size();
  std::size_t count = 0;
  std::size_t from = 0;
  while (const auto fault = first_invalid_utf8(text().substr(from))) {
    const Span span = span_of(from + fault->offset, from + fault->offset + fault->length);
    const auto byte = static_cast<unsigned char>(text()[span.begin]);
    if (++count <= kMostAlike) {
      add(encoding_fault(
          span, "invalid-byte"_fault,
          "byte 0x" + hexadecimal(byte, 2) + " is not UTF-8: " + std::string(describe(fault->kind)),
          "save the file as UTF-8"));
    }
    damage(span);
    from = span.end;
  }
  if (count > kMostAlike) {
    faults_[told_before].help += and_more(count - kMostAlike, "places are not UTF-8");
  }
}

bool Repair::mend_surrogates() {
  std::vector<Span> halves;
  for (const Span string : tokens_of(text(), Token::kString)) find_halves(text(), string, halves);
  const std::size_t told = std::min(halves.size(), kMostAlike);
  for (std::size_t index = 0; index < told; ++index) {
    JsonFault fault = encoding_fault(halves[index], "unpaired-surrogate"_fault,
                                     ticked(at(halves[index])) + " is half of a surrogate pair",
                                     "write the character itself, or both halves");
    fault.replacement = "\\ufffd";
    if (index == 0) fault.help += and_more(halves.size() - told, "in this file");
    add(std::move(fault));
  }
  for (const Span half : halves) damage(half);
  return !halves.empty();
}

// RapidJSON refuses numbers beyond the range of double, which the grammar has.
bool Repair::mask_numbers() {
  bool has_masked = false;
  for (const Span number : tokens_of(text(), Token::kNumber)) {
    // Up to 17 digits without an exponent are always in range.
    const bool may_be_too_big =
        number.size() > 17 || at(number).find_first_of("eE") != std::string_view::npos;
    if (!may_be_too_big) continue;
    blank(number);
    (*text_)[number.begin] = '0';
    has_masked = true;
  }
  return has_masked;
}

// Escapes that JSON lacks and raw control characters, from the first one to the end of the string.
// An author who forgot to double the backslashes of a regex made one mistake.
void Repair::mend_string(Span first) {
  std::size_t more = 0;
  std::size_t at = first.begin;
  while (at < text().size() && text()[at] != '"' && text()[at] != '\n' && text()[at] != '\r') {
    const bool escapes = text()[at] == '\\';
    const std::size_t length = escapes ? escape_length(text(), at) : 1;
    const bool is_fault = length == 0 || static_cast<unsigned char>(text()[at]) < 0x20;
    const std::size_t end = at + (length == 0 ? bad_escape_length(text(), at) : length);
    if (is_fault && at > first.begin) ++more;
    if (is_fault) damage(span_of(at, end));
    at = end;
  }
  faults_.back().help += and_more(more, more == 1 ? "follows" : "follow");
}

void Repair::mend_comments() {
  const std::vector<Span> comments = tokens_of(text(), Token::kComment);
  const std::size_t told = std::min(comments.size(), kMostAlike);
  for (std::size_t index = 0; index < told; ++index) {
    JsonFault& fault = tell(comments[index], "comment"_fault, "JSON has no comments",
                            "put it into a field, or remove it");
    if (index == 0) fault.help += and_more(comments.size() - told, "comments follow");
  }
  for (const Span comment : comments) blank(comment);
}

bool Repair::mend_blanks() {
  std::vector<FoundCharacter> blanks;
  for (const Span word : tokens_of(text(), Token::kWord)) {
    for (FoundCharacter found : foreign_blanks(at(word))) {
      found.offset += word.begin;
      blanks.push_back(found);
    }
  }
  if (blanks.empty()) return false;
  const FoundCharacter first = *std::min_element(
      blanks.begin(), blanks.end(),
      [](const FoundCharacter& a, const FoundCharacter& b) { return a.offset < b.offset; });
  tell(span_of(first.offset, first.offset + first.length), "unusual-space"_fault,
       describe_character(first.value) + " is not whitespace in JSON",
       "write an ordinary space" + and_more(blanks.size() - 1, "like it outside strings"));
  for (const FoundCharacter& found : blanks) {
    blank(span_of(found.offset, found.offset + found.length));
  }
  return true;
}

}  // namespace kbc
