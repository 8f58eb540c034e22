#include "os/input.h"

#include <sys/stat.h>

#include <string>

#include "catch.h"
#include "cli/process.h"

namespace kbc {

TEST_CASE("a file is read up to one byte more than is allowed", "[os]") {
  const TemporaryFolder folder;
  folder.write("file", "12345");
  CHECK(read_file(folder.path("file"), 5).value() == "12345");
  CHECK(read_file(folder.path("file"), 4).value() == "12345");
  CHECK(read_file(folder.path("file"), 3).value() == "1234");
  folder.write("empty", "");
  CHECK(read_file(folder.path("empty"), 5).value().empty());
  CHECK(read_file("/dev/null", 5).value().empty());
}

TEST_CASE("what is no file is not waited for", "[os]") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK(read_file(folder.path("pipe"), 5).error().message ==
        folder.path("pipe") + ": not a regular file");
  CHECK(read_file(folder.path(), 5).error().message == folder.path() + ": is a directory");
  CHECK(read_file(folder.path("none"), 5).error().message ==
        folder.path("none") + ": No such file or directory");
}

}  // namespace kbc
