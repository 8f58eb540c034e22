// The programs of docs/examples, built and run on the index of this repository's own entries.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "paths.h"
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

TEST_CASE("the example that matches counts the lines of a log by entry", "[examples]") {
  const TemporaryFolder folder;
  folder.write("kb.kbx", index_of(own_entries()));
  const std::string log =
      "all is well\nnpm ERR! code ERESOLVE\n"
      "No space left on device\nwrite: No space left on device\n";
  const Outcome outcome =
      run_program(example("example_match"), {folder.path("kb.kbx")}, folder.path(), log);
  CHECK(outcome.err == "");
  CHECK(outcome.exit == 0);
  CHECK_THAT(outcome.out, ContainsSubstring("2  "));
  CHECK_THAT(outcome.out, ContainsSubstring(", line "));
  CHECK_THAT(outcome.out, ContainsSubstring("\n  try: "));
  const Outcome none = run_program(example("example_match"), {"none.kbx"}, folder.path());
  CHECK(none.exit == 2);
  CHECK(none.err == "none.kbx: No such file or directory\n");
}

TEST_CASE("the example that watches uses an index that is renamed over the old one",
          "[examples][real]") {
  if (is_missing("bash")) return;
  const TemporaryFolder folder;
  const auto entry = [](const std::string& id) {
    return "{\"id\": \"" + id + "\", \"signature\": \"boom\", \"regex\": \"boom\"}";
  };
  folder.write("kb.kbx", index_of({entry("a/old")}));
  folder.write("new.kbx", index_of({entry("a/new")}));
  std::string damaged = index_of({entry("a/bad")});
  damaged[damaged.size() / 2] ^= 1;
  folder.write("damaged.kbx", damaged);
  // Each line is answered before the next thing happens.
  folder.write("script",
               "coproc watch { exec \"$1\" kb.kbx 2>errors; }\n"
               "ask() { echo \"$1\" >&\"${watch[1]}\"; read -r answer <&\"${watch[0]}\"; "
               "echo \"$answer\"; }\n"
               "ask fine; ask boom\n"
               "mv damaged.kbx kb.kbx; ask boom\n"
               "mv new.kbx kb.kbx; ask boom\n"
               "rm kb.kbx; ask boom\n");
  const Outcome outcome = run_program("bash", {"script", example("example_watch")}, folder.path());
  CHECK(outcome.out == "no match\na/old\na/old\na/new\na/new\n");
  CHECK_THAT(folder.read("errors"), StartsWith("kb.kbx: "));
  CHECK_THAT(folder.read("errors"), EndsWith("kb.kbx: No such file or directory\n"));
}

TEST_CASE("an index that is a part of a program is matched and searched like a file",
          "[examples]") {
  const TemporaryFolder folder;
  const std::string base = KBC_SOURCE_FOLDER;
  const auto embedded = [&](const std::string& what, const std::string& text) {
    const Outcome outcome = run_program(example("embedded_program"), {what, text}, folder.path());
    CAPTURE(outcome.err);
    CHECK(outcome.exit == 0);
    return outcome.out;
  };
  const Outcome built =
      run({"build", "--kb", base, "--emit", "index,index-cpp", "--out", "out", "--quiet"},
          folder.path());
  REQUIRE(built.exit == 0);
  std::string error;
  const auto index = kbx::Index::open(folder.path("out/kb.kbx"), error);
  REQUIRE(index);
  for (std::uint32_t at = 0; at < index->size(); at += 7) {
    const std::string signature(index->at(at)->signature());
    const std::string found = embedded("match", signature);
    CHECK_THAT("\n" + found, ContainsSubstring("\n" + std::string(index->at(at)->id()) + "\n"));
  }
  CHECK_THAT(embedded("search", "no space left on device"), ContainsSubstring("/"));
  // The same bytes each time, and in any namespace.
  const Outcome again = run({"build", "--kb", base, "--emit", "index-cpp", "--out", "out",
                             "--check", "--quiet", "--jobs", "1"},
                            folder.path());
  CHECK(again.exit == 0);
  const Outcome nested = run({"build", "--kb", base, "--emit", "index-cpp", "--out", "nested",
                              "--namespace", "a::b", "--quiet"},
                             folder.path());
  CHECK(nested.exit == 0);
  CHECK_THAT(folder.read("nested/kb_index.h"), ContainsSubstring("namespace a::b {\n"));
}

}  // namespace kbc
