#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/new.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : NewRequest {
  std::vector<std::string> ids;
  bool no_input = false;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("[ID]", given.ids);
  add_kb_option(options, given.base);
  options.text("from", "FILE", "a log or an error message to begin with; `-` reads standard input",
               given.from);
  options.text("from-command", "CMD", "run CMD and begin with what it prints", given.command);
  options.flag("no-input", "ask nothing; without a terminal nothing is asked either",
               given.no_input);
  options.flag("edit", "open the entry in $VISUAL or $EDITOR before it is written", given.edit);
  add_today_option(options, "the day that dates begin with; else the current day in UTC",
                   given.today);
  for (const DraftField& field : draft_fields()) {
    options.text(field.option, "TEXT", field.description, given.draft.*field.text);
  }
  for (const DraftList& list : draft_lists()) {
    options.texts(list.option, "TEXT", list.description, given.draft.*list.texts);
  }
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (!given.from.empty() && !given.command.empty()) {
    return report_trouble("--from and --from-command: one of them is enough");
  }
  if (given.ids.size() > 1) return report_trouble("one entry at a time: `kbc new DOMAIN/SLUG`");
  if (!given.ids.empty()) given.draft.id = given.ids.front();
  given.ask = !given.no_input;
  return new_entry(given);
}

}  // namespace

Command new_command() {
  return {.details =
              "Finds the error in a log, proposes how to recognise it and where it belongs, shows "
              "the\n"
              "entries that may describe it already, asks for the rest, and writes a new entry. "
              "Every\n"
              "field is an option, too. An entry that is there is never touched. Exit status 1 if "
              "something\n"
              "has still to be said of the entry that was written.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
