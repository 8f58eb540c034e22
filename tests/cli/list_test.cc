// `kbc list`: entries by what they have and what they lack.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "core/rapidjson.h"

namespace kbc {
namespace {

// Two linked entries, and one that is linked to none.
class ListFolder : public KnowledgeBaseFolder {
 public:
  ListFolder() {
    entry("git/a", replaced(linked("a", "git/b"), "\"tags\": []", "\"tags\": [\"ssh\"]"));
    entry("git/b", replaced(linked("b", "git/a"), "\"last_confirmed\": \"2026-01-10\"",
                            "\"last_confirmed\": \"2025-01-10\""));
    std::string third =
        replaced(linked("c", "git/a"), "{\"error_id\": \"git/a\", \"probability\": 0.5}", "");
    third = replaced(third, "\"signature_zh\": null", "\"signature_zh\": \"失败\"");
    third = replaced(third, "\"root_cause_zh\": null", "\"root_cause_zh\": \"原因\"");
    third = replaced(third, "\"workarounds_zh\": []", "\"workarounds_zh\": [\"先变基\"]");
    // Nothing of it needs a translation that it lacks.
    third = replaced(third, "\"dead_ends\": [", "\"dead_ends\": [], \"old\": [");
    third = replaced(third, "\"error_code\": null", "\"error_code\": \"E42\"");
    third = replaced(third, "\"domain\": \"git\"", "\"domain\": \"docker\"");
    entry("docker/c", replaced(third, "\"git/c\"", "\"docker/c\""));
  }

  Outcome list(const std::vector<std::string>& more) const {
    std::vector<std::string> all = {"list", "--today", "2026-01-15"};
    all.insert(all.end(), more.begin(), more.end());
    return run(all, path());
  }
  std::string ids(std::vector<std::string> more) const {
    more.insert(more.end(), {"--format", "ids"});
    return list(more).out;
  }
};

}  // namespace

TEST_CASE("list shows all entries, as text, ids and JSON", "[list]") {
  const ListFolder folder;
  CHECK(folder.ids({}) == "docker/c\ngit/a\ngit/b\n");
  CHECK(folder.list({}).out ==
        "  docker/c: failure of c\n  git/a: failure of a\n  git/b: failure of b\n");
  const Outcome outcome = folder.list({"--format", "json"});
  rapidjson::Document json;
  json.Parse(outcome.out.c_str());
  REQUIRE(json.IsArray());
  REQUIRE(json.Size() == 3);
  CHECK(json[0]["id"] == "docker/c");
  CHECK(json[0]["error_code"] == "E42");
  CHECK(json[1]["error_code"].IsNull());
  CHECK(json[1]["tags"][0] == "ssh");
  CHECK(json[2]["last_confirmed"] == "2025-01-10");
}

TEST_CASE("list takes the entries that have all that is asked for", "[list]") {
  const ListFolder folder;
  CHECK(folder.ids({"--domain", "git"}) == "git/a\ngit/b\n");
  CHECK(folder.ids({"--domain", "git,docker"}) == "docker/c\ngit/a\ngit/b\n");
  CHECK(folder.ids({"--category", "sync_error", "--tag", "ssh"}) == "git/a\n");
  CHECK(folder.ids({"--code", "E42"}) == "docker/c\n");
  CHECK(folder.ids({"--stale"}) == "git/b\n");
  CHECK_THAT(folder.list({"--stale"}).out, ContainsSubstring("(confirmed 2025-01-10)"));
  CHECK(folder.ids({"--unlinked"}) == "docker/c\n");
  CHECK(folder.ids({"--untranslated"}) == "git/a\ngit/b\n");
  CHECK(folder.ids({"--untranslated", "--lang", "zh", "--tag", "ssh"}) == "git/a\n");
  CHECK(folder.list({"--domain", "git", "--code", "E42"}).exit == 1);
}

TEST_CASE("list says which name nothing has, and which was meant", "[list]") {
  const ListFolder folder;
  const Outcome outcome = folder.list({"--domain", "gti"});
  CHECK(outcome.exit == 1);
  CHECK(outcome.err == "kbc: no entry is in the domain `gti`; did you mean `git`?\n");
  CHECK(folder.list({"--tag", "zebra"}).err == "kbc: no entry has the tag `zebra`\n");
}

}  // namespace kbc
