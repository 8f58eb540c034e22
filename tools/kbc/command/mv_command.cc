#include <string>
#include <vector>

#include "change/move.h"
#include "command/command.h"
#include "command/shared_options.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : MoveRequest {
  std::vector<std::string> ids;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("OLD NEW", given.ids).offer_known("ids");
  add_kb_option(options, given.base);
  add_change_options(options, given.baseline, given.is_dry);
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (given.ids.size() != 2) {
    return report_trouble("expected two ids: `kbc mv OLD NEW`");
  }
  given.from = given.ids[0];
  given.to = given.ids[1];
  return move_entry(given);
}

}  // namespace

Command mv_command() {
  return {.details =
              "Gives the entry OLD the id NEW: its file, its `id` and its `domain`. The old id "
              "becomes an\nalias. Links to it in other entries, the ids in message tests "
              "(`tests/**/*.kbc-test.json`,\n`.kbc-test.ndjson`) and the lines of the baseline "
              "follow. Nothing else in these files\nchanges. Exit status 2 if something is in the "
              "way: then no file has changed.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
