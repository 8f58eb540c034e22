// `kbc fmt`, run as a user would run it.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

Outcome fmt(const TemporaryFolder& folder, std::vector<std::string> arguments = {},
            std::string_view input = {}) {
  arguments.insert(arguments.begin(), "fmt");
  return run(arguments, folder.path(), input);
}

}  // namespace

TEST_CASE("fmt writes canonical form, and only where it changes something", "[fmt]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  REQUIRE(fmt(kb).exit == 0);
  const std::string canonical = kb.read("entries/git/push-rejected.json");
  kb.entry("git/push-rejected", replaced(canonical, "\"confidence\": 0.8", "\"confidence\":8e-1"));
  kb.write("entries/git/broken.json", "{\"id\": ");

  const Outcome checked = fmt(kb, {"--check"});
  CHECK(checked.exit == 1);
  CHECK(checked.out == "entries/git/push-rejected.json\n");
  const Outcome shown = fmt(kb, {"--diff"});
  CHECK(shown.exit == 1);
  CHECK(shown.out.find("-  \"confidence\":8e-1,\n+  \"confidence\": 0.8,\n") != std::string::npos);
  CHECK(kb.read("entries/git/push-rejected.json") != canonical);

  const Outcome written = fmt(kb);
  CHECK(written.exit == 1);
  CHECK(written.out == "entries/git/push-rejected.json: formatted\n");
  CHECK(written.err.find("entries/git/broken.json:1:") != std::string::npos);
  CHECK(written.err.find("left unchanged") != std::string::npos);
  CHECK(kb.read("entries/git/push-rejected.json") == canonical);
  CHECK(kb.read("entries/git/broken.json") == "{\"id\": ");
  CHECK(fmt(kb, {"entries/git/push-rejected.json"}).out.empty());
  CHECK(fmt(kb, {"entries/git/gone.json"}).exit == 2);
}

TEST_CASE("fmt leaves alone what kbc.json excludes, by whatever name it comes", "[fmt]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  kb.write("kbc.json", R"({"exclude": ["entries/drafts", "entries/git/old.json"]})");
  const std::string draft = "{\"id\":\"drafts/new\"}";
  kb.write("entries/drafts/new.json", draft);
  kb.write("entries/git/old.json", draft);
  kb.write("entries/git/kept.json", draft);
  kb.write("elsewhere/one.json", draft);
  for (const std::string path : {"entries/drafts/new.json", "entries/../entries/drafts"}) {
    const Outcome left = fmt(kb, {path});
    CHECK(left.exit == 0);
    CHECK(left.out.empty());
    CHECK(left.err == "kbc: " + path + ": excluded in kbc.json; left unchanged\n");
  }
  CHECK(fmt(kb, {"entries"}).exit == 0);
  CHECK(fmt(kb, {"entries/git"}).exit == 0);
  CHECK(fmt(kb, {"."}).exit == 0);
  CHECK(kb.read("entries/drafts/new.json") == draft);
  CHECK(kb.read("entries/git/old.json") == draft);
  CHECK(kb.read("entries/git/kept.json") == "{\n  \"id\": \"drafts/new\"\n}\n");
  CHECK(kb.read("elsewhere/one.json") == draft);
}

TEST_CASE("fmt keeps the line ends that a file has", "[fmt]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/a", "{\r\n\"id\":\"git/a\"}\n");
  kb.entry("git/b", "{\n\"id\":\"git/b\"}\r\n");
  CHECK(fmt(kb, {"--check"}).exit == 1);
  CHECK(fmt(kb, {}).exit == 0);
  CHECK(kb.read("entries/git/a.json") == "{\r\n  \"id\": \"git/a\"\r\n}\r\n");
  CHECK(kb.read("entries/git/b.json") == "{\n  \"id\": \"git/b\"\n}\n");
  CHECK(fmt(kb, {"--check"}).exit == 0);
}

TEST_CASE("fmt formats standard input", "[fmt]") {
  const KnowledgeBaseFolder kb;
  const Outcome formatted = fmt(kb, {"-"}, "{\"signature\":\"\\u00e9\",\"id\":\"a/b\"}");
  CHECK(formatted.exit == 0);
  CHECK(formatted.out == "{\n  \"id\": \"a/b\",\n  \"signature\": \"é\"\n}\n");
  CHECK(fmt(kb, {"-", "--check"}, formatted.out).exit == 0);
  CHECK(fmt(kb, {"-", "--check"}, "{}").exit == 1);
  CHECK(fmt(kb, {"-"}, "{").exit == 1);
  CHECK(fmt(kb, {"-"}, "{").out.empty());
}

TEST_CASE("this repository's own entries are in canonical form", "[fmt]") {
  const Outcome checked = run({"fmt", "--check"}, kSource);
  CHECK(checked.out.empty());
  CHECK(checked.exit == 0);
}

}  // namespace kbc
