#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "check/checks.h"
#include "diagnostic/rule_id.h"
#include "unit/knowledge_base_text.h"

namespace kbc {
namespace {

using Check = void(const KnowledgeBase&, Report&);

std::vector<Diagnostic> found_by(Check& check, const std::vector<EntryText>& files) {
  std::vector<Diagnostic> diagnostics;
  Report report(RuleId::none, diagnostics);
  const KnowledgeBase base = base_of(files);
  check(base, report);
  return diagnostics;
}

// The file after the only edit of a fix, which must be an edit of it.
std::string mended(const std::vector<EntryText>& files, FileId file, const Diagnostic& finding) {
  REQUIRE(finding.fix() != nullptr);
  REQUIRE(finding.fix()->edits.size() == 1);
  const Edit& edit = finding.fix()->edits[0];
  REQUIRE(edit.file == file);
  std::string text = files[file].text;
  return text.replace(edit.span.begin, edit.span.size(), edit.text);
}

EntryText aliased(std::string_view id, std::string_view alias) {
  return {std::string(id),
          "{\"id\": \"" + std::string(id) + "\", \"aliases\": [\"" + std::string(alias) + "\"]}"};
}

TEST_CASE("a link to a file that cannot be parsed is resolved", "[link]") {
  const auto findings = found_by(
      link_unresolved,
      {linked("a/a", R"("leads_to": [{"error_id": "a/broken"}])"), {"a/broken", "{\"id\""}});
  CHECK(findings.empty());
}

TEST_CASE("an unresolved link gets a fix for a slip and a question for more", "[link]") {
  const std::vector<EntryText> files = {
      linked("git/one", R"("leads_to": [{"error_id": "git/push-rejectd"},
                                        {"error_id": "git/push-was-rejected"},
                                        {"error_id": "docker/no-such-image"}])"),
      linked("git/push-rejected", "")};
  const auto findings = found_by(link_unresolved, files);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].place.pointer == "/transition_graph/leads_to/0/error_id");
  CHECK(findings[0].concerns() == "git/push-rejectd");
  CHECK(mended(files, 0, findings[0]).find(R"([{"error_id": "git/push-rejected"},)") !=
        std::string::npos);
  CHECK(findings[1].fix() == nullptr);
  CHECK(findings[1].help == "did you mean `git/push-rejected`?");
  CHECK(findings[2].help == "write the id of an entry, or remove the link");
  CHECK(mended(files, 0, findings[2]).find(R"({"error_id": "git/push-was-rejected"}])") !=
        std::string::npos);
  CHECK(findings[2].fix()->safety == Safety::kUnsafe);
}

TEST_CASE("a link to a file whose id is another names that id instead of guessing", "[link]") {
  const auto findings =
      found_by(link_unresolved, {linked("a/a", R"("leads_to": [{"error_id": "a/new-name"}])"),
                                 {"a/new-name", R"({"id": "a/new-nam"})"}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].fix() == nullptr);
  REQUIRE(findings[0].notes().size() == 1);
  CHECK(findings[0].notes()[0].place.file == 1);
  CHECK(findings[0].notes()[0].place.pointer == "/id");
}

TEST_CASE("an alias of several entries is not replaced unasked", "[link]") {
  const EntryText link = linked("a/a", R"("leads_to": [{"error_id": "a/old"}])");
  const auto sure = found_by(link_alias, {link, aliased("a/b", "a/old")});
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].fix() != nullptr);
  const auto unsure =
      found_by(link_alias, {link, aliased("a/b", "a/old"), aliased("a/c", "a/old")});
  REQUIRE(unsure.size() == 1);
  CHECK(unsure[0].fix() == nullptr);
}

TEST_CASE("an own alias is a link to itself, and only that", "[link]") {
  const std::vector<EntryText> files = {{"a/a", R"({"id": "a/a", "aliases": ["a/old"],
                  "transition_graph": {"leads_to": [{"error_id": "a/old"}]}})"}};
  CHECK(found_by(link_self, files).size() == 1);
  CHECK(found_by(link_alias, files).empty());
  CHECK(found_by(link_unresolved, files).empty());
  CHECK(found_by(link_one_way, files).empty());
}

TEST_CASE("a link by id and by alias is there twice", "[link]") {
  const auto findings = found_by(
      link_duplicate, {linked("a/a", R"("leads_to": [{"error_id": "a/b"}, {"error_id": "a/old"}],
                        "preceded_by": [{"error_id": "a/b"}])"),
                       aliased("a/b", "a/old")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place.pointer == "/transition_graph/leads_to/1/error_id");
}

TEST_CASE("a duplicate is removed with the comma before it, and nothing else", "[link]") {
  const std::vector<EntryText> files = {
      linked("a/a", R"("leads_to": [{"error_id": "a/x"}, {"error_id": "a/x"}, 7,
                                    {"error_id": "a/x"}])")};
  const auto findings = found_by(link_duplicate, files);
  REQUIRE(findings.size() == 2);
  CHECK(mended(files, 0, findings[0]).find(R"([{"error_id": "a/x"}, 7,)") != std::string::npos);
  CHECK(findings[0].fix()->safety == Safety::kUnsafe);
  CHECK(mended(files, 0, findings[1]).find(R"({"error_id": "a/x"}, 7])") != std::string::npos);
}

TEST_CASE("a missing link back is told once", "[link]") {
  const auto findings = found_by(
      link_one_way, {linked("a/a", R"("leads_to": [{"error_id": "a/b"}, {"error_id": "a/b"}])"),
                     linked("a/b", "")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place.pointer == "/transition_graph/leads_to/0/error_id");
}

TEST_CASE("no link back is missed of what cannot give one", "[link]") {
  const auto findings = found_by(
      link_one_way, {linked("a/a", R"("leads_to": [{"error_id": "a/a"}, {"error_id": "a/none"},
                                                   {"error_id": "a/broken"}])"),
                     {"a/broken", "{"}});
  CHECK(findings.empty());
}

TEST_CASE("the link back is inserted in the canonical layout", "[link]") {
  const EntryText from = linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.4}])");
  const auto mended_by = [&](std::string_view list) {
    const std::vector<EntryText> files = {from, linked("a/b", list), linked("a/x", ""),
                                          linked("a/y", ""), linked("a/z", "")};
    const auto findings = found_by(link_one_way, files);
    REQUIRE(!findings.empty());
    REQUIRE(findings[0].fix() != nullptr);
    CHECK(findings[0].fix()->safety == Safety::kUnsafe);
    return mended(files, 1, findings[0]);
  };
  constexpr std::string_view kLink =
      "\n      {\n        \"error_id\": \"a/a\",\n        \"probability\": 0.4\n      }";
  const auto expected = [&](std::string_view before, std::string_view after) {
    return linked("a/b", std::string(before) + std::string(kLink) + std::string(after)).text;
  };
  CHECK(mended_by(R"("preceded_by": [])") == expected(R"("preceded_by": [)", "\n    ]"));
  CHECK(mended_by(R"("preceded_by": [{"error_id": "a/z"}])") ==
        expected(R"("preceded_by": [{"error_id": "a/z"},)", "]"));
  CHECK(mended_by(R"("leads_to": [{"error_id": "a/y"}], "preceded_by": [{"error_id": "a/z"}, 7],
                     "frequently_confused_with": [{"error_id": "a/x"}])") ==
        expected(R"("leads_to": [{"error_id": "a/y"}], "preceded_by": [{"error_id": "a/z"},)",
                 R"(, 7],
                     "frequently_confused_with": [{"error_id": "a/x"}])"));
}

TEST_CASE("a link back that cannot be written for sure is only described", "[link]") {
  const auto fixes_of = [](std::string_view from, std::string_view to) {
    const auto findings = found_by(link_one_way, {linked("a/a", from), linked("a/b", to)});
    REQUIRE(findings.size() == 1);
    CHECK_FALSE((findings[0].help.empty() && findings[0].fix() == nullptr));
    return findings[0].fix() == nullptr ? 0 : 1;
  };
  constexpr std::string_view kLeadsTo = R"("leads_to": [{"error_id": "a/b", "probability": 0.4}])";
  CHECK(fixes_of(kLeadsTo, R"("preceded_by": [])") == 1);
  CHECK(fixes_of(kLeadsTo, "") == 0);
  CHECK(fixes_of(kLeadsTo, R"("preceded_by": [7])") == 0);
  CHECK(fixes_of(R"("leads_to": [{"error_id": "a/b"}])", R"("preceded_by": [])") == 0);
  CHECK(fixes_of(R"("leads_to": [{"error_id": "a/b", "probability": 1e999}])",
                 R"("preceded_by": [])") == 0);
  CHECK(fixes_of(R"("frequently_confused_with": [{"error_id": "a/b", "probability": 0.4}])",
                 R"("frequently_confused_with": [])") == 0);
}

TEST_CASE("probabilities are compared once for each pair", "[rate]") {
  const auto findings = found_by(
      rate_probability, {linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.4}],
                        "frequently_confused_with": [{"error_id": "a/b", "probability": 0.1}])"),
                         linked("a/b", R"("preceded_by": [{"error_id": "a/a", "probability": 0.46}],
                        "frequently_confused_with": [{"error_id": "a/a", "probability": 0.9}])")});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].place.pointer == "/transition_graph/leads_to/0/probability");
  CHECK(findings[1].place.file == 0);
  CHECK(findings[1].place.pointer == "/transition_graph/frequently_confused_with/0/probability");
}

TEST_CASE("probabilities may differ by 0.05 and add up to 1.01", "[rate]") {
  const auto findings =
      found_by(rate_probability,
               {linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.34},
                                     {"error_id": "a/c", "probability": 0.33},
                                     {"error_id": "a/d", "probability": 0.34}])"),
                linked("a/b", R"("preceded_by": [{"error_id": "a/a", "probability": 0.39}])")});
  CHECK(findings.empty());
}

TEST_CASE("a link that occurs twice counts once in the sum", "[rate]") {
  const EntryText once = linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.6},
                                                       {"error_id": "a/b", "probability": 0.6}])");
  CHECK(found_by(rate_probability, {once, linked("a/b", "")}).empty());
  const EntryText more = linked("a/a", R"("leads_to": [{"error_id": "a/b", "probability": 0.6},
                                                       {"error_id": "a/c", "probability": 0.6},
                                                       {"error_id": "a/d", "probability": 85}])");
  const auto findings = found_by(rate_probability, {more, linked("a/b", "")});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "the probabilities in `leads_to` add up to 1.2");
  CHECK(findings[0].place.pointer == "/transition_graph/leads_to");
  CHECK(findings[0].place.span.size() == 1);
}

TEST_CASE("a link back that leads nowhere is one mistake", "[link]") {
  const EntryText back = linked("git/bcd", R"("preceded_by": [{"error_id": "git/a"}])");
  const EntryText misspelt = linked("git/a", R"("leads_to": [{"error_id": "git/bce"}])");
  CHECK(found_by(link_one_way, {misspelt, back}).empty());
  CHECK(found_by(link_unresolved, {misspelt, back}).size() == 1);
  // Another kind of link, or to somebody else, is not the one that is missing.
  CHECK(
      found_by(link_one_way, {linked("git/a", R"("preceded_by": [{"error_id": "git/bce"}])"), back})
          .size() == 1);
  CHECK(
      found_by(link_one_way, {linked("git/a", R"("leads_to": [{"error_id": "ssh/other"}])"), back})
          .size() == 1);
  // The other file has the name that is meant, and another id.
  EntryText renamed = linked("git/zzz", R"("preceded_by": [{"error_id": "git/a"}])");
  renamed.path_id = "git/bcd";
  CHECK(
      found_by(link_one_way, {linked("git/a", R"("leads_to": [{"error_id": "git/bcd"}])"), renamed})
          .empty());
}

}  // namespace
}  // namespace kbc
