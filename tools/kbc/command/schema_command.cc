#include <string>
#include <string_view>

#include "command/command.h"
#include "config/embedded.h"
#include "driver/trouble.h"
#include "os/write_file.h"
#include "text/printer.h"

namespace kbc {
namespace {

// What a person asked of `kbc schema`.
struct SchemaRequest {
  bool config = false;
  bool taxonomy = false;
  std::string out;  // path; empty for standard output
};

void describe(SchemaRequest& request, OptionTable& options) {
  options.flag("config", "the schema of kbc.json instead", request.config);
  options.flag("taxonomy", "the schema of a taxonomy instead", request.taxonomy);
  options.add("out", "FILE", "write it to a file, for an editor",
              [&request](const std::string& path) {
                request.out = path;
                return path.empty() ? Status(Error{"--out: expected a file name"}) : Status();
              });
}

int run(SchemaRequest& request) {
  const std::string_view schema = request.config     ? kConfigSchema
                                  : request.taxonomy ? kTaxonomySchema
                                                     : kEntrySchema;
  if (request.out.empty()) {
    data_output() << schema;
    return kClean;
  }
  const Status failed =
      write_output(Border(), request.out, [&](std::ostream& out) { out << schema; });
  return failed ? report_trouble(*failed) : kClean;
}

}  // namespace

Command schema_command() {
  return {.details = "It is the one built into kbc, which applies unless kbc.json names another.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
