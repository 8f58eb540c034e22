#include <string>
#include <string_view>

#include "check/check.h"
#include "check/rates.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr double kResolvableFixRate = 0.7;
constexpr double kResolvableConfidence = 0.6;
constexpr double kUnresolvableFixRate = 0.2;

bool is_below(const Number& rate, double bound) { return is_rate(rate) && rate.value < bound; }

void report_low(const Entry& entry, const Number& rate, std::string_view field,
                std::string_view bound, Report& report) {
  const std::string name(field);
  report
      .at(entry["resolvable"].span, "resolvable"_fault,
          "`resolvable` is `\"true\"`, but `" + name + "` is only " + ticked(rate.literal))
      .note(rate.span, "`\"true\"` requires at least " + std::string(bound))
      .help("write `\"partial\"`, or correct `" + name + "`");
}

void check_true(const Entry& entry, Report& report) {
  if (is_below(entry.fix_success_rate, kResolvableFixRate)) {
    report_low(entry, entry.fix_success_rate, "fix_success_rate", "0.7", report);
  } else if (is_below(entry.confidence, kResolvableConfidence)) {
    report_low(entry, entry.confidence, "confidence", "0.6", report);
  }
}

void check_false(const Entry& entry, Report& report) {
  const Number& rate = entry.fix_success_rate;
  if (!is_rate(rate) || rate.value < kUnresolvableFixRate) return;
  report
      .at(entry["resolvable"].span, "unresolvable"_fault,
          "`resolvable` is `\"false\"`, but `fix_success_rate` is " + ticked(rate.literal))
      .note(rate.span, "`\"false\"` requires a rate below 0.2")
      .help("write `\"partial\"`, or correct `fix_success_rate`");
}

}  // namespace

void rate_resolvable(const Entry& entry, const Context&, Report& report) {
  if (entry["resolvable"].value == "true") check_true(entry, report);
  if (entry["resolvable"].value == "false") check_false(entry, report);
}

extern const Explanation rate_resolvable_explanation = {
    "`resolvable` contradicts the rates: `\"true\"` requires a `fix_success_rate` of at least 0.7 "
    "and a `confidence` of at least 0.6, `\"false\"` a `fix_success_rate` below 0.2.",
    "Programs that read only `resolvable` promise a solution that the entry does not have, or hide "
    "one that it has.",
    R"("resolvable": "true", "fix_success_rate": 0.4)",
    R"("resolvable": "partial", "fix_success_rate": 0.4)",
    "Decide which of the two is right, and change the other.",
};

}  // namespace kbc
