#include <string>
#include <variant>

#include "check/check.h"
#include "text/date.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string message_of(const Text& text, const DateFault& fault) {
  const bool is_whole = fault.offset == 0 && fault.length == text.value.size();
  return is_whole ? ticked(text.value) + " is " + fault.message : fault.message;
}

void check_date(const Text& text, Report& report) {
  if (!text.present()) return;
  const ParsedDate parsed = parse_date(text.value);
  const DateFault* fault = std::get_if<DateFault>(&parsed);
  if (fault == nullptr) return;
  const Span part = text.part(fault->offset, fault->offset + fault->length);
  Finding finding =
      report.at(part.size() == 0 ? text.span : part, fault->name, message_of(text, *fault));
  if (!fault->suggestion.empty()) {
    finding.help("write " + ticked(fault->suggestion));
  } else if (fault->kind == DateFaultKind::kShape) {
    finding.help("write the day as `YYYY-MM-DD`");
  } else {
    finding.help(fault->kind == DateFaultKind::kMonth ? "months are written `01` to `12`"
                                                      : "write a day that the month has");
  }
}

}  // namespace

void date_syntax(const Entry& entry, const Context&, Report& report) {
  for (const Text* text :
       {&entry["first_seen"], &entry["last_confirmed"], &entry["last_updated"]}) {
    check_date(*text, report);
  }
}

extern const Explanation date_syntax_explanation = {
    "`first_seen`, `last_confirmed` or `last_updated` is not an ISO 8601 calendar date, or names a "
    "day that the calendar does not have.",
    "Dates are sorted and compared; `03/04/2025` is March to one reader and April to another.",
    R"("last_confirmed": "2025-02-30")",
    R"("last_confirmed": "2025-02-28")",
    "Write four digits for the year, two for the month and two for the day, joined by `-`.",
};

}  // namespace kbc
