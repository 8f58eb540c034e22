#include <iostream>

#include "command/command.h"
#include "config/version.h"

namespace kbc {
namespace {

int run_version(const boost::program_options::variables_map&) {
  std::cout << "kbc " << kVersion << '\n';
  return kClean;
}

}  // namespace

Command version_command() {
  Command command;
  command.run = run_version;
  return command;
}

}  // namespace kbc
