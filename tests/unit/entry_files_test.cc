// Which texts of a state before a change need not be read to know that they are what they are now.

#include "analysis/entry_files.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "catch.h"
#include "cli/git_folder.h"
#include "config/config.h"
#include "load/snapshot.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

RunTexts texts_of(Snapshot* snapshot) {
  RunTexts texts;
  texts.snapshot = snapshot;
  return texts;
}

// The entries that have to be read to compare them; the others are held to be the same.
std::set<std::string> read_of(const EntryFiles& before, const EntryFiles& now) {
  std::set<std::string> read;
  for (const std::string& path : before.paths()) {
    const Source text = now.load(path);
    if (before.surely_has(path, now, text)) {
      CHECK(before.load(path).text == text.text);
    } else {
      read.insert(path);
    }
  }
  return read;
}

using Paths = std::set<std::string>;

}  // namespace

TEST_CASE("of a state before a change those texts are read that differ", "[since]") {
  const GitFolder folder;
  folder.write(".gitattributes", "entries/git/lines.json text eol=crlf\n");
  for (const char* slug : {"same", "staged", "written", "both"}) folder.clean(slug);
  folder.entry("git/lines", "{\r\n}\r\n");
  folder.write("texts/linked.json", "{}\n");
  fs::create_symlink("../../texts/linked.json", folder.path("entries/git/linked.json"));
  folder.commit_all();
  folder.entry("git/staged", "{}\n");
  folder.entry("git/both", "{}\n");
  folder.add_all();
  folder.entry("git/written", "{}\n");
  folder.clean("both");

  const Result<Config> config = load_config({folder.path(), {}, {}});
  REQUIRE(config);
  const std::string head = folder.must({"rev-parse", "HEAD"}).substr(0, 40);
  const auto commit = Snapshot::committed(folder.path(), config->border, head);
  const auto index = Snapshot::staged(folder.path(), config->border);
  REQUIRE(commit);
  REQUIRE(index);
  const RunTexts of_commit = texts_of(commit->get());
  const RunTexts of_index = texts_of(index->get());
  const RunTexts of_tree = texts_of(nullptr);
  const EntryFiles before(*config, of_commit);
  const EntryFiles staged(*config, of_index);
  const EntryFiles tree(*config, of_tree);
  CHECK(before.paths().size() == 6);
  CHECK(read_of(before, staged) == Paths{"git/both.json", "git/staged.json"});
  // Where git has other line ends than the file, the texts are different ones.
  CHECK(read_of(before, tree) == Paths{"git/lines.json", "git/staged.json", "git/written.json"});

  // What stands for a file is not what git has of it.
  const EditedTexts edited = {{staged.load("git/same.json").path, "{}\n"}};
  RunTexts of_fixes = of_index;
  of_fixes.edited = &edited;
  const EntryFiles fixed(*config, of_fixes);
  const Source text = fixed.load("git/same.json");
  CHECK(text.text == "{}\n");
  CHECK_FALSE(before.surely_has("git/same.json", fixed, text));
}

}  // namespace kbc
