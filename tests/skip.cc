#include "skip.h"

#include <cstdlib>

#include "catch.h"
#include "cli/process.h"

namespace kbc {
namespace {

bool is_skipped = false;

}  // namespace

void skip(const std::string& reason) {
  WARN("skipped: " << reason);
  is_skipped = true;
}

bool has_skipped() { return is_skipped; }

bool is_missing(const std::string& program) {
  if (run_program(program, {"--version"}, "/").exit == 0) return false;
  const std::string reason = program + " is not installed";
  if (std::getenv("KBC_REQUIRE_PROGRAMS") != nullptr) FAIL(reason);
  skip(reason);
  return true;
}

}  // namespace kbc
