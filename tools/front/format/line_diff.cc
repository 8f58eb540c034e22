// Myers' greedy algorithm with the way back from the saved rounds: O((N + M) D) time, O(D²) memory,
// which kMostEdits bounds.

#include "format/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "text/printable.h"

namespace kbc {
namespace {

constexpr std::size_t kContext = 3;
constexpr int kMostEdits = 1000;

using Lines = std::vector<std::string_view>;

// With their ends, so that a missing final newline is a difference.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

// One line of the script: kept, deleted or inserted.
struct Step {
  char mark = ' ';
  std::size_t before = 0;  // line numbers from 0, of the line or of the place
  std::size_t after = 0;
};

// The furthest points of each round, for finding the way back.
class Myers {
 public:
  Myers(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  // False when the texts differ too much.
  bool search() {
    const auto total =
        static_cast<int>(std::min<std::size_t>(before_.size() + after_.size(), kMostEdits));
    std::vector<int> furthest(2 * static_cast<std::size_t>(total) + 3, 0);
    offset_ = total + 1;
    for (int edits = 0; edits <= total; ++edits) {
      rounds_.push_back(furthest);
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int x = goes_down(furthest, diagonal, edits) ? at(furthest, diagonal + 1)
                                                     : at(furthest, diagonal - 1) + 1;
        while (is_equal(x, x - diagonal)) ++x;
        furthest[static_cast<std::size_t>(diagonal + offset_)] = x;
        if (is_end(x, x - diagonal)) return true;
      }
    }
    return false;
  }

  std::vector<Step> script() const {
    std::vector<Step> steps;
    auto x = static_cast<int>(before_.size());
    auto y = static_cast<int>(after_.size());
    for (auto edits = static_cast<int>(rounds_.size()) - 1; edits >= 0; --edits) {
      const std::vector<int>& furthest = rounds_[static_cast<std::size_t>(edits)];
      const int diagonal = x - y;
      const bool down = goes_down(furthest, diagonal, edits);
      const int before_x = edits == 0 ? 0 : at(furthest, down ? diagonal + 1 : diagonal - 1);
      const int before_y = edits == 0 ? 0 : before_x - (down ? diagonal + 1 : diagonal - 1);
      while (x > before_x && y > before_y && is_equal(x - 1, y - 1)) add(steps, ' ', --x, --y);
      if (edits > 0) add(steps, down ? '+' : '-', before_x, before_y);
      x = before_x;
      y = before_y;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

 private:
  int at(const std::vector<int>& furthest, int diagonal) const {
    return furthest[static_cast<std::size_t>(diagonal + offset_)];
  }
  bool goes_down(const std::vector<int>& furthest, int diagonal, int edits) const {
    return diagonal == -edits ||
           (diagonal != edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));
  }
  bool is_equal(int x, int y) const {
    return x >= 0 && y >= 0 && x < static_cast<int>(before_.size()) &&
           y < static_cast<int>(after_.size()) &&
           before_[static_cast<std::size_t>(x)] == after_[static_cast<std::size_t>(y)];
  }
  bool is_end(int x, int y) const {
    return x >= static_cast<int>(before_.size()) && y >= static_cast<int>(after_.size());
  }
  static void add(std::vector<Step>& steps, char mark, int x, int y) {
    steps.push_back({mark, static_cast<std::size_t>(x), static_cast<std::size_t>(y)});
  }

  const Lines& before_;
  const Lines& after_;
  int offset_ = 0;
  std::vector<std::vector<int>> rounds_;
};

std::vector<Step> script_of(const Lines& before, const Lines& after) {
  Myers myers(before, after);
  if (myers.search()) return myers.script();
  std::vector<Step> steps;
  for (std::size_t line = 0; line < before.size(); ++line) steps.push_back({'-', line, 0});
  for (std::size_t line = 0; line < after.size(); ++line) {
    steps.push_back({'+', before.size(), line});
  }
  return steps;
}

class HunkWriter {
 public:
  HunkWriter(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  // Hunks of changes with their context, those that touch as one.
  std::string hunks(const std::vector<Step>& steps) {
    for (std::size_t at = 0; at < steps.size();) {
      while (at < steps.size() && steps[at].mark == ' ') ++at;
      if (at == steps.size()) break;
      const std::size_t begin = at - std::min(at, kContext);
      std::size_t end = at;
      for (std::size_t kept = 0; end < steps.size() && kept <= 2 * kContext; ++end) {
        kept = steps[end].mark == ' ' ? kept + 1 : 0;
        if (kept == 0) at = end + 1;
      }
      hunk(steps, begin, std::min(at + kContext, steps.size()));
    }
    return std::move(text_);
  }

 private:
  void hunk(const std::vector<Step>& steps, std::size_t begin, std::size_t end) {
    const auto count = [&](char other) {
      return std::count_if(steps.begin() + static_cast<std::ptrdiff_t>(begin),
                           steps.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const Step& step) { return step.mark != other; });
    };
    text_ += "@@ -" + range(steps[begin].before, count('+')) + " +" +
             range(steps[begin].after, count('-')) + " @@\n";
    for (std::size_t at = begin; at < end; ++at) line(steps[at]);
  }

  // Lines from 1; of no lines, the one before.
  static std::string range(std::size_t first, std::ptrdiff_t count) {
    const std::size_t shown = count == 0 ? first : first + 1;
    return std::to_string(shown) + (count == 1 ? "" : "," + std::to_string(count));
  }

  void line(const Step& step) {
    const std::string_view text = step.mark == '+' ? after_[step.after] : before_[step.before];
    text_ += step.mark;
    text_ += text;
    if (!text.ends_with('\n')) text_ += "\n\\ No newline at end of file\n";
  }

  const Lines& before_;
  const Lines& after_;
  std::string text_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::string name = printable(path);
  return "--- a/" + name + "\n+++ b/" + name + '\n' +
         HunkWriter(old_lines, new_lines).hunks(script_of(old_lines, new_lines));
}

std::vector<ChangedLines> changed_lines(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  std::vector<ChangedLines> changes;
  std::size_t at = 0;
  bool is_open = false;  // whether the last change goes on
  for (const Step& step : script_of(old_lines, new_lines)) {
    const std::size_t end = step.mark == '+' ? at : at + old_lines[step.before].size();
    if (step.mark != ' ') {
      if (!is_open) changes.push_back({span_of(at, at), {}});
      changes.back().span.end = static_cast<std::uint32_t>(end);
      if (step.mark == '+') changes.back().text += new_lines[step.after];
    }
    is_open = step.mark != ' ';
    at = end;
  }
  return changes;
}

// Tabs and a carriage return at the end stay: a patch needs them, and a terminal takes no harm.
void print_diff(std::string_view diff, Printer& out) {
  for (std::string_view line : lines_of(diff)) {
    std::string shown;
    for (std::size_t tab = 0; (tab = line.find('\t')) != std::string_view::npos;) {
      shown += printable(line.substr(0, tab)) + '\t';
      line.remove_prefix(tab + 1);
    }
    if (line.ends_with('\n')) line.remove_suffix(1);
    const bool has_return = line.ends_with('\r');
    if (has_return) line.remove_suffix(1);
    shown += printable(line);
    if (has_return) shown += '\r';
    out << Own{shown} << '\n';
  }
}

}  // namespace kbc
