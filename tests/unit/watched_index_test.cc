// An index file that is replaced while somebody reads it.

#include "kbx/watched_index.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "catch.h"
#include "cli/process.h"
#include "index/made_index.h"

namespace kbc {
namespace {

std::string index_with(const std::string& id) {
  return index_of({"{\"id\": \"" + id + "\", \"signature\": \"s\"}"});
}

// Puts a file in the place of kb.kbx, as it should be done.
void replace(const TemporaryFolder& folder, const std::string& bytes) {
  folder.write("next", bytes);
  std::filesystem::rename(folder.path("next"), folder.path("kb.kbx"));
}

}  // namespace

TEST_CASE("a watched index is the newest sound file of its name", "[reader]") {
  const TemporaryFolder folder;
  kbx::WatchedIndex watched(folder.path("kb.kbx"));
  std::string error;
  CHECK_FALSE(watched.refresh(error));
  CHECK(error == folder.path("kb.kbx") + ": No such file or directory");
  CHECK(watched.current() == nullptr);

  replace(folder, index_with("a/first"));
  CHECK(watched.refresh(error));
  CHECK(error == "");
  const std::shared_ptr<const kbx::Index> first = watched.current();
  REQUIRE(first != nullptr);
  CHECK(watched.refresh(error));
  CHECK(watched.current() == first);

  std::string damaged = index_with("a/damaged");
  damaged[damaged.find("a/damaged")] = 'b';
  replace(folder, damaged);
  for (int attempt = 0; attempt < 2; ++attempt) {
    CHECK_FALSE(watched.refresh(error));
    CHECK(error == folder.path("kb.kbx") + ": section STRP: its bytes do not have its checksum");
    CHECK(watched.current() == first);
  }
  replace(folder, damaged.substr(0, 1000));
  CHECK_FALSE(watched.refresh(error));
  CHECK_THAT(error, StartsWith(folder.path("kb.kbx") + ": it has 1000 bytes"));

  replace(folder, index_with("a/second"));
  CHECK(watched.refresh(error));
  const std::shared_ptr<const kbx::Index> second = watched.current();
  CHECK(second != first);
  CHECK(second->find("a/second"));
  // What was given out before is there as long as somebody has it.
  CHECK(first->find("a/first")->id() == "a/first");

  std::filesystem::remove(folder.path("kb.kbx"));
  CHECK_FALSE(watched.refresh(error));
  CHECK(watched.current() == second);
}

TEST_CASE("an index that was moved from has nothing", "[reader]") {
  const std::string bytes = index_with("a/b");
  std::string error;
  auto from = kbx::Index::over(bytes, error);
  REQUIRE(from);
  const kbx::Index to = std::move(*from);
  CHECK(to.find("a/b"));
  CHECK(from->size() == 0);
  CHECK_FALSE(from->find("a/b"));
  CHECK(from->section_count() == 0);
  CHECK(from->section_bytes(to.section(0)).empty());
  CHECK(from->content_id() == 0);
  CHECK(from->minor_version() == 0);
  CHECK(from->file_size() == 0);
  CHECK(from->bytes().empty());
  CHECK(from->path().empty());
  CHECK(from->provenance_count() == 0);
  CHECK(from->domains().empty());
  CHECK(from->incoming(0).empty());
  CHECK_FALSE(from->verify(error));
  CHECK(error == "no index");
}

}  // namespace kbc
