#include <iostream>

#include "command/command.h"
#include "config/embedded.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  options.add_options()("config", "the schema of kbc.json instead")(
      "taxonomy", "the schema of a taxonomy instead");
  return options;
}

int run_schema(const po::variables_map& values) {
  if (values.count("config") != 0) {
    std::cout << kConfigSchema;
  } else if (values.count("taxonomy") != 0) {
    std::cout << kTaxonomySchema;
  } else {
    std::cout << kEntrySchema;
  }
  return kClean;
}

}  // namespace

Command schema_command() {
  Command command;
  command.details = "It is the one built into kbc, which applies unless kbc.json names another.";
  command.options = options;
  command.run = run_schema;
  return command;
}

}  // namespace kbc
