#include <string>
#include <string_view>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/trouble.h"
#include "import/import.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr std::string_view kDeadends = "deadends";

struct Given : ImportRequest {
  std::vector<std::string> words;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("deadends DIR", given.words).offer({std::string(kDeadends)});
  add_kb_option(options, given.base);
  add_dry_run_option(options, given.is_dry);
  options.choice("format", "NAME", "text or json", given.format,
                 {{"text", ImportRequest::Format::kText}, {"json", ImportRequest::Format::kJson}});
  add_today_option(options, "compare dates with this day (default: the current day in UTC)",
                   given.today);
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (given.words.empty() || given.words.size() > 2) {
    return report_trouble("expected a source and a folder: `kbc import deadends DIR`");
  }
  if (given.words.front() != kDeadends) {
    return report_trouble("unknown source " + ticked(given.words.front()) +
                          "; kbc imports from `deadends`");
  }
  if (given.words.size() < 2 || given.words.back().empty()) {
    return report_trouble("expected the folder of the canons: `kbc import deadends DIR`");
  }
  given.folder = given.words.back();
  return import_deadends(given);
}

}  // namespace

Command import_command() {
  return {
      .details =
          "Makes an entry of every canon of deadends.dev in DIR, or in DIR/data/canons: its fields "
          "where an\nentry has a place for them, and its address among the sources of every dead "
          "end "
          "and workaround.\nNOTICE beside kbc.json gets the origin and the licence (CC BY 4.0), "
          "the "
          "taxonomy the domains\nand categories that it lacks. What is certain is repaired; what "
          "has "
          "no place, and what cannot\nbe an entry, is reported. No entry that is there is changed. "
          "Exit status 1 if a canon was left\nout or a new entry has an error.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
