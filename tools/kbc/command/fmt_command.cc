#include <boost/program_options/value_semantic.hpp>
#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/fmt.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("kb", po::value<std::string>()->value_name("DIR"),
      "the folder of kbc.json; else the nearest one upwards");
  add("check", "list the files that are not in canonical form, and write nothing");
  add("diff", "show what would change, and write nothing");
  add("quiet", "do not name the files that were written");
  add_jobs_option(options);
  return options;
}

int run_fmt(const po::variables_map& values) {
  FmtRequest request;
  request.kb_folder = text_of(values, "kb");
  request.check = values.count("check") != 0;
  request.diff = values.count("diff") != 0;
  request.quiet = values.count("quiet") != 0;
  if (Status failed = read_jobs_option(values, request.jobs))
    return report_trouble(failed->message);
  for (const std::string& path : values_of(values, "argument")) {
    if (path != "-") {
      request.paths.push_back(path);
    } else if (!request.text) {
      request.text = standard_input();
    }
  }
  if (request.text && !request.paths.empty()) return report_trouble("`-` stands alone");
  return fmt(request);
}

}  // namespace

Command fmt_command() {
  Command command;
  command.arguments = "[PATH…]";
  command.details =
      "Writes entries (all, or the files and folders named) with their fields in the order of the\n"
      "schema, two blanks an indent, and plain numbers and strings. No value changes; a file that "
      "is\n"
      "not JSON is left alone. `-` formats standard input. Exit status 1 if --check or --diff "
      "finds\n"
      "something, or if a file was left alone.";
  command.takes_arguments = true;
  command.options = options;
  command.run = run_fmt;
  return command;
}

}  // namespace kbc
