// In which order hits stand, on entries made for it.

#include "match/rank.h"

#include <string>
#include <vector>

#include "catch.h"
#include "match/answers.h"

namespace kbc {
namespace {

std::string entry(const std::string& id, const std::string& signature, const std::string& regex) {
  return "{\"id\": \"" + id + "\", \"signature\": \"" + signature + "\", \"regex\": \"" + regex +
         "\", \"confidence\": 0.8}";
}

// The ids in their order.
std::vector<std::string> order(const std::vector<std::string>& entries, const std::string& text) {
  std::vector<std::string> ids;
  for (const Answers::Answer& answer : Answers(entries).to_message(text)) ids.push_back(answer.id);
  return ids;
}

}  // namespace

TEST_CASE("what two entries match alike is as rare for both", "[match]") {
  // By their patterns alone, `a/cut` would seem rarer; by its signature, `b/whole` fits better.
  const std::vector<std::string> entries = {
      entry("a/cut", "server says the certificate has expired", "certi.*ficate.*has.*exp.*ired"),
      entry("b/whole", "the certificate has expired", "certificate has expired")};
  CHECK(order(entries, "certificate has expired") == std::vector<std::string>{"b/whole", "a/cut"});
}

TEST_CASE("of equal scores the longer match comes first, then the order of ids", "[match]") {
  const std::string signature = "error 0308010C: digital envelope routines: unsupported";
  const std::string regex = "0308010C: digital envelope routines: unsupported";
  const std::string text = "fatal error 0308010C: digital envelope routines: unsupported";
  CHECK(order({entry("a/short", signature, regex), entry("b/long", signature, "error " + regex)},
              text) == std::vector<std::string>{"b/long", "a/short"});
  CHECK(order({entry("a/one", signature, regex), entry("b/two", signature, regex)}, text) ==
        std::vector<std::string>{"a/one", "b/two"});
}

TEST_CASE("an entry about the product or system that is asked for gains, one about others goes",
          "[match]") {
  const auto about = [](const std::string& id, const std::string& more) {
    const std::string text = entry(id, "the disk is full", "disk is full");
    return text.substr(0, text.size() - 1) + more + "}";
  };
  Answers answers({about("a/any", ""), about("b/git", R"(, "versions": [{"version": "Git >=2"}])"),
                   about("c/linux", R"(, "os_specific": {"linux": "There it is another."})"),
                   about("d/both", R"(, "versions": [{"version": "git 2.x"}],
                                       "os_specific": {"Linux": "n", "macos": "n"})")});
  const auto order_with = [&](const RankOptions& options) {
    std::vector<std::string> ids;
    for (const auto& answer : answers.to_message("disk is full", options)) ids.push_back(answer.id);
    return ids;
  };
  using Ids = std::vector<std::string>;
  CHECK(order_with({}) == Ids{"a/any", "b/git", "c/linux", "d/both"});
  CHECK(order_with({"git", ""}) == Ids{"b/git", "d/both", "a/any", "c/linux"});
  CHECK(order_with({"", "linux"}) == Ids{"c/linux", "d/both", "a/any", "b/git"});
  CHECK(order_with({"git", "linux"}) == Ids{"d/both", "b/git", "c/linux", "a/any"});
  CHECK(order_with({"", "windows"}) == Ids{"a/any", "b/git"});
  CHECK(order_with({"svn", "linux"}) == Ids{"c/linux", "a/any"});
}

TEST_CASE("hits are ordered by score, then length, then the number of the entry", "[match]") {
  const auto hit = [](double score, std::size_t length, std::uint32_t entry) {
    RankedHit one;
    one.score.specificity = score;
    one.place = {7, 7 + length, 0};
    one.entry = entry;
    return one;
  };
  CHECK(comes_before(hit(50, 3, 2), hit(40, 9, 1)));
  CHECK_FALSE(comes_before(hit(40, 9, 1), hit(50, 3, 2)));
  CHECK(comes_before(hit(40, 9, 2), hit(40, 3, 1)));
  CHECK_FALSE(comes_before(hit(40, 3, 1), hit(40, 9, 2)));
  CHECK(comes_before(hit(40, 3, 1), hit(40, 3, 2)));
  CHECK_FALSE(comes_before(hit(40, 3, 2), hit(40, 3, 1)));
  CHECK_FALSE(comes_before(hit(40, 3, 1), hit(40, 3, 1)));
}

}  // namespace kbc
