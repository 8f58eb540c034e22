#include <string>
#include <utility>

#include "check/checks.h"
#include "lower/regex_fault.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMaxRegexBytes = 1000;

}  // namespace

void regex_limits(const Entry& entry, const Context&, Report& report) {
  const Text& regex = entry.regex;
  if (!regex.present()) return;
  if (regex.value.size() > kMaxRegexBytes) {
    // What is too long in characters as well is told by schema-bounds.
    if (count_code_points(regex.value) > kMaxRegexBytes) return;
    report
        .at(regex.part(kMaxRegexBytes, regex.value.size()),
            "the regex has " + std::to_string(regex.value.size()) + " bytes")
        .help("1000 bytes are allowed; a character that is not ASCII takes two to four");
    return;
  }
  if (entry.pattern.ok()) return;
  RegexFault fault = regex_fault(regex.value, *entry.pattern.re2());
  if (fault.kind != RegexFault::Kind::kLimits) return;
  const TextRange range = fault.range;
  report.at(regex.part(range.offset, range.offset + range.length), std::move(fault.message))
      .help(std::move(fault.help));
}

const Explanation regex_limits_explanation = {
    "The regex is longer than 1000 bytes, repeats something more than 1000 times, or "
    "compiles to a program beyond the memory that RE2 is given.",
    "All regexes of a knowledge base are searched at once; one that is huge makes every "
    "search slow.",
    R"("regex": "x{2000}")",
    R"("regex": "x+")",
    "Repeat without a bound (`x+`), or match only the part of the message that identifies "
    "it.",
};

}  // namespace kbc
