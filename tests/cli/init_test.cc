// From an empty folder to a knowledge base that git and pre-commit check.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"
#include "config/embedded.h"
#include "core/rapidjson.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

constexpr const char* kToday = "2026-01-15";

Outcome init(const std::string& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> all = {"init", "--today", kToday};
  all.insert(all.end(), more.begin(), more.end());
  return run(all, folder);
}

Outcome validate(const std::string& folder) {
  return run({"validate", "--today", kToday, "--fail-on", "info"}, folder);
}

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& item : fs::recursive_directory_iterator(folder)) {
    if (!item.is_directory()) files.push_back(item.path().lexically_relative(folder).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

// How many names the built-in taxonomy has in a list.
std::size_t built_in(const char* list) {
  return parsed(std::string(kTaxonomy))[list].MemberCount();
}

}  // namespace

TEST_CASE("init makes a knowledge base that is clean", "[init]") {
  const TemporaryFolder folder;
  const Outcome made = init(folder.path(), {"kb", "--domain", "billing", "--domain", "git"});
  CAPTURE(made.err);
  CHECK(made.exit == 0);
  CHECK(files_in(folder.path("kb")) ==
        std::vector<std::string>{".gitignore", ".vscode/settings.json", ".vscode/tasks.json",
                                 "entries/billing/example-config-not-found.json", "kbc.json",
                                 "schema/entry.schema.json", "schema/kbc.schema.json",
                                 "schema/taxonomy.schema.json", "taxonomy.json"});
  const Outcome clean = validate(folder.path("kb"));
  CAPTURE(clean.out, clean.err);
  CHECK(clean.exit == 0);
  CHECK_THAT(clean.out, ContainsSubstring("in 1 entry"));
  CHECK(run({"fmt", "--check"}, folder.path("kb")).exit == 0);
  CHECK(run({"build"}, folder.path("kb")).exit == 0);

  // A name that is built in needs no line of its own.
  CHECK_THAT(folder.read("kb/taxonomy.json"),
             ContainsSubstring("\"billing\": \"\"") && !ContainsSubstring("git"));
  CHECK(parsed(folder.read("kb/kbc.json"))["$schema"] == "schema/kbc.schema.json");
  CHECK(folder.read("kb/schema/kbc.schema.json") == kConfigSchema);
  const rapidjson::Document schema = parsed(folder.read("kb/schema/entry.schema.json"));
  CHECK(schema["properties"]["domain"]["enum"].Size() == built_in("domains") + 1);
  const rapidjson::Document settings = parsed(folder.read("kb/.vscode/settings.json"));
  for (const auto& one : settings["json.schemas"].GetArray()) {
    CHECK(fs::exists(folder.path("kb/" + std::string(one["url"].GetString()))));
  }
  CHECK_THAT(made.out, ContainsSubstring("kb/kbc.json: written\n") &&
                           ContainsSubstring("\nNext:\n  cd kb  ") &&
                           ContainsSubstring("  kbc new --from build.log"));
}

TEST_CASE("init without an option needs no domain", "[init]") {
  const TemporaryFolder folder;
  CHECK(init(folder.path()).exit == 0);
  CHECK(validate(folder.path()).exit == 0);
  CHECK(folder.read("taxonomy.json") ==
        "{\n  \"$schema\": \"schema/taxonomy.schema.json\",\n  \"extends\": \"builtin\"\n}\n");
}

TEST_CASE("init overwrites nothing, and prints what to add", "[init]") {
  const GitFolder git;
  fs::remove(git.path("kbc.json"));
  for (const std::string file : {".pre-commit-config.yaml", ".gitlab-ci.yml",
                                 ".vscode/settings.json", "docs/kb/.gitignore"}) {
    git.write(file, "mine\n");
  }
  const Outcome made = init(git.path(), {"docs/kb", "--pre-commit", "--ci", "gitlab"});
  CHECK(made.exit == 0);
  CHECK(git.read(".pre-commit-config.yaml") == "mine\n");
  CHECK(git.read("docs/kb/.gitignore") == "mine\n");
  CHECK_THAT(made.out,
             ContainsSubstring(".pre-commit-config.yaml: there already, left as it is\n") &&
                 ContainsSubstring("\n.pre-commit-config.yaml is yours; add this to it:\n\n"
                                   "  - repo: local\n    hooks:\n") &&
                 ContainsSubstring("args: [--kb, 'docs/kb']\n") &&
                 ContainsSubstring("files: '^docs/kb/entries/.*\\.json$'") &&
                 ContainsSubstring("\"url\": \"./docs/kb/schema/entry.schema.json\"") &&
                 ContainsSubstring("kbc validate --kb docs/kb --since FETCH_HEAD") &&
                 ContainsSubstring("\n/generated/\n"));
  CHECK(validate(git.path("docs/kb")).exit == 0);

  // Once more: nothing is left to write.
  const std::vector<std::string> before = files_in(git.path());
  const Outcome again = init(git.path(), {"docs/kb", "--pre-commit", "--ci", "gitlab"});
  CHECK(again.exit == 0);
  CHECK_FALSE(again.out.find(": written") != std::string::npos);
  CHECK(files_in(git.path()) == before);
}

TEST_CASE("init in a knowledge base writes what is around it", "[init]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-rejected");
  CHECK(init(folder.path(), {"--ci", "github"}).exit == 0);
  CHECK(folder.read("kbc.json") == "{}\n");
  CHECK_FALSE(fs::exists(folder.path("taxonomy.json")));
  CHECK(files_in(folder.path("entries")) == std::vector<std::string>{"git/push-rejected.json"});
  CHECK_THAT(folder.read(".github/workflows/kbc.yml"),
             ContainsSubstring("${{ vars.KBC_WHEEL }}") && ContainsSubstring("KBC_WHEEL is empty"));
  const Outcome domain = init(folder.path(), {"--domain", "billing"});
  CHECK(domain.exit == 2);
  CHECK_THAT(domain.err, ContainsSubstring("`kbc taxonomy add domain NAME`"));
}

TEST_CASE("init keeps entries that are there without a kbc.json", "[init]") {
  const TemporaryFolder folder;
  folder.write("entries/git/push-rejected.json", clean_entry());
  CHECK(init(folder.path()).exit == 0);
  CHECK(files_in(folder.path("entries")).size() == 1);
  CHECK_THAT(folder.read("schema/entry.schema.json"), ContainsSubstring("\"git/push-rejected\""));
}

TEST_CASE("init refuses what cannot become a knowledge base, and writes nothing", "[init]") {
  const TemporaryFolder folder;
  CHECK_THAT(init(folder.path(), {"--domain", "Big Bills"}).err, ContainsSubstring("--domain:"));
  CHECK(init(folder.path(), {"a", "b"}).exit == 2);
  CHECK(init(folder.path(), {"--ci", "jenkins"}).exit == 2);
  CHECK(init(folder.path(), {"a\nb"}).exit == 2);
  folder.write("file", "");
  CHECK(init(folder.path(), {"file/kb"}).exit == 2);
  CHECK(files_in(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("what init writes does not leave the repository by a link", "[init][border]") {
  const TemporaryFolder elsewhere;
  const GitFolder git;
  fs::create_directory_symlink(elsewhere.path(), git.path(".vscode"));
  CHECK(init(git.path()).exit == 2);
  CHECK(files_in(elsewhere.path()).empty());
}

TEST_CASE("the workflow's install step says that KBC_WHEEL is empty", "[init][real]") {
  if (is_missing("bash")) return;
  const TemporaryFolder folder;
  REQUIRE(init(folder.path(), {"--ci", "github"}).exit == 0);
  const std::string workflow = folder.read(".github/workflows/kbc.yml");
  const std::size_t begin = workflow.find("if [ -z");
  const std::string step = workflow.substr(begin, workflow.find("fi\n", begin) + 3 - begin);
  const Outcome outcome = run_program("bash", {"-c", step}, folder.path(), {}, {"KBC_WHEEL="});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, StartsWith("::error::the variable KBC_WHEEL is empty"));
  CHECK(run_program("bash", {"-c", step}, folder.path(), {}, {"KBC_WHEEL=x"}).exit == 0);
}

TEST_CASE("init, an entry and a commit: pre-commit checks them with the kbc in PATH",
          "[init][hooks][real]") {
  if (is_missing("pre-commit")) return;
  const TemporaryFolder home;
  const GitFolder git("docs/kb");
  fs::remove(git.path("docs/kb/kbc.json"));
  const std::string programs = fs::path(kbc_binary()).parent_path().string();
  const char* path = std::getenv("PATH");
  const std::vector<std::string> environment =
      plain_environment({"PRE_COMMIT_HOME=" + home.path(), "PRE_COMMIT_COLOR=never",
                         "PATH=" + programs + ":" + (path == nullptr ? "" : path)});
  REQUIRE(run({"init", "docs/kb", "--domain", "billing", "--pre-commit"}, git.path()).exit == 0);
  REQUIRE(run_program("pre-commit", {"install"}, git.path(), {}, environment).exit == 0);
  git.add_all();
  const Outcome first = kbc::git(git.path(), {"commit", "--message", "start"}, environment);
  CAPTURE(first.out, first.err);
  CHECK(first.exit == 0);
  CHECK_THAT(first.err, ContainsSubstring("kbc fmt") && ContainsSubstring("kbc validate"));
  CHECK_THAT(first.err, !ContainsSubstring("Failed"));

  const std::string name = "docs/kb/entries/billing/example-config-not-found.json";
  const std::string entry = git.read(name);
  git.write(name, replaced(entry, "\"confidence\": 0.7", "\"confidence\": 70"));
  git.add_all();
  const Outcome faulty = kbc::git(git.path(), {"commit", "--message", "more"}, environment);
  CHECK(faulty.exit != 0);
  CHECK_THAT(faulty.err, ContainsSubstring("error[rate-percent]"));
}

TEST_CASE("VS Code's JSON service completes all domains, types, rules and ids of the base",
          "[init][editors][real]") {
  if (is_missing("npm") || is_missing("node")) return;
  const TemporaryFolder folder;
  REQUIRE(init(folder.path(), {"kb", "--domain", "billing"}).exit == 0);
  folder.write("package.json", "{\"private\": true}\n");
  const Outcome installed = run_program(
      "npm", {"install", "--silent", "--no-audit", "--no-fund", "vscode-json-languageservice@5"},
      folder.path());
  if (installed.exit != 0) return skip("npm cannot install vscode-json-languageservice here");
  folder.write("complete.js", R"js(
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');
const fs = require('fs');
const schema = JSON.parse(fs.readFileSync('kb/schema/entry.schema.json', 'utf8'));
const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'kbc://entry', fileMatch: ['*.json'], schema }] });
async function offers(text) {
  const at = text.indexOf('|');
  const document = TextDocument.create('file:///x.json', 'json', 1, text.replace('|', ''));
  const found = await service.doComplete(
    document, document.positionAt(at), service.parseJSONDocument(document));
  return found.items;
}
(async () => {
  for (const [name, text] of [
    ['domain', '{"domain": |}'], ['category', '{"category": |}'],
    ['root_cause_type', '{"root_cause_type": |}'], ['kbc_ignore', '{"kbc_ignore": [|]}'],
    ['tags', '{"tags": [|]}'],
    ['leads_to', '{"transition_graph": {"leads_to": [{"error_id": |}]}}'],
    ['confused', '{"transition_graph": {"frequently_confused_with": [{"error_id": |}]}}'],
  ]) {
    const items = await offers(text);
    for (const item of items) {
      const said = item.documentation;
      console.log(name, item.label, typeof said === 'string' ? said : said && said.value);
    }
  }
  const text = '{"domain": "no-such-domain", "tags": ["new-tag"]}';
  const document = TextDocument.create('file:///x.json', 'json', 1, text);
  const faults = await service.doValidation(document, service.parseJSONDocument(document));
  for (const fault of faults) console.log('fault', fault.message);
})();
)js");
  const Outcome offered = run_program("node", {"complete.js"}, folder.path());
  CAPTURE(offered.err, offered.out);
  REQUIRE(offered.exit == 0);
  const std::string out = "\n" + offered.out;
  CHECK(occurrences(out, "\ndomain \"") == built_in("domains") + 1);
  CHECK(occurrences(out, "\ncategory \"") == built_in("categories"));
  CHECK(occurrences(out, "\nroot_cause_type \"") == built_in("root_cause_types"));
  CHECK(occurrences(offered.out, "\nkbc_ignore \"") > 60);
  CHECK(occurrences(offered.out, "\nleads_to ") == 1);
  CHECK(occurrences(offered.out, "\nconfused ") == 1);
  CHECK_THAT(
      offered.out,
      ContainsSubstring("domain \"docker\" Images, containers") &&
          ContainsSubstring("tags \"configuration\" 1 entry") &&
          ContainsSubstring("leads_to \"billing/example-config-not-found\" example: cannot") &&
          ContainsSubstring("confused \"billing/example-config-not-found\"") &&
          ContainsSubstring("fault Value is not accepted. Valid values: "));
}

}  // namespace kbc
