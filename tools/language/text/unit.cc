#include "text/unit.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/word_list.h"

namespace kbc {
namespace {

constexpr double kKibi = 1024;

// Single letters that mean many things (m, d, g, K) are left out.
constexpr Unit kUnits[] = {
    {Dimension::kTime, 1e-9, "nanosecond 纳秒", "ns", ""},
    {Dimension::kTime, 1e-6, "microsecond µs μs 微秒", "us", ""},
    {Dimension::kTime, 1e-3, "msec millisecond 毫秒", "ms", ""},
    {Dimension::kTime, 1, "sec second 秒", "", "s"},
    {Dimension::kTime, 60, "min minute 分钟", "", "分"},
    {Dimension::kTime, 3600, "hr hour 小时", "h", "时"},
    {Dimension::kTime, 86400, "day 天", "", "日"},
    {Dimension::kMonths, 1, "month", "", "月"},
    {Dimension::kMonths, 12, "year yr 年", "", ""},
    {Dimension::kBytes, 1, "byte 字节", "", ""},
    {Dimension::kBytes, kKibi, "kb kib kilobyte 千字节", "Ki", ""},
    {Dimension::kBytes, kKibi* kKibi, "mb mib megabyte 兆字节", "Mi", "兆"},
    {Dimension::kBytes, kKibi* kKibi* kKibi, "gb gib gigabyte 吉字节 千兆字节", "Gi", ""},
    {Dimension::kBytes, kKibi* kKibi* kKibi* kKibi, "tb tib terabyte", "", ""},
    {Dimension::kBits, 1, "bit 比特", "", "位"},
    {Dimension::kFraction, 0.01, "percent % ％", "", ""},
};

bool starts_with(std::string_view text, std::string_view name, bool is_exact) {
  if (is_exact || text.size() < name.size()) return text.starts_with(name);
  return std::equal(name.begin(), name.end(), text.begin(),
                    [](char a, char b) { return a == lower_ascii(b); });
}

// How many bytes of the text the spelling takes; 0 if the text begins otherwise, or its word goes
// on.
std::size_t length_of(std::string_view name, std::string_view text, bool is_exact) {
  if (!starts_with(text, name, is_exact)) return 0;
  std::size_t end = name.size();
  if (!is_letter(name.back())) return end;
  if (end >= 2 && end < text.size() && text[end] == 's') ++end;
  const bool goes_on = end < text.size() && (is_word(text[end]) || text[end] == '(');
  return goes_on ? 0 : end;
}

// The length of the longest of the spellings, or 0.
std::size_t longest_of(std::string_view names, std::string_view text, bool is_exact) {
  std::size_t longest = 0;
  while (!names.empty()) longest = std::max(longest, length_of(take_word(names), text, is_exact));
  return longest;
}

}  // namespace

FoundUnit unit_at_start(std::string_view text) {
  FoundUnit found;
  for (const Unit& unit : kUnits) {
    const std::size_t certain =
        std::max(longest_of(unit.any_case, text, false), longest_of(unit.exact, text, true));
    const std::size_t doubtful = longest_of(unit.ambiguous, text, true);
    const std::size_t length = std::max(certain, doubtful);
    if (length > found.length) found = {&unit, length, certain >= doubtful};
  }
  return found;
}

}  // namespace kbc
