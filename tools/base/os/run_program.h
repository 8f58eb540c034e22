#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace kbc {

// Runs a program as spawn does it and gives all that it wrote on standard output. Its
// standard input is empty. The error says that it could not be started, or how it ended, and what
// it wrote on standard error.
Result<std::string> run_program(const std::vector<std::string>& command,
                                const std::vector<std::string>& settings = {});

// Runs a program that talks with the person: it has kbc's own standard streams. The error says that
// it could not be started, or how it ended.
Status run_in_terminal(const std::vector<std::string>& command);

}  // namespace kbc
