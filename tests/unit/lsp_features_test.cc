// What an editor is told about an entry, and what it is offered, without the protocol.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/fixes.h"
#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "lsp/card.h"
#include "lsp/code_actions.h"
#include "lsp/complete.h"
#include "lsp/entry_search.h"
#include "lsp/hover.h"
#include "lsp/id_places.h"
#include "lsp/layout.h"
#include "lsp/lens.h"
#include "lsp/rename.h"
#include "lsp/symbols.h"
#include "lsp_base.h"
#include "pattern/pattern_words.h"
#include "regex/compiled_regex.h"

namespace kbc {
namespace {

using Texts = std::map<std::string, std::string>;

// The number of the entry that is edited, which comes first.
constexpr FileId kEdited = 0;

// The entries beside the edited one.
Texts others() {
  return {{"git/push-rejected.json", clean_entry()},
          {"git/push-timeout.json", linked("push-timeout", "git/push-rejected")}};
}

// The base with an entry git/a, in which the cursor is at the bar.
struct Asked {
  explicit Asked(const std::string& with_bar)
      : typed(with_bar), base(with(others(), typed.text)), cursor(typed.cursor()) {}

  static Texts with(Texts texts, const std::string& text) {
    texts["git/a.json"] = text;
    return texts;
  }

  Proposals proposals() {
    return proposals_at(base.view(), kEdited, cursor, {MadeBase::today(), seen, {}});
  }
  std::vector<std::string> labels() {
    std::vector<std::string> labels;
    for (const Proposal& one : proposals().all) labels.push_back(one.label);
    return labels;
  }
  Proposal proposal(std::string_view label) {
    for (const Proposal& one : proposals().all) {
      if (one.label == label) return one;
    }
    FAIL(label << " is not offered");
    return {};
  }
  std::string hover() const {
    return hover_at(base.view(), kEdited, cursor, MadeBase::today()).markdown;
  }
  std::vector<CodeAction> actions() const {
    std::vector<Diagnostic> none;
    return code_actions(base.view(), kEdited, {typed.offset, typed.offset}, none,
                        MadeBase::today());
  }

  Typed typed;
  MadeBase base;
  Cursor cursor;
  SeenValues seen;
};

bool has(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string changed(std::string_view text, const std::vector<ChangedLines>& changes) {
  std::vector<Edit> edits;
  for (const ChangedLines& change : changes) edits.push_back({0, change.span, change.text});
  return apply_edits(text, edits);
}

std::vector<std::string> words(std::string_view regex) {
  const CompiledRegex compiled(regex, CaseRule::kIgnoreCase);
  std::vector<std::string> lines;
  for (const PatternPart& part : words_of_pattern(compiled.syntax(), 100)) {
    lines.push_back(std::string(2 * part.level, ' ') +
                    std::string(regex.substr(part.span.begin, part.span.size())) + " = " +
                    part.words);
  }
  return lines;
}

}  // namespace

TEST_CASE("names are offered with their types, the missing required ones first", "[lsp]") {
  Asked asked(R"({"id": "git/a", |})");
  const std::vector<std::string> labels = asked.labels();
  REQUIRE(labels.size() > 20);
  CHECK(labels[0] == "signature");
  CHECK_FALSE(has(labels, "id"));
  CHECK(std::find(labels.begin(), labels.end(), "tags") >
        std::find(labels.begin(), labels.end(), "locale"));
  const Proposal signature = asked.proposal("signature");
  CHECK(signature.detail == "string, required");
  CHECK(signature.text == R"("signature": "")");
  CHECK(signature.snippet == R"("signature": "$1")");
  CHECK(asked.proposal("first_seen").text == R"("first_seen": "2026-01-15")");
  CHECK(asked.proposal("dead_ends").snippet ==
        R"("dead_ends": [{"action": "$1", "why_fails": "$2", "fail_rate": $3}])");
  CHECK(asked.proposal("dead_ends").text ==
        R"("dead_ends": [{"action": "", "why_fails": "", "fail_rate": 0}])");
}

TEST_CASE("a name that has its colon is offered alone, and a missing comma is set", "[lsp]") {
  CHECK(Asked(R"({"si|": 1})").proposal("signature").text == R"("signature")");
  Asked before(R"({"id": "git/a" | "regex": "x"})");
  CHECK(before.proposals().comma_at == 14U);
  CHECK(before.proposal("signature").text == R"("signature": "",)");
}

TEST_CASE("values that the schema or the taxonomy lists are offered with what they say", "[lsp]") {
  CHECK(Asked(R"({"resolvable": "|"})").labels() ==
        std::vector<std::string>{"\"true\"", "\"partial\"", "\"false\""});
  Asked domain(R"({"domain": "|"})");
  CHECK(domain.proposal("git").text == "\"git\"");
  CHECK_FALSE(domain.proposal("git").detail.empty());
  CHECK(has(Asked(R"({"category": "|"})").labels(), "sync_error"));
  CHECK(has(Asked(R"({"kbc_ignore": ["|"]})").labels(), "evidence-thin"));
  CHECK(Asked(R"({"first_seen": "|"})").labels() == std::vector<std::string>{"2026-01-15"});
  CHECK(Asked(R"({"id": "|"})").labels() == std::vector<std::string>{"git/a"});
}

TEST_CASE("ids are offered by themselves and by words of the signature", "[lsp]") {
  const auto link = [](const std::string& typed) {
    return R"({"transition_graph": {"leads_to": [{"error_id": ")" + typed + R"(|"}]}})";
  };
  CHECK(Asked(link("git/push")).labels() ==
        std::vector<std::string>{"git/push-rejected", "git/push-timeout"});
  Asked words(link("refs remote"));
  CHECK(words.labels() == std::vector<std::string>{"git/push-rejected"});
  const Proposal found = words.proposal("git/push-rejected");
  CHECK(found.detail == "failed to push some refs to the remote");
  CHECK(found.text == "\"git/push-rejected\"");
  // A client that compares would not find it by these words.
  CHECK(found.filter == "\"refs remote\"");
  CHECK_FALSE(words.proposals().is_whole);
  CHECK(Asked(link("xyz")).labels().empty());
}

TEST_CASE("a string that is not closed is replaced up to the cursor", "[lsp]") {
  Asked asked("{\"domain\": \"gi|, \n \"id\": \"x\"}");
  const Span span = asked.proposals().replaced;
  CHECK(asked.typed.text.substr(span.begin, span.size()) == "\"gi");
}

TEST_CASE("products, tags and addresses of other entries are offered", "[lsp]") {
  CHECK(Asked(R"({"versions": [{"version": "G|"}]})").labels() == std::vector<std::string>{"git"});
  CHECK(Asked(R"({"versions": [{"version": "|"}]})").proposal("git").detail == "2 entries");
}

TEST_CASE("a regex is offered that matches the signature or an example", "[lsp]") {
  Asked asked(R"j({"signature": "cannot open 'x' (2)", "examples": ["port 8080 is in use"],
                   "regex": "|"})j");
  const std::vector<std::string> labels = asked.labels();
  CHECK(has(labels, R"(cannot open 'x' \(2\))"));
  CHECK(std::any_of(labels.begin(), labels.end(), [](const std::string& regex) {
    return CompiledRegex(regex, CaseRule::kIgnoreCase).matches("port 9 is in use");
  }));
  CHECK(asked.proposal(R"(cannot open 'x' \(2\))").text == R"j("cannot open 'x' \\(2\\)")j");
}

TEST_CASE("a pattern is told in words, part by part", "[lsp]") {
  CHECK(words(R"(port \d+ is (?:busy|in use))") ==
        std::vector<std::string>{"port  = the text `port `", R"(\d+ = a digit, one or more times)",
                                 " is  = the text ` is `", "(?:busy|in use) = one of these",
                                 "  busy = the text `busy`", "  in use = the text `in use`"});
  CHECK(words(R"(^(?P<file>[^"\s]+?)\.(ab){2,3}$)") ==
        std::vector<std::string>{
            "^ = at the start of the text", "(?P<file>[^\"\\s]+?) = kept as `file`",
            "  [^\"\\s]+? = anything but `\"` or white space, one or more times, as few as can be",
            R"(\. = `.`)", "(ab){2,3} = the text `ab`, 2 to 3 times",
            "$ = at the end of the text"});
  CHECK(words("(a\\d)?|b") ==
        std::vector<std::string>{"(a\\d)?|b = one of these",
                                 "  (a\\d)? = one after the other, or nothing", "    a = `a`",
                                 "    \\d = a digit", "  b = `b`"});
  CHECK(
      words_of_pattern(CompiledRegex(std::string(100'000, '('), CaseRule::kIgnoreCase).syntax(), 10)
          .size() <= 10);
}

TEST_CASE("a regex is explained with what it matches", "[lsp]") {
  const std::string told = Asked(R"({"id": "git/a", "signature": "x refs", "regex": "some re|fs",
      "examples": ["some refs", "no refs"], "counterexamples": ["some refs too"]})")
                               .hover();
  INFO(told);
  CHECK(contains(told, "the text `some refs`"));
  CHECK(contains(told, "Every match has `some refs`."));
  CHECK(contains(told, "- matches 0 of 1 signature, not:\n  - `x refs`"));
  CHECK(contains(told, "- matches 1 of 2 examples, not:\n  - `no refs`"));
  CHECK(contains(told, "- matches 1 of 1 counterexample, wrongly:\n  - `some refs too`"));
  CHECK(contains(told, "- `git/push-rejected`: `failed to push some refs to the remote`"));
  CHECK(contains(Asked(R"j({"regex": "a(?=b|)"})j").hover(), "RE2 does not take it"));
}

TEST_CASE("of an id the entry is shown, in so many lines", "[lsp]") {
  const auto link = [](const std::string& id) {
    return R"({"transition_graph": {"leads_to": [{"error_id": "|)" + id + R"("}]}})";
  };
  const std::string card = Asked(link("git/push-rejected")).hover();
  CHECK(contains(card, "# failed to push some refs to the remote"));
  CHECK(contains(card, "Push again without fetching"));
  CHECK(contains(Asked(link("git/push-rejectd")).hover(), "Did you mean `git/push-rejected`?"));
  const Asked any(link("git/push-rejected"));
  const BaseView view = any.base.view();
  const std::string first = card_of(view, *view.base.find("git/push-rejected"), 3);
  CHECK(std::count(first.begin(), first.end(), '\n') == 5);
  CHECK(contains(first, "…"));
}

TEST_CASE("fields and their values are explained", "[lsp]") {
  CHECK(contains(Asked(R"({"sign|ature": ""})").hover(), "**Signature**"));
  CHECK(contains(Asked(R"({"domain": "g|it"})").hover(), "3 entries"));
  CHECK(contains(Asked(R"({"domain": "g|ti"})").hover(), "no domain of this name"));
  CHECK(contains(Asked(R"({"versions": [{"version": "Python >=3.|11,<3.13"}]})").hover(),
                 "`Python`: from `3.11` and before `3.13`"));
  CHECK(contains(Asked(R"({"first_seen": "2026-01|-05"})").hover(), "10 days ago"));
  CHECK(contains(Asked(R"({"kbc_ignore": ["evidence-|thin"]})").hover(), "Why it matters"));
  CHECK(contains(Asked(R"({"root_cause": "the cause", "root_cause_zh": "原|因"})").hover(),
                 "the cause"));
  CHECK(contains(Asked(R"({"regex": "b+", "examples": ["a|bbc"]})").hover(), "matches `bb`"));
  CHECK(Asked(R"({"|)").hover().empty());
}

TEST_CASE("an id leads to its entry and to all that names it", "[lsp]") {
  const Asked asked(
      R"({"id": "git/a", "transition_graph": {"leads_to": [{"error_id": "git/push-|rejected"}]}})");
  const BaseView view = asked.base.view();
  const EntryRecord& target = *view.base.find("git/push-rejected");
  const Definition definition = definition_of(view, kEdited, asked.cursor);
  REQUIRE(definition.places.size() == 1);
  CHECK(definition.places[0] == declaration_of(target));
  CHECK(references_of(view, asked.cursor, Declaration::kLeaveOut).size() == 2);
  CHECK(references_of(view, asked.cursor, Declaration::kInclude).size() == 3);
  CHECK(highlights_of(view, kEdited, asked.cursor).size() == 1);
  CHECK(linking_entries(view, target) == 2);
}

TEST_CASE("a translation leads to what it translates, and back", "[lsp]") {
  const Asked asked(R"({"workarounds": [{"action": "x"}, {"acti|on": "y"}],
                        "workarounds_zh": ["一", "二"]})");
  const Definition there = definition_of(asked.base.view(), kEdited, asked.cursor);
  REQUIRE(there.places.size() == 1);
  CHECK(asked.typed.text.substr(there.places[0].span.begin, 5) == "\"二\"");
}

TEST_CASE("rules and domains are found where they are named", "[lsp]") {
  const Asked rule(R"({"domain": "git", "kbc_ignore": ["link-|self"]})");
  CHECK(references_of(rule.base.view(), rule.cursor, Declaration::kLeaveOut).size() == 1);
  const Asked domain(R"({"domain": "gi|t"})");
  CHECK(references_of(domain.base.view(), domain.cursor, Declaration::kLeaveOut).size() == 3);
}

TEST_CASE("an id gets another name with its file and all links", "[lsp]") {
  const Asked asked(
      R"({"id": "git/a", "transition_graph": {"leads_to": [{"error_id": "git/push-|rejected"}]}})");
  const BaseView view = asked.base.view();
  const Result<const EntryRecord*> entry = entry_to_rename(view, asked.cursor);
  REQUIRE(entry);
  const Result<std::vector<FileChange>> changes = rename_entry(view, **entry, "git/refused");
  REQUIRE(changes);
  REQUIRE(changes->size() == 3);
  CHECK((*changes)[0].path.ends_with("/entries/git/push-rejected.json"));
  CHECK((*changes)[0].renamed.ends_with("/entries/git/refused.json"));
  const std::string text = changed((*changes)[0].before, (*changes)[0].edits);
  CHECK(contains(text, "\"id\": \"git/refused\""));
  CHECK(contains(text, "git/push-rejected"));  // as an alias
  CHECK(changed((*changes)[1].before, (*changes)[1].edits) ==
        R"({"id": "git/a", "transition_graph": {"leads_to": [{"error_id": "git/refused"}]}})");
  CHECK((*changes)[1].renamed.empty());
}

TEST_CASE("an id that cannot be had is refused", "[lsp]") {
  const Asked asked(R"({"id": "git|/a"})");
  const BaseView view = asked.base.view();
  const EntryRecord& entry = view.entry_of(kEdited);
  for (const char* id : {"git/push-timeout", "no such", "nowhere/x", "git/a"}) {
    CHECK_FALSE(rename_entry(view, entry, id));
  }
  const Asked elsewhere(R"({"id": "git/a", "signature": "git|/a"})");
  CHECK_FALSE(entry_to_rename(elsewhere.base.view(), elsewhere.cursor));
}

TEST_CASE("findings have fixes, and can be ignored where they are", "[lsp]") {
  const std::string text =
      "{\n  \"id\": \"git/a\",\n  \"domain\": \"giit\",\n  \"kbc_ignore\": []\n}\n";
  const Asked asked("|" + text);
  std::vector<Diagnostic> findings;
  for (const Diagnostic& one : asked.base.analysis().diagnostics) {
    if (one.place.file != kEdited) continue;
    Diagnostic& copy = findings.emplace_back();
    copy.place = one.place;
    copy.rule = one.rule;
    if (one.fix() != nullptr) copy.details().fix = *one.fix();
  }
  const auto begin = static_cast<std::uint32_t>(text.find("giit"));
  const std::vector<CodeAction> actions =
      code_actions(asked.base.view(), kEdited, {begin, begin}, findings, MadeBase::today());
  const auto titled = [&](std::string_view title) -> const CodeAction* {
    for (const CodeAction& action : actions) {
      if (action.title.starts_with(title)) return &action;
    }
    return nullptr;
  };
  const CodeAction* const fix = titled("write `git`");
  REQUIRE(fix != nullptr);
  CHECK(fix->kind == kQuickFix);
  CHECK(fix->is_preferred == !fix->needs_review);
  CHECK(contains(changed(text, fix->changes.at(kEdited)), "\"domain\": \"git\""));
  const CodeAction* const ignore = titled("ignore `");
  REQUIRE(ignore != nullptr);
  CHECK(contains(changed(text, ignore->changes.at(kEdited)), "\"kbc_ignore\": [\n    \""));
  CHECK(titled("make all safe fixes") != nullptr);
}

TEST_CASE("a person's changes by hand are offered", "[lsp]") {
  const auto action = [](const Asked& asked, std::string_view title) {
    for (const CodeAction& one : asked.actions()) {
      if (one.title.starts_with(title)) {
        return changed(asked.typed.text, one.changes.at(kEdited));
      }
    }
    return std::string();
  };
  CHECK(action(Asked(R"({"last_confirmed": "2024-|01-01", "last_updated": "2024-01-01"})"),
               "confirmed today") ==
        R"({"last_confirmed": "2026-01-15", "last_updated": "2026-01-15"})");
  CHECK(action(Asked(R"({"examples": ["a", "b|"], "counterexamples": ["c"]})"), "move it to") ==
        R"({"examples": ["a"], "counterexamples": ["c","b"]})");
  const std::string made = action(
      Asked(R"({"regex": "x", "examples": ["cannot open |port 8080 of host"]})"), "make the regex");
  CHECK(contains(made, "cannot open port"));
  CHECK(action(Asked(R"({"first_seen": "2024-|01-01"})"), "confirmed today").empty());
}

TEST_CASE("a layout is mended where it is asked for", "[lsp]") {
  const std::string text = "{\n    \"id\": \"a\",\n  \"domain\": \"b\",\n  \"tags\": [\n  ]\n}\n";
  const std::string schema = "{}";
  const auto all = static_cast<std::uint32_t>(text.size());
  CHECK(changed(text, layout_changes(text, {0, all}, schema)) ==
        "{\n  \"id\": \"a\",\n  \"domain\": \"b\",\n  \"tags\": []\n}\n");
  CHECK(changed(text, layout_changes(text, {4, 6}, schema)) ==
        "{\n  \"id\": \"a\",\n  \"domain\": \"b\",\n  \"tags\": [\n  ]\n}\n");
  CHECK(layout_changes("{\"a\": }", {0, 5}, schema).empty());
}

TEST_CASE("an entry has an outline", "[lsp]") {
  const Typed typed(R"(|{"id": "git/a", "signature": "s", "tags": ["t"],
                        "workarounds": [{"action": "Do it"}]})");
  Document document;
  parse_json(typed.text, Dialect::kJson, document);
  const std::vector<OutlineItem> items = outline_of(document, 100);
  std::string outline;
  for (const OutlineItem& item : items) {
    outline += std::to_string(item.level) + " " + item.name + ": " + item.detail + "\n";
    CHECK(item.whole.begin <= item.name_span.begin);
    CHECK(item.name_span.end <= item.whole.end);
  }
  CHECK(outline ==
        "0 git/a: s\n1 id: git/a\n1 signature: s\n1 tags: 1 element\n2 t: \n"
        "1 workarounds: 1 element\n2 Do it: \n3 action: Do it\n");
  CHECK(outline_of(document, 3).size() == 3);
}

TEST_CASE("entries are found by id, signature, alias and translation", "[lsp]") {
  const Asked asked(R"(|{"id": "git/a", "signature": "first", "signature_zh": "推送失败",
                         "aliases": ["git/older"]})");
  const BaseView view = asked.base.view();
  const auto found = [&](std::string_view query) {
    std::vector<std::string> ids;
    for (const EntryRecord* entry : entries_found(view, query, 128)) {
      ids.emplace_back(entry->id.value);
    }
    return ids;
  };
  CHECK(found("PUSH-REJ") == std::vector<std::string>{"git/push-rejected"});
  CHECK(found("refs some") == std::vector<std::string>{"git/push-rejected"});
  CHECK(found("older") == std::vector<std::string>{"git/a"});
  CHECK(found("推送") == std::vector<std::string>{"git/a"});
  CHECK(found("gptmo") == std::vector<std::string>{"git/push-timeout"});
  CHECK(found("").size() == 3);
  CHECK(entries_found(view, "", 2).size() == 2);
}

TEST_CASE("a lens tells how often an entry is linked to and what it matches", "[lsp]") {
  const Asked asked(R"(|{"id": "git/a"})");
  const BaseView view = asked.base.view();
  const FileId target = view.base.find("git/push-rejected")->file;
  CHECK(lens_title(view, target) == "1 links here");
  asked.base.folder().write("tests/messages.kbc-test.json",
                            R"([{"message": "failed to push some refs", "expect": null},
                                {"message": "other", "expect": null}])");
  CHECK(lens_title(view, kEdited) == "0 link here");
  CHECK(lens_title(view, target) == "1 links here · matches 1 of 2 messages");
}

}  // namespace kbc
