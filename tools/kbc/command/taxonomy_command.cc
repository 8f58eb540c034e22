#include <iostream>

#include "command/command.h"
#include "config/embedded.h"

namespace kbc {
namespace {

int run_taxonomy(const boost::program_options::variables_map&) {
  std::cout << kTaxonomy;
  return kClean;
}

}  // namespace

Command taxonomy_command() {
  Command command;
  command.details = "It is the one built into kbc, which applies unless kbc.json names another.";
  command.run = run_taxonomy;
  return command;
}

}  // namespace kbc
