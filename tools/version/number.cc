#include "version/number.h"

#include <array>
#include <cassert>
#include <chrono>
#include <string>
#include <utility>

#include "version/characters.h"

namespace kbc {
namespace {

constexpr std::size_t kYearDigits = 4;

struct StageWord {
  std::string_view word;
  Stage stage;
};

// The words that PEP 440 and common practice use for one stage; every other word is kWorded.
constexpr std::array<StageWord, 7> kStageWords = {{
    {"dev", Stage::kDev},
    {"a", Stage::kAlpha},
    {"alpha", Stage::kAlpha},
    {"b", Stage::kBeta},
    {"beta", Stage::kBeta},
    {"rc", Stage::kCandidate},
    {"post", Stage::kPost},
}};

bool has_char(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

bool has_digit(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

std::size_t skip_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}

std::optional<Stage> stage_of(std::string_view word) {
  for (const StageWord& known : kStageWords) {
    if (equals_ignoring_case(word, known.word)) return known.stage;
  }
  return std::nullopt;
}

// Digits, incremented by hand because they may be longer than any integer type.
std::string incremented(std::string_view digits) {
  std::string sum(digits);
  for (std::size_t i = sum.size(); i-- > 0;) {
    if (sum[i] != '9') {
      ++sum[i];
      return sum;
    }
    sum[i] = '0';
  }
  return "1" + sum;
}

bool continues_word(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '.' || is_letter(text[at]));
}

// The lengths of year, month and day as far as they are there.
struct CalendarShape {
  std::size_t length = 0;
  std::size_t month_digits = 0;
  std::size_t day_digits = 0;
};

std::optional<CalendarShape> calendar_shape(std::string_view text) {
  if (skip_digits(text, 0) != kYearDigits || !has_char(text, kYearDigits, '-')) return {};
  CalendarShape shape;
  shape.length = skip_digits(text, kYearDigits + 1);
  shape.month_digits = shape.length - kYearDigits - 1;
  if (shape.month_digits < 1 || shape.month_digits > 2) return {};
  const std::size_t after = shape.length;
  // One digit may also begin a range (1024-3.5) or a label (2024-4f3a).
  if (shape.month_digits == 1 && continues_word(text, after)) return {};
  if (!has_char(text, after, '-')) return shape;
  const std::size_t day_end = skip_digits(text, after + 1);
  const std::size_t day_digits = day_end - after - 1;
  // 2023-01-2023-06 is a range of two months.
  if (day_digits < 1 || day_digits > 2) return shape;
  shape.length = day_end;
  shape.day_digits = day_digits;
  return shape;
}

unsigned small_number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

std::optional<VersionNumber> calendar_number(std::string_view text, const CalendarShape& shape) {
  if (shape.month_digits != 2 || shape.day_digits == 1) return std::nullopt;
  VersionNumber number;
  number.length = shape.length;
  number.is_calendar = true;
  number.parts = {text.substr(0, kYearDigits), text.substr(kYearDigits + 1, 2)};
  if (shape.day_digits > 0) number.parts.push_back(text.substr(shape.length - 2, 2));
  const auto year = std::chrono::year(static_cast<int>(small_number(number.parts[0])));
  const auto month = std::chrono::month(small_number(number.parts[1]));
  const auto day = std::chrono::day(number.parts.size() > 2 ? small_number(number.parts[2]) : 1);
  if (!std::chrono::year_month_day(year, month, day).ok()) return std::nullopt;
  number.version = Version(number.parts);
  return number;
}

bool begins_number(std::string_view text, std::size_t at) {
  return has_digit(text, at) || (has_char(text, at, 'v') && has_digit(text, at + 1));
}

// A stage and its label; `end` is where the text goes on.
struct StageSuffix {
  std::size_t end = 0;
  Stage stage = Stage::kRelease;
  std::string_view label;
};

// rc1, b2, .post3: a word with digits after it, or none for 0.
StageSuffix scan_short_stage(std::string_view text, std::size_t at) {
  StageSuffix none{at, Stage::kRelease, {}};
  const bool is_dotted = has_char(text, at, '.');
  const std::size_t begin = is_dotted ? at + 1 : at;
  const std::size_t word_end = skip_letters(text, begin);
  const std::optional<Stage> stage = stage_of(text.substr(begin, word_end - begin));
  if (!stage) return none;
  const bool wants_dot = *stage == Stage::kPost || *stage == Stage::kDev;
  if (wants_dot != is_dotted) return none;
  const std::size_t end = skip_digits(text, word_end);
  return {end, *stage, text.substr(word_end, end - word_end)};
}

// The end of `identifier { ("." | "-") identifier }`, or `at` where no identifier is.
std::size_t skip_label(std::string_view text, std::size_t at) {
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
StageSuffix scan_label(std::string_view text, std::size_t at, Hyphen hyphen) {
  StageSuffix none{at, Stage::kRelease, {}};
  const std::size_t begin = at + 1;
  if (hyphen == Hyphen::kRange && begins_number(text, begin)) return none;
  const std::size_t end = skip_label(text, begin);
  if (end == begin) return none;
  if (is_digit(text[begin])) return {end, Stage::kNumbered, text.substr(begin, end - begin)};
  const std::size_t word_end = skip_letters(text, begin);
  const std::optional<Stage> stage = stage_of(text.substr(begin, word_end - begin));
  if (!stage) return {end, Stage::kWorded, text.substr(begin, end - begin)};
  return {end, *stage, text.substr(word_end, end - word_end)};
}

StageSuffix scan_stage(std::string_view text, std::size_t at, Hyphen hyphen) {
  return has_char(text, at, '-') ? scan_label(text, at, hyphen) : scan_short_stage(text, at);
}

std::vector<std::string_view> scan_parts(std::string_view text, std::size_t& at) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = at; has_digit(text, begin); begin = at + 1) {
    at = skip_digits(text, begin);
    parts.push_back(text.substr(begin, at - begin));
    if (!has_char(text, at, '.')) break;
  }
  return parts;
}

std::size_t after_v(std::string_view text) {
  return has_char(text, 0, 'v') || has_char(text, 0, 'V') ? 1 : 0;
}

}  // namespace

Version VersionNumber::next(std::size_t part) const {
  assert(part < parts.size());
  const std::string last = incremented(parts[part]);
  std::vector<std::string_view> counted(parts.begin(),
                                        parts.begin() + static_cast<std::ptrdiff_t>(part));
  counted.push_back(last);
  return Version(counted);
}

std::optional<VersionNumber> scan_number(std::string_view text, Hyphen hyphen) {
  if (const auto shape = calendar_shape(text)) return calendar_number(text, *shape);
  VersionNumber number;
  std::size_t at = after_v(text);
  number.parts = scan_parts(text, at);
  if (number.parts.empty()) return std::nullopt;
  const StageSuffix suffix = scan_stage(text, at, hyphen);
  number.has_stage = suffix.end != at;
  number.version = Version(number.parts, suffix.stage, suffix.label);
  number.length = suffix.end;
  if (!has_char(text, number.length, '+')) return number;
  const std::size_t build_end = skip_label(text, number.length + 1);
  number.has_build = build_end != number.length + 1;
  if (number.has_build) number.length = build_end;
  return number;
}

std::optional<VersionNumber> parse_version_number(std::string_view text) {
  std::optional<VersionNumber> number = scan_number(text, Hyphen::kLabel);
  if (!number || number->length != text.size()) return std::nullopt;
  return number;
}

std::optional<Version> parse_version(std::string_view text) {
  std::optional<VersionNumber> number = parse_version_number(text);
  if (!number) return std::nullopt;
  return std::move(number->version);
}

bool looks_like_calendar(std::string_view text) { return calendar_shape(text).has_value(); }

bool looks_like_number(std::string_view text) {
  const std::size_t begin = after_v(text);
  const std::size_t end = skip_digits(text, begin);
  if (end == begin) return false;
  return has_char(text, end, '.') || text.substr(end) == "-";
}

}  // namespace kbc
