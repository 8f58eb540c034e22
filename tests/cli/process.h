// What the tests of the command line share: running the real kbc, and a folder to run it in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kbc {

// What a finished process left behind.
struct Outcome {
  int exit = -1;         // the exit status; 128 and the signal's number if a signal ended it
  std::string out, err;  // all that it wrote
  // The bytes of memory that it had at most, or those of this process when it was started, if they
  // are more.
  std::size_t peak = 0;
};

// The kbc to test: the environment variable KBC_BINARY, else what the tests were compiled with
// (paths.h). Always an absolute path; the test fails when there is none.
std::string kbc_binary();

// Runs kbc with these arguments in a folder and waits for its end. Nothing is a terminal: input is
// what standard input holds, from a file. The environment is this process's own without a cache for
// kbc, and then changed by `environment`: "NAME=value" sets a variable, "NAME" removes it.
Outcome run(const std::vector<std::string>& arguments, const std::string& folder,
            std::string_view input = {}, const std::vector<std::string>& environment = {});

// The same for any program; a name without a slash is looked up in PATH. Exit status 127: it could
// not be started, or the folder does not exist.
Outcome run_program(const std::string& program, const std::vector<std::string>& arguments,
                    const std::string& folder, std::string_view input = {},
                    const std::vector<std::string>& environment = {});

// An empty folder of its own, removed with everything in it at the end of the scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // Absolute, without a final slash and without links in it.
  const std::string& path() const { return path_; }
  std::string path(std::string_view relative) const;

  // Writes a file as it stands, making the folders above it.
  void write(std::string_view relative, std::string_view content) const;

  // The bytes of a file; the test fails if it cannot be read.
  std::string read(std::string_view relative) const;

 private:
  std::string path_;
};

}  // namespace kbc
