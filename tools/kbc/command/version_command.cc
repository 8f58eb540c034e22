
#include "command/command.h"
#include "config/version.h"
#include "driver/trouble.h"
#include "text/printer.h"

namespace kbc {
namespace {

struct Nothing {};

void describe(Nothing&, OptionTable&) {}

int run(Nothing&) {
  data_output() << "kbc " << kVersion << '\n';
  return kClean;
}

}  // namespace

Command version_command() {
  return {.begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
