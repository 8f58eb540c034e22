#include <exception>
#include <string>
#include <vector>

#include "command/command.h"
#include "driver/trouble.h"
#include "text/printer.h"

int main(int argc, char** argv) {
  kbc::open_output();
  try {
    const int code = kbc::run_command_line(std::vector<std::string>(argv + 1, argv + argc));
    if (!kbc::flush_output()) return kbc::report_trouble("standard output cannot be written");
    return code;
  } catch (const std::exception& failure) {
    // Out of memory or threads; kbc itself throws nothing.
    return kbc::report_trouble(failure.what());
  }
}
