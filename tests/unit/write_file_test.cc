#include "os/write_file.h"

#include <string>
#include <utility>

#include "catch.h"
#include "cli/process.h"

namespace kbc {
namespace {

FilePlace place_of(const std::string& path) {
  Result<FilePlace> place = Border().output(path, Border::By::kPerson);
  REQUIRE(place);
  return std::move(*place);
}

}  // namespace

TEST_CASE("a file holds what would be written, and nothing else", "[write_file]") {
  const TemporaryFolder folder;
  const auto holds_after = [&](const std::string& content, const std::string& written) {
    folder.write("file", content);
    return holds(place_of(folder.path("file")), [&](std::ostream& out) {
      // In pieces, and byte by byte.
      out << written.substr(0, written.size() / 2);
      for (const char c : written.substr(written.size() / 2)) out.put(c);
    });
  };
  const std::string large(100000, 'x');
  for (const std::string& text : {std::string(), std::string("a"), std::string("abc\n"), large}) {
    CHECK(holds_after(text, text));
    CHECK_FALSE(holds_after(text + "b", text));
    CHECK_FALSE(holds_after(text, text + "b"));
  }
  CHECK_FALSE(holds_after("abc", "abd"));
  CHECK_FALSE(holds(place_of(folder.path("missing")), [](std::ostream&) {}));
}

}  // namespace kbc
