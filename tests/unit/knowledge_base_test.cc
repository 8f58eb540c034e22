#include "lower/knowledge_base.h"

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "catch.h"
#include "unit/knowledge_base_text.h"

namespace kbc {
namespace {

constexpr std::string_view kText = R"({
  "id": "git/x", "signature": "s\u00e9", "regex": "r", "domain": "git",
  "aliases": ["git/old", "git/older"], "kbc_ignore": ["text-repeated"],
  "transition_graph": {
    "leads_to": [7, {"error_id": "git/y", "probability": 0.25}, {"probability": 1}],
    "frequently_confused_with": [{"error_id": "git/\u007a", "distinction": "d"}]
  }
})";

std::string_view at(Span span) { return kText.substr(span.begin, span.size()); }

TEST_CASE("a record keeps what checks of the whole knowledge base need", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"git/x", std::string(kText)}});
  REQUIRE(base.entries().size() == 1);
  const EntryRecord& entry = base.entries()[0];
  CHECK(entry.file == 0);
  CHECK(entry.is_sound);
  CHECK(entry.path_id == "git/x");
  CHECK(entry.id.value == "git/x");
  CHECK(at(entry.id.span) == "\"git/x\"");
  CHECK(entry.signature.value == "s\xC3\xA9");
  CHECK(entry.regex.value == "r");
  CHECK(entry.domain.value == "git");
  REQUIRE(entry.aliases.size() == 2);
  CHECK(entry.aliases[1].value == "git/older");
  REQUIRE(entry.ignores.size() == 1);
  CHECK(at(entry.ignores[0].span) == "\"text-repeated\"");
}

TEST_CASE("edges are the links that name a target", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"git/x", std::string(kText)}});
  const EntryRecord& entry = base.entries()[0];
  REQUIRE(entry.edges.size() == 2);
  const Edge& first = entry.edges[0];
  CHECK(first.kind == LinkKind::kLeadsTo);
  CHECK(first.ordinal == 1);
  CHECK(first.target.value == "git/y");
  CHECK(first.probability == 0.25);
  CHECK(at(first.probability_span) == "0.25");
  CHECK(at(first.span).starts_with("{\"error_id\": \"git/y\""));
  const Edge& second = entry.edges[1];
  CHECK(second.kind == LinkKind::kConfusedWith);
  CHECK(second.target.value == "git/z");
  CHECK(second.probability_span.size() == 0);
}

TEST_CASE("places of a record have their pointers", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"git/a", "{}"}, {"git/x", std::string(kText)}});
  const EntryRecord& entry = base.entries()[1];
  const Edge& edge = entry.edges[0];
  CHECK(entry.at_id().file == 1);
  CHECK(entry.at_id().pointer == "/id");
  CHECK(entry.at_signature().pointer == "/signature");
  CHECK(entry.at_regex().pointer == "/regex");
  CHECK(entry.at_alias(1).pointer == "/aliases/1");
  CHECK(at(entry.at_alias(1).span) == "\"git/older\"");
  CHECK(entry.at_ignore(0).pointer == "/kbc_ignore/0");
  CHECK(entry.at_target(edge).pointer == "/transition_graph/leads_to/1/error_id");
  CHECK(at(entry.at_target(edge).span) == "\"git/y\"");
  CHECK(entry.at_probability(edge).pointer == "/transition_graph/leads_to/1/probability");
  const Place list = entry.at_list(LinkKind::kConfusedWith);
  CHECK(list.pointer == "/transition_graph/frequently_confused_with");
  CHECK(at(list.span).starts_with("[{\"error_id\""));
  CHECK(entry.at_list(LinkKind::kPrecededBy).span.size() == 0);
}

TEST_CASE("an entry without an id has that of its path", "[knowledge_base]") {
  const KnowledgeBase base =
      base_of({{"git/none", "{}"}, {"git/number", R"({"id": 3})"}, {"git/broken", "{\"id\": "}});
  for (const std::string_view id : {"git/none", "git/number", "git/broken"}) {
    CAPTURE(id);
    const EntryRecord* entry = base.find(id);
    REQUIRE(entry != nullptr);
    CHECK(entry->id.value == id);
    CHECK(entry->at_id().span.size() == 0);
    CHECK(entry->at_id().pointer.empty());
  }
  CHECK(base.find("git/none")->is_sound);
  CHECK_FALSE(base.find("git/broken")->is_sound);
  CHECK(base.find("git/broken")->edges.empty());
}

TEST_CASE("find gives the first entry with an id", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"git/a", R"({"id": "git/same"})"},
                                      {"git/b", R"({"id": "git/same"})"},
                                      {"git/c", R"({"id": "git/c", "aliases": ["git/same"]})"}});
  CHECK(base.find("git/same") == &base.entries()[0].get());
  CHECK(base.find("git/a") == nullptr);
  CHECK(base.find("git/b") == nullptr);
  CHECK(base.find("") == nullptr);
  CHECK(base.find("git/Same") == nullptr);
}

TEST_CASE("find_alias gives the first entry with an alias", "[knowledge_base]") {
  const KnowledgeBase base =
      base_of({{"git/a", R"({"id": "git/a", "aliases": ["git/old"]})"},
               {"git/b", R"({"id": "git/b", "aliases": ["git/older", "git/old"]})"}});
  CHECK(base.find_alias("git/old") == &base.entries()[0].get());
  CHECK(base.find_alias("git/older") == &base.entries()[1].get());
  CHECK(base.find_alias("git/a") == nullptr);
}

TEST_CASE("a text without a path and an id is found by nothing", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"", "{}"}});
  REQUIRE(base.entries().size() == 1);
  CHECK(base.find("") == nullptr);
  CHECK_FALSE(base.nearest_id("git/a").has_value());
}

TEST_CASE("nearest_id finds the id that was meant, from many threads", "[knowledge_base]") {
  const KnowledgeBase base = base_of({{"git/push-rejected", "{}"}, {"ssh/key-refused", "{}"}});
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& answer : found) {
    threads.emplace_back([&] { answer = base.nearest_id("git/push-rejectd").value_or("none"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : found) CHECK(answer == "git/push-rejected");
  CHECK_FALSE(base.nearest_id("docker/quite-another-thing").has_value());
}

TEST_CASE("an empty knowledge base has no entries", "[knowledge_base]") {
  const KnowledgeBase base = base_of({});
  CHECK(base.entries().empty());
  CHECK(base.find("git/a") == nullptr);
  CHECK(base.find_alias("git/a") == nullptr);
  CHECK_FALSE(base.nearest_id("git/a").has_value());
}

}  // namespace
}  // namespace kbc
