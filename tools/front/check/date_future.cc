#include <string>

#include "check/check.h"
#include "check/dates.h"
#include "text/date.h"

namespace kbc {

void date_future(const Entry& entry, const Context& context, Report& report) {
  for (const EntryDate& date : dates_of(entry)) {
    if (!date.day || *date.day <= context.today.latest) continue;
    report
        .at(date.text->span, "after-today"_fault,
            "`" + std::string(date.field) + "` is after today, `" + format_date(context.today.day) +
                "`")
        .help("write the day on which it happened");
  }
}

extern const Explanation date_future_explanation = {
    "`first_seen`, `last_confirmed` or `last_updated` is after today. The day that `--today` names "
    "is "
    "exact; without it, a day is after today that has begun nowhere on Earth yet.",
    "Nothing can have been seen or confirmed yet on such a day, and an entry dated ahead never "
    "looks stale.",
    R"("last_confirmed": "2062-01-10")",
    R"("last_confirmed": "2026-01-10")",
    "Correct the date; often two digits are swapped.",
};

}  // namespace kbc
