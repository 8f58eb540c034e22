// What base/os does with files, programs and descriptors.

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>
#include <utility>

#include "catch.h"
#include "cli/process.h"
#include "os/coprocess.h"
#include "os/input.h"
#include "os/real_path.h"
#include "os/run_program.h"
#include "os/write_file.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// All that an input gives, in pieces of three bytes.
std::string all_of(Input& input) {
  std::string text;
  std::array<char, 3> buffer;
  for (;;) {
    const Result<std::size_t> got = input.read(buffer.data(), buffer.size());
    REQUIRE(got);
    if (*got == 0) return text;
    text.append(buffer.data(), *got);
  }
}

bool is_open(int descriptor) { return ::fcntl(descriptor, F_GETFD) >= 0; }

}  // namespace

TEST_CASE("a descriptor is closed once", "[os]") {
  int value = -1;
  {
    Descriptor first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    value = first.value();
    Descriptor second(std::move(first));
    CHECK_FALSE(first.is_open());
    CHECK(second.value() == value);
    first = std::move(second);
    CHECK(is_open(value));
  }
  CHECK_FALSE(is_open(value));
}

TEST_CASE("of a file so much is read as was asked for, and one byte more", "[os]") {
  const TemporaryFolder folder;
  folder.write("text", "0123456789");
  CHECK(*read_file(folder.path("text"), 100) == "0123456789");
  CHECK(*read_file(folder.path("text"), 10) == "0123456789");
  CHECK(*read_file(folder.path("text"), 4) == "01234");
  // Says that it has no bytes.
  CHECK(read_file("/proc/self/status", 1 << 20)->starts_with("Name:"));
  CHECK(read_file(folder.path(), 10).error().message == folder.path() + ": is a directory");
  CHECK(read_file(folder.path("none"), 10).error().message ==
        folder.path("none") + ": No such file or directory");
}

TEST_CASE("an input gives what a file or a command has", "[os]") {
  const TemporaryFolder folder;
  folder.write("log", "one\ntwo\n");
  Result<Input> file = Input::open(folder.path("log"));
  REQUIRE(file);
  CHECK(all_of(*file) == "one\ntwo\n");
  CHECK_FALSE(file->is_replaced());
  fs::rename(folder.path("log"), folder.path("log.1"));
  folder.write("log", "three\n");
  CHECK(file->is_replaced());
  Result<Input> again = Input::open(folder.path("log"));
  REQUIRE(again);
  *file = std::move(*again);
  CHECK(all_of(*file) == "three\n");
  CHECK_FALSE(Input::open(folder.path("none")));

  Result<Input> command = Input::of_command("cat; echo out; echo err >&2; exit 3");
  REQUIRE(command);
  CHECK(all_of(*command) == "out\nerr\n");
}

TEST_CASE("a program's output comes whole, and its failure in its words", "[os]") {
  CHECK(*run_program({"sh", "-c", "cat; head -c 300000 /dev/zero; echo x >&2"}) ==
        std::string(300000, '\0'));
  CHECK(run_program({"sh", "-c", "echo why >&2; exit 3"}).error().message == "sh: why");
  CHECK(run_program({"sh", "-c", "exit 3"}).error().message == "sh: exit status 3");
  CHECK(run_program({"sh", "-c", "kill -9 $$"}).error().message == "sh: signal 9");
  CHECK(run_program({"no-such-program"}).error().message ==
        "no-such-program: No such file or directory");
  CHECK_FALSE(run_in_terminal({"true"}));
  CHECK(run_in_terminal({"false"})->message == "false: exit status 1");
}

TEST_CASE("a program answers as long as it runs", "[os]") {
  Coprocess echo;
  CHECK_FALSE(echo.is_started());
  REQUIRE_FALSE(echo.start({"sh", "-c", "read line; echo \"$line $line\"; exit"}));
  CHECK(echo.send("hello\n"));
  std::string answer, buffer;
  while (echo.receive(buffer)) answer += buffer;
  CHECK(answer == "hello hello\n");
  // Writing to it must not end the test.
  CHECK_FALSE(echo.send(std::string(1 << 20, 'x')));
  Coprocess none;
  CHECK(none.start({"no-such-program"})->message == "no-such-program: No such file or directory");
}

TEST_CASE("temporary files have names of their own", "[os]") {
  const Result<std::string> first = make_temporary_file("kbc-test", ".json");
  const Result<std::string> second = make_temporary_file("kbc-test", ".json");
  REQUIRE(first);
  REQUIRE(second);
  CHECK(*first != *second);
  CHECK(first->ends_with(".json"));
  CHECK(fs::is_empty(*first));
  fs::remove(*first);
  fs::remove(*second);
}

TEST_CASE("a real path has no links, as far as it exists", "[os]") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path("real"));
  fs::create_directory_symlink("real", folder.path("link"));
  CHECK(real_path(folder.path("link/none/../x")) == real_path(folder.path("real")) / "x");
}

}  // namespace kbc
