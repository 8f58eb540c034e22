#include "check/edge_index.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/knowledge_base_text.h"

namespace kbc {
namespace {

// The edges as text, in the index's order, those without a reverse marked.
std::string shown(const KnowledgeBase& base) {
  const EdgeIndex index(base);
  std::string text;
  for (const IndexedEdge& one : index.all()) {
    text += std::string(one.from->id.value) + " " + std::string(field_of(one.edge->kind)) + " " +
            std::string(one.to->id.value);
    text += index.reverse_of(one) == nullptr ? " alone\n" : "\n";
  }
  return text;
}

TEST_CASE("a link is found again at its other end", "[edge_index]") {
  const KnowledgeBase base = base_of({
      linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.5}])"),
      linked("a/b", R"("preceded_by": [{"error_id": "a/a", "probability": 0.7}])"),
  });
  CHECK(shown(base) == "a/a leads_to a/b\na/b preceded_by a/a\n");
  const EdgeIndex index(base);
  const IndexedEdge* other = index.reverse_of(index.all()[0]);
  REQUIRE(other != nullptr);
  CHECK(other->edge->probability == 0.7);
  CHECK(index.reverse_of(*other) == &index.all()[0]);
}

TEST_CASE("the reverse is of the reverse kind", "[edge_index]") {
  const KnowledgeBase base = base_of({
      linked("a/a", R"("leads_to": [{"error_id": "a/b"}])"),
      linked("a/b", R"("leads_to": [{"error_id": "a/a"}],
                       "frequently_confused_with": [{"error_id": "a/c"}])"),
      linked("a/c", R"("frequently_confused_with": [{"error_id": "a/b"}])"),
  });
  CHECK(shown(base) ==
        "a/a leads_to a/b alone\n"
        "a/b leads_to a/a alone\n"
        "a/b frequently_confused_with a/c\n"
        "a/c frequently_confused_with a/b\n");
}

TEST_CASE("links to the entry itself and to nothing are left out", "[edge_index]") {
  const KnowledgeBase base = base_of({
      {"a/a", R"({"id": "a/a", "aliases": ["a/z"], "transition_graph": {"leads_to": [
          {"error_id": "a/a"}, {"error_id": "a/z"}, {"error_id": "a/none"}, {"error_id": ""}]}})"},
      linked("a/b", ""),
  });
  CHECK(shown(base).empty());
}

TEST_CASE("an alias stands for its entry", "[edge_index]") {
  const KnowledgeBase base = base_of({
      linked("a/a", R"("leads_to": [{"error_id": "a/old"}])"),
      {"a/b", R"({"id": "a/b", "aliases": ["a/old"],
                  "transition_graph": {"preceded_by": [{"error_id": "a/a"}]}})"},
  });
  CHECK(shown(base) == "a/a leads_to a/b\na/b preceded_by a/a\n");
  CHECK(linked_entry(base, "a/old") == &base.entries()[1].get());
  CHECK(linked_id(base, "a/old") == "a/b");
  CHECK(linked_id(base, "a/b") == "a/b");
  CHECK(linked_entry(base, "a/none") == nullptr);
  CHECK(linked_id(base, "a/none") == "a/none");
}

TEST_CASE("an id goes before an alias of the same text", "[edge_index]") {
  const KnowledgeBase base = base_of({
      {"a/a", R"({"id": "a/a", "aliases": ["a/b"]})"},
      linked("a/b", ""),
  });
  CHECK(linked_entry(base, "a/b") == &base.entries()[1].get());
}

TEST_CASE("entries with one id are one end, and a link twice is one link", "[edge_index]") {
  const KnowledgeBase base = base_of({
      {"a/x", linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.1},
                                            {"error_id": "a/b", "probability": 0.2}])")
                  .text},
      {"a/y", linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.3}],
                               "preceded_by": [{"error_id": "a/b"}])")
                  .text},
      linked("a/b", ""),
  });
  CHECK(shown(base) == "a/a leads_to a/b alone\na/a preceded_by a/b alone\n");
  const EdgeIndex index(base);
  CHECK(index.all()[0].edge->probability == 0.1);
  CHECK(index.all()[0].from == &base.entries()[0].get());
  CHECK(index.all()[1].from == &base.entries()[1].get());
}

TEST_CASE("an entry that could not be parsed is still an end", "[edge_index]") {
  const KnowledgeBase base =
      base_of({linked("a/a", R"("leads_to": [{"error_id": "a/b"}])"), {"a/b", "{"}});
  const EdgeIndex index(base);
  REQUIRE(index.all().size() == 1);
  CHECK_FALSE(index.all()[0].to->is_sound);
}

TEST_CASE("a text without an id has no edges", "[edge_index]") {
  const KnowledgeBase base = base_of(
      {{"", R"({"transition_graph": {"leads_to": [{"error_id": "a/b"}]}})"}, linked("a/b", "")});
  CHECK(shown(base).empty());
}

}  // namespace
}  // namespace kbc
