#include <optional>
#include <string_view>

#include "check/check.h"
#include "regex/match_budget.h"

namespace kbc {
namespace {

constexpr std::size_t kMostReported = 10;

// Nothing for a text that is not tried.
std::optional<bool> match(const Text& text, const CompiledRegex& pattern, MatchBudget& budget) {
  if (!text.present() || text.value.empty()) return {};
  return budget.match(pattern, text.value);
}

}  // namespace

void regex_example(const Entry& entry, const Context&, Report& report) {
  if (entry.list("examples").empty() && entry.list("counterexamples").empty()) return;
  if (entry["regex"].value.empty() || !entry.pattern.ok()) return;
  MatchBudget budget;
  std::size_t reported = 0;
  for (const Text& example : entry.list("examples")) {
    if (reported == kMostReported) break;
    if (match(example, entry.pattern, budget).value_or(true)) continue;
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
    "`counterexamples`, which it must not.",
    "Examples are what programs really print: they test a regex better than reading it does.",
    R"("regex": "push rejected", "examples": ["error: failed to push some refs"])",
    R"("regex": "failed to push", "examples": ["error: failed to push some refs"])",
    "Change the regex. If the message does not belong to this error, move it to the other list.",
};

}  // namespace kbc
