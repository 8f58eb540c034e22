#include "text/control_fault.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"
#include "text/unicode.h"

namespace kbc {
namespace {

// Line feeds are left to control_characters.
bool is_allowed(char32_t value, Controls allowed) {
  if (allowed == Controls::kPlainText) return value == '\t';
  return allowed == Controls::kBlanks && value >= '\t' && value <= '\r';
}

// The length of a control sequence of ECMA-48, `ESC [ parameters letter`, at the offset; else 0.
std::size_t escape_sequence_length(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\x1b[") return 0;
  std::size_t end = at + 2;
  while (end < text.size() && text[end] >= 0x20 && text[end] < 0x40) ++end;
  return end < text.size() && text[end] >= 0x40 && text[end] < 0x7F ? end + 1 - at : 0;
}

// The row of blanks and line breaks around the offset.
TextRange row_around(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_not_of(kBlanks);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find_first_not_of(kBlanks, at), text.size());
  return {begin, end - begin};
}

// Whether a single tab or line break may be what became of `\t`, `\n` or `\r` in a path.
bool may_be_backslash(std::string_view text, TextRange row) {
  const std::size_t end = row.offset + row.length;
  if (row.length != 1 || row.offset == 0 || end >= text.size()) return false;
  const char before = text[row.offset - 1];
  return is_letter(text[end]) && (is_letter(before) || before == ':' || before == '\\');
}

// Where line breaks are allowed, a carriage return before one is superfluous, and a tab may indent
// code.
void repair_between_lines(std::string_view text, std::size_t at, ControlFault& fault) {
  const bool ends_line = text[at] == '\r' && text.substr(at + 1, 1) == "\n";
  fault.repair = ends_line ? ControlRepair::kRemove : ControlRepair::kBlank;
  fault.repaired = {at, 1};
  fault.is_certain = ends_line;
}

void repair_blank(std::string_view text, std::size_t at, ControlFault& fault) {
  const TextRange row = row_around(text, at);
  const bool is_end = row.offset == 0 || row.offset + row.length == text.size();
  fault.repair = is_end ? ControlRepair::kRemove : ControlRepair::kBlank;
  fault.repaired = row;
  fault.is_certain = !may_be_backslash(text, row);
}

ControlFault fault_at(std::string_view text, const FoundCharacter& found, Controls allowed) {
  ControlFault fault{{found.offset, found.length},    found.value,
                     describe_character(found.value), ControlRepair::kUnknown,
                     {found.offset, found.length},    true};
  if (found.value == '\t' || found.value == '\n' || found.value == '\r') {
    const bool is_line = allowed == Controls::kNone;
    is_line ? repair_blank(text, found.offset, fault)
            : repair_between_lines(text, found.offset, fault);
  } else if (found.value == '\b' || found.value == '\f') {
    fault.repair = ControlRepair::kBackslash;
  } else if (const std::size_t length = escape_sequence_length(text, found.offset)) {
    fault.range.length = fault.repaired.length = length;
    fault.name = "terminal escape sequence";
    fault.repair = ControlRepair::kRemove;
  } else if (found.value < 0x80 && found.value != 0x1B) {
    fault.repair = ControlRepair::kRemove;
  }
  return fault;
}

}  // namespace

std::vector<ControlFault> control_faults(std::string_view text, Controls allowed) {
  const auto newlines = allowed == Controls::kNone ? Newlines::kForbidden : Newlines::kAllowed;
  std::vector<ControlFault> faults;
  std::size_t end = 0;
  // In portions: what is allowed may come first, and often.
  for (std::size_t from = 0; faults.size() < kMaxFoundCharacters;) {
    const auto portion = control_characters(text.substr(from), newlines);
    for (FoundCharacter found : portion) {
      found.offset += from;
      if (found.offset < end || is_allowed(found.value, allowed)) continue;
      const ControlFault& fault = faults.emplace_back(fault_at(text, found, allowed));
      end = std::max(found.offset, fault.repaired.offset + fault.repaired.length);
    }
    if (portion.size() < kMaxFoundCharacters) break;
    from += portion.back().offset + portion.back().length;
  }
  return faults;
}

}  // namespace kbc
