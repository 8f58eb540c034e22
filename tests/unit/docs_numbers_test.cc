// The numbers that the pages say of this repository are those that it has. What a page shows as
// printed by kbc is held against kbc by scripts/lint console.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "diagnostic/rule.h"
#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = KBC_SOURCE_FOLDER;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found = {kSource / "tools/README.md"};
  for (const char* folder : {".", "docs", "entries"}) {
    for (const fs::directory_entry& file : fs::directory_iterator(kSource / folder)) {
      // What a release had stays in the list of changes as it was.
      const bool is_history = file.path().filename() == "CHANGELOG.md";
      if (file.path().extension() == ".md" && !is_history) found.push_back(file.path());
    }
  }
  return found;
}

// What the groups of the pattern match, on any page; the test fails when that is nothing.
std::set<std::vector<std::string>> said(const std::string& pattern) {
  const std::regex wanted(pattern, std::regex::multiline);
  std::set<std::vector<std::string>> all;
  for (const fs::path& page : pages()) {
    const std::string text = text_of(page);
    for (std::sregex_iterator match(text.begin(), text.end(), wanted), end; match != end; ++match) {
      all.emplace(std::next(match->begin()), match->end());
    }
  }
  INFO("no page has " << pattern);
  REQUIRE(!all.empty());
  return all;
}

}  // namespace

TEST_CASE("pages say how many rules and entries there are", "[docs]") {
  std::size_t entries = 0;
  std::set<fs::path> domains;
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(kSource / "entries")) {
    if (file.path().extension() != ".json") continue;
    ++entries;
    domains.insert(file.path().parent_path());
  }
  using Said = std::set<std::vector<std::string>>;
  const std::string count = std::to_string(entries);
  CHECK(said(R"(\b([0-9]+)\s+rules\b)") == Said{{std::to_string(all_rules().size())}});
  CHECK(said(R"(\b([0-9]+)\s+entries\s+in\s+([0-9]+)\s+domains\b)") ==
        Said{{count, std::to_string(domains.size())}});
}

}  // namespace kbc
