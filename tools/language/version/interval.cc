#include "version/interval.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace kbc {
namespace {

// The key of the earliest version there is, 0 with the earliest stage, and a byte above all that
// begin a key.
constexpr char kLowest = static_cast<char>(Stage::kLabel);
constexpr char kHighest = static_cast<char>(0xFF);

// A bound such as ">=3.11": `at` is before the version when the cut is just before it.
std::string bound_text(const std::string& cut, std::string_view before, std::string_view after) {
  const DecodedKey decoded = decode_key(cut);
  const bool is_after = decoded.length < cut.size();
  return std::string(is_after ? after : before) + decoded.text;
}

bool is_point(const Interval& interval) {
  return interval.high.size() == interval.low.size() + 1 && interval.high.back() == '\0' &&
         interval.high.compare(0, interval.low.size(), interval.low) == 0;
}

}  // namespace

bool are_ordered(const Version& a, const Version& b) { return kbx::are_ordered(a.key(), b.key()); }

bool Interval::is_everything() const { return low <= lowest_cut() && high >= highest_cut(); }

std::string just_before(const Version& version) { return version.key(); }
std::string just_after(const Version& version) { return version.key() + '\0'; }
std::string lowest_cut() { return std::string(1, kLowest); }
std::string highest_cut() { return std::string(1, kHighest); }

Interval everything() { return {lowest_cut(), highest_cut()}; }
Interval exactly(const Version& version) { return {just_before(version), just_after(version)}; }

std::vector<Interval> unite(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) {
    return std::tie(a.low, a.high) < std::tie(b.low, b.high);
  });
  std::vector<Interval> united;
  for (Interval& interval : intervals) {
    if (interval.is_empty() || (!united.empty() && united.back() == interval)) continue;
    while (!united.empty() && united.back().range().can_join(interval.range())) {
      interval.low = std::move(united.back().low);
      if (interval.high < united.back().high) interval.high = std::move(united.back().high);
      united.pop_back();
    }
    united.push_back(std::move(interval));
  }
  return united;
}

std::vector<Interval> without(const Interval& whole, std::vector<Interval> left_out) {
  left_out = unite(std::move(left_out));
  std::vector<Interval> rest;
  Interval current = whole;
  for (Interval& hole : left_out) {
    if (hole.high <= current.low || hole.low >= current.high) continue;
    Interval below{std::move(current.low), std::move(hole.low)};
    if (!below.is_empty()) rest.push_back(std::move(below));
    current.low = std::move(hole.high);
  }
  if (!current.is_empty()) rest.push_back(std::move(current));
  return rest;
}

bool contains(const std::vector<Interval>& intervals, const Version& version) {
  return std::any_of(intervals.begin(), intervals.end(),
                     [&](const Interval& interval) { return interval.contains(version); });
}

std::string to_text(const Interval& interval) {
  if (interval.is_everything()) return "any";
  if (is_point(interval)) return bound_text(interval.low, "==", "==");
  std::string text;
  if (interval.low > lowest_cut()) text = bound_text(interval.low, ">=", ">");
  if (interval.high >= highest_cut()) return text;
  if (!text.empty()) text += ',';
  return text + bound_text(interval.high, "<", "<=");
}

std::string to_text(const std::vector<Interval>& intervals) {
  if (intervals.empty()) return "none";
  std::string text;
  for (const Interval& interval : intervals) {
    if (!text.empty()) text += " || ";
    text += to_text(interval);
  }
  return text;
}

}  // namespace kbc
