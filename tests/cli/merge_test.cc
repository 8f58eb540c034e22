// Two branches that both build artefacts are merged as docs/artefacts.md says, by real git.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "cli/git_folder.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// The block of the page that comes after the mark.
std::string block_after(const std::string& mark) {
  std::ifstream file(std::string(KBC_SOURCE_FOLDER) + "/docs/artefacts.md");
  const std::string page(std::istreambuf_iterator<char>(file), {});
  const std::size_t at = page.find("<!-- merge_test: " + mark + " -->");
  REQUIRE(at != std::string::npos);
  const std::size_t begin = page.find('\n', page.find("\n```", at) + 1) + 1;
  return page.substr(begin, page.find("```", begin) - begin);
}

// Both branches have an entry that the other lacks, with what was built of it.
class Branches : public GitFolder {
 public:
  explicit Branches(bool is_prepared) {
    if (is_prepared) write(".gitattributes", block_after("attributes"));
    add("push-rejected");
    must({"checkout", "--quiet", "-b", "side"});
    add("fetch-failed");
    must({"checkout", "--quiet", "main"});
    add("push-timeout");
    if (!is_prepared) return;
    const Outcome set =
        run_program("sh", {"-e", "-c", block_after("driver")}, path(), {}, plain_environment());
    CAPTURE(set.err);
    REQUIRE(set.exit == 0);
  }

  Outcome build(const std::string& option) const {
    return run({"build", option, "--today", "2026-01-15"}, path(), {}, plain_environment());
  }

 private:
  void add(const std::string& slug) const {
    clean(slug);
    REQUIRE(build("--quiet").exit == 0);
    commit_all();
  }
};

}  // namespace

TEST_CASE("two branches that build artefacts are in conflict", "[merge][real]") {
  const Branches branches(false);
  const Outcome merged = branches.git({"merge", "--no-edit", "side"});
  CHECK(merged.exit == 1);
  CHECK_THAT(merged.out, ContainsSubstring("CONFLICT") && ContainsSubstring("generated/kb.kbx"));
}

TEST_CASE("with the driver of the documentation they are not", "[merge][real]") {
  const Branches branches(true);
  const std::string hook = ".git/hooks/post-merge";
  const std::string folder = fs::path(kbc_binary()).parent_path().string();
  branches.write(hook, "#!/bin/sh\nPATH=" + folder + ":$PATH\n" + block_after("hook"));
  fs::permissions(branches.path(hook), fs::perms::owner_all);
  REQUIRE(branches.build("--check").exit == 0);

  SECTION("a merge") {
    const Outcome merged = branches.git({"merge", "--no-edit", "side"});
    CAPTURE(merged.out, merged.err);
    CHECK(merged.exit == 0);
    CHECK_THAT(merged.err, ContainsSubstring("generated/ was built anew"));
    // The hook has built what the merge has made.
    CHECK(branches.build("--check").exit == 0);
    CHECK(branches.must({"status", "--porcelain", "generated/kb.kbx"}) == " M generated/kb.kbx\n");
  }
  SECTION("a rebase, after which somebody builds") {
    const Outcome rebased = branches.git({"rebase", "side"});
    CAPTURE(rebased.out, rebased.err);
    CHECK(rebased.exit == 0);
    CHECK(branches.build("--check").exit == 1);
    CHECK(branches.build("--quiet").exit == 0);
  }
  branches.commit_all();
  CHECK(branches.build("--check").exit == 0);
  CHECK(branches.must({"status", "--porcelain"}).empty());
  const std::string ids = run({"inspect", "generated/kb.kbx"}, branches.path()).out;
  CHECK_THAT(ids, ContainsSubstring("3 "));
}

}  // namespace kbc
