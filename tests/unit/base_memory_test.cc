#include "check/base_memory.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "check/pair_set.h"
#include "check/text_grams.h"
#include "unit/knowledge_base_text.h"

namespace kbc {
namespace {

struct Fields {
  std::string id, signature, regex, target;
};

Fields fields_of(int number) {
  const std::string digits = std::to_string(number);
  const std::string word = "thing" + digits;
  const std::string signature = word + " b" + digits + " c" + digits + " d" + digits;
  // Two and two are linked.
  return {"d/" + word, signature, word + " could not", "d/thing" + std::to_string(number ^ 1)};
}

EntryText text_of(int number, const Fields& fields) {
  return {"d/thing" + std::to_string(number),
          R"({"domain": "d", "id": ")" + fields.id + R"(", "signature": ")" + fields.signature +
              R"(", "regex": ")" + fields.regex +
              R"(", "transition_graph": {"frequently_confused_with": [{"error_id": ")" +
              fields.target + R"("}]}})"};
}

// A hundred entries that have little to do with each other.
class Hundred {
 public:
  Hundred() {
    for (int number = 0; number < 100; ++number) {
      records_.push_back(
          record_of(text_of(number, fields_of(number)), static_cast<FileId>(number)));
    }
    const KnowledgeBase base(records_);
    memory_.find_all(base, 1);
    memory_.fill(records_, removed_, Severities());
  }

  // After a change of this entry: which others may have other findings.
  std::vector<FileId> change(int number, const Fields& fields) {
    std::vector<SharedRecord> before = {records_[number]};
    records_[number] = record_of(text_of(number, fields), static_cast<FileId>(number));
    const Neighbourhood around = memory_.change(before, {records_[number]}, removed_, 1);
    looked_at_ = around.part.entries().size();
    return around.about;
  }

  std::size_t looked_at() const { return looked_at_; }

 private:
  std::vector<SharedRecord> records_;
  RemovedIds removed_;
  BaseMemory memory_;
  std::size_t looked_at_ = 0;
};

using Files = std::vector<FileId>;

TEST_CASE("a change concerns the entries that have something in common with it", "[base-memory]") {
  Hundred base;
  Fields fields = fields_of(40);
  fields.signature += " today";
  CHECK(base.change(40, fields) == Files{40});
  CHECK(base.looked_at() == 2);  // and the one that is linked
  fields.regex = fields_of(60).regex;
  CHECK(base.change(40, fields) == Files{40, 60});
  fields.id = "d/other";
  CHECK(base.change(40, fields) == Files{40, 41, 60});
  fields.target = "d/thing80";
  CHECK(base.change(40, fields) == Files{40, 41});
  fields.signature = "the thing70 could not";
  CHECK(base.change(40, fields) == Files{40, 70});
  CHECK(base.looked_at() < 10);
}

TEST_CASE("a new id concerns whoever links to what it is nearest to", "[base-memory]") {
  Hundred base;
  Fields fields = fields_of(10);
  fields.target = "d/missing-entry-of-words";
  base.change(10, fields);
  fields = fields_of(90);
  fields.id = "d/missing-entry-of-word";
  const Files about = base.change(90, fields);
  const std::set<FileId> files(about.begin(), about.end());
  CHECK(files.contains(10));
  CHECK(files.contains(11));  // which is linked to that one
  CHECK(files.size() < 8);
}

TEST_CASE("a set of pairs has what was added and not erased", "[base-memory]") {
  PairSet pairs;
  pairs.assign({{2, 1}, {1, 5}, {2, 1}, {1, 4}});
  const auto of = [&](std::uint64_t key) {
    std::multiset<std::uint32_t> numbers;
    pairs.for_each(key, [&](std::uint32_t number) { numbers.insert(number); });
    return numbers;
  };
  CHECK(of(1) == std::multiset<std::uint32_t>{4, 5});
  CHECK(of(2) == std::multiset<std::uint32_t>{1});
  pairs.erase(1, 4);
  pairs.erase(1, 6);
  pairs.insert(1, 5);
  pairs.insert(3, 1);
  CHECK(of(1) == std::multiset<std::uint32_t>{5});
  for (std::uint32_t number = 0; number < 5000; ++number) pairs.insert(7, number);
  for (std::uint32_t number = 0; number < 4999; ++number) pairs.erase(7, number);
  pairs.insert(1, 4);
  CHECK(of(7) == std::multiset<std::uint32_t>{4999});
  CHECK(of(1) == std::multiset<std::uint32_t>{4, 5});
  CHECK(of(3) == std::multiset<std::uint32_t>{1});
}

TEST_CASE("the grams of texts find every entry with a literal", "[base-memory]") {
  TextGrams grams;
  std::vector<std::shared_ptr<EntryRecord>> records;
  for (int number = 0; number < 200; ++number) {
    records.push_back(record_of(text_of(number, fields_of(number)), 0));
    records.back()->slot = static_cast<std::uint32_t>(number);
    grams.add(*records.back());
  }
  const auto found = [&](std::string_view literal) {
    TextGrams::Slots slots;
    grams.find(literal, slots);
    std::set<int> numbers;
    for (int number = 0; number < 200; ++number) {
      if (slots[number / 64] >> number % 64 & 1U) numbers.insert(number);
    }
    return numbers;
  };
  CHECK(found("thing123 b123").contains(123));
  CHECK(found("thing123 b123").size() < 10);
  CHECK(found("thing").size() == 200);
  CHECK(found("ng").size() == 200);
  CHECK(found("nothing of the kind").empty());
  grams.remove(*records[123]);
  CHECK_FALSE(found("thing123 b123").contains(123));
  CHECK(found("thing").size() == 199);
}

}  // namespace
}  // namespace kbc
