#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/index.h"
#include "messages/test_files.h"
#include "messages/verdict.h"

namespace kbc {

// A run of message tests, as it is shown.
struct TestRun {
  const kbx::Index* index = nullptr;
  TestFiles* files = nullptr;
  std::vector<Verdict> verdicts;  // in the order of the tests
  bool summary = true;            // text only: the figures and the last line

  std::size_t failed() const;
};

struct TestFormat {
  std::string_view name;
  void (*render)(const TestRun& run, std::ostream& out);
};

// text, json, junit, github.
const std::vector<TestFormat>& test_formats();

}  // namespace kbc
