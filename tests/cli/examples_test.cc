// The programs of docs/examples, built and run on the index of this repository's own entries.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "skip.h"

namespace kbc {
namespace {

std::vector<std::string> ids_of(const std::string& file) {
  std::string error;
  const auto index = kbx::Index::open(file, error);
  REQUIRE(index);
  std::vector<std::string> ids;
  for (const auto& entry : index->entries()) ids.emplace_back(entry.id());
  return ids;
}

std::string example(const std::string& name) { return std::string(KBC_EXAMPLES) + '/' + name; }

}  // namespace

TEST_CASE("the examples in C++, C and Python say the same of each entry", "[examples][real]") {
  if (is_missing("python3")) return;
  const TemporaryFolder folder;
  const Outcome built = run(
      {"build", "--kb", KBC_SOURCE_FOLDER, "--emit", "index", "--out", folder.path(), "--quiet"},
      folder.path());
  REQUIRE(built.exit == 0);
  const std::string file = folder.path("kb.kbx");
  std::vector<std::string> ids = ids_of(file);
  CHECK(ids.size() == own_entries().size());
  ids.push_back("no/such-entry");
  std::size_t number = 0;
  for (const std::string& id : ids) {
    CAPTURE(id);
    const Outcome cpp = run_program(example("example_cpp"), {file, id}, folder.path());
    const Outcome c = run_program(example("example_c"), {file, id}, folder.path());
    CHECK(cpp.exit == (id == "no/such-entry" ? 1 : 0));
    CHECK(c.exit == cpp.exit);
    CHECK(c.out == cpp.out);
    CHECK(c.err == cpp.err);
    // Python takes longer to start than all else here.
    if (std::string(KBC_SHARED_READER).empty() || ++number % 8 != 0) continue;
    const Outcome python = run_program(
        "python3", {std::string(KBC_SOURCE_FOLDER) + "/docs/examples/lookup.py", file, id},
        folder.path(), {}, {std::string("KBX_LIBRARY=") + KBC_SHARED_READER});
    CHECK(python.exit == cpp.exit);
    CHECK(python.out == cpp.out);
    CHECK(python.err == cpp.err);
  }
  const Outcome c = run_program(example("example_c"), {"none.kbx", "x"}, folder.path());
  CHECK(c.exit == 2);
  CHECK(c.err == "none.kbx: No such file or directory\n");
}

}  // namespace kbc
