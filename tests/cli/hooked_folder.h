// A knowledge base whose commits pre-commit checks with the hooks of this source.
#pragma once

#include <string>
#include <vector>

#include "cli/git_folder.h"

namespace kbc {

// What pre-commit fetches its hooks from: these parts of this source, committed as they are now.
class HookSource : public TemporaryFolder {
 public:
  explicit HookSource(const std::vector<std::string>& parts);

  std::string revision() const;
};

// One that has the hooks alone; they run the kbc that is tested.
const HookSource& hooks_alone();

// Somebody's knowledge base of three clean entries.
class HookedFolder : public GitFolder {
 public:
  // The names of the hooks end with the suffix; kbc-validate has these arguments, too.
  HookedFolder(const HookSource& source, const std::string& suffix,
               const std::string& arguments = {});

  // `git commit …`
  Outcome commit(const std::vector<std::string>& more = {}) const;

  // `pre-commit …`
  Outcome pre_commit(const std::vector<std::string>& arguments) const;

 private:
  std::vector<std::string> environment() const;

  TemporaryFolder home_;
};

}  // namespace kbc
