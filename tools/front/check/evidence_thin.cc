#include <string>

#include "check/check.h"
#include "check/rates.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr double kHighConfidence = 0.8;
constexpr double kEnoughEvidence = 3;

}  // namespace

void evidence_thin(const Entry& entry, const Context&, Report& report) {
  const Number& confidence = entry.confidence;
  const Number& count = entry.evidence_count;
  if (!is_rate(confidence) || confidence.value <= kHighConfidence) return;
  if (!count.present() || count.value < 0 || count.value >= kEnoughEvidence) return;
  report
      .at(confidence.span, "few-reports"_fault,
          "`confidence` is " + ticked(confidence.literal) + ", but `evidence_count` is only " +
              ticked(count.literal))
      .note(count.span, "fewer than 3 independent reports")
      .help("write at most `0.8`, or find more reports");
}

extern const Explanation evidence_thin_explanation = {
    "`confidence` is over 0.8, and `evidence_count` is less than 3.",
    "One or two reports may share a mistake or a special case; high confidence needs several "
    "independent reports.",
    R"("confidence": 0.95, "evidence_count": 1)",
    R"("confidence": 0.95, "evidence_count": 4)",
    "Lower the confidence, or look for further reports and count them.",
};

}  // namespace kbc
