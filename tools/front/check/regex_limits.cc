#include <string>

#include "check/check.h"
#include "pattern/fault_text.h"
#include "pattern/syntax_tree.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMaxRegexBytes = 1000;

}  // namespace

void regex_limits(const Entry& entry, const Context&, Report& report) {
  const Text& regex = entry["regex"];
  if (!regex.present()) return;
  if (regex.value.size() > kMaxRegexBytes) {
    // What is too long in characters as well is reported by schema-bounds.
    if (count_code_points(regex.value) > kMaxRegexBytes) return;
    report
        .at(regex.part(kMaxRegexBytes, regex.value.size()), "too-long"_fault,
            "the regex has " + std::to_string(regex.value.size()) + " bytes")
        .help("1000 bytes are allowed; a character that is not ASCII takes two to four");
    return;
  }
  if (entry.pattern.ok()) return;
  const SyntaxTree& syntax = entry.pattern.syntax();
  for (const SyntaxFault& fault : syntax.faults) {
    if (fault.kind != FaultKind::kTooManyRepeats) continue;
    SyntaxFaultText text = describe(syntax, fault);
    report.at(regex.part(fault.span.begin, fault.span.end), text.name, text.message)
        .help(text.help);
  }
  if (!syntax.ok()) return;
  report
      .at(regex.part(0, regex.value.size()), "too-much-memory"_fault,
          "the regex needs more memory than RE2 may use")
      .help(
          "use smaller repeats: `{n}` copies what it repeats, and a class such as `\\\\pL` is "
          "large");
}

extern const Explanation regex_limits_explanation = {
    "The regex is longer than 1000 bytes, repeats something more than 1000 times, or needs more "
    "memory than RE2 may use.",
    "All regexes of a knowledge base are searched at once; one that is huge makes every "
    "search slow.",
    R"("regex": "x{2000}")",
    R"("regex": "x+")",
    "Repeat without a bound (`x+`), or match only the part of the message that identifies "
    "it.",
};

}  // namespace kbc
