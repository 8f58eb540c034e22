#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "regex/match_budget.h"
#include "text/log_window.h"

namespace kbc {
namespace {

constexpr std::size_t kMostReported = 10;

// Nothing for a text that is not tried.
std::optional<bool> match(const Text& text, const CompiledRegex& pattern, MatchBudget& budget) {
  if (!text.present() || text.value.empty()) return {};
  return budget.match(pattern, text.value);
}

// Where each line of a text begins, and one after its end.
std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    begins.push_back(at + 1);
  }
  begins.push_back(text.size() + 1);
  return begins;
}

// Whether the regex matches some lines of the text, as many as `kbc match` looks at together in a
// log. True when to find out would cost too much.
bool matches_in_log(const CompiledRegex& pattern, std::string_view text, MatchBudget& budget) {
  const std::vector<std::size_t> begins = line_begins(text);
  for (std::size_t last = 0; last + 1 < begins.size(); ++last) {
    const std::size_t end = begins[last + 1] - 1;
    for (std::size_t lines = 1; lines <= std::min(last + 1, kLogWindowLines); ++lines) {
      const std::size_t begin = begins[last + 1 - lines];
      if (lines > 1 && end - begin > kLogWindowBytes) break;
      if (budget.match(pattern, text.substr(begin, end - begin)).value_or(true)) return true;
    }
  }
  return false;
}

// An example that the regex matches; false after a finding.
bool check_in_log(const Entry& entry, const Text& example, MatchBudget& budget, Report& report) {
  if (example.value.find('\n') == std::string_view::npos) return true;
  if (matches_in_log(entry.pattern, example.value, budget)) return true;
  report
      .at(entry["regex"].span, "missed-in-log"_fault,
          "the regex finds an example only as a whole message, not in a log, where a match has at "
          "most " +
              std::to_string(kLogWindowLines) + " lines")
      .exceptional()
      .note(example.span, "this one")
      .help("match less of it, or add a branch that matches one of its lines");
  return false;
}

}  // namespace

void regex_example(const Entry& entry, const Context&, Report& report) {
  if (entry.list("examples").empty() && entry.list("counterexamples").empty()) return;
  if (entry["regex"].value.empty() || !entry.pattern.ok()) return;
  MatchBudget budget, log_budget;
  std::size_t reported = 0;
  for (const Text& example : entry.list("examples")) {
    if (reported == kMostReported) break;
    const std::optional<bool> is_match = match(example, entry.pattern, budget);
    if (is_match.value_or(true)) {
      if (is_match && !check_in_log(entry, example, log_budget, report)) ++reported;
      continue;
    }
    ++reported;
    report.at(entry["regex"].span, "missed-example"_fault, "the regex does not match an example")
        .note(example.span, "this one");
  }
  // One that matches everything is regex-empty's.
  if (entry.list("counterexamples").empty() || entry.pattern.matches_empty()) return;
  reported = 0;
  for (const Text& counterexample : entry.list("counterexamples")) {
    if (reported == kMostReported) break;
    if (!match(counterexample, entry.pattern, budget).value_or(false)) continue;
    ++reported;
    const std::string_view match = entry.pattern.match_in(counterexample.value);
    const auto begin = static_cast<std::size_t>(match.data() - counterexample.value.data());
    report
        .at(entry["regex"].span, "matched-counterexample"_fault,
            "the regex matches a counterexample")
        .note(counterexample.part(begin, begin + match.size()), "this is what it matches");
  }
}

extern const Explanation regex_example_explanation = {
    "The regex misses one of `examples`, which it must match, or matches one of "
    "`counterexamples`, which it must not. It is a warning if it matches an example only over more "
    "lines than are looked at together in a log.",
    "Examples are what programs really print: they test a regex better than reading it does.",
    R"("regex": "push rejected", "examples": ["error: failed to push some refs"])",
    R"("regex": "failed to push", "examples": ["error: failed to push some refs"])",
    "Change the regex. If the message does not belong to this error, move it to the other list.",
};

}  // namespace kbc
