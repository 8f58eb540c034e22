#include "output/worst.h"

namespace kbc {

std::vector<ShownFinding> shown_findings(const Rendering& rendering) {
  std::vector<ShownFinding> shown;
  Tally all;
  for (const RenderedBase& base : rendering.bases) all.add(tally(*base.findings));
  Worst worst(all, rendering.max_findings);
  for (const RenderedBase& base : rendering.bases) {
    for (const Diagnostic& finding : *base.findings) {
      if (finding.severity < rendering.show || !worst.takes(finding.severity)) continue;
      shown.push_back({&finding, base.sources});
    }
  }
  if (!rendering.worst_first) return shown;
  std::stable_sort(shown.begin(), shown.end(), [](const ShownFinding& a, const ShownFinding& b) {
    return a.finding->severity > b.finding->severity;
  });
  return shown;
}

}  // namespace kbc
