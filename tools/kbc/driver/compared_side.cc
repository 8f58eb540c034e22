#include "driver/compared_side.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "analysis/since.h"
#include "git/repository.h"
#include "load/snapshot.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

Result<OpenSide> open_folder(const std::string& name, const BaseChoice& base) {
  Result<Config> config = load_config(base);
  if (!config) return config.error();
  Result<OpenIndex> open = open_index("", base, Patterns::kPlace, Words::kLeaveOut);
  if (!open) return open.error();
  return OpenSide{name, std::move(*open), std::move(*config)};
}

Result<OpenSide> open_file(const std::string& name) {
  Result<OpenIndex> open = open_index(name);
  if (!open) return open.error();
  return OpenSide{name, std::move(*open), {}};
}

// The commit that a revision leads to.
Result<std::string> commit_of(const std::string& folder, std::string name) {
  constexpr std::string_view kSince = "...";
  if (!name.ends_with(kSince)) return name;
  name.resize(name.size() - kSince.size());
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  return merge_base(*repository, name);
}

Result<OpenSide> open_revision(const std::string& name, const BaseChoice& base) {
  const Result<std::string> folder = find_knowledge_base(base);
  if (!folder) return folder.error();
  const Result<Border> border = border_around(*folder, base);
  if (!border) return border.error();
  const Result<std::string> commit = commit_of(*folder, name);
  if (!commit) return commit.error();
  const Result<std::unique_ptr<Snapshot>> snapshot = Snapshot::only_of(*folder, *border, *commit);
  if (!snapshot) return snapshot.error();
  Result<Config> config = load_config(base, snapshot->get());
  if (!config) return config.error();
  Result<OpenIndex> open = open_index(*config, Patterns::kPlace, Words::kLeaveOut,
                                      Unreadable::kIsError, snapshot->get());
  if (!open) return open.error();
  return OpenSide{name, std::move(*open), std::move(*config)};
}

}  // namespace

Result<OpenSide> open_side(const std::string& name, const BaseChoice& base) {
  if (name.empty()) return open_folder("the working tree", base);
  std::error_code failed;
  if (fs::is_directory(name, failed)) {
    BaseChoice folder = base;
    folder.folder = name;
    return open_folder(name, folder);
  }
  if (fs::exists(name, failed)) return open_file(name);
  Result<OpenSide> side = open_revision(name, base);
  if (side) return side;
  return Error{ticked(name) + " is no file, no folder and no revision that can be compared: " +
                   side.error().message,
               side.error().further};
}

}  // namespace kbc
