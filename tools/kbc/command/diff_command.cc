#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/diff.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : DiffRequest {
  std::vector<std::string> sides;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("OLD [NEW]", given.sides).kind = ValueInfo::Kind::kFile;
  add_kb_option(options, given.base);
  options.texts("messages", "FILE",
                "also compare the messages of this file of `kbc test` (default: all of the "
                "knowledge base)",
                given.tests);
  options.texts("log", "FILE", "also compare each line of this log", given.logs);
  add_format_option(options, difference_formats(), given.outputs);
  options.choice(
      "fail-on", "SEVERITY",
      "the lowest severity that makes the exit status 1: error, warning or info", given.fail_on,
      {{"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}});
  options.text("accept", "FILE",
               "accept the differences that FILE lists: a line each, class, id and reason",
               given.accepted);
  options.flag("stat", "only count (text and markdown)", given.counts_only);
  options.flag("quiet", "no summary (text)", given.quiet);
  add_color_option(options, given.color);
  add_jobs_option(options, given.jobs);
}

int run(Given& given) {
  if (given.sides.empty() || given.sides.size() > 2) {
    return report_trouble("give one or two of: a git revision, a folder with a kbc.json, an index");
  }
  given.before = given.sides[0];
  if (given.sides.size() == 2) given.now = given.sides[1];
  if (given.outputs.empty()) given.outputs.push_back({&difference_formats().front(), ""});
  return diff(given);
}

}  // namespace

Command diff_command() {
  return {
      .details =
          "OLD and NEW are a git revision each (`main...`: where HEAD left main), a folder with "
          "a kbc.json\nor an index; without NEW, the working tree. Differences are breaking "
          "(an id, alias or key is\ngone), behaviour (a message finds something else), risk "
          "or info. Messages are the signatures\nand examples of both sides, message tests "
          "and logs. Exit status 1 for an error.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
