#include "driver/trouble.h"

#include <iostream>
#include <sstream>
#include <string>

namespace kbc {

int report_trouble(std::string_view message) {
  std::istringstream lines{std::string(message)};
  for (std::string line; std::getline(lines, line);) std::cerr << "kbc: " << line << '\n';
  return kTrouble;
}

int report_errors(const std::vector<Error>& errors, int otherwise) {
  for (const Error& error : errors) report_trouble(error.message);
  return errors.empty() ? otherwise : kTrouble;
}

}  // namespace kbc
