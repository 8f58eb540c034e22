#include "version/interval.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace kbc {
namespace {

// The key of the earliest version there is, 0 with the earliest stage, and a byte above all that
// begin a key.
constexpr char kLowest = static_cast<char>(Stage::kNumbered);
constexpr char kHighest = static_cast<char>(0xFF);

// Of the words that the stages do not know those that are before a release everywhere.
constexpr std::string_view kPreviews[] = {"c",       "cr",       "m",      "milestone", "pre",
                                          "preview", "snapshot", "canary", "nightly",   "ea"};

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

// The parts of a key.
struct KeyParts {
  std::string_view numbers;
  Stage stage = Stage::kRelease;
  std::string_view label;
};

KeyParts parts_of(std::string_view key) {
  const std::size_t at = numbers_end(key);
  return {key.substr(0, at), static_cast<Stage>(key[at]), key.substr(at + 1)};
}

bool has_free_label(const KeyParts& parts) {
  if (parts.stage != Stage::kWorded) return parts.stage == Stage::kNumbered;
  const std::string_view word = parts.label.substr(1, parts.label.find('\0') - 1);
  return std::find(std::begin(kPreviews), std::end(kPreviews), word) == std::end(kPreviews);
}

// Whether a word is at this place of a label, or begins there.
bool is_in_word(std::string_view label, std::ptrdiff_t place) {
  constexpr char kWord = static_cast<char>(kbx::KeyByte::kWord);
  const auto at = static_cast<std::size_t>(place);
  if (at < label.size() && label[at] == kWord) return true;
  const std::size_t word = label.substr(0, at).rfind(kWord);
  return word != std::string_view::npos &&
         label.substr(0, at).find('\0', word) == std::string_view::npos;
}

}  // namespace

bool are_ordered(const Version& a, const Version& b) {
  const KeyParts x = parts_of(a.key());
  const KeyParts y = parts_of(b.key());
  if (x.numbers != y.numbers) return true;
  const bool is_labelled = has_free_label(x);
  if (is_labelled != has_free_label(y)) return false;
  if (!is_labelled) return true;
  const auto differ = std::mismatch(x.label.begin(), x.label.end(), y.label.begin(), y.label.end());
  return x.stage == y.stage && !is_in_word(x.label, differ.first - x.label.begin()) &&
         !is_in_word(y.label, differ.second - y.label.begin());
}

bool Interval::is_everything() const { return low <= lowest_cut() && high >= highest_cut(); }

std::string just_before(const Version& version) { return version.key(); }
std::string just_after(const Version& version) { return version.key() + '\0'; }
std::string lowest_cut() { return std::string(1, kLowest); }
std::string highest_cut() { return std::string(1, kHighest); }

Interval everything() { return {lowest_cut(), highest_cut()}; }
Interval exactly(const Version& version) { return {just_before(version), just_after(version)}; }

std::vector<Interval> unite(std::vector<Interval> intervals) {
  std::sort(intervals.begin(), intervals.end(),
            [](const Interval& a, const Interval& b) { return a.low < b.low; });
  std::vector<Interval> united;
  for (Interval& interval : intervals) {
    if (interval.is_empty()) continue;
    if (united.empty() || united.back().high < interval.low) {
      united.push_back(std::move(interval));
    } else if (united.back().high < interval.high) {
      united.back().high = std::move(interval.high);
    }
  }
  return united;
}

std::vector<Interval> without(const Interval& whole, std::vector<Version> points) {
  std::sort(points.begin(), points.end());
  std::vector<Interval> rest;
  Interval current = whole;
  for (const Version& point : points) {
    if (!current.contains(point)) continue;
    Interval below{std::move(current.low), just_before(point)};
    if (!below.is_empty()) rest.push_back(std::move(below));
    current.low = just_after(point);
  }
  if (!current.is_empty()) rest.push_back(std::move(current));
  return rest;
}

bool contains(const std::vector<Interval>& intervals, const Version& version) {
  const auto after = std::upper_bound(
      intervals.begin(), intervals.end(), version.key(),
      [](const std::string& key, const Interval& interval) { return key < interval.low; });
  return after != intervals.begin() && std::prev(after)->contains(version);
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
