#pragma once

#include <string>
#include <vector>

#include "config/config.h"
#include "core/result.h"
#include "load/source_set.h"
#include "messages/message_test.h"

namespace kbc {

// Files of message tests and what is in them.
struct TestFiles {
  SourceSet sources;
  std::vector<MessageTest> tests;  // file by file, in the order of their places
};

// The paths of what find_message_tests finds in a knowledge base.
Result<std::vector<std::string>> find_test_files(const Config& config);

// The text of such a file; an error for one that is too large.
Result<std::string> read_test_file(const Border& border, Border::By by, const std::string& path);

// Who has named the files decides where they may lie.
Status read_test_files(const Border& border, Border::By by, const std::vector<std::string>& paths,
                       TestFiles& files);

// Adds the tests in a text to those of the file, which must be in `sources`. A name that ends in
// `.json` has an array of tests, any other a test a line. The error has a line for each fault, with
// its place.
Status parse_tests(FileId file, TestFiles& files);

}  // namespace kbc
