#include <string>
#include <vector>

#include "change/remove.h"
#include "command/command.h"
#include "command/shared_options.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : RemoveRequest {
  std::vector<std::string> ids;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("ID", given.ids);
  add_kb_option(options, given.base);
  options.text("reason", "TEXT", "why the entry is gone, as `removed` in kbc.json will say it",
               given.reason);
  options.text("into", "ID", "the entry that takes its place, and gets its links and its ids",
               given.into);
  add_change_options(options, given.baseline, given.is_dry);
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (given.ids.size() != 1) return report_trouble("one entry at a time: `kbc rm ID`");
  given.id = given.ids.front();
  return remove_entry(given);
}

}  // namespace

Command rm_command() {
  return {.details =
              "Removes an entry and the links to it, and records its id and the reason under "
              "`removed` in\nkbc.json. With --into, links to it lead to the other entry instead, "
              "which gets the id as an\nalias. Message tests and the baseline follow. Exit "
              "status 2 if something is\nin the way: then no file has changed.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
