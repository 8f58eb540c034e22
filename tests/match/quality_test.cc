// Whether the entry that a person wants comes first: for the entries' own examples, for messages of
// real programs, and whether anything comes for output without errors.
//
// Where one of messages.kbc-test.ndjson was missed, an entry was mended. unseen_messages was
// collected after that, and nothing is mended for it: its figures say what to expect of a message
// not seen before.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "core/rapidjson.h"
#include "index/bases.h"
#include "index/made_index.h"
#include "match/answers.h"
#include "messages/test_files.h"
#include "messages/verdict.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

const std::string kFolder = std::string(KBC_SOURCE_FOLDER) + "/tests/match/";

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The tests in one of this folder's files, as `kbc test` reads them.
TestFiles tests_in(const std::string& name) {
  TestFiles files;
  const Status failed = read_test_files({}, Border::By::kPerson, {kFolder + name}, files);
  INFO((failed ? failed->message : ""));
  REQUIRE(!failed);
  return files;
}

// The ids in the large knowledge base that are right for a message, by messages. Of those that are
// not there none is right.
using LargeAnswers = std::map<std::string, std::vector<std::string>>;

LargeAnswers large_answers() {
  rapidjson::Document document;
  document.Parse(content_of(kFolder + "large_base_answers.json").c_str());
  REQUIRE(document.IsObject());
  LargeAnswers answers;
  for (const auto& member : document.GetObject()) {
    for (const rapidjson::Value& id : member.value.GetArray()) {
      answers[member.name.GetString()].emplace_back(id.GetString());
    }
  }
  return answers;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Where several ids are right, the best place of one counts.
void add(const std::vector<std::string>& right, const std::vector<Answers::Answer>& answers,
         Figures& figures) {
  if (right.empty()) return figures.add_without(!answers.empty());
  const auto found = std::find_if(answers.begin(), answers.end(),
                                  [&](const Answers::Answer& one) { return has(right, one.id); });
  figures.add_asked(found == answers.end() ? 0
                                           : static_cast<std::size_t>(found - answers.begin()) + 1);
}

std::vector<std::string> right_for(const MessageTest& test) {
  return test.wanted == Wanted::kEntry ? std::vector<std::string>{test.expect}
                                       : std::vector<std::string>();
}

// The answers that have such a score.
std::vector<Answers::Answer> from(double least, std::vector<Answers::Answer> answers) {
  answers.erase(std::remove_if(answers.begin(), answers.end(),
                               [&](const Answers::Answer& answer) { return answer.score < least; }),
                answers.end());
  return answers;
}

}  // namespace

TEST_CASE("each example of each entry has its own entry first, as a message and in a log",
          "[quality]") {
  Answers answers(own_entries());
  std::size_t examples = 0;
  for (const auto& entry : answers.index().entries()) {
    const std::string id(entry.id());
    for (const auto example : entry.examples()) {
      ++examples;
      CAPTURE(id, example);
      const auto to_message = answers.to_message(example);
      REQUIRE(!to_message.empty());
      CHECK(to_message[0].id == id);
      const auto to_lines = answers.to_lines(example);
      REQUIRE(!to_lines.empty());
      CHECK(to_lines[0].id == id);
    }
  }
  CHECK(examples >= 300);
}

TEST_CASE("an entry shows two to six examples and one to three counterexamples", "[quality]") {
  Answers answers(own_entries());
  for (const auto& entry : answers.index().entries()) {
    const std::string id(entry.id());
    CAPTURE(id);
    CHECK(entry.examples().size() >= 2);
    CHECK(entry.examples().size() <= 6);
    CHECK(entry.counterexamples().size() >= 1);
    CHECK(entry.counterexamples().size() <= 3);
  }
}

TEST_CASE("further forms of a message have their entry first, look-alikes never", "[quality]") {
  Answers answers(own_entries());
  const TestFiles files = tests_in("further_forms.kbc-test.ndjson");
  for (const MessageTest& test : files.tests) {
    CAPTURE(test.expect, test.message);
    CHECK(answers.verdict(test).fault == "");
    const auto lines = answers.to_lines(test.message);
    if (test.wanted == Wanted::kEntry) {
      REQUIRE(!lines.empty());
      CHECK(lines[0].id == test.expect);
    }
    for (const std::string& id : test.never) {
      CHECK(std::none_of(lines.begin(), lines.end(),
                         [&](const Answers::Answer& answer) { return answer.id == id; }));
    }
  }
  CHECK(files.tests.size() >= 30);
}

TEST_CASE("messages of real programs have the right entry first", "[quality]") {
  Answers answers(own_entries());
  const TestFiles all = tests_in("messages.kbc-test.ndjson");
  Figures whole, lines, unseen;
  std::string missed;
  std::size_t run = 0;
  for (const MessageTest& test : all.tests) {
    REQUIRE((test.origin == "run" || test.origin == "known"));
    run += test.origin == "run" ? 1 : 0;
    const Verdict verdict = answers.verdict(test);
    whole.add(verdict);
    add(right_for(test), answers.to_lines(test.message), lines);
    if (!verdict.has_passed()) {
      missed += verdict.fault + ": " + test.message.substr(0, test.message.find('\n')) + '\n';
    }
  }
  for (const MessageTest& test : tests_in("unseen_messages.kbc-test.ndjson").tests) {
    unseen.add(answers.verdict(test));
  }
  WARN('\n'
       << figures_head() << figures_row("as a message", whole) << figures_row("line by line", lines)
       << figures_row("unseen ones", unseen) << missed);
  CHECK(all.tests.size() >= 200);
  CHECK(run >= 120);
  CHECK(whole.without >= 60);
  for (const Figures& figures : {whole, lines}) {
    CHECK(figures.precision_at_1() >= 0.98);
    CHECK(figures.precision_at_3() >= 0.98);
    CHECK(figures.mean_reciprocal_rank() >= 0.98);
    CHECK(figures.false_positives() <= 0.02);
  }
  CHECK(unseen.precision_at_1() >= 0.9);
  CHECK(unseen.precision_at_3() >= 0.9);
  CHECK(unseen.mean_reciprocal_rank() >= 0.9);
  CHECK(unseen.false_positives() <= 0.06);
}

// tests/match/wordings has, for each domain, what other versions, clients and systems print for the
// same causes, and near misses, which no entry may answer. Every third was set aside (`held`)
// before an entry was changed for the others.
TEST_CASE("other wordings of a cause have their entry first, near misses none", "[quality]") {
  Answers answers(own_entries());
  std::map<std::string, Figures> sets;
  std::string missed;
  for (const auto& file : std::filesystem::directory_iterator(kFolder + "wordings")) {
    for (const MessageTest& test : tests_in("wordings/" + file.path().filename().string()).tests) {
      CAPTURE(file.path().string(), test.message);
      REQUIRE(!test.origin.empty());
      REQUIRE((test.set == "tune" || test.set == "held"));
      const Verdict verdict = answers.verdict(test);
      sets[test.set].add(verdict);
      if (test.wanted == Wanted::kNothing && !verdict.has_passed()) {
        missed += verdict.fault + ": " + test.message + '\n';
      }
    }
  }
  WARN('\n'
       << figures_head() << figures_row("set aside", sets["held"])
       << figures_row("the others", sets["tune"]) << missed);
  CHECK(sets["held"].asked + sets["tune"].asked >= 1000);
  CHECK(sets["held"].asked >= 330);
  CHECK(sets["held"].precision_at_1() >= 0.93);
  CHECK(sets["tune"].precision_at_1() >= 0.98);
  CHECK(sets["held"].answered + sets["tune"].answered == 0);
}

// tests/match/ordinary_output makes the lines; this is a sample of them.
TEST_CASE("output without errors has no entry", "[quality]") {
  Answers answers(own_entries());
  std::ifstream in(kFolder + "ordinary_output.txt");
  REQUIRE(in);
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    const auto found = answers.to_message(line);
    if (found.empty()) continue;
    CAPTURE(found[0].id, line);
    CHECK(found.empty());
  }
  CHECK(lines >= 3000);
}

// Several programs of the frozen base report one kind of error alike, so that not each is the
// first.
TEST_CASE("an entry is among the answers to its own signature and examples", "[quality]") {
  Answers answers(buildable_entries(frozen_base()));
  Figures figures;
  for (const auto& entry : answers.index().entries()) {
    const std::vector<std::string> wanted = {std::string(entry.id())};
    add(wanted, answers.to_message(entry.signature()), figures);
  }
  CHECK(figures.precision_at_1() >= 0.95);
  CHECK(figures.precision_at_3() == 1);
}

TEST_CASE("messages of real programs in a large knowledge base", "[quality]") {
  const char* corpus = std::getenv("KBC_CORPUS");
  if (corpus == nullptr) {
    skip("KBC_CORPUS is not set");
    return;
  }
  Answers answers(entry_texts(std::string(corpus) + "/entries"));
  constexpr double kEnough = 45;
  const LargeAnswers large = large_answers();
  for (const auto& [message, ids] : large) {
    for (const std::string& id : ids) {
      CAPTURE(message, id);
      CHECK(answers.index().find(id));
    }
  }
  Figures all, strict, unseen;
  for (const std::string file : {"messages", "unseen_messages"}) {
    for (const MessageTest& test : tests_in(file + ".kbc-test.ndjson").tests) {
      const auto known = large.find(test.message);
      const auto right = known == large.end() ? std::vector<std::string>() : known->second;
      const auto found = answers.to_message(test.message);
      add(right, found, file == "messages" ? all : unseen);
      if (file == "messages") add(right, from(kEnough, found), strict);
    }
  }
  WARN('\n'
       << figures_head() << figures_row("all answers", all)
       << figures_row("with --min-score 45", strict) << figures_row("unseen ones", unseen));
  CHECK(all.precision_at_1() >= 0.77);
  CHECK(all.precision_at_3() >= 0.81);
  CHECK(all.mean_reciprocal_rank() >= 0.79);
  CHECK(all.false_positives() <= 0.48);
  CHECK(strict.precision_at_1() >= 0.77);
  CHECK(strict.false_positives() <= 0.24);
  CHECK(unseen.precision_at_1() >= 0.76);
  CHECK(unseen.precision_at_3() >= 0.8);
}

}  // namespace kbc
