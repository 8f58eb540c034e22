#include <optional>
#include <string>

#include "check/check.h"
#include "pattern/syntax_tree.h"
#include "regex/match_budget.h"
#include "regex/signature_miss.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Cause = SignatureMiss::Cause;

struct Told {
  std::string message;
  std::string help;
};

// `written` is the part of the regex that is to blame.
Told tell(const SignatureMiss& miss, const std::string& written) {
  const std::string reach = std::to_string((miss.needed + 9) / 10 * 10);
  switch (miss.cause) {
    case Cause::kLineBreak:
      return {"its parts are separated by a line break, which `.` and a space do not match",
              "write `\\\\s+` for the space, or `(?s)` at the start to let `.` match line breaks"};
    case Cause::kGapTooShort:
      return {
          written + " is too short for the " + std::to_string(miss.needed) + " characters there",
          "write `.{0," + reach + "}` or `.*`"};
    case Cause::kTextAfterEnd:
      return {written + " requires more text after its end",
              "make what the signature lacks optional, or remove it"};
    case Cause::kExtraWord:
      return {written + " requires text where there is none",
              "write `.*`, with a space on one side only"};
    case Cause::kPlaceholder:
      return {written + " does not match the placeholder " + ticked(miss.found),
              "put a real value into the signature, or write `\\\\S+`"};
    case Cause::kOtherOrder:
      return {
          written + " comes before the part that should precede it",
          "put the parts in the order of the signature, or add that order as a branch with `|`"};
    case Cause::kPartAbsent:
    case Cause::kMostPartsAbsent:
      return {written + " does not occur in it",
              "write what the signature says there, or make the part optional"};
    case Cause::kAllPartsAbsent:
      return {"none of its parts occurs in it", "write the regex to match the signature"};
  }
  return {};
}

}  // namespace

void regex_signature(const Entry& entry, const Context&, Report& report) {
  const Text& signature = entry["signature"];
  if (signature.value.empty() || entry["regex"].value.empty() || !entry.pattern.ok()) return;
  MatchBudget budget;
  if (budget.match(entry.pattern, signature.value).value_or(true)) return;
  const std::string missed = "the regex does not match the signature";
  std::optional<SignatureMiss> miss;
  if (entry.pattern.form() != nullptr) miss = explain_miss(*entry.pattern.form(), signature.value);
  if (!miss) {
    report.at(entry["regex"].span, "no-match"_fault, missed).note(signature.span, "the signature");
    return;
  }
  const std::string_view part = entry["regex"].value.substr(miss->span.begin, miss->span.size());
  Told told = tell(*miss, ticked(part, 40));
  report
      .at(entry["regex"].part(miss->span.begin, miss->span.end), "no-match-of-part"_fault,
          missed + ": " + told.message)
      .help(told.help)
      .note(signature.span, "the signature");
}

extern const Explanation regex_signature_explanation = {
    "The regex finds nothing in the signature of its own entry. The part that prevents the match "
    "is marked: parts in another order, a missing part, a gap that is too short, text required "
    "after the end, an extra word, a placeholder against `\\\\d+`, a line break.",
    "The signature is the error as people quote it: a search for it misses this entry.",
    R"("signature": "failed to push some refs", "regex": "push rejected")",
    R"("signature": "failed to push some refs", "regex": "failed to push some refs")",
    "Change the regex until it matches the signature, or quote in the signature what the "
    "program really prints.",
};

}  // namespace kbc
