#include "os/write_file.h"

#include <string>

#include "catch.h"
#include "cli/process.h"

namespace kbc {

TEST_CASE("a file holds what would be written, and nothing else", "[write_file]") {
  const TemporaryFolder folder;
  const auto holds_after = [&](const std::string& content, const std::string& written) {
    folder.write("file", content);
    return holds(folder.path("file"), [&](std::ostream& out) {
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
  CHECK_FALSE(holds(folder.path("missing"), [](std::ostream&) {}));
}

}  // namespace kbc
