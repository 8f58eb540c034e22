#include <string>

#include "check/check.h"
#include "check/dates.h"
#include "text/ticked.h"

namespace kbc {

void date_order(const Entry& entry, const Context& context, Report& report) {
  const auto dates = dates_of(entry);
  const EntryDate* before = nullptr;
  for (const EntryDate& date : dates) {
    // A date after today is date_future's, and says nothing about the others.
    if (!date.day || *date.day > context.today.latest) continue;
    if (before != nullptr && *date.day < *before->day) {
      const std::string field(before->field);
      report
          .at(date.text->span, "wrong-order"_fault,
              "`" + std::string(date.field) + "` is before `" + field + "`, " +
                  ticked(before->text->value))
          .note(before->text->span, "`" + field + "` is here");
    }
    before = &date;
  }
}

extern const Explanation date_order_explanation = {
    "`first_seen`, `last_confirmed` and `last_updated` are not in that order.",
    "An error is first seen, then confirmed, and the entry is updated with that; another order "
    "shows that one of the dates is wrong.",
    R"("first_seen": "2025-06-01", "last_confirmed": "2025-01-01", "last_updated": "2025-06-01")",
    R"("first_seen": "2025-01-01", "last_confirmed": "2025-06-01", "last_updated": "2025-06-01")",
    "Correct the date that is wrong. Who confirms an entry updates it, so `last_updated` is never "
    "older than `last_confirmed`.",
};

}  // namespace kbc
