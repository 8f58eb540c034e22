// The names of faults: a literal or nothing, each once in its rule. tests/faults.txt lists them by
// the file that reports them, so that a name is not changed without being noticed: it would change
// fingerprints. KBC_UPDATE=1 rewrites it.

#include "core/fault_name.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "catch.h"
#include "diagnostic/report.h"
#include "paths.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

template <typename... Arguments>
concept Reports = requires(Report report, Arguments... arguments) {
  report.at(arguments...);
};

static_assert(Reports<Span, FaultName, const char*>);
static_assert(Reports<Place, FaultName, const char*>);
static_assert(!Reports<Span, const char*>);
static_assert(!Reports<Place, const char*>);
static_assert(!Reports<Span, const char*, const char*>);
static_assert(!std::is_default_constructible_v<FaultName>);
static_assert(!std::is_constructible_v<FaultName, const char*>);
static_assert(!std::is_constructible_v<FaultName, std::string_view>);

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// By the path of the file below tools/.
std::map<std::string, std::vector<std::string>> names_in_sources() {
  const fs::path tools = fs::path(KBC_SOURCE_FOLDER) / "tools";
  const std::regex literal("\"([^\"\n]*)\"_fault");
  std::map<std::string, std::vector<std::string>> names;
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(tools)) {
    if (file.path().extension() != ".cc") continue;
    const std::string text = text_of(file.path());
    for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end;
         ++match) {
      names[file.path().lexically_relative(tools).generic_string()].push_back((*match)[1]);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("a fault's name is lower-case words joined by dashes", "[fault-name]") {
  CHECK(("too-long"_fault).text() == "too-long");
  for (const char* good : {"a", "wrong-order", "a-b-c"}) CHECK(FaultName::is_valid(good));
  for (const char* bad : {"", "-", "a-", "-a", "a--b", "A", "a b", "a2", "2", "a_b", "\xC3\xA9"}) {
    CAPTURE(bad);
    CHECK_FALSE(FaultName::is_valid(bad));
  }
}

// A file of check/ is a rule; what rules share reports in one file for each.
TEST_CASE("a fault's name is its own within its rule, and stays", "[fault-name]") {
  std::string list;
  for (auto& [file, names] : names_in_sources()) {
    CAPTURE(file);
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    list += file + ":";
    for (const std::string& name : names) list += " " + name;
    list += '\n';
  }
  const fs::path golden = fs::path(KBC_SOURCE_FOLDER) / "tests/faults.txt";
  if (std::getenv("KBC_UPDATE") != nullptr) std::ofstream(golden, std::ios::binary) << list;
  CHECK(list == text_of(golden));
}

}  // namespace kbc
