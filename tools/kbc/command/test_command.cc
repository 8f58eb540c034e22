#include <charconv>
#include <string>
#include <system_error>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/message_tests.h"

namespace kbc {
namespace {

Status set_share(const std::string& text, double& share) {
  double number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || !(number >= 0 && number <= 1)) {
    return Error{"--at-least takes a share from 0 to 1, such as 0.95"};
  }
  share = number;
  return {};
}

void describe(TestRequest& request, OptionTable& options) {
  options.arguments("[FILE…]", request.files);
  add_index_options(options, request.index, request.base);
  options.texts("set", "SET", "only the tests of this set; may be repeated", request.sets);
  add_format_option(options, test_formats(), request.outputs);
  options
      .add("at-least", "SHARE", "exit with 0 if so many of the tests pass, 0.95 say",
           [&request](const std::string& text) { return set_share(text, request.at_least); })
      .otherwise = "1";
  options.flag("update", "make the tests that fail expect what is found now", request.update);
  options.flag("quiet", "no figures, no summary (text)", request.quiet);
  add_jobs_option(options, request.jobs);
}

int run(TestRequest& request) {
  if (request.outputs.empty()) request.outputs.push_back({&test_formats().front(), ""});
  return run_message_tests(request);
}

}  // namespace

Command test_command() {
  return {
      .details =
          "Each test is a message and what `kbc match` must find for it, one a line in NDJSON:\n"
          "  {\"message\": \"fatal: …\", \"expect\": \"git/push-rejected\"}\n"
          "`expect` null: nothing may be found; `within` 3: it may also be second or third; "
          "`not`:\nids that must not be found; `set`: a name to choose by; `origin`: for "
          "people. Without\nFILEs, all `*.kbc-test.ndjson` and `*.kbc-test.json` (arrays) below "
          "the folder `tests` of\nthe knowledge base. Exit status 1 if a test fails.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
