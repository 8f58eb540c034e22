#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>
#include <string_view>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/embedded.h"
#include "os/write_file.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("config", "the schema of kbc.json instead");
  add("taxonomy", "the schema of a taxonomy instead");
  add("out", po::value<std::string>()->value_name("FILE"), "write it into a file, for an editor");
  return options;
}

std::string_view chosen(const po::variables_map& values) {
  if (values.count("config") != 0) return kConfigSchema;
  return values.count("taxonomy") != 0 ? kTaxonomySchema : kEntrySchema;
}

int run_schema(const po::variables_map& values) {
  if (values.count("out") == 0) {
    std::cout << chosen(values);
    return kClean;
  }
  const std::string path = text_of(values, "out");
  if (path.empty()) return report_trouble("--out: name a file");
  const Status failed = write_file(path, [&](std::ostream& out) { out << chosen(values); });
  return failed ? report_trouble(failed->message) : kClean;
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
