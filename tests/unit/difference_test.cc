// What `kbc diff` says of two knowledge bases: of changes made one by one, each in its class, of
// the same ones backwards, and of rewriting that changes nothing.

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "catch.h"
#include "compare/accepted.h"
#include "compare/compare_entries.h"
#include "compare/compare_messages.h"
#include "compare/compare_names.h"
#include "compare/compare_schemas.h"
#include "core/rapidjson.h"
#include "index/made_index.h"
#include "index/next_version.h"
#include "kbx/index.h"

namespace kbc {
namespace {

using Json = rapidjson::Document;

kbx::Index opened(const std::string& bytes) {
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  INFO(error);
  REQUIRE(index);
  return std::move(*index);
}

// What differs between two indexes, as far as they say it by themselves.
std::vector<Difference> differences_of(const std::string& old_bytes, const std::string& new_bytes,
                                       const RemovedIds& removed = {}) {
  const kbx::Index before = opened(old_bytes), now = opened(new_bytes);
  const BaseComparison comparison = {before, now, removed, pair_entries(before, now)};
  std::string error;
  const auto old_matcher = Matcher::over(before, error);
  const auto new_matcher = Matcher::over(now, error);
  INFO(error);
  REQUIRE(old_matcher);
  REQUIRE(new_matcher);
  MessageComparison messages(comparison, *old_matcher, *new_matcher, 1);
  messages.add_own();
  const std::vector<bool> is_shown = messages.is_shown();
  std::vector<Difference> differences = messages.take();
  compare_names(comparison, differences);
  compare_entries(comparison, is_shown, differences);
  sort(differences);
  return differences;
}

std::string text_of(const Json& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  return buffer.GetString();
}

void set(Json& json, const char* field, rapidjson::Value value) {
  json.RemoveMember(field);
  json.AddMember(rapidjson::StringRef(field), value, json.GetAllocator());
}

rapidjson::Value text_value(Json& json, const std::string& text) {
  return {text.c_str(), json.GetAllocator()};
}

std::string id_of(const Json& json) { return json["id"].GetString(); }

// Some of this repository's entries, each with an alias and a range of versions.
class Base {
 public:
  Base() {
    const std::vector<std::string> all = own_entries();
    for (std::size_t at = 0; at < all.size(); at += 4) {
      Json json;
      json.Parse(all[at].c_str());
      REQUIRE(json.IsObject());
      rapidjson::Value aliases(rapidjson::kArrayType);
      aliases.PushBack(text_value(json, id_of(json) + "-before"), json.GetAllocator());
      set(json, "aliases", std::move(aliases));
      set(json, "versions", versions(json, ">=2.30"));
      set(json, "confidence", rapidjson::Value(0.9));
      add_link(json, id_of(json) + "-before");
      texts.push_back(text_of(json));
    }
  }

  static rapidjson::Value versions(Json& json, const std::string& range) {
    rapidjson::Value version(rapidjson::kObjectType);
    version.AddMember("version", text_value(json, "Tool " + range), json.GetAllocator());
    rapidjson::Value versions(rapidjson::kArrayType);
    versions.PushBack(version, json.GetAllocator());
    return versions;
  }

  static void add_link(Json& json, const std::string& to) {
    rapidjson::Value link(rapidjson::kObjectType);
    link.AddMember("error_id", text_value(json, to), json.GetAllocator());
    json["transition_graph"]["leads_to"].PushBack(link, json.GetAllocator());
  }

  Json entry(std::size_t at) const {
    Json json;
    json.Parse(texts[at].c_str());
    return json;
  }

  std::vector<std::string> texts;
};

// What must be said of a change.
struct Wanted {
  std::string name, id;
};

bool has(const std::vector<Difference>& differences, const Wanted& wanted) {
  return std::any_of(differences.begin(), differences.end(), [&](const Difference& one) {
    return name_of(one) == wanted.name && one.id == wanted.id;
  });
}

std::string listing_of(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& one : differences) {
    text += name_of(one) + " " + one.id + " (" + one.subject + "): " + one.text + '\n';
  }
  return text;
}

// Of one side, what answers a message first.
class FirstAnswers {
 public:
  explicit FirstAnswers(const std::string& bytes) : index_(opened(bytes)) {
    std::string error;
    matcher_ = Matcher::over(index_, error);
    INFO(error);
    REQUIRE(matcher_);
  }

  std::string of(std::string_view message) const {
    const std::vector<Answer> answers = MessageMatcher(*matcher_).answers(message);
    return answers.empty() ? std::string() : std::string(index_.at(answers[0].entry)->id());
  }

 private:
  kbx::Index index_;
  std::optional<Matcher> matcher_;
};

// How many messages are told of, after each was put to both sides again: that of a counterexample
// names the entry that finds it, first or not.
std::size_t replayed(const std::vector<Difference>& differences, const FirstAnswers& before,
                     const FirstAnswers& now) {
  std::size_t count = 0;
  for (const Difference& one : differences) {
    if (one.kind.starts_with("counterexample")) continue;
    for (const ChangedMessage& message : one.messages) {
      CAPTURE(name_of(one), message.text);
      CHECK(before.of(message.text) == message.before);
      CHECK(now.of(message.text) == message.now);
      ++count;
    }
  }
  return count;
}

// Kinds that are each other's mirror; the others are their own.
const std::map<std::string_view, std::string_view>& mirrors() {
  static const std::map<std::string_view, std::string_view> all = [] {
    std::map<std::string_view, std::string_view> pairs = {
        {"id-removed", "entry-added"},
        {"alias-removed", "alias-added"},
        {"code-removed", "code-added"},
        {"tag-removed", "tag-added"},
        {"category-removed", "category-added"},
        {"domain-removed", "domain-added"},
        {"lost", "gained"},
        {"also", "no-longer"},
        {"workaround-removed", "workaround-added"},
        {"dead-end-removed", "dead-end-added"},
        {"link-cut", "link-added"},
        {"counterexample-hit", "counterexample-freed"}};
    for (const auto& [kind, mirror] : std::map(pairs)) pairs.emplace(mirror, kind);
    return pairs;
  }();
  return all;
}

// A difference without what depends on the direction.
using Shape = std::tuple<std::string, std::set<std::string>, std::size_t, std::set<std::string>>;

Shape shape_of(const Difference& one, bool is_mirrored) {
  std::string_view kind = one.kind;
  if (is_mirrored && mirrors().contains(kind)) kind = mirrors().at(kind);
  std::set<std::string> messages;
  for (const ChangedMessage& message : one.messages) {
    messages.insert(is_mirrored ? message.now + '\n' + message.before + '\n' + message.text
                                : message.before + '\n' + message.now + '\n' + message.text);
  }
  return {std::string(kind), {one.id, one.subject}, one.message_count, messages};
}

std::set<Shape> shapes_of(const std::vector<Difference>& differences, bool is_mirrored) {
  std::set<Shape> shapes;
  for (const Difference& one : differences) shapes.insert(shape_of(one, is_mirrored));
  return shapes;
}

// Changes an entry, or two, in the way of this number.
Wanted change(std::size_t way, std::size_t at, std::vector<std::string>& texts, const Base& base) {
  Json json = base.entry(at);
  const std::string id = id_of(json);
  const std::size_t other = (at + 1) % texts.size();
  switch (way) {
    case 0:
      texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(at));
      return {"breaking/id-removed", id};
    case 1:
      json.RemoveMember("aliases");
      texts[at] = text_of(json);
      return {"breaking/alias-removed", id};
    case 2:
      set(json, "regex", text_value(json, std::string(json["regex"].GetString()) + "|zzyzx \\d+"));
      texts[at] = text_of(json);
      return {"risk/regex-changed", id};
    case 3:
      set(json, "regex", text_value(json, "nothing prints \\d+ of this"));
      texts[at] = text_of(json);
      return {"behaviour/lost", id};
    case 4: {
      Json second = base.entry(other);
      const std::string regex = json["regex"].GetString();
      set(json, "regex", text_value(json, second["regex"].GetString()));
      set(second, "regex", text_value(second, regex));
      texts[at] = text_of(json);
      texts[other] = text_of(second);
      return {"behaviour/moved", id};
    }
    case 5:
      set(json, "confidence", rapidjson::Value(0.7));
      texts[at] = text_of(json);
      return {"risk/rate-changed", id};
    case 6:
      json["transition_graph"].RemoveMember("leads_to");
      texts[at] = text_of(json);
      return {"risk/link-cut", id};
    default:
      set(json, "versions", Base::versions(json, ">=2.40"));
      texts[at] = text_of(json);
      return {"behaviour/affects-changed", id};
  }
}

// Writes a value with its members in another order, other blanks and other escapes.
class Rewriter {
 public:
  explicit Rewriter(std::mt19937& random) : random_(random) {}

  std::string text(const rapidjson::Value& value) {
    out_.clear();
    write(value);
    return out_;
  }

 private:
  bool chance() { return random_() % 3 == 0; }

  void blank() {
    for (; chance();) out_ += " \n\t"[random_() % 3];
  }

  void write(const rapidjson::Value& value) {
    blank();
    if (value.IsObject()) {
      write_object(value);
    } else if (value.IsArray()) {
      out_ += '[';
      for (rapidjson::SizeType at = 0; at < value.Size(); ++at) {
        if (at > 0) out_ += ',';
        write(value[at]);
      }
      out_ += ']';
    } else if (value.IsString()) {
      write_string(value.GetString());
    } else {
      rapidjson::StringBuffer buffer;
      rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
      value.Accept(writer);
      out_ += buffer.GetString();
    }
    blank();
  }

  void write_object(const rapidjson::Value& value) {
    std::vector<const rapidjson::Value::Member*> members;
    for (const auto& member : value.GetObject()) members.push_back(&member);
    std::shuffle(members.begin(), members.end(), random_);
    out_ += '{';
    for (std::size_t at = 0; at < members.size(); ++at) {
      if (at > 0) out_ += ',';
      write_string(members[at]->name.GetString());
      out_ += ':';
      write(members[at]->value);
    }
    out_ += '}';
  }

  void write_string(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      const bool must = c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
      const bool may = static_cast<unsigned char>(c) < 0x80;
      if (must || (may && random_() % 8 == 0)) {
        char escape[8];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
        out_ += escape;
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  std::mt19937& random_;
  std::string out_;
};

Difference about(ChangeClass change, std::string_view kind, std::string_view id) {
  return difference(change, kind, id, "", "text");
}

std::string entry_text(const std::string& id, const std::string& regex,
                       const std::string& more = "") {
  return "{\"id\": \"" + id + "\", \"signature\": \"" + id +
         " cannot open the gate\", \"regex\": \"" + regex + "\"" + more + "}";
}

}  // namespace

TEST_CASE("each of 200 changes is told in its class, and the same backwards", "[diff][slow]") {
  const Base base;
  const std::string before = index_of(base.texts);
  CHECK(listing_of(differences_of(before, before)) == "");
  const FirstAnswers old_answers(before);
  std::size_t messages = 0;
  constexpr std::size_t kWays = 8, kOfEach = 25;
  for (std::size_t number = 0; number < kWays * kOfEach; ++number) {
    const std::size_t way = number % kWays;
    std::vector<std::string> texts = base.texts;
    const Wanted wanted = change(way, (number * 7) % texts.size(), texts, base);
    const std::string now = index_of(texts);
    const std::vector<Difference> forward = differences_of(before, now);
    CAPTURE(wanted.name, wanted.id, listing_of(forward));
    CHECK(has(forward, wanted));
    messages += replayed(forward, old_answers, FirstAnswers(now));
    const std::vector<Difference> backward = differences_of(now, before);
    CAPTURE(listing_of(backward));
    CHECK(shapes_of(forward, false) == shapes_of(backward, true));
    // Nothing worse than what was done is told, but for what others answer now.
    for (const Difference& one : forward) {
      if (one.change == ChangeClass::kBreaking) CHECK(one.id == wanted.id);
    }
  }
  CHECK(messages >= 100);
}

TEST_CASE("200 rewritings of entries that mean the same differ in nothing", "[diff][slow]") {
  const Base base;
  const std::string before = index_of(base.texts);
  std::mt19937 random(20260101);
  for (int number = 0; number < 200; ++number) {
    std::vector<std::string> texts = base.texts;
    for (int entry = 0; entry < 3; ++entry) {
      const std::size_t at = random() % texts.size();
      texts[at] = Rewriter(random).text(base.entry(at));
    }
    std::shuffle(texts.begin(), texts.end(), random);
    CHECK(listing_of(differences_of(before, index_of(texts))) == "");
  }
}

TEST_CASE("indexes of different minor versions of the format are compared", "[diff]") {
  const Base base;
  const std::string before = index_of(base.texts);
  CHECK(listing_of(differences_of(before, with_longer_rows(before, 8))) == "");
  std::vector<std::string> texts = base.texts;
  const Wanted wanted = change(5, 0, texts, base);
  const std::string now = with_longer_rows(index_of(texts), 8);
  CHECK(has(differences_of(before, now), wanted));
  CHECK(has(differences_of(now, before), wanted));
}

TEST_CASE("a renamed entry is one entry, with and without an alias for its old id", "[diff]") {
  const std::string before = index_of({entry_text("a/gate", "gate"), entry_text("b/x", "ox")});
  const std::string with_alias = index_of(
      {entry_text("a/door", "gate", R"(, "aliases": ["a/gate"])"), entry_text("b/x", "ox")});
  const std::string without = index_of({entry_text("a/door", "gate"), entry_text("b/x", "ox")});
  const std::vector<Difference> renamed = differences_of(before, with_alias);
  CAPTURE(listing_of(renamed));
  CHECK(has(renamed, {"info/id-renamed", "a/gate"}));
  CHECK(count(renamed).errors == 0);
  const std::vector<Difference> lost = differences_of(before, without);
  CAPTURE(listing_of(lost));
  REQUIRE(has(lost, {"breaking/id-removed", "a/gate"}));
  CHECK(lost.front().help == "the entry seems to be `a/door` now: add `a/gate` to its `aliases`");
  CHECK(!has(lost, {"info/entry-added", "a/door"}));
}

TEST_CASE("an entry that was merged into another one, or removed with a reason, breaks nothing",
          "[diff]") {
  const std::string before =
      index_of({entry_text("a/gate", "the gate"), entry_text("b/door", "the door")});
  const std::string merged =
      index_of({entry_text("b/door", "the (door|gate)", R"(, "aliases": ["a/gate"])")});
  const std::vector<Difference> into = differences_of(before, merged);
  CAPTURE(listing_of(into));
  CHECK(has(into, {"info/id-merged", "a/gate"}));
  CHECK(count(into).errors == 0);
  const std::string gone = index_of({entry_text("b/door", "the door")});
  const std::vector<Difference> retired =
      differences_of(before, gone, {{"a/gate", "the gate is gone"}});
  CAPTURE(listing_of(retired));
  REQUIRE(has(retired, {"info/id-retired", "a/gate"}));
  CHECK(count(retired).errors == 0);
  // The id is gone, and what it answered.
  CHECK(count(differences_of(before, gone)).errors == 2);
}

TEST_CASE("an alias that leads elsewhere, and keys that no entry has any more, are breaking",
          "[diff]") {
  const auto with = [](const std::string& first, const std::string& second) {
    return index_of({entry_text("a/gate", "gate", first), entry_text("b/door", "door", second)});
  };
  const std::string before =
      with(R"(, "aliases": ["a/old"], "error_code": "E1", "tags": ["iron"], "category": "c")", "");
  const std::string now = with("", R"(, "aliases": ["a/old"])");
  const std::vector<Difference> found = differences_of(before, now);
  CAPTURE(listing_of(found));
  CHECK(has(found, {"breaking/alias-moved", "a/gate"}));
  CHECK(has(found, {"breaking/code-removed", "E1"}));
  CHECK(has(found, {"breaking/tag-removed", "iron"}));
  CHECK(has(found, {"breaking/category-removed", "c"}));
}

TEST_CASE("a message that another entry takes is behaviour, an error if its own entry loses it",
          "[diff]") {
  const std::string own = R"(, "examples": ["the gate is shut"])";
  const std::string before =
      index_of({entry_text("a/gate", "gate is shut", own), entry_text("b/door", "the door")});
  const std::string taken =
      index_of({entry_text("a/gate", "window", own), entry_text("b/door", "the (door|gate)")});
  const std::vector<Difference> moved = differences_of(before, taken);
  CAPTURE(listing_of(moved));
  REQUIRE(has(moved, {"behaviour/moved", "a/gate"}));
  const Difference& one = moved.front();
  CHECK(one.severity == Severity::kError);
  CHECK(one.subject == "b/door");
  REQUIRE(one.messages.size() == 1);
  CHECK(one.messages[0].text == "the gate is shut");
  // Backwards the message comes home.
  const std::vector<Difference> home = differences_of(taken, before);
  CAPTURE(listing_of(home));
  REQUIRE(has(home, {"behaviour/moved", "b/door"}));
  for (const Difference& difference : home) {
    CAPTURE(difference.subject);
    if (difference.subject == "a/gate") CHECK(difference.severity != Severity::kError);
  }
}

TEST_CASE("a counterexample that its entry's regex matches now is behaviour", "[diff]") {
  const auto with = [](const std::string& regex) {
    return index_of({entry_text("a/gate", regex, R"(, "counterexamples": ["the gate is open"])")});
  };
  const std::vector<Difference> hit =
      differences_of(with("gate is shut"), with("gate is (shut|open)"));
  CAPTURE(listing_of(hit));
  REQUIRE(has(hit, {"behaviour/counterexample-hit", "a/gate"}));
  CHECK(hit.front().severity == Severity::kError);
}

TEST_CASE("fields of a schema that are gone or have another type are breaking", "[diff]") {
  const auto schema = [](const std::string& properties) {
    return R"({"properties": {)" + properties +
           R"(}, "definitions": {"a": {"type": "object", "properties": {"x": {"type": "string"}}}}})";
  };
  std::vector<Difference> found;
  compare_schemas(
      schema(
          R"("list": {"type": "array", "items": {"$ref": "#/definitions/a"}}, "n": {"type": "number"})"),
      schema(R"("list": {"type": ["array", "null"]}, "m": {"$ref": "#/definitions/nothing"})"),
      found);
  sort(found);
  CHECK(listing_of(found) ==
        "breaking/field-removed list.x (): the schema has no field of this name any more\n"
        "breaking/field-removed n (): the schema has no field of this name any more\n"
        "breaking/field-type-changed list (): the field's type is array or null now, and was "
        "array\n"
        "info/field-added m (): a new field of the schema, of type any\n");
}

TEST_CASE("a schema that refers to itself ends", "[diff]") {
  const std::string loop =
      R"({"properties": {"a": {"$ref": "#"}, "b": {"$ref": "#/properties/b"}}})";
  std::vector<Difference> found;
  compare_schemas(loop, R"({"properties": {"a": {"$ref": "#"}}})", found);
  CHECK(!found.empty());
}

TEST_CASE("a register accepts what it names, and tells what it names in vain", "[diff]") {
  const auto accepted = AcceptedDifferences::parse(
      "# why\n\nbreaking/id-removed a/gate:  nobody opens it\r\nbehaviour b/door any of them\n"
      "risk c/none in vain\n",
      "accepted.txt");
  REQUIRE(accepted);
  std::vector<Difference> found = {about(ChangeClass::kBreaking, "id-removed", "a/gate"),
                                   about(ChangeClass::kBreaking, "alias-removed", "a/gate"),
                                   about(ChangeClass::kBehaviour, "moved", "b/door"),
                                   about(ChangeClass::kBehaviour, "lost", "b/door")};
  accepted->apply(found);
  REQUIRE(found.size() == 5);
  CHECK(found[0].accepted == "nobody opens it");
  CHECK(found[1].accepted == "");
  CHECK(found[2].accepted == "any of them");
  CHECK(found[3].accepted == "any of them");
  CHECK(name_of(found[4]) == "risk/accept-unused");
  CHECK(found[4].text == "accepted.txt:5 accepts `risk` of it, and there is none");
  CHECK(count(found).accepted == 3);
}

TEST_CASE("a line of a register without a class or a reason is an error", "[diff]") {
  const auto error_of = [](const std::string& text) {
    const auto accepted = AcceptedDifferences::parse(text, "a.txt");
    return accepted ? std::string() : accepted.error().message;
  };
  CHECK(error_of("\nbraking a/b why\n") ==
        "a.txt:2: error: `braking` is no class; a line begins with breaking, behaviour, risk or "
        "info, or with one of them and a kind, such as `breaking/id-removed`");
  CHECK(error_of("risk a/b") == "a.txt:1: error: expected a class, an id and the reason");
  CHECK(error_of("risk") == "a.txt:1: error: expected a class, an id and the reason");
}

}  // namespace kbc
