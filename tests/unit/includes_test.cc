// Libraries that only one file may include, because their headers mean something else after other
// macros.

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "catch.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The sources and headers that include a header of this library.
std::set<std::string> includers_of(const std::string& library) {
  const fs::path root(KBC_SOURCE_FOLDER);
  std::set<std::string> found;
  for (const char* folder : {"tools", "tests", "docs"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const fs::path extension = entry.path().extension();
      if (extension != ".cc" && extension != ".h" && extension != ".in") continue;
      const std::string text = text_of(entry.path());
      for (const char* include : {"#include <", "#include \""}) {
        if (text.find(include + library + '/') == std::string::npos) continue;
        found.insert(entry.path().lexically_relative(root).generic_string());
      }
    }
  }
  return found;
}

TEST_CASE("RapidJSON is included in one place, with one set of macros", "[includes]") {
  CHECK(includers_of("rapidjson") == std::set<std::string>{"tools/base/core/rapidjson.h"});
}

TEST_CASE("valijson is included in one place, after RapidJSON's macros are set", "[includes]") {
  CHECK(includers_of("valijson") == std::set<std::string>{"tools/front/validate/valijson.h"});
  const std::string text = text_of(fs::path(KBC_SOURCE_FOLDER) / "tools/front/validate/valijson.h");
  const std::size_t first = text.find("#include <");
  REQUIRE(first != std::string::npos);
  CHECK(text.find("#include \"core/rapidjson.h\"") < first);
}

}  // namespace
}  // namespace kbc
