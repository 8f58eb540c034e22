#include "cli/git_folder.h"

#include <filesystem>

#include "catch.h"

namespace kbc {

namespace fs = std::filesystem;

std::vector<std::string> plain_environment(const std::vector<std::string>& more) {
  std::vector<std::string> all = {"GIT_DIR",
                                  "GIT_INDEX_FILE",
                                  "GIT_WORK_TREE",
                                  "GIT_PREFIX",
                                  "GIT_OBJECT_DIRECTORY",
                                  "PRE_COMMIT_FROM_REF",
                                  "PRE_COMMIT_TO_REF",
                                  "GIT_CONFIG_NOSYSTEM=1",
                                  "GIT_CONFIG_GLOBAL=/dev/null",
                                  "GIT_AUTHOR_NAME=Ada",
                                  "GIT_AUTHOR_EMAIL=ada@example.org",
                                  "GIT_COMMITTER_NAME=Ada",
                                  "GIT_COMMITTER_EMAIL=ada@example.org",
                                  "GIT_ALLOW_PROTOCOL=file",
                                  "LC_ALL=C.UTF-8"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

Outcome git(const std::string& folder, const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment) {
  return run_program("git", arguments, folder, {}, plain_environment(environment));
}

std::string must_git(const std::string& folder, const std::vector<std::string>& arguments) {
  const Outcome outcome = git(folder, arguments);
  CAPTURE(arguments, outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

GitFolder::GitFolder(std::string_view below) : below_(below) {
  if (!below_.empty()) below_ += '/';
  write(below_ + "kbc.json", "{}\n");
  must({"init", "--quiet", "--initial-branch", "main"});
}

std::string GitFolder::base(std::string_view relative) const {
  return path(below_ + std::string(relative));
}

void GitFolder::entry(std::string_view name, std::string_view text) const {
  write(below_ + "entries/" + std::string(name) + ".json", text);
}

void GitFolder::clean(std::string_view slug) const {
  const KnowledgeBaseFolder made;
  made.clean(slug);
  const std::string name = "git/" + std::string(slug);
  entry(name, made.read("entries/" + name + ".json"));
}

Outcome GitFolder::git(const std::vector<std::string>& arguments) const {
  return kbc::git(path(), arguments);
}

std::string GitFolder::must(const std::vector<std::string>& arguments) const {
  return must_git(path(), arguments);
}

void GitFolder::commit_all() const {
  add_all();
  must({"commit", "--quiet", "--no-verify", "--message", "more"});
}

Outcome GitFolder::staged(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all = {"validate",   "--staged", "--today",
                                  "2026-01-15", "--format", "short"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(all, base(), {}, plain_environment());
}

void GitFolder::hook(const std::string& lines) const {
  const std::string file = ".git/hooks/pre-commit";
  const std::string folder = fs::path(kbc_binary()).parent_path().string();
  write(file, "#!/bin/sh\nset -e\nPATH=" + folder + ":$PATH\n" + lines);
  fs::permissions(path(file), fs::perms::owner_all);
}

}  // namespace kbc
