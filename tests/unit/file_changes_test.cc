#include "os/file_changes.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "catch.h"
#include "cli/process.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

FilePlace place_of(const TemporaryFolder& folder, const std::string& name) {
  Result<FilePlace> place = Border().output(folder.path(name), Border::By::kPerson);
  REQUIRE(place);
  return std::move(*place);
}

// The names in a folder with what the files hold.
std::string all_in(const TemporaryFolder& folder) {
  std::set<std::string> names;
  for (const fs::directory_entry& item : fs::directory_iterator(folder.path())) {
    names.insert(item.path().filename().string());
  }
  std::string all;
  for (const std::string& name : names) {
    const bool is_folder = fs::is_directory(folder.path(name));
    all += name + (is_folder ? "/" : "=" + folder.read(name)) + ' ';
  }
  return all;
}

}  // namespace

TEST_CASE("several files are changed together", "[file_changes]") {
  const TemporaryFolder folder;
  folder.write("a", "old");
  folder.write("b", "gone");
  folder.write("d", "kept");
  REQUIRE(::chmod(folder.path("a").c_str(), 0640) == 0);
  FileChanges changes;
  changes.replace(place_of(folder, "a"), "old", "new");
  changes.create(place_of(folder, "c"), "made");
  changes.remove(place_of(folder, "b"), "gone");
  changes.rename(place_of(folder, "d"), place_of(folder, "D"));
  CHECK_FALSE(changes.make());
  CHECK(all_in(folder) == "D=kept a=new c=made ");
  struct stat status {};
  REQUIRE(::stat(folder.path("a").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("changes before one that fails are undone", "[file_changes]") {
  const TemporaryFolder folder;
  folder.write("a", "old");
  folder.write("b", "gone");
  folder.write("d", "kept");
  folder.write("taken", "by another");
  const std::string before = all_in(folder);
  FileChanges changes;
  changes.replace(place_of(folder, "a"), "old", "new");
  changes.create(place_of(folder, "c"), "made");
  changes.remove(place_of(folder, "b"), "gone");
  changes.rename(place_of(folder, "d"), place_of(folder, "e"));
  SECTION("a name that is taken") { changes.create(place_of(folder, "taken"), "made"); }
  SECTION("a folder in the place of a file") {
    fs::create_directory(folder.path("folder"));
    changes.rename(place_of(folder, "taken"), place_of(folder, "folder"));
  }
  SECTION("a file that is gone") {
    changes.rename(place_of(folder, "nothing"), place_of(folder, "f"));
  }
  const Status failed = changes.make();
  REQUIRE(failed);
  CHECK(failed->further.empty());
  fs::remove(folder.path("folder"));
  CHECK(all_in(folder) == before);
}

TEST_CASE("nothing is changed where a file is not what was read", "[file_changes]") {
  const TemporaryFolder folder;
  folder.write("a", "old");
  folder.write("b", "another");
  FileChanges changes;
  changes.replace(place_of(folder, "a"), "old", "new");
  changes.replace(place_of(folder, "b"), "old", "new");
  const Status failed = changes.make();
  REQUIRE(failed);
  CHECK(failed->message == folder.path("b") + ": changed meanwhile");
  CHECK(all_in(folder) == "a=old b=another ");
}

TEST_CASE("more files can be changed than a process may usually have open", "[file_changes]") {
  struct rlimit before {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const struct rlimit few { 64, before.rlim_max };
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  const TemporaryFolder folder;
  constexpr int kCount = 40;  // three descriptors each
  for (int at = 0; at < kCount; ++at) folder.write(std::to_string(at), "old");
  {
    FileChanges changes;
    for (int at = 0; at < kCount; ++at) {
      changes.replace(place_of(folder, std::to_string(at)), "old", "new");
    }
    CHECK_FALSE(changes.make());
  }
  CHECK(folder.read("0") == "new");
  CHECK(folder.read(std::to_string(kCount - 1)) == "new");
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
}

}  // namespace kbc
