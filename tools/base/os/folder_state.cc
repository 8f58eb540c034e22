#include "os/folder_state.h"

#include <fcntl.h>

#include <utility>
#include <vector>

namespace kbc {

Descriptor open_folder(const Border& border, const std::string& path) {
  const Result<FilePlace> place = border.find(path, Border::By::kPerson);
  if (!place) return {};
  return Descriptor(::openat(place->folder.value(), place->name.c_str(),
                             O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
}

FolderState state_of_folder(const Border& border, const std::string& path,
                            const Descriptor& folder) {
  if (!folder.is_open()) return {};
  const Result<std::vector<FolderItem>> items = border.list(path, Border::By::kPerson);
  if (!items) return {};
  std::map<std::string, FileState, std::less<>> state;
  for (const FolderItem& item : *items) {
    std::optional<FileState> found = state_at(folder, item.name.c_str(), StateOf::kAnything);
    if (!found) continue;  // gone by now
    // Of a folder in it what counts is which it is: what it has is another's state.
    const bool is_folder = item.kind == FileKind::kFolder;
    if (is_folder) found = FileState{.device = found->device, .number = found->number};
    state.emplace(item.name, *found);
  }
  return state;
}

void add_changed_names(const FolderState& before, const FolderState& now,
                       std::set<std::string, std::less<>>& names) {
  if (before.has_value() != now.has_value()) names.emplace();
  if (!before || !now) return;
  for (const auto& [name, state] : *before) {
    const auto found = now->find(name);
    if (found == now->end() || !(found->second == state)) names.insert(name);
  }
  for (const auto& [name, state] : *now) {
    if (!before->contains(name)) names.insert(name);
  }
}

}  // namespace kbc
