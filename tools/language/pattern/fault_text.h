#pragma once

#include <string>

#include "core/fault_name.h"
#include "pattern/syntax_tree.h"

namespace kbc {

// What a person is told of a fault.
struct SyntaxFaultText {
  FaultName name;
  std::string message;
  std::string help;  // escapes as in JSON: `\\(`
};

SyntaxFaultText describe(const SyntaxTree& tree, const SyntaxFault& fault);

}  // namespace kbc
