#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyse.h"
#include "config/config.h"
#include "core/result.h"
#include "load/snapshot.h"

namespace kbc {

// Which state of the files a change leads to.
enum class Until { kWorkingTree, kIndex };

// A change of a knowledge base: from where the branch left a reference to what there is now.
class Change {
 public:
  // From the merge base of the reference and HEAD. folder is one of the knowledge base's.
  static Result<Change> since(const std::string& reference, const std::string& folder,
                              const Border& border, Until until);

  // The files before it.
  Snapshot& before() const { return *before_; }

  // The entries that it changed or added, in order.
  std::vector<FileId> changed_entries(const Config& config, const Analysis& analysis) const;

  // Drops the findings that it has nothing to do with: those in files that it did not touch, and
  // that were there before. earlier are the fingerprints of those.
  void keep_findings(const Config& config, const std::vector<std::string>& earlier,
                     Analysis& analysis) const;

 private:
  Change(std::unique_ptr<Snapshot> before, std::set<std::string, std::less<>> paths)
      : before_(std::move(before)), paths_(std::move(paths)) {}

  // A path from the top, or a submodule around it.
  bool touches(std::string_view path) const;
  std::set<FileId> touched_files(const Config& config, const Analysis& analysis) const;

  std::unique_ptr<Snapshot> before_;
  std::set<std::string, std::less<>> paths_;  // from the top of the working tree
};

// Of its findings, which it sorts.
std::vector<std::string> fingerprints_of(Analysis& analysis);

}  // namespace kbc
