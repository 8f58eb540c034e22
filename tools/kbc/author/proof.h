#pragma once

#include <cstddef>
#include <string>

#include "pattern/case_rule.h"

namespace kbc {

// Whether an entry's regex recognises its error wherever it is logged.
struct Proof {
  bool is_bare = false;     // it matches the message without anything in front
  std::size_t layouts = 0;  // it matches a line in so many layouts of loggers, and what kbc takes
                            // for the message of that line
  std::string failed;       // the first layout in which it does not; empty when there is none
};

Proof prove(const std::string& regex, const std::string& message, CaseRule rule);

}  // namespace kbc
