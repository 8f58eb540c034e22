#include <string>

#include "check/check.h"
#include "check/rates.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// From here on a number can be nothing but a percentage: `8` may also mean 8 out of 10.
constexpr double kCertain = 10;

}  // namespace

void rate_percent(const Entry& entry, const Context&, Report& report) {
  for (const Number* rate : rates_of(entry)) {
    if (!is_percentage(*rate)) continue;
    const std::string fraction = decimal(rate->value / 100);
    const std::string text = ticked(rate->literal);
    if (rate->value < kCertain) {
      report
          .at(rate->span, "likely-percentage"_fault,
              text + " looks like a percentage; expected a fraction")
          .help("write `" + fraction + "` if it is " + text + " percent");
    } else {
      report.at(rate->span, "percentage"_fault, text + " is a percentage; expected a fraction")
          .fix("write `" + fraction + "`", rate->span, fraction);
    }
  }
}

extern const Explanation rate_percent_explanation = {
    "A rate is a whole number from 2 to 100 or any number from 10 to 100: a percentage instead of "
    "a fraction.",
    "To a program that compares rates, 85 is not 85 percent but eighty-five times certain.",
    R"("success_rate": 85)",
    R"("success_rate": 0.85)",
    "Divide by 100. From 10 on the fix does it; a smaller number may also be a mark out of ten, so "
    "there the author has to decide.",
};

}  // namespace kbc
