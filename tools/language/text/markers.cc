// Each function scans once and asks a regular question at each place, from tables of words; the
// only thing that looks ahead, for the back-ticks that close a code, remembers where they are, so
// that time stays in proportion to the text.
#include "text/markers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>

#include "text/ascii.h"
#include "text/byte_run.h"
#include "text/tick_rows.h"

namespace kbc {
namespace {

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

TextRange without_blanks(std::string_view text, TextRange range) {
  const std::string_view part = trimmed(text.substr(range.offset, range.length));
  return {static_cast<std::size_t>(part.data() - text.data()), part.size()};
}

// The quotes of old GNU messages, `like this': what would close the code is another opening one.
bool is_gnu_quote(std::string_view text, std::size_t open, std::size_t close) {
  const bool opens = is_one_of(text[close - 1], " \t\n(\\") && close + 1 < text.size() &&
                     !is_one_of(text[close + 1], " \t\n.,;:?)");
  if (!opens) return false;
  const std::size_t quote = text.substr(0, close).find('\'', open);
  return quote != std::string_view::npos;
}

// --- URLs

bool may_be_in_url(char c) { return c > ' ' && c < 0x7F && !is_one_of(c, "\"'<>`\\^{|}"); }

bool is_unopened(std::string_view url) {
  if (url.back() != ')' && url.back() != ']') return false;
  const char open = url.back() == ')' ? '(' : '[';
  return std::count(url.begin(), url.end(), open) < std::count(url.begin(), url.end(), url.back());
}

std::string_view without_sentence_end(std::string_view url) {
  // Counting brackets looks at the whole again, so only so often; no sentence ends in so many.
  for (int round = 0; round < 8 && !url.empty(); ++round) {
    if (!is_one_of(url.back(), ".,;:!?*") && !is_unopened(url)) break;
    url.remove_suffix(1);
  }
  return url;
}

// The URL whose `http` is at the offset; empty if none is.
std::string_view url_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const std::size_t scheme = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || (at > 0 && is_letter(text[at - 1]))) return {};
  std::size_t end = scheme;
  while (end < rest.size() && may_be_in_url(rest[end])) ++end;
  const std::string_view url = without_sentence_end(rest.substr(0, end));
  return url.size() > scheme ? url : std::string_view();
}

// --- Placeholders

constexpr std::string_view kMarks[] = {"TODO", "FIXME", "TBD"};
constexpr std::string_view kMarksWithColon[] = {"todo:", "fixme:", "Todo:", "Fixme:"};
constexpr std::string_view kSubjects[] = {"app",      "apps",   "list",    "lists",   "item",
                                          "items",    "task",   "tasks",   "entry",   "entries",
                                          "comments", "marker", "markers", "tag",     "tags",
                                          "comment",  "note",   "keyword", "keywords"};
constexpr std::string_view kInstructions[] = {
    "your",    "insert",      "enter", "describe", "explain",  "add",   "fill",
    "replace", "placeholder", "todo",  "tbd",      "write",    "put",   "specify",
    "provide", "what",        "why",   "how",      "one-line", "short", "brief"};
constexpr std::string_view kWholeTexts[] = {
    "...",    "…",      "???",           "placeholder",   "待补充",        "待翻译",
    "待填写", "待完善", "<placeholder>", "[placeholder]", "<description>", "[description]"};

template <std::size_t N>
bool is_listed(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (is_word_byte(text[end]) || text[end] == '-')) ++end;
  return text.substr(at, end - at);
}

// A mark that touches one of these is a part of something: an option, a path, a value.
bool touches(std::string_view text, std::size_t first, std::size_t last) {
  constexpr std::string_view kParts = "#-=/\\\"'$@&.%+~^{}";
  if (first > 0 && (is_word_byte(text[first - 1]) || is_one_of(text[first - 1], kParts))) {
    // A comment sign right before it changes nothing: `//TODO`, `#TODO`.
    const bool is_comment = text.substr(0, first).ends_with("//") || text[first - 1] == '#';
    const bool is_row_of_x = (text[first] | 0x20) == 'x';
    if (!is_comment || is_row_of_x) return true;
  }
  if (last >= text.size()) return false;
  const bool is_name = text[last] == '.' && last + 1 < text.size() && is_word_byte(text[last + 1]);
  return is_name || is_word_byte(text[last]) || is_one_of(text[last], "-=/\\\"'$@&%+");
}

// `TODO` and its like, or three `x` or more, as the text begins with; 0 if it does not.
std::size_t bare_mark_length(std::string_view text) {
  const char x = text.front();
  if (x == 'x' || x == 'X') {
    const std::size_t length = std::min(text.find_first_not_of(x), text.size());
    return length >= 3 ? length : 0;
  }
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t mark_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const std::size_t length = bare_mark_length(rest);
  if (length > 0 && !touches(text, at, at + length)) {
    const std::size_t next = rest.find_first_not_of(' ', length);
    const bool is_subject = next != std::string_view::npos && next > length &&
                            is_listed(kSubjects, word_at(rest, next));
    return is_subject ? 0 : length;
  }
  for (const std::string_view mark : kMarksWithColon) {
    if (rest.starts_with(mark) && !touches(text, at, at + 4)) return mark.size() - 1;
  }
  if (rest.front() != 'l' && rest.front() != 'L') return 0;
  constexpr std::string_view kLorem = "lorem ipsum";
  const bool is_lorem = lower_ascii(rest.substr(0, kLorem.size())) == kLorem;
  return is_lorem && !touches(text, at, at + kLorem.size()) ? kLorem.size() : 0;
}

// Whether the words tell an author what to write: two or more, in prose, the first an instruction.
bool is_instruction(std::string_view words) {
  const std::string_view first = word_at(words, 0);
  if (first.size() == words.size() || words[first.size()] != ' ') return false;
  const bool is_prose = std::all_of(
      words.begin(), words.end(), [](char c) { return is_word_byte(c) || is_one_of(c, " -,'?/"); });
  return is_prose && is_listed(kInstructions, lower_ascii(first));
}

std::size_t bracket_length(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 80;
  const char close = text[at] == '<' ? '>' : ']';
  const std::size_t end = text.substr(at, kLongest).find(close);
  if (end == std::string_view::npos || !is_instruction(text.substr(at + 1, end - 1))) return 0;
  const bool is_part =
      (at > 0 && (is_word_byte(text[at - 1]) || is_one_of(text[at - 1], "\"'=-/#"))) ||
      (at + end + 1 < text.size() && is_one_of(text[at + end + 1], "\"'=/("));
  return is_part ? 0 : end + 1;
}

std::size_t placeholder_length(std::string_view text, std::size_t at) {
  // In the middle of a word nothing begins.
  if (at > 0 && is_word_byte(text[at - 1])) return 0;
  const char c = text[at];
  return c == '<' || c == '[' ? bracket_length(text, at) : mark_length(text, at);
}

// Whether a placeholder may begin with this byte, which is asked of every byte of every text.
constexpr std::array<bool, 256> kBeginsPlaceholder = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("<[TFXxtfLl")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Whether there is a bracket anywhere, or the beginning of a mark in letters of either case. Most
// texts have none, and need not be read byte by byte.
bool may_have_placeholder(std::string_view text) {
  const auto is_bracket = [](const char* at) { return (at[0] == '<') | (at[0] == '['); };
  const auto begins_mark = [](const char* at) {
    const char one = static_cast<char>(at[0] | 0x20);
    const char two = static_cast<char>(at[1] | 0x20);
    const char three = static_cast<char>(at[2] | 0x20);
    const bool is_todo_or_tbd = (one == 't') & ((two == 'o') | (two == 'b')) & (three == 'd');
    const bool is_fixme = (one == 'f') & (two == 'i') & (three == 'x');
    const bool is_row_of_x = (one == 'x') & (two == 'x') & (three == 'x');
    const bool is_lorem = (one == 'l') & (two == 'o') & (three == 'r');
    return is_todo_or_tbd | is_fixme | is_row_of_x | is_lorem;
  };
  return is_anywhere<1>(text, is_bracket) || is_anywhere<3>(text, begins_mark);
}

bool is_only_a_placeholder(std::string_view text) {
  constexpr std::size_t kLongest = 32;
  return text.size() <= kLongest && is_listed(kWholeTexts, lower_ascii(text));
}

}  // namespace

std::vector<TextRange> inline_code(std::string_view text) {
  std::vector<TextRange> found;
  std::size_t at = text.find('`');
  if (at == std::string_view::npos) return found;
  const std::map<std::size_t, std::size_t> rows = rows_of_ticks(text);
  while (at != std::string_view::npos && found.size() < kMostMarkers) {
    const std::size_t length = run_of(text, at);
    const std::size_t close = rows.at(at);
    if (close == std::string_view::npos || (length == 1 && is_gnu_quote(text, at, close))) {
      at = text.find('`', at + length);
      continue;
    }
    const TextRange code = without_blanks(text, {at + length, close - at - length});
    if (code.length > 0) found.push_back(code);
    at = text.find('`', close + length);
  }
  return found;
}

std::vector<TextRange> urls_in(std::string_view text) {
  std::vector<TextRange> found;
  std::size_t at = text.find("http");
  while (at != std::string_view::npos && found.size() < kMostMarkers) {
    const std::string_view url = url_at(text, at);
    if (!url.empty()) found.push_back({at, url.size()});
    at = text.find("http", at + std::max<std::size_t>(url.size(), 4));
  }
  return found;
}

std::vector<TextRange> placeholders(std::string_view text) {
  const TextRange whole = without_blanks(text, {0, text.size()});
  if (is_only_a_placeholder(text.substr(whole.offset, whole.length))) return {whole};
  std::vector<TextRange> found;
  if (!may_have_placeholder(text)) return found;
  const std::vector<TextRange> code = inline_code(text);
  auto next_code = code.begin();
  for (std::size_t at = 0; at < text.size() && found.size() < kMostMarkers; ++at) {
    if (next_code != code.end() && at == next_code->offset) {
      at += next_code->length;
      ++next_code;
      if (at >= text.size()) break;
    }
    if (!kBeginsPlaceholder[static_cast<unsigned char>(text[at])]) continue;
    const std::size_t length = placeholder_length(text, at);
    if (length == 0) continue;
    found.push_back({at, length});
    at += length - 1;
  }
  return found;
}

}  // namespace kbc
