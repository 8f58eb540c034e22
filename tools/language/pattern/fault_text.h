#ifndef KBC_PATTERN_FAULT_TEXT_H_
#define KBC_PATTERN_FAULT_TEXT_H_

#include <string>

#include "pattern/syntax_tree.h"

namespace kbc {

// What a person is told of a fault.
struct SyntaxFaultText {
  std::string message;
  std::string help;  // escapes as JSON wants them: `\\(`
};

SyntaxFaultText describe(const SyntaxTree& tree, const SyntaxFault& fault);

}  // namespace kbc

#endif  // KBC_PATTERN_FAULT_TEXT_H_
