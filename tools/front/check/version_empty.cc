#include <algorithm>
#include <cstddef>
#include <string>

#include "check/check.h"
#include "text/ticked.h"
#include "version/fault.h"
#include "version/spec.h"

namespace kbc {
namespace {

constexpr std::size_t kMostContradictions = 10;  // of one text

void report_contradiction(const Text& text, const Contradiction& found, Report& report) {
  const auto part = [&](TextSpan span) {
    return ticked(text.value.substr(span.begin, span.end - span.begin));
  };
  const Span place = text.part(std::min(found.first.begin, found.second.begin),
                               std::max(found.first.end, found.second.end));
  if (found.first == found.second) {
    report.at(place, "backward-range"_fault, part(found.first) + " ends before it begins")
        .help("write the lower number first");
    return;
  }
  report
      .at(place, "contradiction"_fault,
          "no version is in both " + part(found.first) + " and " + part(found.second))
      .help("correct one of the two; between alternatives write `||`");
}

}  // namespace

void version_empty(const Entry& entry, const Context&, Report& report) {
  for (const VersionItem& item : entry.versions) {
    if (!item.version.present()) continue;
    const VersionSpec spec = parse_version_spec(item.version.value).spec;
    if (!spec.is_empty()) continue;
    const std::size_t count = std::min(spec.contradictions.size(), kMostContradictions);
    for (std::size_t at = 0; at < count; ++at) {
      report_contradiction(item.version, spec.contradictions[at], report);
    }
  }
}

extern const Explanation version_empty_explanation = {
    "No version satisfies the range of a `version`. A range that only a label empties "
    "(`>=5.15.0-91-generic,<=5.15.0`) is not reported: nobody knows which of the two is first.",
    "To a program that asks whether a version is affected, the entry is about nothing.",
    R"("version": "Python >=3.13,<3.11")",
    R"("version": "Python >=3.11,<3.13")",
    "Usually two bounds are swapped, or `,` is used instead of `||`: `2,3` is both 2 and 3, `2||3` "
    "is either.",
};

}  // namespace kbc
