#include "lower/doubtful_links.h"

#include <string>

#include "catch.h"
#include "config/embedded.h"
#include "unit/parsed.h"

namespace kbc {
namespace {

// The kinds in doubt, each by its first letter.
std::string doubts_of(const std::string& members) {
  static const Result<Schema> schema = Schema::compile(kEntrySchema);
  const Parsed parsed("{" + members + "}");
  const auto doubtful = doubtful_links(parsed.document, schema->validate(parsed.document));
  std::string letters;
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    if (doubtful[kind]) letters += field_of(static_cast<LinkKind>(kind)).front();
  }
  return letters;
}

std::string doubts_of_graph(const std::string& members) {
  return doubts_of("\"transition_graph\": {" + members + "}");
}

TEST_CASE("a sound graph lists all its links", "[lower]") {
  CHECK(doubts_of_graph("") == "");
  CHECK(doubts_of_graph(R"("leads_to": [], "frequently_confused_with": [])") == "");
  CHECK(doubts_of_graph(R"("leads_to": [{"error_id": "a/b", "probability": 2}])") == "");
  CHECK(doubts_of_graph(R"("leads_to": [{"error_id": "a/b", "probability": "0.5"}])") == "");
  CHECK(doubts_of_graph(R"("note": 1)") == "");
}

TEST_CASE("a graph that is not there, or not as it should be, may list any link", "[lower]") {
  CHECK(doubts_of("") == "lpf");
  CHECK(doubts_of(R"("transition_grahp": {})") == "lpf");
  CHECK(doubts_of(R"("transition_graph": null)") == "lpf");
  CHECK(doubts_of(R"("transition_graph": [])") == "lpf");
  CHECK(doubts_of(R"("transition_graph": none)") == "lpf");
  CHECK(doubts_of(R"("transition_graph": {}, "transition_graph": {})") == "lpf");
}

TEST_CASE("a list that is not as it should be may list any link of its kind", "[lower]") {
  CHECK(doubts_of_graph(R"("preceded_by": null)") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": {})") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": None)") == "p");
  CHECK(doubts_of_graph(R"("precededby": [])") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": [], "leads_to": [], "preceded_by": [])") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": ["a/b"])") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": [{"id": "a/b", "probability": 1}])") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": [{"error_id": 5}])") == "p");
  CHECK(doubts_of_graph(R"("preceded_by": [{"error_id": "A B"}])") == "p");
  CHECK(doubts_of_graph(R"("leads_to": [{"error_id": abc}])") == "l");
}

}  // namespace
}  // namespace kbc
