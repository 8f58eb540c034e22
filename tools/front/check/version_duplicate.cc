#include <cstddef>
#include <string>
#include <unordered_map>

#include "check/check.h"
#include "text/ticked.h"
#include "version/spec.h"

namespace kbc {
namespace {

// Everything but the version itself.
bool says_the_same(const VersionItem& left, const VersionItem& right) {
  for (const auto field :
       {&VersionItem::introduced, &VersionItem::deprecated, &VersionItem::removed,
        &VersionItem::behavior_change, &VersionItem::status}) {
    if ((left.*field).value != (right.*field).value) return false;
  }
  return true;
}

void report_again(const VersionItem& first, const VersionItem& before, const VersionItem& item,
                  Report& report) {
  Finding finding = report.at(item.version.span, "duplicate-version"_fault,
                              ticked(item.version.value) + " is already in `versions`");
  finding.note(first.version.span, "first here");
  if (says_the_same(first, item) && before.ordinal + 1 == item.ordinal) {
    finding.fix("remove this item", Span{before.span.end, item.span.end}, "");
  } else {
    finding.help("merge the two into one");
  }
}

}  // namespace

void version_duplicate(const Entry& entry, const Context&, Report& report) {
  if (entry.versions.size() < 2) return;
  std::unordered_map<std::string, const VersionItem*> seen;
  for (std::size_t at = 0; at < entry.versions.size(); ++at) {
    const VersionItem& item = entry.versions[at];
    if (!item.version.present()) continue;
    const ParsedSpec parsed = parse_version_spec(item.version.value);
    if (!parsed.faults.empty() || parsed.spec.is_empty()) continue;
    const auto [first, is_new] = seen.try_emplace(canonical_text(parsed.spec), &item);
    if (!is_new) report_again(*first->second, entry.versions[at - 1], item, report);
  }
}

extern const Explanation version_duplicate_explanation = {
    "Two items of `versions` mean the same versions of the same product, perhaps written "
    "differently: `3.11+` and `>=3.11.0` are one range, and the case of the product is ignored.",
    "The two can contradict each other in `status` and the dates.",
    R"("versions": [{"version": "Python 3.11+", "status": "active"},
             {"version": "python >=3.11", "status": "active"}])",
    R"("versions": [{"version": "Python >=3.11", "status": "active"}])",
    "Keep one item. If they differ in anything else, merge them first; if not, the fix removes the "
    "later one.",
};

}  // namespace kbc
