// Whether the entry that a person wants comes first: for the entries' own examples, for messages of
// real programs, and whether anything comes for output without errors.
//
// Where one of messages.json was missed, an entry was mended. unseen_messages.json was collected
// after that, and nothing is mended for it: its figures say what to expect of a message not seen
// before.

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

struct Message {
  std::string text;
  std::vector<std::string> own, corpus;  // the ids that are right; none for none
  bool was_run = false;
};

std::vector<Message> messages(const std::string& file) {
  rapidjson::Document document;
  document.Parse(content_of(kFolder + file).c_str());
  REQUIRE(document.IsArray());
  std::vector<Message> messages;
  for (const rapidjson::Value& value : document.GetArray()) {
    Message message;
    message.text = value["text"].GetString();
    if (value["expected"].IsString()) message.own = {value["expected"].GetString()};
    for (const rapidjson::Value& id : value["corpus"].GetArray()) {
      message.corpus.emplace_back(id.GetString());
    }
    const std::string source = value["source"].GetString();
    REQUIRE((source == "run" || source == "known"));
    message.was_run = source == "run";
    messages.push_back(std::move(message));
  }
  return messages;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// What is reached over messages with a right answer, and over those without.
struct Figures {
  double asked = 0, first = 0, in_three = 0, reciprocal = 0;
  double without = 0, answered = 0;

  void add(const std::vector<std::string>& right, const std::vector<Answers::Answer>& answers) {
    if (right.empty()) {
      ++without;
      if (!answers.empty()) ++answered;
      return;
    }
    ++asked;
    for (std::size_t at = 0; at < answers.size(); ++at) {
      if (!has(right, answers[at].id)) continue;
      first += at == 0 ? 1 : 0;
      in_three += at < 3 ? 1 : 0;
      reciprocal += 1.0 / static_cast<double>(at + 1);
      return;
    }
  }

  double precision_at_1() const { return first / asked; }
  double precision_at_3() const { return in_three / asked; }
  double mean_reciprocal_rank() const { return reciprocal / asked; }
  double false_positives() const { return answered / without; }

  std::string row(const char* name) const {
    char text[200];
    std::snprintf(text, sizeof text, "%-20s %8.0f %7.3f %7.3f %7.3f %8.0f %7.3f\n", name, asked,
                  precision_at_1(), precision_at_3(), mean_reciprocal_rank(), without,
                  false_positives());
    return text;
  }
};

const char* const kHead =
    "\n                     messages     P@1     P@3     MRR  without   false\n";

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
  rapidjson::Document document;
  document.Parse(content_of(kFolder + "further_forms.json").c_str());
  REQUIRE(document.IsArray());
  std::size_t forms = 0;
  for (const rapidjson::Value& value : document.GetArray()) {
    const std::string id = value["id"].GetString();
    REQUIRE(answers.index().find(id));
    for (const char* field : {"examples", "counterexamples"}) {
      if (!value.HasMember(field)) continue;
      for (const rapidjson::Value& text : value[field].GetArray()) {
        ++forms;
        const std::string message = text.GetString();
        CAPTURE(id, message);
        for (const auto& found : {answers.to_message(message), answers.to_lines(message)}) {
          if (std::string_view(field) == "examples") {
            REQUIRE(!found.empty());
            CHECK(found[0].id == id);
          } else {
            CHECK(std::none_of(found.begin(), found.end(),
                               [&](const Answers::Answer& answer) { return answer.id == id; }));
          }
        }
      }
    }
  }
  CHECK(forms >= 30);
}

TEST_CASE("messages of real programs have the right entry first", "[quality]") {
  Answers answers(own_entries());
  const std::vector<Message> all = messages("messages.json");
  Figures whole, lines, unseen;
  std::string missed;
  std::size_t run = 0;
  for (const Message& message : all) {
    run += message.was_run ? 1 : 0;
    for (const std::string& id : message.own) {
      CAPTURE(id);
      CHECK(answers.index().find(id));
    }
    const auto to_message = answers.to_message(message.text);
    whole.add(message.own, to_message);
    lines.add(message.own, answers.to_lines(message.text));
    const std::string found = to_message.empty() ? "nothing" : to_message[0].id;
    const std::string wanted = message.own.empty() ? "nothing" : message.own[0];
    if (found != wanted) {
      missed += found + " instead of " + wanted + ": " +
                message.text.substr(0, message.text.find('\n')) + '\n';
    }
  }
  for (const Message& message : messages("unseen_messages.json")) {
    unseen.add(message.own, answers.to_message(message.text));
  }
  WARN(kHead << whole.row("as a message") << lines.row("line by line") << unseen.row("unseen ones")
             << missed);
  CHECK(all.size() >= 200);
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
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      CAPTURE(file.path().string(), line);
      rapidjson::Document wording;
      wording.Parse(line.c_str());
      REQUIRE(wording.IsObject());
      REQUIRE(wording["origin"].GetStringLength() > 0);
      const std::string set = wording["set"].GetString();
      REQUIRE((set == "tune" || set == "held"));
      std::vector<std::string> right;
      if (wording["expect"].IsString()) right = {wording["expect"].GetString()};
      for (const std::string& id : right) REQUIRE(answers.index().find(id));
      const std::string message = wording["message"].GetString();
      const auto found = answers.to_message(message);
      sets[set].add(right, found);
      if (right.empty() && !found.empty()) missed += found[0].id + " answers " + message + '\n';
    }
  }
  WARN(kHead << sets["held"].row("set aside") << sets["tune"].row("the others") << missed);
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
    figures.add(wanted, answers.to_message(entry.signature()));
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
  Figures all, strict, unseen;
  for (const std::string file : {"messages.json", "unseen_messages.json"}) {
    for (const Message& message : messages(file)) {
      for (const std::string& id : message.corpus) {
        CAPTURE(id);
        CHECK(answers.index().find(id));
      }
      const auto found = answers.to_message(message.text);
      (file == "messages.json" ? all : unseen).add(message.corpus, found);
      if (file == "messages.json") strict.add(message.corpus, from(kEnough, found));
    }
  }
  WARN(kHead << all.row("all answers") << strict.row("with --min-score 45")
             << unseen.row("unseen ones"));
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
