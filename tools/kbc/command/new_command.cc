#include <boost/program_options/value_semantic.hpp>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/new.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  add("kb", text("DIR"), "the folder of kbc.json; else the nearest one upwards");
  add("from", text("FILE"), "a log or an error message to begin with; `-` reads standard input");
  add("from-command", text("CMD"), "run CMD and begin with what it prints");
  add("no-input", "ask nothing; without a terminal nothing is asked either");
  add("edit", "open the entry in $VISUAL or $EDITOR before it is written");
  add("today", text("YYYY-MM-DD"), "the day that dates begin with; else the current day in UTC");
  for (const DraftField& field : draft_fields()) add(field.option, text("TEXT"), field.description);
  for (const DraftList& list : draft_lists()) {
    add(list.option, po::value<std::vector<std::string>>()->value_name("TEXT")->composing(),
        list.description);
  }
  add_jobs_option(options);
  return options;
}

Status read_draft(const po::variables_map& values, Draft& draft) {
  const std::vector<std::string> ids = values_of(values, "argument");
  if (ids.size() > 1) return Error{"one entry at a time: `kbc new DOMAIN/SLUG`"};
  if (!ids.empty()) draft.id = ids.front();
  for (const DraftField& field : draft_fields()) draft.*field.text = text_of(values, field.option);
  for (const DraftList& list : draft_lists()) draft.*list.texts = values_of(values, list.option);
  return {};
}

Status read_request(const po::variables_map& values, NewRequest& request) {
  request.kb_folder = text_of(values, "kb");
  request.from = text_of(values, "from");
  request.command = text_of(values, "from-command");
  request.ask = values.count("no-input") == 0;
  request.edit = values.count("edit") != 0;
  if (!request.from.empty() && !request.command.empty()) {
    return Error{"--from and --from-command: one of them is enough"};
  }
  if (Status failed = read_today_option(values, request.today)) return failed;
  if (Status failed = read_jobs_option(values, request.jobs)) return failed;
  return read_draft(values, request.draft);
}

int run_new(const po::variables_map& values) {
  NewRequest request;
  if (Status failed = read_request(values, request)) return report_trouble(failed->message);
  return new_entry(std::move(request));
}

}  // namespace

Command new_command() {
  Command command;
  command.arguments = "[ID]";
  command.details =
      "Finds the error in a log, proposes how to recognise it and where it belongs, shows the\n"
      "entries that may describe it already, asks for the rest, and writes a new entry. Every\n"
      "field is an option, too. An entry that is there is never touched. Exit status 1 if "
      "something\n"
      "has still to be said of the entry that was written.";
  command.takes_arguments = true;
  command.options = options;
  command.run = run_new;
  return command;
}

}  // namespace kbc
