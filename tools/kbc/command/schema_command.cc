#include <optional>
#include <string>
#include <string_view>

#include "author/editor_schema.h"
#include "command/command.h"
#include "command/shared_options.h"
#include "config/config.h"
#include "config/embedded.h"
#include "driver/offered_names.h"
#include "driver/trouble.h"
#include "os/write_file.h"
#include "text/printer.h"

namespace kbc {
namespace {

// What a person asked of `kbc schema`.
struct SchemaRequest {
  bool config = false;
  bool taxonomy = false;
  bool editor = false;
  bool is_built_in = false;
  BaseChoice base;
  std::string out;  // path; empty for standard output
};

void describe(SchemaRequest& request, OptionTable& options) {
  options.flag("config", "the schema of kbc.json instead", request.config);
  options.flag("taxonomy", "the schema of a taxonomy instead", request.taxonomy);
  options.flag("editor",
               "with the domains, categories, types, tags, rules and ids of the knowledge base, "
               "for an editor to complete",
               request.editor);
  options.flag("builtin", "the one built into kbc, whatever kbc.json names", request.is_built_in);
  add_kb_option(options, request.base);
  options.add("out", "FILE", "write it to a file, for an editor",
              [&request](const std::string& path) {
                request.out = path;
                return path.empty() ? Status(Error{"--out: expected a file name"}) : Status();
              });
}

Result<std::string> entry_schema(const SchemaRequest& request) {
  const Result<std::optional<Config>> config =
      request.is_built_in ? std::optional<Config>() : load_config_if_any(request.base);
  if (!config) return config.error();
  std::string schema = *config ? (**config).schema_text : std::string(kEntrySchema);
  if (!request.editor) return schema;
  if (!*config) return editor_schema(schema, {built_in_taxonomy(), {}, {}});
  const Result<OfferedNames> names = offered_names(**config);
  if (!names) return names.error();
  return editor_schema(schema, *names);
}

int run(SchemaRequest& request) {
  if (request.config || request.taxonomy) {
    if (request.editor) return report_trouble("--editor is about the schema of an entry");
  }
  const Result<std::string> schema = request.config     ? std::string(kConfigSchema)
                                     : request.taxonomy ? std::string(kTaxonomySchema)
                                                        : entry_schema(request);
  if (!schema) return report_trouble(schema.error());
  if (request.out.empty()) {
    data_output() << *schema;
    return kClean;
  }
  const Status failed =
      write_output(Border(), request.out, [&](std::ostream& out) { out << *schema; });
  return failed ? report_trouble(*failed) : kClean;
}

}  // namespace

Command schema_command() {
  return {
      .details =
          "Prints the schema that the entries of the knowledge base must satisfy: the one that\n"
          "`schema` in kbc.json names, else the one built into kbc.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
