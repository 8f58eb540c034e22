
#include "command/command.h"
#include "config/embedded.h"
#include "driver/trouble.h"
#include "text/printer.h"

namespace kbc {
namespace {

struct Nothing {};

void describe(Nothing&, OptionTable&) {}

int run(Nothing&) {
  data_output() << kTaxonomy;
  return kClean;
}

}  // namespace

Command taxonomy_command() {
  return {.details = "It is the one built into kbc, which applies unless kbc.json names another.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
