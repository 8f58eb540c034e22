// kbc.json and the files that it names, when something is wrong with them.

#include <string>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "config/version.h"

namespace kbc {
namespace {

// What kbc says of this configuration, and of a schema and a taxonomy beside it; exit status 2.
std::string trouble(const std::string& config, const std::string& schema = "{}",
                    const std::string& taxonomy = "") {
  const KnowledgeBaseFolder base(config);
  base.entry("git/push-rejected", clean_entry());
  base.write("schema.json", schema);
  base.write("taxonomy.json", taxonomy);
  const Outcome outcome = base.validate();
  CAPTURE(config, schema, outcome.out);
  CHECK(outcome.exit == 2);
  return outcome.err;
}

std::string schema_trouble(const std::string& schema) {
  return trouble("{\"schema\": \"schema.json\"}", schema);
}

}  // namespace

TEST_CASE("a name that occurs twice is trouble with both places", "[config]") {
  CHECK(trouble("{\"entries\": \"a\",\n\"entries\": \"b\"}") ==
        "kbc: kbc.json:2:1: error: `entries` is already in this object, at 1:2; remove one of "
        "the two\n");
  CHECK_THAT(trouble("{\"rules\": {\"url\": \"off\", \"url\": \"error\"}}"),
             ContainsSubstring("kbc.json:1:26: error: `url` is already in this object, at 1:12"));
  CHECK_THAT(trouble("{\"taxonomy\": \"taxonomy.json\"}", "",
                     "{\"domains\": {\"git\": \"\", \"git\": \"\"}, \"categories\": {}, "
                     "\"root_cause_types\": {}}"),
             ContainsSubstring("taxonomy.json:1:25: error: `git` is already in this object"));
}

TEST_CASE("a kbc that is not the required one reads no further", "[config]") {
  const std::string config = R"({"requires": ">=99.2", "a-later-key": 1})";
  CHECK(trouble(config) ==
        "kbc: kbc.json:1:14: error: this knowledge base requires kbc `>=99.2`, and this is kbc " +
            std::string(kVersion) + "; install a version that fits\n");
  CHECK_THAT(trouble(R"({"requires": "new ones"})"),
             ContainsSubstring("`new ones` is no range of versions; write one such as `>=0.2`"));
  CHECK_THAT(trouble(R"({"requires": ">=0.1 beta or so"})"),
             ContainsSubstring("is no range of versions"));
  CHECK_THAT(trouble(R"({"requires": 1})"), ContainsSubstring("expected a string"));
  const KnowledgeBaseFolder base(R"({"requires": ">=0.1,<99"})");
  base.entry("git/push-rejected", clean_entry());
  CHECK(base.validate().exit == 0);
}

TEST_CASE("private hosts that kbc.json lists are accepted", "[config]") {
  const std::string config = R"({"private_hosts": ["*.corp.example", "wiki", "10.0.0.0/8"]})";
  const KnowledgeBaseFolder base(config);
  const auto findings = [&](const std::string& url) {
    base.entry("git/push-rejected",
               replaced(clean_entry(), "https://git-scm.com/docs/git-push", url));
    return base.validate({"--select", "url-private", "--fail-on", "warning"});
  };
  for (const std::string url :
       {"https://wiki/x", "https://a.b.corp.example/", "https://10.9.8.7/"}) {
    CAPTURE(url);
    CHECK(findings(url).exit == 0);
  }
  CHECK_THAT(findings("https://jira/x").out,
             ContainsSubstring("warning[url-private]: `jira` is a name without a dot"));
  CHECK_THAT(findings("https://me:secret@wiki/x").out, ContainsSubstring("user and password"));
  CHECK_THAT(findings("https://169.254.169.254/x").out, ContainsSubstring("metadata endpoint"));
  CHECK_THAT(trouble(R"({"private_hosts": ["a b"]})"),
             ContainsSubstring("kbc.json:1:19: error: `a b` is no host; write a name"));
}

TEST_CASE("a schema is held against draft-07, and its faults have a place", "[config]") {
  CHECK_THAT(schema_trouble("{\"minimum\": \"5\"}"),
             ContainsSubstring("schema.json:1:13: error: expected a number, found a string"));
  CHECK_THAT(schema_trouble("{\"properties\": {\"a\": {\"minLength\": \"5\"}}}"),
             ContainsSubstring("schema.json:1:36: error: expected a whole number"));
  CHECK_THAT(schema_trouble("{\"multipleOf\": 0}"),
             ContainsSubstring("schema.json:1:16: error: `0` is"));
  CHECK_THAT(schema_trouble("{\"allOf\": []}"),
             ContainsSubstring("schema.json:1:11: error: the list is"));
  CHECK_THAT(schema_trouble("{\"type\": \"strnig\"}"), ContainsSubstring("did you mean `string`?"));
  CHECK_THAT(schema_trouble("{\"items\": [{\"required\": true}]}"),
             ContainsSubstring("schema.json:1:25: error: expected an array"));
  CHECK_THAT(schema_trouble("{\"pattern\": \"(?=x)\"}"),
             ContainsSubstring("schema.json:1:13: error: `(?=x)` is not a valid RE2 regex: "));
  CHECK_THAT(
      schema_trouble("{\"not\": {\"$ref\": \"#/nowhere\"}}"),
      ContainsSubstring("schema.json:1:18: error: the reference `#/nowhere` leads nowhere; kbc "
                        "fetches nothing"));
  CHECK_THAT(schema_trouble("{\"patternProperties\": {\"\\\\p{Letter}\": true}}"),
             ContainsSubstring("schema.json:1:24: error: `\\p{Letter}` is not a valid RE2 regex"));
  CHECK_THAT(schema_trouble("{\"requird\": [], \"prefixItems\": []}"),
             ContainsSubstring("schema.json:1:2: error: unknown keyword `requird`; did you mean "
                               "`required`?") &&
                 ContainsSubstring("schema.json:1:17: error: the keyword `prefixItems` is of"));
}

TEST_CASE("a schema of another draft that is read all the same is noted", "[config]") {
  const KnowledgeBaseFolder base("{\"schema\": \"schema.json\"}");
  base.write("schema.json", R"({"$schema": "https://json-schema.org/draft/2020-12/schema"})");
  base.clean("push-rejected");
  const Outcome outcome = base.validate({"--select", "schema"});
  CHECK(outcome.exit == 0);
  CHECK(outcome.err ==
        "kbc: schema.json:1:13: note: read as draft-07: what is used of 2020-12 means the same in "
        "both\n");
}

TEST_CASE("no fix leads into one of several forms", "[config]") {
  const KnowledgeBaseFolder base("{\"schema\": \"schema.json\"}");
  base.write("schema.json", R"({"properties": {"confidence":
      {"anyOf": [{"type": "string"}, {"type": "number", "maximum": 0.5}]},
      "resolvable": {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}}})");
  const std::string entry = R"({"confidence": 0.8, "resolvable": "true"})";
  base.write("entries/git/a.json", entry);
  const Outcome outcome = base.validate({"--select", "schema", "--fix"});
  CHECK(outcome.exit == 1);
  CHECK(base.read("entries/git/a.json") == entry);
  CHECK_THAT(outcome.out, ContainsSubstring("`0.8` is greater than 0.5"));
}

TEST_CASE("a file that is missing is told with the key that names it", "[config]") {
  CHECK(trouble("{\n  \"taxonomy\": \"no.json\"\n}") ==
        "kbc: kbc.json:2:15: error: the taxonomy cannot be read: no.json: No such file or "
        "directory\n");
  CHECK_THAT(trouble("{\"schema\": \"no.json\"}"),
             ContainsSubstring("kbc.json:1:12: error: the schema cannot be read: no.json"));
  CHECK(
      trouble("{\"entries\": \"kb\"}") ==
      "kbc: no entries found in kb, which does not exist (`entries` in kbc.json names the folder); "
      "pass --allow-empty to accept that\n");
  CHECK(KnowledgeBaseFolder("{}").validate({"--allow-empty"}).exit == 0);
  CHECK(trouble("") ==
        "kbc: kbc.json:1:1: error: the file is empty; write a JSON object: `{ … }`\n");
}

TEST_CASE("a glob may have ./ before it and / behind it", "[config]") {
  for (const std::string glob :
       {"entries/drafts", "entries/drafts/", "./entries/drafts", "./entries/drafts//",
        "entries/**/drafts", "**/drafts", "**/entries/drafts/*.json",
        "entries/**"
        "/wip.json"}) {
    const KnowledgeBaseFolder base("{\"exclude\": [\"" + glob + "\"]}");
    base.entry("git/push-rejected", clean_entry());
    base.entry("drafts/wip", "{");
    CAPTURE(glob);
    CHECK(base.validate().exit == 0);
  }
  CHECK_THAT(trouble("{\"exclude\": [\"../drafts\"]}"),
             ContainsSubstring("kbc.json:1:13: error: the glob `../drafts` leads out of"));
  CHECK_THAT(trouble("{\"exclude\": [\"/drafts\"]}"), ContainsSubstring("leads out of"));
}

TEST_CASE("the case of letters counts when the configuration says so", "[config]") {
  for (const std::string config : {"{}", R"({"case_sensitive": false})"}) {
    const KnowledgeBaseFolder base(config);
    base.entry("git/push-rejected",
               replaced(clean_entry(), "\"regex\": \"failed", "\"regex\": \"FAILED"));
    CHECK(base.validate({"--format", "short"}).out.empty());
  }
  const KnowledgeBaseFolder base(R"({"case_sensitive": true})");
  base.entry("git/push-rejected",
             replaced(clean_entry(), "\"regex\": \"failed", "\"regex\": \"FAILED"));
  CHECK_THAT(base.validate({"--format", "short"}).out, ContainsSubstring("[regex-signature]"));
}

TEST_CASE("the folder of the entries may have a slash at its end", "[config]") {
  for (const std::string folder : {"kb", "kb/", "kb//"}) {
    const KnowledgeBaseFolder base("{\"entries\": \"" + folder +
                                   "\", \"exclude\": [\"kb/drafts\"]}");
    base.write("kb/git/push-rejected.json",
               replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\": 80"));
    base.write("kb/drafts/wip.json", "{");
    CAPTURE(folder);
    CHECK_THAT(base.validate({"--format", "short"}).out,
               StartsWith("kb/git/push-rejected.json:53:17: error[rate-percent]"));
    CHECK(base.validate({"kb/drafts/wip.json"}).err ==
          "kbc: kb/drafts/wip.json: excluded in kbc.json\n");
  }
}

TEST_CASE("statistics need a format that has room for them", "[config]") {
  const KnowledgeBaseFolder base;
  base.entry("git/push-rejected", "{");
  for (const std::string format : {"short", "sarif", "github", "gitlab", "junit"}) {
    const Outcome outcome = base.validate({"--format", format, "--statistics"});
    CHECK(outcome.exit == 2);
    CHECK_THAT(outcome.err,
               ContainsSubstring("--statistics needs `--format text` or `--format json`"));
  }
  CHECK_THAT(base.validate({"--statistics", "--max-findings", "0"}).out,
             ContainsSubstring("1        0        0  json-syntax"));
}

TEST_CASE("an ignored rule does not let a broader one speak for it", "[config]") {
  const std::string faulty =
      replaced(clean_entry(), "\"first_seen\": \"2014-05-28\"", "\"first_seen\": \"2014-02-30\"");
  const KnowledgeBaseFolder ignoring;
  ignoring.entry("git/push-rejected", faulty);
  CHECK(ignoring.validate({"--ignore", "date", "--format", "short"}).out.empty());
  CHECK_THAT(ignoring.validate({"--select", "schema", "--format", "short"}).out,
             ContainsSubstring("[schema-format]"));
  const KnowledgeBaseFolder off("{\"rules\": {\"date\": \"off\"}}");
  off.entry("git/push-rejected", faulty);
  CHECK(off.validate({"--format", "short"}).out.empty());
  CHECK(off.validate({"--ignore", "date", "--format", "short"}).out.empty());
}

TEST_CASE("one value is told of once", "[config]") {
  const auto findings = [](const std::string& from, const std::string& to) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected", replaced(clean_entry(), from, to));
    return base.validate({"--format", "short"}).out;
  };
  for (const std::string& id : {std::string(), std::string("a"), std::string(130, 'a')}) {
    const std::string out = findings("\"git/push-rejected\"", "\"" + id + "\"");
    CHECK(occurrences(out, "\n") == 1);
    CHECK_THAT(out, ContainsSubstring("error[id-path]"));
  }
  for (const std::string name : {"\"Rate-Percent\"", "\"\""}) {
    const std::string out = findings("\"aliases\": []", "\"kbc_ignore\": [" + name + "]");
    CHECK(occurrences(out, "\n") == 1);
    CHECK_THAT(out, ContainsSubstring("warning[ignore-unused]"));
  }
}

}  // namespace kbc
