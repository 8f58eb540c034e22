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
  options.flag("check", "list the files that are not in canonical form, and write nothing",
               request.check);
  options.flag("diff", "show what would change, and write nothing", request.diff);
  options.flag("quiet", "do not name the files that were written", request.quiet);
  add_jobs_option(options, request.jobs);
}

// `-` is standard input.
int run(FmtRequest& request) {
  const bool has_input = std::erase(request.paths, "-") > 0;
  if (has_input && !request.paths.empty()) return report_trouble("`-` stands alone");
  if (has_input) request.text = standard_input();
  return fmt(request);
}

}  // namespace

Command fmt_command() {
  return {.details =
              "Writes entries (all, or the files and folders named) with their fields in the order "
              "of the\n"
              "schema, two blanks an indent, and plain numbers and strings. No value changes; a "
              "file that is\n"
              "not JSON is left alone. `-` formats standard input. Exit status 1 if --check or "
              "--diff finds\n"
              "something, or if a file was left alone.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
