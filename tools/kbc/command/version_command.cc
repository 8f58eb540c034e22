#include <iostream>

#include "command/command.h"
#include "config/version.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Nothing {};

void describe(Nothing&, OptionTable&) {}

int run(Nothing&) {
  std::cout << "kbc " << kVersion << '\n';
  return kClean;
}

}  // namespace

Command version_command() {
  return {.begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
