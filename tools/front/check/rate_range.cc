#include "check/check.h"
#include "check/rates.h"
#include "text/ticked.h"

namespace kbc {

void rate_range(const Entry& entry, const Context&, Report& report) {
  for (const Number* rate : rates_of(entry)) {
    if (is_rate(*rate) || is_percentage(*rate)) continue;
    const char* relation = rate->value < 0 ? " is less than 0" : " is greater than 1";
    report.at(rate->span, "out-of-range"_fault, ticked(rate->literal) + relation)
        .help("write a fraction from 0 to 1");
  }
}

extern const Explanation rate_range_explanation = {
    "A rate (`confidence`, `fix_success_rate`, `fail_rate`, `success_rate`, `probability`) is less "
    "than 0 or greater than 1, and does not look like a percentage either.",
    "Rates are compared, multiplied and added up; a rate outside the range makes every result "
    "wrong.",
    R"("success_rate": 1.5)",
    R"("success_rate": 0.15)",
    "Write the share as a fraction from 0 to 1.",
};

}  // namespace kbc
