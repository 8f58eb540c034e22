#include "driver/trouble.h"

#include "text/printer.h"

namespace kbc {

int report_trouble(std::string_view message) {
  standard_error() << "kbc: " << message << '\n';
  return kTrouble;
}

int report_trouble(const Error& error) {
  report_trouble(error.message);
  for (const std::string& line : error.further) report_trouble(line);
  return kTrouble;
}

int report_errors(const std::vector<Error>& errors, int otherwise) {
  for (const Error& error : errors) report_trouble(error);
  return errors.empty() ? otherwise : kTrouble;
}

}  // namespace kbc
