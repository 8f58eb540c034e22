#pragma once

#include <string>
#include <vector>

#include "config/base_choice.h"
#include "driver/outputs.h"
#include "messages/test_report.h"

namespace kbc {

// What a person asked of `kbc test`.
struct TestRequest {
  std::string index;  // path; empty: the entries of the knowledge base
  BaseChoice base;
  std::vector<std::string> files;  // none: those below `tests` of the knowledge base
  std::vector<std::string> sets;   // only tests of these; none for all
  std::vector<FormatTarget<TestFormat>> outputs;
  double at_least = 1;  // the share of the tests that must pass
  unsigned jobs = 1;
  bool update = false;
  bool quiet = false;
};

// Runs the tests; gives an ExitCode: kFindings when too many fail.
int run_message_tests(const TestRequest& request);

}  // namespace kbc
