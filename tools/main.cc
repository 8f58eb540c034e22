#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "command/command.h"
#include "driver/trouble.h"

int main(int argc, char** argv) {
  // Nothing in kbc mixes C's and C++'s streams.
  std::ios::sync_with_stdio(false);
  try {
    const int code = kbc::run_command_line(std::vector<std::string>(argv + 1, argv + argc));
    if (!std::cout.flush()) return kbc::report_trouble("standard output cannot be written");
    return code;
  } catch (const std::exception& failure) {
    // Out of memory or threads; kbc itself throws nothing.
    return kbc::report_trouble(failure.what());
  }
}
