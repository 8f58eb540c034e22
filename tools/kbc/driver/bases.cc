#include "driver/bases.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "analysis/place.h"
#include "config/config.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// A file may have been deleted, and is meant by its own name: where a link leads to may be another
// knowledge base.
fs::path folder_of(const std::string& path) {
  std::error_code failed;
  return fs::is_directory(path, failed) ? real_path(path) : real_place(path).parent_path();
}

std::string common_folder(const fs::path& a, const fs::path& b) {
  fs::path common;
  const auto [end, rest] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  for (auto step = a.begin(); step != end; ++step) common /= *step;
  return common.string();
}

}  // namespace

NamedBases bases_of(const BaseChoice& choice, const std::vector<std::string>& paths) {
  NamedBases named;
  if (paths.empty() || find_knowledge_base(choice)) {
    named.bases.push_back({choice, paths});
    return named;
  }
  std::map<std::string, std::vector<std::string>> by_folder;
  for (const std::string& path : paths) {
    const std::string folder = path.empty() ? "" : knowledge_base_around(folder_of(path));
    if (path.empty()) {
      named.errors.push_back({"a PATH is empty"});
    } else if (folder.empty()) {
      named.errors.push_back({path + ": no kbc.json beside it or above it"});
    } else {
      by_folder[folder].push_back(path);
    }
  }
  std::string around;
  for (const auto& [folder, below] : by_folder) {
    around = around.empty() ? folder : common_folder(around, folder);
  }
  for (auto& [folder, below] : by_folder) {
    named.bases.push_back({{folder, choice.allowed, around}, std::move(below)});
  }
  return named;
}

}  // namespace kbc
