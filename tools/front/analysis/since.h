#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "core/result.h"
#include "git/repository.h"
#include "load/snapshot.h"
#include "output/output.h"

namespace kbc {

// The commit where HEAD left the reference.
Result<std::string> merge_base(const Repository& repository, const std::string& reference);

// Which state of the files a change leads to.
enum class Until { kWorkingTree, kIndex };

// Which of the findings that were there before are left out: those in files that the change does
// not touch, or also those in touched files whose value is what it was.
enum class Earlier { kElsewhere, kAll };

// A change of a knowledge base: from where the branch left a reference to what there is now. folder
// is always one of the knowledge base's.
class Change {
 public:
  // From the merge base of the reference and HEAD.
  static Result<Change> since(const std::string& reference, const std::string& folder,
                              const Border& border, Until until);

  // From HEAD to the index. Nothing where the two are the same, and before the first commit.
  static Result<std::optional<Change>> staged(const std::string& folder, const Border& border);

  // From the merge base of two commits to the second; from the first where there is none.
  static Result<Change> between(const std::string& before, const std::string& after,
                                const std::string& folder, const Border& border);

  // The files before it.
  Snapshot& before() const { return *before_; }

  // The entries that it changed or added, in order.
  std::vector<FileId> changed_entries(const Config& config, const Analysis& analysis) const;

  // Whether it touches anything in the folder of the knowledge base, or around it, that a finding
  // can depend on.
  bool touches_base(const Config& config) const;

  // The names by which findings before it and after it are compared. Sorts them.
  std::vector<std::string> names_of(const Config& config, Earlier which, Analysis& analysis) const;

  // Drops the findings that were there before, and gives their number. earlier are names_of() them.
  Tally keep_findings(const Config& config, Earlier which, const std::vector<std::string>& earlier,
                      Analysis& analysis) const;

 private:
  static Result<Change> from(const Repository& repository, const std::string& commit,
                             std::vector<std::string> question, const std::string& folder,
                             const Border& border, Until until);

  Change(std::unique_ptr<Snapshot> before, std::set<std::string, std::less<>> paths)
      : before_(std::move(before)), paths_(std::move(paths)) {}

  // A path from the top, or a submodule around it.
  bool touches(std::string_view path) const;
  std::set<FileId> touched_files(const Config& config, const Analysis& analysis) const;

  std::unique_ptr<Snapshot> before_;
  std::set<std::string, std::less<>> paths_;  // from the top of the working tree
};

}  // namespace kbc
