// The answers of kbc.h are those of `kbc match` and `kbc search`.

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "core/rapidjson.h"
#include "kbc/kbc.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

std::string_view view(kbx_text text) { return {text.data, text.size}; }

// An index of this repository's own entries, for the command and for C.
class Both : public TemporaryFolder {
 public:
  Both() {
    const Outcome built =
        kbc::run({"build", "--kb", kSource, "--emit", "index", "--out", path(), "--quiet"}, path());
    REQUIRE(built.exit == 0);
    char error[100];
    index_ = kbx_open(path("kb.kbx").c_str(), error, sizeof error);
    REQUIRE(index_ != nullptr);
    base_ = kbc_open(index_, error, sizeof error);
    REQUIRE(base_ != nullptr);
    result = kbc_result_new();
  }
  ~Both() {
    kbc_result_free(result);
    kbc_close(base_);
    kbx_close(index_);
  }

  const kbc_base* base() const { return base_; }

  // What the command prints as JSON.
  rapidjson::Document says(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin() + 1, {"--index", "kb.kbx", "--format", "json", "--all"});
    rapidjson::Document document;
    document.Parse(kbc::run(arguments, path(), input).out.c_str());
    REQUIRE(document.IsArray());
    return document;
  }

  kbc_result* result = nullptr;

 private:
  kbx_index* index_ = nullptr;
  kbc_base* base_ = nullptr;
};

std::string text_of(const rapidjson::Value& object, const char* name) {
  if (!object.HasMember(name)) return "";
  return {object[name].GetString(), object[name].GetStringLength()};
}

void same_hits(const rapidjson::Document& json, const kbc_result* result) {
  REQUIRE(kbc_size(result) == json.Size());
  for (std::uint32_t at = 0; at < json.Size(); ++at) {
    const rapidjson::Value& said = json[at];
    kbc_hit hit = {};
    hit.struct_size = sizeof hit;
    REQUIRE(kbc_hit_at(result, at, &hit) == KBC_OK);
    CAPTURE(at, view(hit.id));
    CHECK(text_of(said, "id") == view(hit.id));
    CHECK(text_of(said, "signature") == view(hit.signature));
    CHECK(said["score"].GetDouble() == hit.score);
    CHECK(said["line"].GetUint64() == hit.line);
    CHECK(said["begin"].GetUint64() == hit.begin);
    CHECK(said["end"].GetUint64() == hit.end);
    CHECK(said["count"].GetUint64() == hit.count);
    CHECK(text_of(said, "via") == view(hit.via));
    CHECK(text_of(said, "matched") == view(hit.matched));
    CHECK(text_of(said, "text") == view(hit.text));
    REQUIRE(said["lines"].Size() == hit.lines_size);
    for (std::uint32_t line = 0; line < hit.lines_size; ++line) {
      CHECK(said["lines"][line].GetUint64() == kbc_line_at(result, at, line));
    }
    CHECK((said.HasMember("captures") ? said["captures"].MemberCount() : 0) == hit.captures_size);
    for (std::uint32_t number = 0; number < hit.captures_size; ++number) {
      kbc_capture capture = {};
      capture.struct_size = sizeof capture;
      REQUIRE(kbc_capture_at(result, at, number, &capture) == KBC_OK);
      CHECK(text_of(said["captures"], std::string(view(capture.name)).c_str()) ==
            view(capture.value));
    }
  }
}

// The messages of real programs, in all the forms in which logs have them.
std::vector<std::string> messages() {
  std::vector<std::string> messages;
  for (const char* file : {"messages", "unseen_messages", "further_forms"}) {
    std::ifstream in(kSource + "/tests/match/" + file + ".kbc-test.ndjson");
    for (std::string line; std::getline(in, line);) {
      rapidjson::Document test;
      test.Parse(line.c_str());
      if (test.IsObject() && test.HasMember("message")) {
        messages.push_back(text_of(test, "message"));
      }
    }
  }
  REQUIRE(messages.size() > 400);
  return messages;
}

}  // namespace

TEST_CASE("the C library finds in a message what kbc match finds", "[capi][match]") {
  const Both both;
  std::size_t number = 0, hits = 0;
  for (const std::string& message : messages()) {
    // Each is a process of its own.
    if (++number % 12 != 0 || message.find('\0') != std::string::npos) continue;
    CAPTURE(message);
    REQUIRE(kbc_match(both.base(), message.data(), message.size(), nullptr, both.result) == KBC_OK);
    same_hits(both.says({"match", "--", message}), both.result);
    hits += kbc_size(both.result);
  }
  CHECK(hits > 20);
}

TEST_CASE("the C library finds in a log what kbc match finds", "[capi][match]") {
  const Both both;
  std::string log;
  for (const std::string& message : messages()) log += message + "\r\n";
  for (const std::string& text : {log, log.substr(0, 20000), std::string(1500000, 'x') + log}) {
    REQUIRE(kbc_match_log(both.base(), text.data(), text.size(), nullptr, both.result) == KBC_OK);
    CHECK(kbc_size(both.result) > 10);
    same_hits(both.says({"match", "-"}, text), both.result);
  }
}

TEST_CASE("the C library finds by words what kbc search finds", "[capi][search]") {
  const Both both;
  for (const std::string words : {"port in use", "端口 被占用", "ENOSPC", "the", "nothing-has-this",
                                  "connection refused docker network database"}) {
    CAPTURE(words);
    REQUIRE(kbc_search(both.base(), words.data(), words.size(), nullptr, both.result) == KBC_OK);
    const rapidjson::Document json = both.says({"search", words});
    REQUIRE(kbc_size(both.result) == json.Size());
    for (std::uint32_t at = 0; at < json.Size(); ++at) {
      kbc_found found = {};
      found.struct_size = sizeof found;
      REQUIRE(kbc_found_at(both.result, at, &found) == KBC_OK);
      CHECK(text_of(json[at], "id") == view(found.id));
      CHECK(std::abs(json[at]["score"].GetDouble() - found.score) <= 0.0005001);
      std::vector<std::string> own, said;
      for (std::uint32_t word = 0; word < kbc_words_size(both.result); ++word) {
        if ((found.words >> word & 1) != 0) own.emplace_back(view(kbc_word_at(both.result, word)));
      }
      for (const auto& word : json[at]["words"].GetArray()) said.emplace_back(word.GetString());
      CHECK(own == said);
    }
  }
}

TEST_CASE("the example in C that matches and searches gives what kbc gives", "[capi][examples]") {
  const Both both;
  const std::string program = std::string(KBC_EXAMPLES) + "/example_match_log";
  const std::string log = "fine\nwrite: No space left on device\nNo space left on device\n";
  const Outcome outcome = run_program(program, {"kb.kbx"}, both.path(), log);
  CHECK(outcome.err == "");
  CHECK(outcome.exit == 0);
  const rapidjson::Document hits = both.says({"match", "-"}, log);
  REQUIRE(hits.Size() > 0);
  CHECK_THAT(outcome.out, StartsWith("2 times, best in line "));
  CHECK_THAT(outcome.out, ContainsSubstring(": " + text_of(hits[0], "id") + " ("));
  const Outcome found = run_program(program, {"kb.kbx", "port", "in", "use"}, both.path());
  CHECK(found.exit == 0);
  const rapidjson::Document json = both.says({"search", "port in use"});
  std::istringstream lines(found.out);
  std::uint32_t at = 0;
  for (std::string score, id; lines >> score >> id; ++at) CHECK(id == text_of(json[at], "id"));
  CHECK(at == 5);
  const Outcome none = run_program(program, {"kb.kbx"}, both.path(), "all is well\n");
  CHECK(none.exit == 1);
  CHECK(none.out == "");
  const Outcome missing = run_program(program, {"none.kbx"}, both.path());
  CHECK(missing.exit == 2);
  CHECK(missing.err == "none.kbx: No such file or directory\n");
}

}  // namespace kbc
