#include <exception>
#include <string>
#include <vector>

#include "command/command.h"
#include "driver/trouble.h"
#include "os/last_resort.h"
#include "text/printer.h"

int main(int argc, char** argv) {
  kbc::prepare_last_resort();
  kbc::open_output();
  try {
    const int code = kbc::run_command_line(std::vector<std::string>(argv + 1, argv + argc));
    if (!kbc::flush_output()) return kbc::report_trouble("standard output cannot be written");
    return code;
  } catch (const std::exception& failure) {
    // Out of threads; kbc itself throws nothing.
    return kbc::report_trouble(failure.what());
  }
}
