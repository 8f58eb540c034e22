#include "lower/lower.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "config/embedded.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// Every field of the schema, each text another one.
constexpr std::string_view kFull = R"({
  "id": "git/x", "signature": "the signature", "signature_zh": "签名", "regex": "sig.*ture",
  "domain": "git", "category": "category", "subcategory": "subcategory",
  "root_cause": "the cause", "root_cause_type": "generic", "root_cause_zh": "原因",
  "versions": [
    {"version": "git 2", "introduced": "2.1", "deprecated": "2.2", "removed": "2.3",
     "behavior_change": "what changed", "status": "removed"}
  ],
  "os_specific": {"linux": "on Linux", "macos": "on macOS", "windows": "on Windows",
                  "android": "on Android", "ios": "on iOS", "freebsd": "on FreeBSD"},
  "dead_ends": [
    {"action": "a dead end", "why_fails": "its reason", "fail_rate": 0.5,
     "condition": "its condition", "sources": ["https://a.example", "https://b.example"]}
  ],
  "workarounds": [
    {"action": "a workaround", "success_rate": 0.75, "how": "one\ntwo", "condition": "sometimes",
     "sources": ["https://c.example"]}
  ],
  "dead_ends_zh": ["死路"], "workarounds_zh": ["办法"],
  "transition_graph": {
    "leads_to": [{"error_id": "git/y", "probability": 0.1, "condition": "when so",
                  "typical_delay": "minutes"}],
    "preceded_by": [{"error_id": "git/z", "probability": 0.2, "condition": "when not",
                     "typical_delay": "hours"}],
    "frequently_confused_with": [{"error_id": "git/w", "distinction": "the other one",
                                  "probability": 0.3}]
  },
  "official_doc_url": "https://d.example", "official_doc_section": "Section 1",
  "error_code": "E1", "verification_tier": "ai_generated", "confidence": 0.9,
  "fix_success_rate": 0.8, "resolvable": "true", "first_seen": "2024-01-01",
  "last_confirmed": "2024-01-02", "last_updated": "2024-01-03", "evidence_count": 7,
  "tags": ["tag-one", "tag-two"], "locale": "en", "aliases": ["git/alias"],
  "examples": ["an example"], "counterexamples": ["a counterexample"],
  "kbc_ignore": ["text-repeated"]
})";

// A lowered text with all that its Entry views; stays where it is made.
struct Lowered {
  explicit Lowered(std::string_view source, std::string_view path_id = "git/x") : text(source) {
    faults = parse_json(text, Dialect::kJson, document);
    entry = lower(document, {}, text, path_id, CaseRule::kIgnoreCase);
  }
  Lowered(const Lowered&) = delete;

  std::string_view at(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }

  std::string text;
  Document document;
  std::vector<JsonFault> faults;
  Entry entry;
};

std::vector<std::string_view> values_of(const std::vector<RoleText>& texts) {
  std::vector<std::string_view> values;
  for (const RoleText& text : texts) values.push_back(text.text->value);
  std::sort(values.begin(), values.end());
  return values;
}

std::vector<std::string_view> strings_of(const Document& document) {
  std::vector<std::string_view> values;
  for (std::uint32_t node = 0; node < document.size(); ++node) {
    if (document[node].is(Kind::kString) && !document[node].is_name) {
      values.push_back(document[node].text);
    }
  }
  std::sort(values.begin(), values.end());
  return values;
}

Role role_of(const Entry& entry, std::string_view value) {
  for (const RoleText& text : texts_of(entry)) {
    if (text.text->value == value) return text.role;
  }
  FAIL("no text " << value);
  return Role::kName;
}

std::vector<std::string_view> names_in(const Document& document, std::uint32_t object) {
  std::vector<std::string_view> names;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    names.push_back(document[at].text);
  }
  return names;
}

TEST_CASE("lower reads texts, numbers and lists with their places", "[lower]") {
  const Lowered full(kFull);
  REQUIRE(full.faults.empty());
  const Entry& entry = full.entry;
  CHECK(full.at(entry.span) == full.text);
  CHECK(entry["id"].value == "git/x");
  CHECK(entry["id"].literal == "\"git/x\"");
  CHECK(full.at(entry["id"].span) == "\"git/x\"");
  CHECK(entry.confidence.value == 0.9);
  CHECK(full.at(entry.confidence.span) == "0.9");
  CHECK(entry.evidence_count.literal == "7");
  REQUIRE(entry.workarounds.size() == 1);
  CHECK(entry.workarounds[0].how.value == "one\ntwo");
  CHECK(entry.workarounds[0].success_rate.value == 0.75);
  CHECK(full.at(entry.dead_ends_span).starts_with("[\n    {\"action\": \"a dead end\""));
  CHECK(full.at(entry.workarounds_span).starts_with("[\n    {\"action\": \"a workaround\""));
  REQUIRE(entry.dead_ends.size() == 1);
  REQUIRE(entry.dead_ends[0].sources.size() == 2);
  CHECK(entry.dead_ends[0].sources[1].value == "https://b.example");
  REQUIRE(entry.os_specific.size() == 6);
  CHECK(entry.os_specific[2].system.value == "windows");
  CHECK(entry.os_specific[2].text.value == "on Windows");
  CHECK(entry.versions.at(0).removed.value == "2.3");
  CHECK(entry.path_id == "git/x");
  CHECK(entry.pattern.ok());
  CHECK(entry.pattern.matches("SIGNATURE"));
}

TEST_CASE("lower sorts links by the list that they stand in", "[lower]") {
  const Lowered full(kFull);
  const Entry& entry = full.entry;
  REQUIRE(entry.links[static_cast<std::size_t>(LinkKind::kLeadsTo)].links.size() == 1);
  REQUIRE(entry.links[static_cast<std::size_t>(LinkKind::kPrecededBy)].links.size() == 1);
  REQUIRE(entry.links[static_cast<std::size_t>(LinkKind::kConfusedWith)].links.size() == 1);
  CHECK(entry.links[static_cast<std::size_t>(LinkKind::kLeadsTo)].links[0].typical_delay.value ==
        "minutes");
  CHECK(entry.links[static_cast<std::size_t>(LinkKind::kPrecededBy)].links[0].probability.value ==
        0.2);
  CHECK(entry.links[static_cast<std::size_t>(LinkKind::kConfusedWith)].links[0].distinction.value ==
        "the other one");
  CHECK(full.at(entry.links[static_cast<std::size_t>(LinkKind::kConfusedWith)].span)
            .starts_with("[{\"error_id\": \"git/w\""));
}

TEST_CASE("the sample entry has every field of the schema", "[lower]") {
  const Lowered full(kFull);
  Document schema;
  REQUIRE(parse_json(kEntrySchema, Dialect::kJson, schema).empty());
  const auto expect_all = [&](std::uint32_t owner, std::uint32_t object) {
    REQUIRE(object != Document::kNoNode);
    const std::uint32_t properties = schema.member(owner, "properties");
    REQUIRE(properties != Document::kNoNode);
    for (const std::string_view name : names_in(schema, properties)) {
      CAPTURE(name);
      if (name != "$schema") CHECK(full.document.member(object, name) != Document::kNoNode);
    }
  };
  const auto first_of = [&](std::uint32_t object, std::string_view list) {
    return full.document.member(object, list) + 1;
  };
  const std::uint32_t definitions = schema.member(0, "definitions");
  const auto definition = [&](std::string_view name) { return schema.member(definitions, name); };
  const std::uint32_t graph = full.document.member(0, "transition_graph");
  expect_all(0, 0);
  expect_all(definition("version"), first_of(0, "versions"));
  expect_all(definition("dead_end"), first_of(0, "dead_ends"));
  expect_all(definition("workaround"), first_of(0, "workarounds"));
  expect_all(definition("os_specific"), full.document.member(0, "os_specific"));
  expect_all(definition("transition_graph"), graph);
  expect_all(definition("transition"), first_of(graph, "leads_to"));
  expect_all(definition("transition"), first_of(graph, "preceded_by"));
  expect_all(definition("confusion"), first_of(graph, "frequently_confused_with"));
}

TEST_CASE("texts_of gives every text once", "[lower]") {
  const Lowered full(kFull);
  CHECK(values_of(texts_of(full.entry)) == strings_of(full.document));
}

TEST_CASE("texts_of gives present texts only", "[lower]") {
  const Lowered little(R"({"signature": "s", "signature_zh": null, "tags": [1, "t"], "id": ""})");
  CHECK(values_of(texts_of(little.entry)) == std::vector<std::string_view>{"", "s", "t"});
}

TEST_CASE("texts_of knows what a text is for", "[lower]") {
  const Lowered full(kFull);
  CHECK(role_of(full.entry, "git/x") == Role::kName);
  CHECK(role_of(full.entry, "sig.*ture") == Role::kName);
  CHECK(role_of(full.entry, "the signature") == Role::kProse);
  CHECK(role_of(full.entry, "on iOS") == Role::kProse);
  CHECK(role_of(full.entry, "one\ntwo") == Role::kSteps);
  CHECK(role_of(full.entry, "办法") == Role::kTranslation);
  CHECK(role_of(full.entry, "an example") == Role::kVerbatim);
  CHECK(role_of(full.entry, "https://a.example") == Role::kUrl);
  CHECK(role_of(full.entry, "the other one") == Role::kProse);
}

TEST_CASE("a field of the wrong type is absent", "[lower]") {
  const Lowered wrong(R"({
    "id": 3, "signature": ["s"], "regex": {}, "confidence": "0.9", "evidence_count": true,
    "versions": {"version": "git"}, "dead_ends": "none", "os_specific": ["linux"],
    "workarounds": [1, {"action": 2, "success_rate": "0.5", "sources": "https://a.example"}, null],
    "workarounds_zh": "办法", "transition_graph": [], "tags": {"a": "b"}, "kbc_ignore": "text"
  })");
  REQUIRE(wrong.faults.empty());
  const Entry& entry = wrong.entry;
  CHECK_FALSE(entry["id"].present());
  CHECK_FALSE(entry["signature"].present());
  CHECK_FALSE(entry["regex"].present());
  CHECK_FALSE(entry.pattern.ok());
  CHECK_FALSE(entry.confidence.present());
  CHECK_FALSE(entry.evidence_count.present());
  CHECK(entry.versions.empty());
  CHECK(entry.dead_ends.empty());
  CHECK(entry.os_specific.empty());
  REQUIRE(entry.workarounds.size() == 1);
  CHECK(entry.workarounds[0].ordinal == 1);
  CHECK_FALSE(entry.workarounds[0].action.present());
  CHECK_FALSE(entry.workarounds[0].success_rate.present());
  CHECK(entry.workarounds[0].sources.empty());
  CHECK(entry.list("workarounds_zh").empty());
  CHECK(entry.list("workarounds_zh").span.size() == 0);
  CHECK(entry.list("kbc_ignore").span.size() == 0);
  CHECK(texts_of(entry).empty());
}

TEST_CASE("null means absent", "[lower]") {
  const Lowered nothing(R"({"id": null, "confidence": null, "versions": null, "tags": [null],
                            "transition_graph": null, "os_specific": {"linux": null}})");
  REQUIRE(nothing.faults.empty());
  CHECK_FALSE(nothing.entry["id"].present());
  CHECK_FALSE(nothing.entry.confidence.present());
  CHECK(nothing.entry.versions.empty());
  CHECK(nothing.entry.list("tags").empty());
  CHECK(nothing.entry.os_specific.empty());
}

TEST_CASE("an empty text is present", "[lower]") {
  const Lowered entry(R"({"signature": ""})");
  CHECK(entry.entry["signature"].present());
  CHECK(entry.entry["signature"].value.empty());
}

TEST_CASE("of a name that occurs twice the first counts", "[lower]") {
  const Lowered twice(R"({"id": "git/first", "id": "git/second", "confidence": 0.1,
                          "confidence": 0.2, "tags": ["a"], "tags": ["b", "c"]})");
  CHECK(twice.entry["id"].value == "git/first");
  CHECK(twice.entry.confidence.value == 0.1);
  CHECK(twice.entry.list("tags").size() == 1);
}

TEST_CASE("a number beyond the range of a double is infinite", "[lower]") {
  const Lowered large(
      R"({"confidence": 1e999, "fix_success_rate": -1e999, "evidence_count": 1e-400})");
  CHECK(std::isinf(large.entry.confidence.value));
  CHECK(large.entry.confidence.literal == "1e999");
  CHECK(large.entry.fix_success_rate.value < 0);
  CHECK(large.entry.evidence_count.present());
  CHECK(large.entry.evidence_count.value == 0);
}

TEST_CASE("a value that the parser guessed is absent", "[lower]") {
  const Lowered guessed("{\"signature\": \"a\xff\", \"confidence\": NaN, \"locale\": \"en\"}");
  CHECK_FALSE(guessed.faults.empty());
  CHECK_FALSE(guessed.entry["signature"].present());
  CHECK_FALSE(guessed.entry.confidence.present());
  CHECK(guessed.entry["locale"].value == "en");
}

TEST_CASE("a document that is no object gives an empty entry", "[lower]") {
  for (const std::string_view text :
       {"[]", "3", "\"id\"", "null", "[{\"id\": \"git/x\"}]", "", "{"}) {
    CAPTURE(text);
    const Lowered other(text, "git/path");
    CHECK(texts_of(other.entry).empty());
    CHECK(other.entry.span.size() == 0);
    CHECK_FALSE(other.entry.confidence.present());
    CHECK(other.entry.path_id == "git/path");
  }
}

TEST_CASE("part gives the place of bytes of a value with escapes", "[lower]") {
  const Lowered escaped(R"({"signature": "a\n\u00e9z"})");
  const Text& text = escaped.entry["signature"];
  REQUIRE(text.value == "a\n\xC3\xA9z");
  CHECK(escaped.at(text.part(0, 1)) == "a");
  CHECK(escaped.at(text.part(1, 2)) == "\\n");
  CHECK(escaped.at(text.part(2, 4)) == "\\u00e9");
  CHECK(escaped.at(text.part(4, 5)) == "z");
  CHECK(escaped.at(text.part(5, 5)).empty());
}

TEST_CASE("items keep their position in the array", "[lower]") {
  const Lowered entry(R"({"versions": [null, {"version": "a"}, 7, {"version": "b"}],
    "transition_graph": {"leads_to": ["git/y", {"error_id": "git/y"}, {"probability": 1}]}})");
  REQUIRE(entry.entry.versions.size() == 2);
  CHECK(entry.entry.versions[0].ordinal == 1);
  CHECK(entry.entry.versions[1].ordinal == 3);
  const LinkList& list = entry.entry.links[static_cast<std::size_t>(LinkKind::kLeadsTo)];
  REQUIRE(list.links.size() == 2);
  CHECK(list.links[0].ordinal == 1);
  CHECK_FALSE(list.links[1].error_id.present());
}

TEST_CASE("kinds of links and their reverses", "[lower]") {
  CHECK(field_of(LinkKind::kLeadsTo) == "leads_to");
  CHECK(field_of(LinkKind::kPrecededBy) == "preceded_by");
  CHECK(field_of(LinkKind::kConfusedWith) == "frequently_confused_with");
  for (const LinkKind kind : {LinkKind::kLeadsTo, LinkKind::kPrecededBy, LinkKind::kConfusedWith}) {
    CHECK(reverse_of(reverse_of(kind)) == kind);
  }
  CHECK(reverse_of(LinkKind::kLeadsTo) == LinkKind::kPrecededBy);
  CHECK(reverse_of(LinkKind::kConfusedWith) == LinkKind::kConfusedWith);
}

}  // namespace
}  // namespace kbc
