// The names of a knowledge base of one's own, and where editors and people get them from.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "config/embedded.h"
#include "core/rapidjson.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.c_str());
  CAPTURE(text);
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

constexpr std::string_view kNamesFile = R"({"taxonomy": "names.json"})";

// With a taxonomy of its own.
class NamesFolder : public KnowledgeBaseFolder {
 public:
  explicit NamesFolder(const std::string& names, std::string_view config = kNamesFile)
      : KnowledgeBaseFolder(config) {
    write("names.json", names);
    clean("push-rejected");
  }

  void billing() const {
    entry("billing/no-ledger",
          replaced(replaced(clean_entry(), "git/push-rejected", "billing/no-ledger"),
                   "\"domain\": \"git\"", "\"domain\": \"billing\""));
  }

  std::string names(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = {"taxonomy"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, path()).out;
  }
};

const std::string kBilling =
    "{\n  \"extends\": \"builtin\",\n  \"domains\": {\n    \"billing\": \"Invoices.\"\n  }\n}\n";

}  // namespace

TEST_CASE("a taxonomy extends the built-in one by names, and removes others", "[taxonomy]") {
  const NamesFolder folder(R"({"extends": "builtin",
      "domains": {"billing": "Invoices.", "ios": null, "git": "Ours."}})");
  folder.billing();
  CHECK(folder.validate({"--select", "taxonomy,id-domain"}).exit == 0);
  const rapidjson::Document names = parsed(folder.names());
  CHECK(names["domains"]["billing"] == "Invoices.");
  CHECK(names["domains"]["git"] == "Ours.");
  CHECK(names["domains"].HasMember("docker"));
  CHECK_FALSE(names["domains"].HasMember("ios"));
  CHECK(names["categories"].MemberCount() ==
        parsed(std::string(kTaxonomy))["categories"].MemberCount());
  CHECK(folder.names({"--builtin"}) == kTaxonomy);
  // What is printed is a taxonomy that says the same.
  const NamesFolder same(folder.names());
  CHECK(same.names() == folder.names());

  folder.entry("ios/x", replaced(replaced(clean_entry(), "git/push-rejected", "ios/x"),
                                 "\"domain\": \"git\"", "\"domain\": \"ios\""));
  CHECK_THAT(folder.validate({"--select", "taxonomy", "--format", "short"}).out,
             ContainsSubstring("[taxonomy-unknown]: the taxonomy has no domain `ios`"));
}

TEST_CASE("a name to remove that kbc does not have is a finding with the nearest", "[taxonomy]") {
  const NamesFolder folder("{\"extends\": \"builtin\",\n \"domains\": {\"gti\": null}}");
  const Outcome outcome = folder.validate();
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out,
             ContainsSubstring("names.json:2:14: error[taxonomy-unknown]: the built-in taxonomy "
                               "has no domain `gti` to remove") &&
                 ContainsSubstring("help: did you mean `git`?"));
  CHECK(folder.validate({"--ignore", "taxonomy"}).exit == 0);
  folder.write("kbc.json", R"({"taxonomy": "names.json", "rules": {"taxonomy-unknown": "info"}})");
  CHECK(folder.validate().exit == 0);
}

TEST_CASE("a taxonomy that extends none has all lists, and nothing to remove", "[taxonomy]") {
  const auto trouble = [](const std::string& names) {
    const Outcome outcome = NamesFolder(names).validate();
    CHECK(outcome.exit == 2);
    return outcome.err;
  };
  CHECK_THAT(trouble(R"({"domains": {"billing": ""}})"),
             ContainsSubstring("field `categories` is missing; add it, or `\"extends\": "
                               "\"builtin\"` to have the names that are built in"));
  CHECK_THAT(trouble(R"({"domains": {"a": null}, "categories": {}, "root_cause_types": {}})"),
             ContainsSubstring("names.json:1:19: error: expected a string, found null"));
  CHECK_THAT(trouble(R"({"extends": "builtn"})"), ContainsSubstring("did you mean `builtin`?"));
}

TEST_CASE("the first name that is added makes a taxonomy, which kbc.json names", "[taxonomy]") {
  const KnowledgeBaseFolder folder("{\n  // ours\n  \"rules\": {}, // none\n}\n");
  folder.write("kbc.json", "{\n  // ours\n  \"rules\": {} // none\n}\n");
  const Outcome added = run({"taxonomy", "add", "domain", "billing", "Invoices."}, folder.path());
  CHECK(added.out ==
        "taxonomy.json: added the domain `billing`\nkbc.json: names that file as its taxonomy\n");
  CHECK(folder.read("taxonomy.json") == kBilling);
  CHECK(folder.read("kbc.json") ==
        "{\n  // ours\n  \"rules\": {}, // none\n  \"taxonomy\": \"taxonomy.json\"\n}\n");

  CHECK(run({"taxonomy", "add", "domain", "crm", "Customers."}, folder.path()).exit == 0);
  CHECK(run({"taxonomy", "add", "category", "ledger_error"}, folder.path()).exit == 0);
  CHECK(folder.read("taxonomy.json") ==
        "{\n  \"extends\": \"builtin\",\n  \"domains\": {\n    \"billing\": \"Invoices.\",\n    "
        "\"crm\": \"Customers.\"\n  },\n  \"categories\": {\n    \"ledger_error\": \"\"\n  }\n}\n");
}

TEST_CASE("a name that is removed is there again when it is added", "[taxonomy]") {
  const NamesFolder folder("{\"extends\": \"builtin\", \"domains\": {\"ios\": null}}");
  CHECK(run({"taxonomy", "add", "domain", "ios", "Ours."}, folder.path()).exit == 0);
  CHECK(folder.read("names.json") ==
        "{\"extends\": \"builtin\", \"domains\": {\"ios\": \"Ours.\"}}");
}

TEST_CASE("what cannot be added leaves all files as they are", "[taxonomy]") {
  const NamesFolder folder(kBilling);
  const auto trouble = [&](const std::vector<std::string>& words) {
    std::vector<std::string> all = {"taxonomy", "add"};
    all.insert(all.end(), words.begin(), words.end());
    const Outcome outcome = run(all, folder.path());
    CHECK(outcome.exit == 2);
    CHECK(folder.read("names.json") == kBilling);
    return outcome.err;
  };
  CHECK(trouble({"domain", "billing", "x"}) ==
        "kbc: the taxonomy has the domain `billing` already: Invoices.\n");
  CHECK_THAT(trouble({"domain", "git", "x"}), ContainsSubstring("has the domain `git` already: "));
  CHECK_THAT(trouble({"domain", "Crm", "x"}), ContainsSubstring("names.json:"));
  CHECK_THAT(trouble({"domain", "crm", "two\nlines"}), ContainsSubstring("names.json:"));
  CHECK_THAT(trouble({"domains", "crm", "x"}),
             ContainsSubstring("expected domain, category or root-cause-type"));
  CHECK_THAT(trouble({"domain"}), ContainsSubstring("expected a list, a name"));
  CHECK_THAT(run({"taxonomy", "list"}, folder.path()).err, ContainsSubstring("did you mean `add`"));

  const KnowledgeBaseFolder other;
  other.write("taxonomy.json", "somebody's");
  const Outcome outcome = run({"taxonomy", "add", "domain", "crm", "x"}, other.path());
  CHECK(outcome.exit == 2);
  CHECK_THAT(outcome.err, ContainsSubstring("name it as `taxonomy` in kbc.json"));
  CHECK(other.read("taxonomy.json") == "somebody's");
  CHECK(other.read("kbc.json") == "{}\n");
}

TEST_CASE("schema prints the one of the knowledge base", "[taxonomy][editors]") {
  const KnowledgeBaseFolder folder(R"({"schema": "any.json"})");
  folder.write("any.json", "{\"type\": \"object\"}");
  CHECK(run({"schema"}, folder.path()).out == "{\"type\": \"object\"}");
  CHECK(run({"schema", "--builtin"}, folder.path()).out == kEntrySchema);
  CHECK(run({"schema"}, "/").out == kEntrySchema);
  CHECK(run({"schema", "--editor"}, folder.path()).out == "{\n  \"type\": \"object\"\n}\n");
  CHECK(run({"schema", "--editor", "--config"}, folder.path()).exit == 2);
  CHECK(run({"schema", "--kb", "none"}, folder.path()).exit == 2);
}

TEST_CASE("an editor's schema has the names of the knowledge base", "[taxonomy][editors]") {
  const NamesFolder folder(kBilling);
  folder.entry("git/push-rejected", replaced(clean_entry(), "\"tags\": []", "\"tags\": [\"ssh\"]"));
  folder.billing();
  const rapidjson::Document schema = parsed(run({"schema", "--editor"}, folder.path()).out);
  const auto& domain = schema["properties"]["domain"];
  const auto size = domain["enum"].Size();
  CHECK(size == parsed(std::string(kTaxonomy))["domains"].MemberCount() + 1);
  rapidjson::SizeType billing = 0;
  while (billing < size && domain["enum"][billing] != "billing") ++billing;
  REQUIRE(billing < size);
  CHECK(domain["enumDescriptions"][billing] == "Invoices.");
  const auto& ids =
      schema["definitions"]["transition"]["properties"]["error_id"]["anyOf"][0]["enum"];
  REQUIRE(ids.Size() == 2);
  CHECK(ids[0] == "billing/no-ledger");
  CHECK(schema["definitions"]["confusion"]["properties"]["error_id"]["anyOf"][0]["$ref"] ==
        "#/definitions/transition/properties/error_id/anyOf/0");
  CHECK(schema["properties"]["tags"]["items"]["anyOf"][0]["enum"][0] == "ssh");
  CHECK(schema["properties"]["kbc_ignore"]["items"]["enum"].Size() > 60);
  // Entries that are there satisfy it.
  folder.write("editor.json", run({"schema", "--editor"}, folder.path()).out);
  folder.write("kbc.json", R"({"taxonomy": "names.json", "schema": "editor.json"})");
  CHECK(folder.validate({"--select", "schema"}).exit == 0);
}

}  // namespace kbc
