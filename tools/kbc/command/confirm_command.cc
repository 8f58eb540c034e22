#include "change/confirm.h"
#include "command/command.h"
#include "command/shared_options.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

void describe(ConfirmRequest& request, OptionTable& options) {
  options.arguments("ID…", request.ids);
  add_kb_option(options, request.base);
  add_today_option(options, "the day that is written (default: the current day in UTC)",
                   request.today);
  add_dry_run_option(options, request.is_dry);
  add_jobs_option(options, request.jobs);
}

int run(ConfirmRequest& request) {
  if (request.ids.empty()) return report_trouble("expected the id of an entry");
  return confirm_entries(request);
}

}  // namespace

Command confirm_command() {
  return {
      .details =
          "Says that entries were tried again and still hold: writes the day into "
          "`last_confirmed` and\n`last_updated`, the dates that `date-stale` asks about. Nothing "
          "else in the files changes.\nExit status 2 if something is in the way: then no file "
          "has changed.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
