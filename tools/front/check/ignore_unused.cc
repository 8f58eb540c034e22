#include <optional>
#include <string_view>

#include "check/check.h"
#include "diagnostic/rule.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// A list of thousands of such names is not one of slips.
constexpr std::size_t kMostSuggested = 100;

}  // namespace

void ignore_unused(const IgnoreUse& use, Report& report) {
  std::size_t suggested = 0;
  for (const IgnoreUse::Line& line : use.unknown) {
    std::optional<std::string_view> near;
    if (++suggested <= kMostSuggested) near = nearest_rule_name(line.rule);
    Finding finding =
        report.at(line.place, "unknown-rule"_fault, "unknown rule " + ticked(line.rule));
    finding.help(near ? "did you mean " + ticked(*near) + "?" : "`kbc rules` lists them");
    if (near && line.removal.size() > 0 && is_slip(line.rule, *near)) {
      finding.fix("write " + ticked(*near), Safety::kSafe,
                  {{line.place.file, line.place.span, quote(*near)}});
    }
  }
  for (const IgnoreUse::Line& line : use.unused) {
    Finding finding = report.at(line.place, "unused"_fault, ticked(line.rule) + " hides nothing");
    if (line.removal.size() == 0) {
      finding.help("remove it");
    } else {
      finding.fix("remove it", Safety::kSafe, {{line.place.file, line.removal, ""}});
    }
  }
}

extern const Explanation ignore_unused_explanation = {
    "A name in `kbc_ignore`, a rule that `kbc.json` turns off, or a line of the baseline "
    "hides nothing: the rule finds nothing there, or no rule has that name.",
    "The fault that it was for has been fixed; if it stays, it hides the next mistake of that "
    "kind.",
    R"("kbc_ignore": ["date-stal"])",
    R"("kbc_ignore": [])",
    "Remove it, or write the name that was meant. `kbc validate --update-baseline` rewrites the "
    "baseline.",
};

}  // namespace kbc
