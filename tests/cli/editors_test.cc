// What editors are given: schemas, and findings one a line.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "core/rapidjson.h"
#include "paths.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseCommentsFlag>(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

bool has_text(const rapidjson::Value& schema) {
  return schema.HasMember("description") && schema["description"].GetStringLength() > 0;
}

// What a property stands for: itself, or what it refers to in its file.
const rapidjson::Value& meant(const rapidjson::Document& root, const rapidjson::Value& schema) {
  if (!schema.HasMember("$ref") || has_text(schema)) return schema;
  const std::string name = std::string(schema["$ref"].GetString()).substr(14);  // #/definitions/
  return root["definitions"][name.c_str()];
}

void check(const rapidjson::Document& root, const rapidjson::Value& schema,
           const std::string& path) {
  if (schema.IsArray()) {
    for (const auto& one : schema.GetArray()) check(root, one, path);
  }
  if (!schema.IsObject()) return;
  if (schema.HasMember("enum") && schema["enum"].IsArray()) {
    CAPTURE(path);
    REQUIRE(schema.HasMember("enumDescriptions"));
    CHECK(schema["enumDescriptions"].Size() == schema["enum"].Size());
  }
  if (schema.HasMember("properties")) {
    for (const auto& property : schema["properties"].GetObject()) {
      CAPTURE(path, property.name.GetString());
      CHECK(has_text(meant(root, property.value)));
    }
  }
  for (const auto& member : schema.GetObject()) {
    const std::string name = member.name.GetString();
    // Conditions describe nothing.
    if (name == "if" || name == "then" || name == "else") continue;
    check(root, member.value, path + "/" + name);
  }
}

Outcome one_fault(const KnowledgeBaseFolder& folder, const std::vector<std::string>& arguments) {
  folder.entry("git/push-rejected",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"));
  return folder.validate(arguments);
}

}  // namespace

TEST_CASE("the schemas describe every property and every name to choose", "[editors]") {
  const std::string option = GENERATE("", "--config", "--taxonomy");
  CAPTURE(option);
  std::vector<std::string> arguments = {"schema"};
  if (!option.empty()) arguments.push_back(option);
  const Outcome outcome = run(arguments, "/");
  const rapidjson::Document root = parsed(outcome.out);
  check(root, root, "");
}

TEST_CASE("schema --out writes the schema whole or not at all", "[editors]") {
  const TemporaryFolder folder;
  CHECK(run({"schema", "--out", "entry.json"}, folder.path()).out.empty());
  CHECK(folder.read("entry.json") == run({"schema"}, folder.path()).out);
  CHECK(run({"schema", "--config", "--out", "entry.json"}, folder.path()).exit == 0);
  CHECK(folder.read("entry.json") == run({"schema", "--config"}, folder.path()).out);
  CHECK(run({"schema", "--out", "no/such/entry.json"}, folder.path()).exit == 2);
  CHECK(run({"schema", "--out", ""}, folder.path()).exit == 2);
}

TEST_CASE("VS Code's settings here name schemas that there are", "[editors]") {
  const TemporaryFolder copy;
  fs::copy(std::string(KBC_SOURCE_FOLDER) + "/.vscode/settings.json", copy.path("settings.json"));
  const rapidjson::Document settings = parsed(copy.read("settings.json"));
  std::string bound;
  for (const auto& schema : settings["json.schemas"].GetArray()) {
    const std::string url = schema["url"].GetString();
    CHECK(fs::exists(std::string(KBC_SOURCE_FOLDER) + "/" + url));
    bound += schema["fileMatch"][0].GetString() + (" " + url) + "\n";
  }
  CHECK_THAT(bound, ContainsSubstring("/entries/**/*.json ./schema/entry.schema.json\n"));
}

TEST_CASE("text and JUnit end with the same counts", "[editors]") {
  const KnowledgeBaseFolder folder;
  const Outcome text = one_fault(folder, {"--format", "junit=kbc.xml", "--format", "text"});
  const std::size_t last = text.out.rfind('\n', text.out.size() - 2);
  const std::string counts = text.out.substr(last + 1, text.out.size() - last - 2);
  CHECK_THAT(counts, ContainsSubstring("1 error"));
  const std::string junit = folder.read("kbc.xml");
  CHECK_THAT(junit, EndsWith("    <system-out>" + counts +
                             "</system-out>\n  </testsuite>\n</testsuites>\n"));
}

TEST_CASE("Vim's list of errors takes the lines of short as docs/editors.md has it",
          "[editors][real]") {
  if (is_missing("vim")) return;
  const TemporaryFolder source;
  fs::copy(std::string(KBC_SOURCE_FOLDER) + "/docs/editors.md", source.path("editors.md"));
  const std::string page = source.read("editors.md");
  const std::size_t begin = page.find("set makeprg");
  const std::string settings = page.substr(begin, page.find("```", begin) - begin);
  const KnowledgeBaseFolder folder;
  const Outcome found = one_fault(folder, {"--format", "short"});
  folder.write("found.txt", found.out);
  folder.write("settings.vim", settings +
                                   "\ncgetfile found.txt\n"
                                   "let e = getqflist()[0]\n"
                                   "call writefile([len(getqflist()) . ' ' . bufname(e.bufnr) . "
                                   "' ' . e.lnum . ' ' . e.col . ' ' . e.type . ' ' . e.text], "
                                   "'list.txt')\nqall!\n");
  const Outcome vim = run_program(
      "vim", {"-u", "NONE", "-i", "NONE", "-n", "-N", "-es", "-S", "settings.vim"}, folder.path());
  CAPTURE(vim.out, vim.err);
  CHECK_THAT(folder.read("list.txt"),
             ContainsSubstring("1 entries/git/push-rejected.json 53 17 e [rate-percent]: `80` is"));
}

}  // namespace kbc
