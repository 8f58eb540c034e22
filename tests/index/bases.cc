#include "index/bases.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include "index/made_index.h"
#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// The domains' folders.
std::vector<fs::path> buildable_folders(const std::string& base) {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& folder : fs::directory_iterator(base + "/entries")) {
    bool is_faulty = false;
    for (const std::string_view domain : kFaultyDomains) {
      is_faulty = is_faulty || (base == frozen_base() && folder.path().filename() == domain);
    }
    if (!is_faulty) folders.push_back(folder.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

std::string frozen_base() { return std::string(KBC_SOURCE_FOLDER) + "/tests/frozen"; }

std::vector<std::string> all_bases() {
  std::vector<std::string> bases = {frozen_base()};
  if (const char* corpus = std::getenv("KBC_CORPUS")) bases.emplace_back(corpus);
  return bases;
}

std::vector<std::string> buildable_entries(const std::string& base) {
  std::vector<std::string> texts;
  for (const fs::path& folder : buildable_folders(base)) {
    for (std::string& text : entry_texts(folder.string())) texts.push_back(std::move(text));
  }
  return texts;
}

void copy_buildable(const std::string& base, const std::string& folder) {
  const fs::path taxonomy = fs::path(base) / "taxonomy.json";
  const bool has_taxonomy = fs::exists(taxonomy);
  if (has_taxonomy) fs::copy(taxonomy, fs::path(folder) / "taxonomy.json");
  fs::create_directories(fs::path(folder) / "entries");
  for (const fs::path& domain : buildable_folders(base)) {
    fs::copy(domain, fs::path(folder) / "entries" / domain.filename(), fs::copy_options::recursive);
  }
  std::ofstream(fs::path(folder) / "kbc.json")
      << "{" << (has_taxonomy ? R"("taxonomy": "taxonomy.json", )" : "")
      << R"("rules": {"regex": "warning", "version": "warning", "text": "warning",
          "schema-bounds": "warning",
          "url": "warning", "date": "warning", "link": "warning"}})";
}

}  // namespace kbc
