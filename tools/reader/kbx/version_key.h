#ifndef KBX_VERSION_KEY_H_
#define KBX_VERSION_KEY_H_

// Version numbers: how they are read, and the sort keys that they are compared by, which
// docs/kbx-format.md describes. kbc's own parser of version specifications is built on this, so
// that a number means the same to the writer and to every reader. One header, since the generated
// tables take it whole. C++17, no allocation, usable at compile time.

#include <cstddef>
#include <string_view>

#include "kbx/version.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Character classes of the version grammar: ASCII only, whatever the locale.
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_letter(char c) noexcept { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
constexpr bool is_blank(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The first place from `at` on that is none of the class.
constexpr std::size_t skip_digits(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}
constexpr std::size_t skip_letters(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}
constexpr std::size_t skip_blanks(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}
constexpr bool has_char(std::string_view text, std::size_t at, char c) noexcept {
  return at < text.size() && text[at] == c;
}
constexpr bool has_digit(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && is_digit(text[at]);
}

// `word` must be lower-case.
constexpr bool equals_ignoring_case(std::string_view text, std::string_view word) noexcept {
  if (text.size() != word.size()) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (to_lower(text[at]) != word[at]) return false;
  }
  return true;
}

// Where a version is in the life of its number: dev < a < b < preview < rc < release < post. The
// byte of each is its byte in a key. Any other label (`8.0.35-0ubuntu1`, `-Final`, `-91`) comes
// before the release in one world and after it in another, so its version is not ordered with the
// others of its number, although its key is below theirs.
enum class Stage : unsigned char {
  kLabel = 1,
  kDev = 2,
  kAlpha = 3,
  kBeta = 4,
  kPreview = 5,
  kCandidate = 6,
  kRelease = 7,
  kPost = 8,
};

// A number as its author wrote it; the texts are parts of the one that was read.
struct ScannedVersion {
  std::size_t length = 0;  // bytes of the text that it takes; 0 where there is none
  std::string_view parts;  // runs of digits, between them `.`, or `-` in a calendar version
  Stage stage = Stage::kRelease;
  std::string_view label;    // what follows the stage
  bool is_calendar = false;  // 2023-01 or 2023-01-31
  bool has_stage = false;    // rc1, .post2, -beta
  bool has_build = false;    // +build
};

// What a `-` before a digit, or `v` and a digit, is when it is not inside a calendar version.
enum class Hyphen : unsigned char {
  kRange,  // the end of the number: 1.20-1.24
  kLabel,  // the start of a pre-release label: 1.0.0-0
};

// The lengths of a calendar version and of its parts, as far as they are there.
struct CalendarShape {
  std::size_t length = 0;  // 0: the text does not start as a calendar version does
  std::size_t month_digits = 0;
  std::size_t day_digits = 0;
};

// Whether the text starts with four digits, `-` and one or two digits, possibly of an impossible
// date (2023-13, 2023-1).
constexpr CalendarShape calendar_shape(std::string_view text) noexcept {
  constexpr std::size_t kYearDigits = 4;
  if (skip_digits(text, 0) != kYearDigits || !has_char(text, kYearDigits, '-')) return {};
  const std::size_t after = skip_digits(text, kYearDigits + 1);
  const std::size_t month_digits = after - kYearDigits - 1;
  if (month_digits < 1 || month_digits > 2) return {};
  // One digit may also begin a range (1024-3.5) or a label (2024-4f3a).
  const bool goes_on = after < text.size() && (text[after] == '.' || is_letter(text[after]));
  if (month_digits == 1 && goes_on) return {};
  if (!has_char(text, after, '-')) return {after, month_digits, 0};
  const std::size_t day_end = skip_digits(text, after + 1);
  const std::size_t day_digits = day_end - after - 1;
  // 2023-01-2023-06 is a range of two months.
  if (day_digits < 1 || day_digits > 2) return {after, month_digits, 0};
  return {day_end, month_digits, day_digits};
}

constexpr unsigned small_number(std::string_view digits) noexcept {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

constexpr unsigned days_in(unsigned year, unsigned month) noexcept {
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return is_leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Nothing for a month or day that does not exist.
constexpr ScannedVersion scan_calendar(std::string_view text, const CalendarShape& shape) noexcept {
  if (shape.month_digits != 2 || shape.day_digits == 1) return {};
  const unsigned month = small_number(text.substr(5, 2));
  const unsigned day = shape.day_digits == 0 ? 1 : small_number(text.substr(8, 2));
  if (month < 1 || month > 12) return {};
  if (day < 1 || day > days_in(small_number(text.substr(0, 4)), month)) return {};
  ScannedVersion version;
  version.length = shape.length;
  version.parts = text.substr(0, shape.length);
  version.is_calendar = true;
  return version;
}

// The stage of a word that may follow the number without a `-`, as in PEP 440; kLabel for others.
constexpr Stage short_stage_of(std::string_view word) noexcept {
  if (equals_ignoring_case(word, "dev")) return Stage::kDev;
  if (equals_ignoring_case(word, "a") || equals_ignoring_case(word, "alpha")) return Stage::kAlpha;
  if (equals_ignoring_case(word, "b") || equals_ignoring_case(word, "beta")) return Stage::kBeta;
  if (equals_ignoring_case(word, "rc")) return Stage::kCandidate;
  return equals_ignoring_case(word, "post") ? Stage::kPost : Stage::kLabel;
}

// The stage of the word that a label begins with: also what is before a release in every world.
constexpr Stage stage_of(std::string_view word) noexcept {
  constexpr std::string_view kPreviews[] = {"m",        "milestone", "pre",     "preview",
                                            "snapshot", "canary",    "nightly", "ea"};
  if (equals_ignoring_case(word, "c") || equals_ignoring_case(word, "cr")) return Stage::kCandidate;
  for (const std::string_view preview : kPreviews) {
    if (equals_ignoring_case(word, preview)) return Stage::kPreview;
  }
  return short_stage_of(word);
}

// A stage and its label; `end` is where the text goes on.
struct StageSuffix {
  std::size_t end = 0;
  Stage stage = Stage::kRelease;
  std::string_view label;
};

// rc1, b2, .post3: a word with digits after it, or none for 0.
constexpr StageSuffix scan_short_stage(std::string_view text, std::size_t at) noexcept {
  const bool is_dotted = has_char(text, at, '.');
  const std::size_t begin = is_dotted ? at + 1 : at;
  const std::size_t word_end = skip_letters(text, begin);
  const Stage stage = short_stage_of(text.substr(begin, word_end - begin));
  const bool wants_dot = stage == Stage::kPost || stage == Stage::kDev;
  if (stage == Stage::kLabel || wants_dot != is_dotted) return {at, Stage::kRelease, {}};
  const std::size_t end = skip_digits(text, word_end);
  return {end, stage, text.substr(word_end, end - word_end)};
}

// The end of `identifier { ("." | "-") identifier }`, or `at` where no identifier is.
constexpr std::size_t skip_label(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  for (std::size_t begin = at;;) {
    std::size_t i = begin;
    while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
    if (i == begin) return end;
    end = i;
    if (!has_char(text, i, '.') && !has_char(text, i, '-')) return end;
    begin = i + 1;
  }
}

// -rc.1, -preview.7, -0: a label in the manner of semver.
constexpr StageSuffix scan_label(std::string_view text, std::size_t at, Hyphen hyphen) noexcept {
  const std::size_t begin = at + 1;
  const bool is_number = has_digit(text, begin + (has_char(text, begin, 'v') ? 1 : 0));
  const std::size_t end = skip_label(text, begin);
  if ((hyphen == Hyphen::kRange && is_number) || end == begin) return {at, Stage::kRelease, {}};
  const std::size_t word_end = skip_letters(text, begin);
  const Stage stage = stage_of(text.substr(begin, word_end - begin));
  // The word of any other stage is all that the stage says.
  const bool keeps_word = stage == Stage::kLabel || stage == Stage::kPreview;
  const std::size_t label = keeps_word ? begin : word_end;
  return {end, stage, text.substr(label, end - label)};
}

// The longest number at the start of the text; none where there is a calendar version of a month
// or day that does not exist.
constexpr ScannedVersion scan_version(std::string_view text, Hyphen hyphen) noexcept {
  const CalendarShape shape = calendar_shape(text);
  if (shape.length > 0) return scan_calendar(text, shape);
  ScannedVersion version;
  const std::size_t begin = has_char(text, 0, 'v') || has_char(text, 0, 'V') ? 1 : 0;
  std::size_t at = skip_digits(text, begin);
  if (at == begin) return version;
  while (has_char(text, at, '.') && has_digit(text, at + 1)) at = skip_digits(text, at + 1);
  version.parts = text.substr(begin, at - begin);
  const StageSuffix suffix =
      has_char(text, at, '-') ? scan_label(text, at, hyphen) : scan_short_stage(text, at);
  version.stage = suffix.stage;
  version.label = suffix.label;
  version.has_stage = suffix.end != at;
  version.length = suffix.end;
  if (!has_char(text, suffix.end, '+')) return version;
  const std::size_t build_end = skip_label(text, suffix.end + 1);
  version.has_build = build_end != suffix.end + 1;
  if (version.has_build) version.length = build_end;
  return version;
}

// The bytes that begin the elements of a key.
struct KeyByte {
  static constexpr unsigned char kZero = 0x10, kLongNumber = 0xF0, kWord = 0xF1;
};
inline constexpr std::size_t kKeyLengthBytes = 8;  // after kLongNumber

// Key is a byte string with push_back, size and resize, as std::string.
template <typename Key>
constexpr void append_number(Key& key, std::string_view digits) {
  while (has_char(digits, 0, '0')) digits.remove_prefix(1);
  if (digits.size() < KeyByte::kLongNumber - KeyByte::kZero) {
    key.push_back(static_cast<char>(KeyByte::kZero + digits.size()));
  } else {
    key.push_back(static_cast<char>(KeyByte::kLongNumber));
    for (std::size_t byte = kKeyLengthBytes; byte-- > 0;) {
      key.push_back(static_cast<char>(static_cast<unsigned long long>(digits.size()) >> 8 * byte));
    }
  }
  for (const char c : digits) key.push_back(c);
}

// The elements of the parts or of a label, which is cut where digits and letters meet too, so that
// rc10 is above rc9. Zeros at the end are left out.
template <typename Key>
constexpr void append_elements(Key& key, std::string_view text) {
  std::size_t end_of_nonzero = key.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_digit(text[at])) {
      at = skip_digits(text, at);
      const std::size_t number = key.size();
      append_number(key, text.substr(begin, at - begin));
      if (key.size() > number + 1) end_of_nonzero = key.size();
    } else if (is_letter(text[at])) {
      at = skip_letters(text, at);
      key.push_back(static_cast<char>(KeyByte::kWord));
      for (const char c : text.substr(begin, at - begin)) key.push_back(to_lower(c));
      key.push_back('\0');
      end_of_nonzero = key.size();
    } else {
      ++at;
    }
  }
  key.resize(end_of_nonzero);
}

template <typename Key>
constexpr void append_key(Key& key, std::string_view parts, Stage stage, std::string_view label) {
  append_elements(key, parts);
  key.push_back(static_cast<char>(stage));
  append_elements(key, label);
}

// The key of one version, or none: for a text that is no version number, or whose key is longer
// than any that people write.
class VersionKey {
 public:
  static constexpr std::size_t kCapacity = 256;

  constexpr bool is_valid() const noexcept { return size_ > 0 && size_ <= kCapacity; }
  constexpr std::string_view bytes() const noexcept {
    return is_valid() ? std::string_view(bytes_, size_) : std::string_view();
  }

  constexpr void push_back(char byte) noexcept {
    if (size_ < kCapacity) bytes_[size_] = byte;
    ++size_;
  }
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr void resize(std::size_t smaller) noexcept { size_ = smaller; }

 private:
  char bytes_[kCapacity] = {};
  std::size_t size_ = 0;
};

constexpr VersionKey version_key(std::string_view text) noexcept {
  VersionKey key;
  const ScannedVersion version = scan_version(text, Hyphen::kLabel);
  if (version.length == 0 || version.length != text.size()) return key;
  append_key(key, version.parts, version.stage, version.label);
  return key;
}

// Whether one key is below another: as unsigned bytes, a key before every longer one that begins
// with it.
constexpr bool key_less(std::string_view a, std::string_view b) noexcept {
  for (std::size_t at = 0; at < a.size() && at < b.size(); ++at) {
    if (a[at] != b[at])
      return static_cast<unsigned char>(a[at]) < static_cast<unsigned char>(b[at]);
  }
  return a.size() < b.size();
}

// The end of the number at a place of a key, or that place if there is none. Here and below any
// bytes are safe.
constexpr std::size_t key_number_end(std::string_view key, std::size_t at) noexcept {
  if (at >= key.size()) return at;
  const auto byte = static_cast<unsigned char>(key[at]);
  if (byte < KeyByte::kZero || byte > KeyByte::kLongNumber) return at;
  std::size_t begin = at + 1;
  unsigned long long length = byte - KeyByte::kZero;
  if (byte == KeyByte::kLongNumber) {
    if (key.size() - begin < kKeyLengthBytes) return at;
    length = 0;
    for (const std::size_t end = begin + kKeyLengthBytes; begin < end; ++begin) {
      length = length << 8 | static_cast<unsigned char>(key[begin]);
    }
  }
  return length > key.size() - begin ? at : begin + static_cast<std::size_t>(length);
}

// The same of a word.
constexpr std::size_t key_word_end(std::string_view key, std::size_t at) noexcept {
  if (at >= key.size() || static_cast<unsigned char>(key[at]) != KeyByte::kWord) return at;
  std::size_t end = at + 1;
  while (end < key.size() && key[end] != '\0') ++end;
  return end < key.size() ? end + 1 : at;
}

// Where the numbers of a key end, and its stage is.
constexpr std::size_t numbers_end(std::string_view key) noexcept {
  std::size_t at = 0;
  for (std::size_t end = key_number_end(key, 0); end != at; end = key_number_end(key, at)) at = end;
  return at;
}

// Whether two labels, as they are in keys, first differ in a word: `-Final` and `-GA`, `-91` and
// `-91-generic`. Looks at no more of `b` than `a` is long.
constexpr bool differ_in_word(std::string_view a, std::string_view b) noexcept {
  constexpr char kWord = static_cast<char>(KeyByte::kWord);
  for (;;) {
    const std::size_t number = key_number_end(a, 0);
    const std::size_t end = number > 0 ? number : key_word_end(a, 0);
    if (end == 0 || a.substr(0, end) != b.substr(0, end)) {
      return has_char(a, 0, kWord) || has_char(b, 0, kWord);
    }
    a.remove_prefix(end);
    b.remove_prefix(end);
  }
}

// Whether the order of two keys, or cuts, is the order of their versions. It says nothing about
// versions of one number of which one has a label, and the other none or one of other words.
// Looks at no more of `b` than `a` is long.
constexpr bool are_ordered(std::string_view a, std::string_view b) noexcept {
  constexpr char kLabel = static_cast<char>(Stage::kLabel);
  const std::size_t end = numbers_end(a);
  if (a.substr(0, end) != b.substr(0, end) || key_number_end(b, end) != end) return true;
  if (has_char(a, end, kLabel) != has_char(b, end, kLabel)) return false;
  return !has_char(a, end, kLabel) || !differ_in_word(a.substr(end + 1), b.substr(end + 1));
}

// The versions from one cut up to another: those that are not for certain below the one or above
// the other. What only a label decides counts as inside.
struct KeyRange {
  std::string_view low;
  std::string_view high;

  constexpr bool contains(std::string_view key) const noexcept {
    if (key_less(key, low) && are_ordered(key, low)) return false;
    return key_less(key, high) || !are_ordered(key, high);
  }

  // Whether low is below high. If it is not, because only a label decides (`>=5.15,<=5.15-91`),
  // there are versions inside all the same.
  constexpr bool is_rising() const noexcept { return key_less(low, high); }
  constexpr bool is_empty() const noexcept { return !is_rising() && are_ordered(low, high); }

  // Whether one interval has the versions of both. Requires: that.low is not below low.
  constexpr bool can_join(const KeyRange& that) const noexcept {
    if (!is_rising() || !that.is_rising() || key_less(high, that.low)) return false;
    return (is_lowest() || are_ordered(low, that.low)) && are_ordered(high, that.high);
  }

 private:
  constexpr bool is_lowest() const noexcept {
    return low.size() == 1 && low[0] == static_cast<char>(Stage::kLabel);
  }
};

// Whether two names are of one product: neither the case of ASCII letters nor the width of blanks
// counts.
constexpr bool same_product(std::string_view a, std::string_view b) noexcept {
  std::size_t i = skip_blanks(a, 0), j = skip_blanks(b, 0);
  for (;;) {
    const std::size_t next_i = skip_blanks(a, i), next_j = skip_blanks(b, j);
    if (next_i == a.size() || next_j == b.size()) return next_i == a.size() && next_j == b.size();
    if ((next_i > i) != (next_j > j) || to_lower(a[next_i]) != to_lower(b[next_j])) return false;
    i = next_i + 1;
    j = next_j + 1;
  }
}

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_VERSION_KEY_H_
