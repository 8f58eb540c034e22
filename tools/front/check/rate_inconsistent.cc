#include <string>

#include "check/check.h"
#include "check/rates.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// The highest success rate of the workarounds; null when one of them is no rate, since then nobody
// knows which is the best.
const Number* best_rate(const Entry& entry) {
  const Number* best = nullptr;
  for (const Workaround& workaround : entry.workarounds) {
    if (!is_rate(workaround.success_rate)) return nullptr;
    if (best == nullptr || workaround.success_rate.value > best->value) {
      best = &workaround.success_rate;
    }
  }
  return best;
}

}  // namespace

void rate_inconsistent(const Entry& entry, const Context&, Report& report) {
  const Number& rate = entry.fix_success_rate;
  const Number* best = best_rate(entry);
  if (best == nullptr || !is_rate(rate)) return;
  if (rate.value <= best->value) return;
  report
      .at(rate.span, "above-best-workaround"_fault,
          "`fix_success_rate` is " + ticked(rate.literal) +
              ", but the best `success_rate` of a workaround is " + ticked(best->literal))
      .note(best->span, "the best `success_rate`")
      .help("write at most " + ticked(best->literal) + ", or correct the workaround");
}

extern const Explanation rate_inconsistent_explanation = {
    "`fix_success_rate` is above the best `success_rate` of the workarounds.",
    "It is the share of people whom the best workaround helps, so it cannot be higher than that "
    "workaround's own rate.",
    R"("workarounds": [{"action": "…", "success_rate": 0.6}],
"fix_success_rate": 0.9)",
    R"("workarounds": [{"action": "…", "success_rate": 0.6}],
"fix_success_rate": 0.6)",
    "Lower `fix_success_rate`, correct the workaround's rate, or add the workaround that is "
    "missing.",
};

}  // namespace kbc
