#include <algorithm>
#include <cstddef>
#include <variant>

#include "check/check.h"
#include "version/fault.h"
#include "version/milestone.h"
#include "version/spec.h"

namespace kbc {
namespace {

constexpr std::size_t kMostFaults = 10;  // of one text

void report_fault(const Text& text, const VersionFault& fault, Report& report) {
  Finding finding =
      report.at(text.part(fault.span.begin, fault.span.end), fault.name, fault.message);
  if (fault.is_strict) finding.exceptional();
  if (fault.replacement.empty()) {
    finding.help(fault.help);
    return;
  }
  finding.fix(fault.help, text.part(fault.replaced.begin, fault.replaced.end), fault.replacement);
}

// An empty text is the schema's.
void check_spec(const Text& text, Report& report) {
  if (text.value.empty()) return;
  const ParsedSpec parsed = parse_version_spec(text.value);
  const std::size_t count = std::min(parsed.faults.size(), kMostFaults);
  for (std::size_t at = 0; at < count; ++at) report_fault(text, parsed.faults[at], report);
}

void check_milestone(const Text& text, Report& report) {
  if (!text.present()) return;
  const auto parsed = parse_milestone(text.value);
  if (const auto* fault = std::get_if<VersionFault>(&parsed)) report_fault(text, *fault, report);
}

}  // namespace

void version_syntax(const Entry& entry, const Context&, Report& report) {
  for (const VersionItem& item : entry.versions) {
    check_spec(item.version, report);
    for (const Text* text : {&item.introduced, &item.deprecated, &item.removed}) {
      check_milestone(*text, report);
    }
  }
}

extern const Explanation version_syntax_explanation = {
    "A `version` is not a product with an optional range, or `introduced`, `deprecated` or "
    "`removed` is neither a version number nor an ISO date. A range that is joined to a name, as "
    "in `HTTP/1.1+`, is reported too: as a part of the name it says nothing about versions. So are "
    "the epochs that package managers put before a number (`1:2.3`) and, as warnings, `*`, a `v` "
    "that stands apart, parentheses around a range, and numbers such as `.5` and `2024/01`.",
    "Programs ask whether a version is affected; a text that is not a range gives no answer.",
    R"("version": "Python => 3.11")",
    R"("version": "Python >=3.11,<3.13")",
    "Write the product, then the range: a number, `2.x`, `3.11+`, `1.20-1.24`, or comparisons such "
    "as `>=3.11,<3.13`; alternatives are joined by `||`. Where a number has another form "
    "(`1.1.1k`, `7.1.0.rc1`, "
    "`1.8.0_292`) the fix writes what follows the digits as a label: `1.1.1-k`.",
};

}  // namespace kbc
