// A knowledge base in a git repository.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/knowledge_base_folder.h"

namespace kbc {

// Runs git in a folder as nobody has configured it; names of the machine's user and what a hook
// that runs these tests has in its environment do not matter.
Outcome git(const std::string& folder, const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment = {});

// The same; the test fails when git does.
std::string must_git(const std::string& folder, const std::vector<std::string>& arguments);

// What must_git and kbc see: no variable that steers git.
std::vector<std::string> plain_environment(const std::vector<std::string>& more = {});

// A repository without a commit, with a clean kbc.json in its working tree. The knowledge base may
// lie in a folder below the top.
class GitFolder : public TemporaryFolder {
 public:
  explicit GitFolder(std::string_view below = "");

  // The knowledge base's folder, and paths below it.
  std::string base(std::string_view relative = "") const;
  void entry(std::string_view name, std::string_view text) const;
  void clean(std::string_view slug) const;  // as git/<slug>

  Outcome git(const std::vector<std::string>& arguments) const;
  std::string must(const std::vector<std::string>& arguments) const;
  void add_all() const { must({"add", "--all"}); }
  void commit_all() const;

  // `kbc validate --staged --format short …` in the knowledge base's folder.
  Outcome staged(const std::vector<std::string>& arguments = {}) const;

  // Makes a hook of the repository that runs these lines of sh, with kbc in PATH.
  void hook(const std::string& lines) const;

 private:
  std::string below_;  // with its final slash
};

}  // namespace kbc
