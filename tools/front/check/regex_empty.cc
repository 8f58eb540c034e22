#include "check/check.h"

namespace kbc {

void regex_empty(const Entry& entry, const Context&, Report& report) {
  if (entry["regex"].value.empty() || !entry.pattern.ok() || !entry.pattern.matches_empty()) return;
  report
      .at(entry["regex"].span, "matches-empty-text"_fault,
          "the regex matches the empty text, and so every text")
      .help("require something: a repeat with `+` instead of `*`, no empty branch beside `|`");
}

extern const Explanation regex_empty_explanation = {
    "The regex matches the empty text. A search for it succeeds everywhere.",
    "The entry is offered for every error.",
    R"("regex": "(push rejected)?")",
    R"("regex": "push rejected")",
    "Make at least one part of the regex required.",
};

}  // namespace kbc
