#include "check/checks.h"
#include "lower/match_budget.h"

namespace kbc {

void regex_signature(const Entry& entry, const Context&, Report& report) {
  const Text& signature = entry.signature;
  if (signature.value.empty() || entry.regex.value.empty() || !entry.pattern.ok()) return;
  MatchBudget budget;
  if (budget.match(entry.pattern, signature.value).value_or(true)) return;
  report.at(entry.regex.span, "the regex does not match the signature")
      .note(signature.span, "the signature");
}

const Explanation regex_signature_explanation = {
    "The regex finds nothing in the signature of its own entry.",
    "The signature is the error as people quote it: a search for it would miss this very "
    "entry.",
    R"("signature": "failed to push some refs", "regex": "push rejected")",
    R"("signature": "failed to push some refs", "regex": "failed to push some refs")",
    "Change the regex until it matches the signature, or quote in the signature what the "
    "program really prints.",
};

}  // namespace kbc
