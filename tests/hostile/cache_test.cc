// Who cannot write the cache cannot forge an answer: a folder that another may write is not read.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A knowledge base with a cache in its tree, as a stranger might have committed one.
class Forged : public GitFolder {
 public:
  Forged() {
    clean("push");
    for (int round = 0; round < 1000 && !has_files(); ++round) list({});
    REQUIRE(has_files());
  }

  std::string folder() const { return base("forged"); }
  Outcome list(const std::vector<std::string>& environment) const {
    return run({"list", "--format", "ids", "--cache-dir", "forged"}, base(), {}, environment);
  }

  // Why the folder is not read.
  std::string refusal(const std::string& path = "forged") const {
    const Outcome outcome = run({"cache", "stats", "--cache-dir", path}, base());
    CHECK(outcome.exit == 2);
    return outcome.err;
  }

  // Whether a run writes nothing into the folder, and says what it says without one.
  void check_unused() const {
    const auto time = fs::last_write_time(folder());
    clean("pull");
    CHECK(list({}).out == "git/pull\ngit/push\n");
    CHECK(fs::last_write_time(folder()) == time);
  }

 private:
  bool has_files() const {
    return holds(run({"cache", "stats", "--cache-dir", "forged"}, base()).out, "  files: ");
  }
};

}  // namespace

TEST_CASE("a cache that git tracks is not read", "[cache]") {
  const Forged kb;
  CHECK(run({"cache", "stats", "--cache-dir", "forged"}, kb.base()).exit == 0);
  kb.add_all();
  CHECK(holds(kb.refusal(), "git tracks files in it"));
  kb.check_unused();
  kb.commit_all();
  CHECK(holds(kb.refusal(), "git tracks files in it"));
  // Nor by another name of the folder.
  CHECK(holds(kb.refusal("entries/../forged"), "git tracks files in it"));
}

TEST_CASE("a cache that others may write is not read", "[cache]") {
  const Forged kb;
  for (const mode_t mode : {0770, 0702, 0777}) {
    REQUIRE(::chmod(kb.folder().c_str(), mode) == 0);
    CHECK(holds(kb.refusal(), "may write into it"));
    kb.check_unused();
  }
}

TEST_CASE("a cache of another user is not read", "[cache]") {
  if (::geteuid() != 0) return skip("only root can give a folder away");
  const Forged kb;
  REQUIRE(::chown(kb.folder().c_str(), 12345, 12345) == 0);
  CHECK(holds(kb.refusal(), "another user owns it"));
  kb.check_unused();
}

TEST_CASE("a link is no cache", "[cache]") {
  const Forged kb;
  fs::rename(kb.folder(), kb.base("real"));
  fs::create_directory_symlink("real", kb.folder());
  CHECK_FALSE(kb.refusal().empty());
  fs::create_directories(kb.base("on"));
  fs::create_directory_symlink(kb.base(), kb.base("on/way"));
  const TemporaryFolder outside;
  fs::create_directory_symlink(outside.path(), kb.base("on/out"));
  CHECK(holds(kb.refusal("on/out/cache"), "leads out of the knowledge base"));
  CHECK(run({"list", "--cache-dir", "on/out/cache"}, kb.base()).exit == 0);
  CHECK(fs::is_empty(outside.path()));
}

TEST_CASE("a file of a cache that others may write is not read", "[cache]") {
  const Forged kb;
  fs::path index;
  for (const fs::directory_entry& file : fs::directory_iterator(kb.folder())) {
    if (file.path().filename().string().starts_with("index-")) index = file.path();
  }
  REQUIRE_FALSE(index.empty());
  REQUIRE(::chmod(index.c_str(), 0660) == 0);
  CHECK(kb.list({}).out == "git/push\n");
  // It was not read, or nobody would have written it anew.
  struct stat status {};
  REQUIRE(::stat(index.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  fs::remove(index);
  fs::create_symlink("/dev/zero", index);
  CHECK(kb.list({}).out == "git/push\n");
  CHECK_FALSE(fs::is_symlink(index));
}

}  // namespace kbc
