// The hooks of .pre-commit-hooks.yaml, run by pre-commit at real commits.

#include <string>

#include "catch.h"
#include "cli/hooked_folder.h"
#include "skip.h"

namespace kbc {
namespace {

const std::string kPush = "entries/git/push-rejected.json";

std::string faulty_entry() {
  return replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80");
}

}  // namespace

TEST_CASE("the hook lets a clean entry pass and stops a faulty one", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  folder.clean("fetch-failed");
  folder.add_all();
  const Outcome clean = folder.commit();
  CAPTURE(clean.out, clean.err);
  CHECK(clean.exit == 0);
  CHECK_THAT(clean.err, ContainsSubstring("kbc validate") && ContainsSubstring("Passed"));

  folder.entry("git/push-rejected", faulty_entry());
  folder.add_all();
  const Outcome faulty = folder.commit();
  CHECK(faulty.exit != 0);
  CHECK_THAT(faulty.err, ContainsSubstring(kPush + ":53:17: error[rate-percent]"));
  CHECK(folder.must({"status", "--porcelain"}) == "M  " + kPush + "\n");
}

TEST_CASE("the hook stops a commit that only deletes an entry others link to", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  folder.must({"rm", "--quiet", "entries/git/b.json"});
  const Outcome outcome = folder.commit();
  CHECK(outcome.exit != 0);
  CHECK_THAT(outcome.err, ContainsSubstring("entries/git/a.json:") &&
                              ContainsSubstring("error[link-unresolved]"));
}

TEST_CASE("the hook lets pass what was there before, and says how much it is", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  folder.entry("git/push-rejected", faulty_entry());
  folder.commit_all();
  folder.clean("fetch-failed");
  folder.add_all();
  const Outcome commit = folder.commit();
  CAPTURE(commit.out, commit.err);
  CHECK(commit.exit == 0);
  CHECK_THAT(commit.err, ContainsSubstring("1 error, 0 warnings, 0 info were there before"));
  const std::string fault = kPush + ":53:17: error[rate-percent]";
  const auto check = [&](const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"run", "kbc-validate-system"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return folder.pre_commit(all);
  };
  // With nothing staged there is nothing to compare.
  const Outcome all_files = check({"--all-files"});
  CHECK(all_files.exit != 0);
  CHECK_THAT(all_files.out, ContainsSubstring(fault));
  // What a push has, or a branch in continuous integration.
  CHECK(check({"--from-ref", "HEAD~1", "--to-ref", "HEAD"}).exit == 0);
  const Outcome range = check({"--from-ref", "HEAD~2", "--to-ref", "HEAD"});
  CHECK(range.exit != 0);
  CHECK_THAT(range.out, ContainsSubstring(fault));
}

TEST_CASE("the hook checks the staged part of a file", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  const std::string sound = replaced(clean_entry(), "Push again", "Push once more");
  folder.entry("git/push-rejected", sound);
  folder.add_all();
  const std::string broken = replaced(sound, "\"confidence\": 0.8", "\"confidence\": 80");
  folder.entry("git/push-rejected", broken);
  const Outcome passed = folder.commit();
  CAPTURE(passed.out, passed.err);
  CHECK(passed.exit == 0);
  CHECK(folder.must({"show", "HEAD:" + kPush}) == sound);
  CHECK(folder.read(kPush) == broken);

  folder.add_all();
  folder.entry("git/push-rejected", sound);
  CHECK(folder.commit().exit != 0);
  CHECK(folder.read(kPush) == sound);
}

TEST_CASE("the hook does not see a draft that is not staged", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  folder.entry("git/draft", "{");
  folder.clean("fetch-failed");
  folder.must({"add", "entries/git/fetch-failed.json"});
  CHECK(folder.commit().exit == 0);
  CHECK(folder.read("entries/git/draft.json") == "{");
}

TEST_CASE("the hook for form writes entries anew and stops the commit", "[hooks][real]") {
  if (is_missing("pre-commit")) return;
  const HookedFolder folder(hooks_alone(), "-system");
  folder.entry("git/push-rejected",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\":8e-1"));
  folder.add_all();
  const Outcome outcome = folder.commit();
  CHECK(outcome.exit != 0);
  CHECK_THAT(outcome.err, ContainsSubstring("files were modified by this hook"));
  CHECK_THAT(folder.read(kPush), ContainsSubstring("\"confidence\": 0.8,"));
  folder.clean("fetch-failed");
  folder.add_all();
  CHECK(folder.commit().exit == 0);
}

#ifndef KBC_INSTRUMENTED
// It compiles kbc, as everybody's first commit does: some minutes, seconds with ccache.
TEST_CASE("the hook builds the kbc that its revision holds, without the net",
          "[hook-build][real]") {
  if (is_missing("pre-commit")) return;
  const HookSource source(
      {".pre-commit-hooks.yaml", "pyproject.toml", "CMakeLists.txt", "tools", "schema", "LICENSE"});
  const HookedFolder folder(source, "");
  folder.entry("git/push-rejected", faulty_entry());
  folder.add_all();
  const Outcome faulty = folder.commit();
  CAPTURE(faulty.out, faulty.err);
  CHECK(faulty.exit != 0);
  CHECK_THAT(faulty.err, ContainsSubstring(kPush + ":53:17: error[rate-percent]"));
  folder.entry("git/push-rejected", clean_entry());
  folder.clean("fetch-failed");
  folder.add_all();
  CHECK(folder.commit().exit == 0);
}
#endif

}  // namespace kbc
