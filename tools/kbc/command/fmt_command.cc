#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/fmt.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

void describe(FmtRequest& request, OptionTable& options) {
  options.arguments("[PATH…]", request.paths);
  add_kb_option(options, request.base);
  options.flag("check", "list the files that are not in canonical form; write nothing",
               request.check);
  options.flag("diff", "show what would change; write nothing", request.diff);
  options.flag("quiet", "do not list the files that were written", request.quiet);
  add_jobs_option(options, request.jobs);
}

// `-` is standard input.
int run(FmtRequest& request) {
  const bool has_input = std::erase(request.paths, "-") > 0;
  if (has_input && !request.paths.empty())
    return report_trouble("`-` cannot be combined with other arguments");
  if (has_input) request.text = standard_input();
  return fmt(request);
}

}  // namespace

Command fmt_command() {
  return {
      .details =
          "Writes entries (all, or the files and folders named) with their fields in the order "
          "of the\nschema, two spaces of indentation, and plain numbers and strings. No value "
          "changes; a file that is\nnot JSON is left unchanged. `-` formats standard input. Exit "
          "status 1 if --check or --diff finds\nsomething, or if a file was left unchanged.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
