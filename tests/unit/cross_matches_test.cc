#include "check/cross_matches.h"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "index/bases.h"
#include "pattern/corpus_regexes.h"
#include "regex/branch_literals.h"
#include "regex/plain_regex.h"
#include "unit/knowledge_base_text.h"

namespace kbc {
namespace {

std::string in_quotes(const std::string& text) { return "\"" + text + "\""; }

// The regex as JSON writes it.
EntryText entry(const std::string& id, const std::string& signature, const std::string& regex,
                const std::string& confused_with = "") {
  const std::string link =
      confused_with.empty() ? "" : R"({"error_id": )" + in_quotes(confused_with) + "}";
  return {id, R"({"id": )" + in_quotes(id) + R"(, "domain": )" +
                  in_quotes(id.substr(0, id.find('/'))) + R"(, "signature": )" +
                  in_quotes(signature) + R"(, "regex": )" + in_quotes(regex) +
                  R"(, "transition_graph": {"frequently_confused_with": [)" + link + "]}}"};
}

// "by > other: match", with "=" for a pair that matches both ways.
std::vector<std::string> shadows(const std::vector<EntryText>& files) {
  const KnowledgeBase base = base_of(files);
  std::vector<std::string> found;
  for (const Shadow& shadow : cross_matches(base, 1).shadows) {
    found.push_back(std::string(shadow.entry->id.value) + (shadow.is_mutual ? " = " : " > ") +
                    std::string(shadow.other->id.value) + ": " + std::string(shadow.match));
  }
  return found;
}

using Strings = std::vector<std::string>;

bool same_automaton(const std::optional<PlainRegex>& one, const std::optional<PlainRegex>& other) {
  if (!one || !other) return !one && !other;
  if (one->size() != other->size()) return false;
  for (const std::string_view text :
       {"", "a", "B", "c", "ab", "xa\nb", "a\nc", "A.d", "ZZZZ", "YYY", "yzk", "x\nb", "a|b",
        "error: no such file or directory", "fatal: Could not read\nfrom remote 500"}) {
    if (one->matches(text) != other->matches(text)) return false;
  }
  return true;
}

std::string answers_of(const CrossMatches& found) {
  std::string text;
  const auto add = [&](const EntryRecord& entry, Span span, std::string_view what) {
    text += std::string(entry.id.value) + " " + std::to_string(span.begin) + "-" +
            std::to_string(span.end) + " " + std::string(what) + "\n";
  };
  for (const GenericBranch& branch : found.generic) {
    add(*branch.entry, branch.span, branch.sample.text);
    text += branch.is_torn ? "torn\n" : "";
  }
  for (const Shadow& shadow : found.shadows) {
    add(*shadow.entry, shadow.branch, shadow.match);
    text += std::string(shadow.other->id.value) + (shadow.is_mutual ? " both\n" : "\n");
  }
  return text;
}

// Lines in an order of their own: which of two entries is told of a pair is a matter of their
// files, so the pairs are named without it.
Strings answers_in_any_order(const std::vector<EntryText>& files) {
  const KnowledgeBase base = base_of(files);
  const CrossMatches found = cross_matches(base, 1);
  Strings lines;
  for (const GenericBranch& branch : found.generic) {
    lines.push_back(std::string(branch.entry->id.value) + ":" + std::to_string(branch.span.begin) +
                    (branch.is_torn ? " torn " : " ") + std::string(branch.sample.text));
  }
  for (const Shadow& shadow : found.shadows) {
    const std::string by(shadow.entry->id.value);
    const std::string other(shadow.other->id.value);
    lines.push_back(shadow.is_mutual ? std::min(by, other) + " = " + std::max(by, other)
                                     : by + " > " + other + ": " + std::string(shadow.match) +
                                           " by " + std::to_string(shadow.branch.begin));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

TEST_CASE("a regex that matches another signature is found", "[cross-matches]") {
  CHECK(shadows({entry("a/one", "the Disk is Full", "the disk is full"),
                 entry("a/two", "no space: disk is full", "no space")})
            .empty());
  CHECK(shadows({entry("a/one", "the Disk is Full", "disk is full"),
                 entry("a/two", "no space: DISK is full", "no space")}) ==
        Strings{"a/one > a/two: DISK is full"});
}

TEST_CASE("two that match each other are told once, at the later", "[cross-matches]") {
  CHECK(shadows({entry("a/one", "quota: disk is full", "disk is full"),
                 entry("b/two", "disk is full: quota", "quota")}) ==
        Strings{"b/two = a/one: quota"});
}

TEST_CASE("a link at either end answers for the pair", "[cross-matches]") {
  CHECK(shadows({entry("a/one", "disk is full", "disk is full", "a/two"),
                 entry("a/two", "quota: disk is full", "quota")})
            .empty());
  CHECK(shadows({entry("a/one", "disk is full", "disk is full"),
                 entry("a/two", "quota: disk is full", "quota", "a/one")})
            .empty());
}

TEST_CASE("what other rules say of a pair is not said again", "[cross-matches]") {
  CHECK(shadows({entry("a/one", "disk is full", "disk is full"),
                 entry("a/two", "Disk is full", "is full|quota")})
            .empty());
  CHECK(shadows({entry("a/one", "disk is full", "disk is full"),
                 entry("a/two", "quota: disk is full", "disk is full")})
            .empty());
}

TEST_CASE("of many signatures a branch is compared with some", "[cross-matches]") {
  std::vector<EntryText> files = {entry("a/a", "disk is full", "disk is full")};
  for (int number = 1000; number < 1200; ++number) {
    const std::string name = std::to_string(number);
    files.push_back(entry("a/" + name, "unit " + name + ": disk is full", "unit " + name));
  }
  CHECK(shadows(files).size() == kMostShadowed + 1);
}

TEST_CASE("a match may leave an ending of three letters, and is torn by four", "[cross-matches]") {
  const auto generic = [](const std::string& word) {
    std::vector<EntryText> files = {entry("a/a", "the frobnik failed", "frobnik")};
    for (const std::string domain : {"b", "c", "d"}) {
      files.push_back(entry(domain + "/x", "gadget " + domain + ": " + word, "gadget " + domain));
    }
    const KnowledgeBase base = base_of(files);
    return cross_matches(base, 1).generic.size();
  };
  CHECK(generic("frobnik stopped") == 0);
  CHECK(generic("frobniked") == 0);
  CHECK(generic("frobnikers") == 0);
  CHECK(generic("frobnikable") == 1);
  CHECK(generic("frobnikings") == 1);
  CHECK(generic("refrobnik") == 1);
}

TEST_CASE("the background has the shapes of real logs and no words of errors", "[cross-matches]") {
  const auto is_generic = [](const std::string& regex) {
    const std::vector<EntryText> files = {entry("a/a", "signature", regex)};
    return !cross_matches(base_of(files), 1).generic.empty();
  };
  for (const char* part : {"ask \\\\d+", "status.*red", "911.*ma", "bindi", "removing .+",
                           "stage \\\\d", "authentication.*fail", "unassigned"}) {
    CAPTURE(part);
    CHECK(is_generic(part));
  }
  for (const char* word :
       {"error",  "failed",  "failure", "denied",    "refused",   "timeout",     "timed out",
        "quota",  "remote",  "invalid", "missing",   "not found", "exceeded",    "aborted",
        "killed", "warning", "fatal",   "exception", "panic",     "unreachable", "forbidden"}) {
    CAPTURE(word);
    CHECK_FALSE(is_generic(word));
  }
}

TEST_CASE("a piece of a longer word is shown rather than a word of its own", "[cross-matches]") {
  std::vector<EntryText> files = {entry("a/a", "the frobnik failed", "frobnik"),
                                  entry("b/x", "gadget b: the frobnik stopped", "gadget b")};
  for (const std::string domain : {"c", "d", "e"}) {
    files.push_back(entry(domain + "/x", "gadget " + domain + ": frobnikable", "gadget " + domain));
  }
  const KnowledgeBase base = base_of(files);
  const std::vector<GenericBranch> generic = cross_matches(base, 1).generic;
  REQUIRE(generic.size() == 1);
  CHECK(generic[0].is_torn);
  CHECK(generic[0].sample.text == "gadget c: frobnikable");
}

TEST_CASE("a branch that turns out to be generic leaves the pair to another", "[cross-matches]") {
  std::vector<EntryText> files = {entry("a/a", "the frobnik failed", "frobnik|unit b: the"),
                                  entry("b/x", "unit b: the frobnik stopped", "unit b")};
  for (const std::string domain : {"c", "d", "e"}) {
    files.push_back(entry(domain + "/x", "unit " + domain + ": frobnikable", "unit " + domain));
  }
  CHECK(shadows(files) == Strings{"a/a > b/x: unit b: the"});
}

TEST_CASE("branches and their literals are kept", "[cross-matches]") {
  const SyntaxTree tree = parse_pattern("disk.*full|[a-z]+|quota", CaseRule::kIgnoreCase);
  const std::string kept = keep_branches(tree, lower_pattern(tree));
  std::string_view rest = kept;
  const auto first = take_branch(rest);
  const auto second = take_branch(rest);
  const auto third = take_branch(rest);
  REQUIRE((first && second && third));
  CHECK(first->span == Span{0, 10});
  CHECK_FALSE(first->is_sufficient);
  CHECK(LiteralText("the disk is full").has_one_of_each(first->choices));
  CHECK_FALSE(LiteralText("the disk is empty").has_one_of_each(first->choices));
  CHECK(LiteralText("the disk is full").may_contain(LiteralText::sketch_of("disk")));
  CHECK_FALSE(LiteralText("the disk is full").may_contain(LiteralText::sketch_of("quota")));
  CHECK(LiteralText("").may_contain(LiteralText::sketch_of("q")));
  CHECK(second->choices.empty());
  CHECK(third->is_sufficient);
  std::string_view choices = third->choices;
  CHECK(take_choice(choices) == std::vector<std::string_view>{"quota"});
  CHECK(choices.empty());
  CHECK_FALSE(take_branch(rest));
}

TEST_CASE("a branch can be read alone, with the flags that it is kept with", "[cross-matches]") {
  std::vector<std::string> regexes = corpus_regexes();
  for (const std::string_view regex :
       {"(?i)", "a|(?i)b|c", "(?i)(?:x|y(?s:.)z|[a-k]+)", "a(?s).|.b|(?-s:.)c|(?-s).d", "(?i:a)b|c",
        "x{3}|(?U)y+|z*(?i)z", "^a|(?m)^b$|c$", "(a|b(?i)c|d)", "\\Qa|b\\E|c", "(?:a|b){1}|c",
        "(?:c|d){0}(?:e|f)", "abc(d)|e"}) {
    regexes.emplace_back(regex);
  }
  std::size_t branches = 0;
  for (const std::string& regex : regexes) {
    const SyntaxTree tree = parse_pattern(regex, CaseRule::kIgnoreCase);
    if (!tree.ok()) continue;
    const Hir form = lower_pattern(tree);
    const std::string kept = keep_branches(tree, form);
    std::string_view rest = kept;
    for (const NodeId node : form.branches()) {
      const auto branch = take_branch(rest);
      REQUIRE(branch);
      const std::string text = regex.substr(branch->written.begin, branch->written.size());
      CAPTURE(regex, text, branch->flags);
      const SyntaxTree alone = parse_pattern(text, branch->flags);
      REQUIRE(alone.ok());
      CHECK(
          same_automaton(PlainRegex::from(form, node),
                         branch->is_exact ? PlainRegex::from(lower_pattern(alone)) : std::nullopt));
      ++branches;
    }
  }
  CHECK(branches > 500);
}

TEST_CASE("automata that find no room are made again, with the same answers", "[cross-matches]") {
  std::vector<EntryText> files;
  for (const std::string& text : buildable_entries(frozen_base())) {
    files.push_back({"git/" + std::to_string(files.size()), text});
  }
  // Branches that only their automata can tell apart, and texts for all of them.
  for (int number = 0; number < 100; ++number) {
    const std::string name = std::to_string(number);
    std::string regex = "unit [0-9]{9}";
    for (int length = 1; length < 20; ++length) {
      regex += "|broken [a-z]{" + std::to_string((number + length) % 40) + "},";
    }
    files.push_back(entry("a" + std::to_string(number % 7) + "/" + name,
                          "broken " + std::string(number % 50, 'x') + ", unit " + name, regex));
  }
  const KnowledgeBase base = base_of(files);
  const std::string all = answers_of(cross_matches(base, 1));
  CHECK(all.size() > 1000);
  CHECK(answers_of(cross_matches(base, 1, 0)) == all);
  CHECK(answers_of(cross_matches(base, 3, 10'000)) == all);
}

TEST_CASE("what is left out does not depend on the order of the files", "[cross-matches]") {
  std::vector<EntryText> files;
  for (const std::string& text : buildable_entries(frozen_base())) {
    files.push_back({"git/" + std::to_string(files.size()), text});
  }
  // Each bound is met: more texts than are tried, more domains than are enough, more signatures
  // than are shadowed; and there are literals that begin at one place.
  for (int number = 0; number < 700; ++number) {
    const std::string name = std::to_string(number);
    std::string regex = "gadget " + name + " of";
    if (number % 50 == 0) regex += "|gadget.*lost|lost (?:unit|units) [0-4]+$|un[it]+ " + name;
    files.push_back(entry("d" + std::to_string(number % 17) + "/" + name,
                          "gadget " + name + " of unit" + (number % 3 ? "" : "s") + " " + name +
                              " lost: lost units " + std::to_string(number % 11),
                          regex));
  }
  for (int number = 0; number < 300; ++number) {
    const std::string name = std::to_string(number);
    files.push_back(
        entry("one/" + name, "widget " + name + " jams here",
              (number % 50 == 0 ? "widget.*jams|" : "") + ("widget " + name) + " jams"));
  }
  const Strings all = answers_in_any_order(files);
  CHECK(all.size() > 100);
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(files.begin(), files.end(), random);
    CHECK(answers_in_any_order(files) == all);
  }
}

}  // namespace kbc
