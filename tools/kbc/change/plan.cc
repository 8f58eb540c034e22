#include "change/plan.h"

#include <filesystem>
#include <utility>

#include "driver/trouble.h"
#include "os/file_changes.h"
#include "text/printer.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// The folders on the way to a file that are not there yet, the innermost first. At the end of its
// life it removes those that are empty.
class NewFolders {
 public:
  void add(const fs::path& file) {
    std::error_code failed;
    for (fs::path at = file.parent_path(); !at.empty() && at != at.root_path();
         at = at.parent_path()) {
      if (fs::exists(fs::symlink_status(at, failed))) return;
      folders_.push_back(at);
    }
  }
  NewFolders() = default;
  ~NewFolders() {
    std::error_code failed;
    for (const fs::path& folder : folders_) fs::remove(folder, failed);
  }
  NewFolders(const NewFolders&) = delete;
  NewFolders& operator=(const NewFolders&) = delete;

 private:
  std::vector<fs::path> folders_;
};

}  // namespace

void Plan::add(Step step, std::string told) {
  steps_.push_back(std::move(step));
  if (!told.empty()) tell(std::move(told));
}

void Plan::tell(std::string told) { told_.push_back(std::move(told)); }

void Plan::replace(const std::string& path, Border::By by, std::string before, std::string after,
                   std::string told) {
  add({path, by, std::move(before), std::move(after), {}}, std::move(told));
}

void Plan::create(const std::string& path, std::string text, std::string told) {
  add({path, Border::By::kEntry, {}, std::move(text), {}}, std::move(told));
}

void Plan::remove(const std::string& path, std::string before, std::string told) {
  add({path, Border::By::kEntry, std::move(before), {}, {}}, std::move(told));
}

void Plan::rename(const std::string& from, const std::string& to, std::string told) {
  add({from, Border::By::kEntry, {}, {}, to}, std::move(told));
}

Status Plan::carry_out() const {
  NewFolders folders;
  FileChanges changes;
  for (const Step& step : steps_) {
    const bool is_new = !step.before && step.after;
    const std::string& made = step.renamed.empty() ? step.path : step.renamed;
    if (is_new || !step.renamed.empty()) folders.add(made);
    // A name is changed, not what a link of that name leads to.
    const bool is_name = !(step.before && step.after);
    const auto place_of = [&](const std::string& path, Border::Missing missing) {
      return is_name ? border_.output(path, step.by, missing) : border_.find(path, step.by);
    };
    Result<FilePlace> place =
        place_of(step.path, is_new ? Border::Missing::kIsMade : Border::Missing::kIsError);
    if (!place) return place.error();
    if (!step.renamed.empty()) {
      Result<FilePlace> renamed = place_of(step.renamed, Border::Missing::kIsMade);
      if (!renamed) return renamed.error();
      changes.rename(std::move(*place), std::move(*renamed));
    } else if (!step.after) {
      changes.remove(std::move(*place), *step.before);
    } else if (!step.before) {
      changes.create(std::move(*place), *step.after);
    } else {
      changes.replace(std::move(*place), *step.before, *step.after);
    }
  }
  return changes.make();
}

int carry_out(const Plan& plan, bool is_dry) {
  if (!is_dry) {
    if (Status failed = plan.carry_out()) {
      failed->further.emplace_back(failed->further.empty() ? "nothing was changed"
                                                           : "everything else is as it was");
      return report_trouble(*failed);
    }
  }
  for (const std::string& line : plan.told()) standard_output() << line << '\n';
  if (is_dry) standard_output() << "nothing was written (--dry-run)\n";
  return kClean;
}

}  // namespace kbc
