#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/lsp.h"

namespace kbc {
namespace {

void describe(LspRequest& request, OptionTable& options) {
  options.flag("stdio", "talk on standard input and output, as it always does", request.stdio);
  add_today_option(options, "compare dates with this day (default: the current day in UTC)",
                   request.base.today);
  add_jobs_option(options, request.base.jobs);
}

int run(LspRequest& request) { return serve_lsp(request); }

}  // namespace

Command lsp_command() {
  return {.details =
              "Serves an editor by the Language Server Protocol on standard input and output "
              "(docs/editors.md):\nthe findings of `kbc validate`, in all files, as they are "
              "typed. It reads the knowledge bases in\nthe editor's folders, and those of files "
              "that are opened. It writes no file, runs no program and\nopens no connection.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
