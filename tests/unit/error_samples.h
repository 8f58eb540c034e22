// What programs really print when something is wrong.
#pragma once

#include <string>
#include <vector>

namespace kbc {

struct ErrorSample {
  const char* name;
  const char* log;
  const char* message;  // that kbc should find in it
  const char* code;
  const char* domain;
  const char* sibling;  // the same error elsewhere, which the regex has to match too
};

const std::vector<ErrorSample>& error_samples();

}  // namespace kbc
