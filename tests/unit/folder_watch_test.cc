// How changes in folders are seen and gathered.

#include "os/folder_watch.h"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "os/debounce.h"
#include "os/folder_state.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

std::set<std::string, std::less<>> changed(const FolderState& before, const FolderState& now) {
  std::set<std::string, std::less<>> names;
  add_changed_names(before, now, names);
  return names;
}

FolderState state_with(std::vector<std::pair<std::string, FileState>> files) {
  FolderState state;
  state.emplace();
  for (auto& [name, file] : files) state->emplace(std::move(name), file);
  return state;
}

// The paths below the folder.
std::set<std::string> below(const TemporaryFolder& folder, const PathChanges& changes) {
  std::set<std::string> paths;
  for (const std::string& path : changes.paths) {
    paths.insert(path == folder.path() ? "" : path.substr(folder.path().size() + 1));
  }
  return paths;
}

using Paths = std::set<std::string>;

}  // namespace

TEST_CASE("what comes in bursts is acted on once they pause", "[watch]") {
  const Debounce::Time start{};
  Debounce debounce;
  CHECK_FALSE(debounce.due());
  debounce.add(start);
  CHECK(debounce.due() == start + Debounce::kQuiet);
  debounce.add(start + milliseconds(30));
  CHECK(debounce.due() == start + milliseconds(30) + Debounce::kQuiet);
  // Also where they never do.
  for (int tick = 60; tick < 5000; tick += 30) debounce.add(start + milliseconds(tick));
  CHECK(debounce.due() == start + Debounce::kLongest);
  debounce.clear();
  CHECK_FALSE(debounce.due());
  debounce.add(start + milliseconds(9000));
  CHECK(debounce.due() == start + milliseconds(9000) + Debounce::kQuiet);
}

TEST_CASE("two looks at a folder tell what changed between them", "[watch]") {
  const FileState file{1, 2, 3, 4, 5};
  FileState written = file;
  written.modified = written.changed = 9;
  FileState other = file;
  other.number = 7;
  const FolderState before = state_with({{"a", file}, {"b", file}, {"c", file}, {"d", file}});
  const FolderState now = state_with({{"a", file}, {"b", written}, {"c", other}, {"e", file}});
  CHECK(changed(before, now) == std::set<std::string, std::less<>>{"b", "c", "d", "e"});
  CHECK(changed(now, now).empty());
  CHECK(changed({}, {}).empty());
  CHECK(changed({}, now) == std::set<std::string, std::less<>>{""});
  CHECK(changed(now, {}) == std::set<std::string, std::less<>>{""});
}

TEST_CASE("watched folders tell what changes in them, and nothing else", "[watch]") {
  for (const auto way : {FolderWatch::Way::kKernel, FolderWatch::Way::kLookAlone}) {
    CAPTURE(static_cast<int>(way));
    const TemporaryFolder folder;
    folder.write("top", "text");
    folder.write("in/file", "text");
    folder.write("in/deep/file", "text");
    FolderWatch watch(way);
    const std::vector<WatchedFolder> folders = {
        {folder.path(), {}, {"named", "in"}}, {folder.path("in"), {}}, {folder.path("later"), {}}};
    CHECK(watch.watch(folders));
    CHECK_FALSE(watch.watch(folders));
    CHECK((watch.looked_at() == 0) == (way == FolderWatch::Way::kKernel));
    CHECK(below(folder, watch.take()) == Paths{});

    folder.write("in/file", "another text");
    CHECK(below(folder, watch.take()) == Paths{"in/file"});
    CHECK(below(folder, watch.take()) == Paths{});

    folder.write("in/new", "");
    fs::rename(folder.path("in/file"), folder.path("in/moved"));
    CHECK(below(folder, watch.take()) == Paths{"in/file", "in/moved", "in/new"});
    fs::remove(folder.path("in/new"));
    CHECK(below(folder, watch.take()) == Paths{"in/new"});

    // Of the first folder some names count alone, of the third nothing but that it comes.
    folder.write("top", "another text");
    folder.write("named", "");
    CHECK(below(folder, watch.take()) == Paths{"named"});
    folder.write("later/file", "");
    CHECK(below(folder, watch.take()) == Paths{"later"});
    CHECK(watch.watch(folders));
    folder.write("later/file", "text");
    CHECK(below(folder, watch.take()) == Paths{"later/file"});

    // What is in a folder of a folder does not count, until it is watched.
    folder.write("in/deep/file", "another text");
    CHECK(below(folder, watch.take()) == Paths{});
    CHECK(watch.watch({{folder.path("in/deep"), {}}}));
    folder.write("in/deep/file", "text");
    folder.write("in/moved", "yet another text");
    CHECK(below(folder, watch.take()) == Paths{"in/deep/file"});
  }
}

TEST_CASE("a folder that takes the name of another is watched in its place", "[watch]") {
  for (const auto way : {FolderWatch::Way::kKernel, FolderWatch::Way::kLookAlone}) {
    CAPTURE(static_cast<int>(way));
    const TemporaryFolder folder;
    folder.write("one/in/file", "text");
    folder.write("two/in/file", "text");
    FolderWatch watch(way);
    const std::vector<WatchedFolder> folders = {
        {folder.path(), {}}, {folder.path("one"), {}}, {folder.path("one/in"), {}}};
    CHECK(watch.watch(folders));
    fs::rename(folder.path("one"), folder.path("three"));
    fs::rename(folder.path("two"), folder.path("one"));
    CHECK(below(folder, watch.take()).contains("one"));
    watch.watch(folders);
    watch.take();
    folder.write("three/in/file", "another text");
    CHECK(below(folder, watch.take()) == Paths{});
    folder.write("one/in/file", "another text");
    CHECK(below(folder, watch.take()) == Paths{"one/in/file"});
    fs::remove_all(folder.path("one"));
    CHECK(below(folder, watch.take()).contains("one"));
    watch.watch(folders);
    fs::create_directories(folder.path("one"));
    CHECK(below(folder, watch.take()).contains("one"));
    CHECK(watch.watch(folders));
  }
}

TEST_CASE("a folder that a link leads out to is not watched", "[watch]") {
  const TemporaryFolder outside, folder;
  fs::create_directory_symlink(outside.path(), folder.path("link"));
  const Result<Border> border = Border::around(folder.path(), {});
  REQUIRE(border);
  for (const auto way : {FolderWatch::Way::kKernel, FolderWatch::Way::kLookAlone}) {
    FolderWatch watch(way);
    CHECK_FALSE(watch.watch({{folder.path("link"), *border}}));
    outside.write("file", "text");
    CHECK(below(folder, watch.take()) == Paths{});
    fs::remove(outside.path("file"));
  }
}

TEST_CASE("more events than the kernel keeps are told as one for all", "[watch]") {
  const TemporaryFolder folder;
  FolderWatch watch;
  CHECK(watch.watch({{folder.path(), {}}}));
  const std::string most = [] {
    const TemporaryFolder any;
    return run_program("cat", {"/proc/sys/fs/inotify/max_queued_events"}, any.path()).out;
  }();
  folder.write("one", "");
  for (int event = 0, end = std::stoi(most); event < end; ++event) {
    fs::rename(folder.path(event % 2 == 0 ? "one" : "other"),
               folder.path(event % 2 == 0 ? "other" : "one"));
  }
  CHECK(watch.take().is_all);
  CHECK_FALSE(watch.take().is_all);
}

TEST_CASE("waiting ends with a pause, with a word from elsewhere, and with the last reader",
          "[watch]") {
  const TemporaryFolder folder;
  FolderWatch watch;
  CHECK(watch.watch({{folder.path(), {}}}));
  folder.write("one", "");
  folder.write("other", "");
  const std::optional<PathChanges> changes = watch.wait(-1, -1);
  REQUIRE(changes);
  CHECK(below(folder, *changes) == Paths{"one", "other"});
  Pipe stop, output;
  REQUIRE(::write(stop.in.value(), "", 1) == 1);
  CHECK_FALSE(watch.wait(stop.out.value(), output.in.value()));
  output.out.close();
  CHECK_FALSE(watch.wait(-1, output.in.value()));
}

}  // namespace kbc
