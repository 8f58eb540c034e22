#include <string>

#include "check/check.h"
#include "check/dates.h"

namespace kbc {
void date_stale(const Entry& entry, const Context& context, Report& report) {
  const EntryDate confirmed = dates_of(entry)[1];
  if (!confirmed.day || *confirmed.day > context.today.day) return;
  const int months = months_between(*confirmed.day, context.today.day);
  if (months < kStaleMonths) return;
  const std::string time = months < kVeryStaleMonths ? "half a year" : "a year";
  Finding finding = report.at(confirmed.text->span, "unconfirmed"_fault,
                              "the entry has not been confirmed for " + time);
  finding.help("try it again, and update `last_confirmed` and `last_updated`");
  if (months < kVeryStaleMonths) finding.exceptional();
}

extern const Explanation date_stale_explanation = {
    "`last_confirmed` is a year ago or more; from half a year on the finding is an info. Today is "
    "the day in UTC, or the one that `--today` names.",
    "Programs change: after a year nobody knows whether the message, the cause and the workarounds "
    "are still what the entry says.",
    R"("last_confirmed": "2024-06-10", "last_updated": "2024-06-10")",
    R"("last_confirmed": "2026-01-10", "last_updated": "2026-01-10")",
    "Produce the error with a current version, try the workarounds, correct what has changed, and "
    "write the day.",
};

}  // namespace kbc
