#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "git/listing.h"

namespace kbc {

// A git repository with a working tree, asked through the program `git`, which is told by options
// where both lie: inside a hook the environment says it in ways that depend on the folder.
class Repository {
 public:
  // The one that the environment names (GIT_DIR, GIT_INDEX_FILE: kbc runs in a hook), else the one
  // that the folder lies in. An error when the folder lies in another one, say in a submodule.
  static Result<Repository> around(const std::string& folder);

  // The repository whose working tree has its `.git` at top.
  static Repository at(const std::string& top);

  // Absolute, without links in it.
  const std::string& top() const { return top_; }

  // What all working trees of the repository share; absolute.
  std::string common_folder() const;

  // All that the index has, in the order of paths. Those that `git add --intent-to-add` only
  // announced are left out, as a commit leaves them out; one that a merge left in several versions
  // is there once.
  Result<std::vector<TrackedFile>> staged() const;

  // The same of a commit.
  Result<std::vector<TrackedFile>> committed(const std::string& commit) const;

  // The paths whose text in git is what a clean filter made of the file. Those of Git LFS are not
  // among them: what git has of these can be told from the file.
  std::set<std::string, std::less<>> filtered() const;

  // Whether the working tree has only some of the files of the index.
  bool is_sparse() const;

  // The name of the commit that a reference leads to. Of one that this clone does not have the
  // error says what brings it.
  Result<std::string> commit_of(const std::string& reference) const;

  // What `git …` writes on standard output.
  Result<std::string> ask(const std::vector<std::string>& arguments) const;

  // The whole command, and the settings of its environment: git fetches nothing, and so starts no
  // program that a remote's configuration names.
  std::vector<std::string> command(const std::vector<std::string>& arguments) const;
  static const std::vector<std::string>& settings();

  // The command line that brings an object which a partial clone left out; empty where there is no
  // remote that promised it.
  std::string fetch_line(const std::string& object) const;

 private:
  Repository(std::string folder, std::string top)
      : git_folder_(std::move(folder)), top_(std::move(top)) {}

  Status drop_announced(std::vector<TrackedFile>& files) const;
  Error missing_commit(const std::string& reference) const;

  std::string git_folder_;
  std::string top_;
};

// The path from the top of a working tree, or nothing when it does not lie in it. Links on the way
// are followed; one at the end is not.
std::optional<std::string> path_in(const Repository& repository, const std::string& path);

// The same below any folder. Requires: the folder is absolute, without links in it.
std::optional<std::string> path_below(const std::string& top, const std::string& path);

}  // namespace kbc
