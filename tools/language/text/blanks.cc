#include "text/blanks.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "text/ascii.h"
#include "text/byte_run.h"
#include "text/markers.h"
#include "text/unicode.h"

namespace kbc {
namespace {

bool ends_clause(char c) { return std::string_view(".,;!?").find(c) != std::string_view::npos; }

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds[] = {".", "!", "?", "。", "！", "？"};
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return text.ends_with(end); });
}

// An unbroken row of blanks, and the part of it from its first odd one to its last.
struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t odd_begin = 0;
  std::size_t odd_end = 0;
  char32_t odd = 0;

  bool has_odd() const { return odd_end > odd_begin; }
};

// The rows of a text from the left to the right.
class Rows {
 public:
  Rows(std::string_view text, std::vector<FoundCharacter> odd)
      : text_(text), odd_(std::move(odd)) {}

  // The next row; an empty one at the end of the text.
  Row next() {
    while (at_ < text_.size() && length_here() == 0) ++at_;
    Row row{at_, at_, 0, 0, 0};
    for (std::size_t length = length_here(); length > 0; length = length_here()) {
      if (!is_blank(text_[at_])) add_odd(row, length);
      at_ += length;
    }
    row.end = at_;
    return row;
  }

 private:
  // How many bytes the blank has that begins here; 0 if none does.
  std::size_t length_here() const {
    if (at_ >= text_.size()) return 0;
    if (is_blank(text_[at_])) return 1;
    return next_odd_ < odd_.size() && odd_[next_odd_].offset == at_ ? odd_[next_odd_].length : 0;
  }

  void add_odd(Row& row, std::size_t length) {
    if (!row.has_odd()) row.odd_begin = at_;
    if (!row.has_odd()) row.odd = odd_[next_odd_].value;
    row.odd_end = at_ + length;
    ++next_odd_;
  }

  std::string_view text_;
  std::vector<FoundCharacter> odd_;
  std::size_t next_odd_ = 0;
  std::size_t at_ = 0;
};

// Tells blanks in code from others. Asked for rows from the left to the right.
class Code {
 public:
  explicit Code(std::string_view text) : text_(text), ranges_(inline_code(text)) {}

  bool is_empty() const { return ranges_.empty(); }

  bool contains(const Row& row) {
    while (next_ < ranges_.size() && end_of(ranges_[next_]) < row.begin) ++next_;
    // Beyond so many ranges nothing is known any more.
    if (next_ == ranges_.size()) return ranges_.size() == kMostMarkers;
    const TextRange& range = ranges_[next_];
    // The ranges leave out the blanks between the code and its back-ticks.
    if (row.begin == end_of(range)) return text_[row.end] == '`';
    if (row.end == range.offset) return text_[row.begin - 1] == '`';
    return range.offset < row.begin;
  }

 private:
  static std::size_t end_of(const TextRange& range) { return range.offset + range.length; }

  std::string_view text_;
  std::vector<TextRange> ranges_;
  std::size_t next_ = 0;
};

// Whether the row in the middle of a text is a fault of this kind, code aside.
bool is_doubled(std::string_view text, const Row& row) {
  const std::string_view blanks = text.substr(row.begin, row.end - row.begin);
  return blanks.size() > 1 && blanks.find_first_not_of(' ') == std::string_view::npos;
}

bool has_two_spaces(std::string_view text) {
  return is_anywhere<2>(text, [](const char* at) { return (at[0] == ' ') & (at[1] == ' '); });
}

// Of steps without back-ticks nobody can say what is code; a clause that ends is prose.
bool is_meant(std::string_view text, const Row& row, Layout layout, const Code& code) {
  if (layout == Layout::kProse) return false;
  if (layout == Layout::kQuotation) return true;
  const bool follows_clause =
      row.begin > 1 && ends_clause(text[row.begin - 1]) && is_letter(text[row.begin - 2]);
  if (follows_clause) return !is_letter(text[row.end]);
  return code.is_empty() || !is_letter(text[row.end]) || !is_letter(text[row.begin - 1]);
}

// Line breaks and tabs where the layout has none are faults of their own: text/control_fault.h.
bool has_control(std::string_view text, const Row& row, Layout layout) {
  const std::string_view controls = layout == Layout::kSteps ? "\t\r" : "\t\n\r";
  return text.substr(row.begin, row.end - row.begin).find_first_of(controls) !=
         std::string_view::npos;
}

BlankFault fault_at_end(std::string_view text, const Row& row) {
  const TextRange range{row.begin, row.end - row.begin};
  if (range.length == text.size()) return {BlankFaultKind::kOnly, range, 0, "", false};
  if (row.begin == 0) return {BlankFaultKind::kAtStart, range, 0, "", true};
  // What a template filled in, and had nothing for, leaves a blank; an editor leaves line breaks.
  const std::string_view blanks = text.substr(row.begin);
  const bool is_certain =
      blanks.find('\n') != std::string_view::npos || ends_sentence(text.substr(0, row.begin));
  return {BlankFaultKind::kAtEnd, range, 0, "", is_certain};
}

BlankFault odd_fault(const Row& row) {
  const TextRange range{row.odd_begin, row.odd_end - row.odd_begin};
  const bool is_whole_row = range.length == row.end - row.begin;
  return {BlankFaultKind::kOdd, range, row.odd, is_whole_row ? " " : "", true};
}

BlankFault doubled_fault(std::string_view text, const Row& row) {
  return {BlankFaultKind::kDoubled,
          {row.begin, row.end - row.begin},
          0,
          " ",
          ends_clause(text[row.begin - 1])};
}

}  // namespace

std::vector<BlankFault> blank_faults(std::string_view text, Layout layout) {
  std::vector<BlankFault> faults;
  if (text.empty()) return faults;
  std::vector<FoundCharacter> odd = odd_blanks(text);
  if (odd.empty() && !is_blank(text.front()) && !is_blank(text.back()) && !has_two_spaces(text)) {
    return faults;
  }
  std::vector<Row> inner;
  Rows rows(text, std::move(odd));
  for (Row row = rows.next(); row.end > row.begin; row = rows.next()) {
    const bool is_end = row.begin == 0 || row.end == text.size();
    if (is_end && !has_control(text, row, layout)) faults.push_back(fault_at_end(text, row));
    if (!is_end && (row.has_odd() || is_doubled(text, row))) inner.push_back(row);
  }
  if (inner.empty()) return faults;
  Code code(text);
  for (const Row& row : inner) {
    if (code.contains(row)) continue;
    if (row.has_odd()) {
      faults.push_back(odd_fault(row));
    } else if (!is_meant(text, row, layout, code)) {
      faults.push_back(doubled_fault(text, row));
    }
  }
  std::sort(faults.begin(), faults.end(), [](const BlankFault& a, const BlankFault& b) {
    return a.range.offset < b.range.offset;
  });
  return faults;
}

}  // namespace kbc
