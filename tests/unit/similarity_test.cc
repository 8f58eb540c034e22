#include "text/similarity.h"

#include <algorithm>
#include <cstddef>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/sample_rank.h"

namespace kbc {
namespace {

// The similarity of two texts in one group; 0 if they are no near-duplicates.
double similarity(std::string_view a, std::string_view b) {
  const GroupedText texts[] = {{a, "group"}, {b, "group"}};
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  CAPTURE(a, b);
  REQUIRE(pairs.size() <= 1);
  if (pairs.empty()) return 0;
  CHECK(pairs[0].earlier == 0);
  CHECK(pairs[0].later == 1);
  return pairs[0].similarity;
}

TEST_CASE("spelling, punctuation and severity make no difference", "[similarity]") {
  CHECK(similarity("no space left on device", "Error: No space left on device.") == 1);
  CHECK(similarity("fatal: error: cannot open file", "cannot open file") == 1);
  CHECK(similarity("used memory > 'maxmemory'", "used memory > maxmemory") == 1);
  CHECK(similarity("the connection was refused, again", "the connection: was refused again") == 1);
  CHECK(similarity("the keys don't hash to one slot", "The keys dont hash to one slot") == 1);
}

TEST_CASE("names that stand for any name, and line numbers, make no difference", "[similarity]") {
  CHECK(similarity("pathspec 'X' did not match", "pathspec 'filename' did not match") == 1);
  CHECK(similarity("cannot mount `path` there", "cannot mount <name> there") == 1);
  CHECK(similarity("certificate verify failed (_ssl.c:997)",
                   "certificate verify failed (_ssl.c:1007)") == 1);
  CHECK(similarity("unexpected token at line 3", "unexpected token at line 12") == 1);
}

TEST_CASE("a few words more leave a near-duplicate", "[similarity]") {
  CHECK(similarity("the state lock cannot be acquired", "the state lock cannot be acquired now") ==
        Approx(6.0 / 7));
  CHECK(similarity("a b c d", "a b c d e") == Approx(0.8));
  CHECK(similarity("a b c d", "a b c d e f") == 0);
  CHECK(similarity("connect() failed (111: Connection refused) while reading upstream",
                   "connect() failed: Connection refused while reading upstream") > 0.8);
}

TEST_CASE("a slip in spelling leaves a near-duplicate", "[similarity]") {
  CHECK(similarity("an error occured here today", "an error occurred here today") ==
        Approx(4.0 / 5));
  CHECK(similarity("permission denied by teh daemon", "permission denied by the daemon") == 0);
  CHECK(similarity("permisison denied by daemon", "permission denied by daemon") > 0.7);
}

TEST_CASE("what tells errors apart is respected", "[similarity]") {
  // A sign belongs to a number that stands alone, not to one that ends a name.
  CHECK(similarity("the job failed with code -1 today", "the job failed with code 1 today") == 0);
  CHECK(similarity("the job failed with code (-1) today", "the job failed with code (1) today") ==
        0);
  CHECK(similarity("the worker-1 has failed today", "the worker 1 has failed today") == 1);
  CHECK(similarity("the server returned status 403 now", "the server returned status 404 now") ==
        0);
  CHECK(similarity("error[E0382]: borrow of moved value", "error[E0505]: borrow of moved value") ==
        0);
  CHECK(similarity("the file was found on the disk", "the file was not found on the disk") == 0);
  CHECK(similarity("no module named 'torch' found", "no module named 'numpy' found") == 0);
  CHECK(similarity("failed to upload the new image", "failed to unload the new image") == 0);
  CHECK(similarity("the graph is symmetric here", "the graph is asymmetric here") == 0);
  CHECK(similarity("client cannot reach the server", "server cannot reach the client") == 0);
  CHECK(similarity("value must be < 10 here", "value must be > 10 here") == 0);
  CHECK(similarity("process left with code -1", "process left with code 1") == 0);
  CHECK(similarity("no compiler for C++ was found", "no compiler for C# was found") == 0);
  CHECK(similarity("calls 911 in Sweden and fails", "calls 911 in Austria and fails") == 0);
}

TEST_CASE("Chinese is compared by character", "[similarity]") {
  CHECK(similarity("连接被服务器拒绝", "连接被服务器拒绝。") > 0.8);
  CHECK(similarity("连接被服务器拒绝", "文件被管理员删除") == 0);
}

TEST_CASE("short texts are near-duplicates of none", "[similarity]") {
  CHECK(similarity("access denied", "access denied.") == 0);
  CHECK(similarity("", ".") == 0);
  CHECK(similarity("error: error: x", "x") == 0);
}

TEST_CASE("only the same group is compared", "[similarity]") {
  const GroupedText texts[] = {{"no space left on device", "docker"},
                               {"No space left on device", "linux"},
                               {"no space left on device.", "docker"}};
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].earlier == 0);
  CHECK(pairs[0].later == 2);
}

TEST_CASE("the most similar earlier text is chosen, the first of equals", "[similarity]") {
  const GroupedText texts[] = {{"the lock is held by a process today", "g"},
                               {"the lock is held by a process", "g"},
                               {"The lock is held by a process", "g"},
                               {"the lock is held by a process!", "g"}};
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].earlier == 0);
  CHECK(pairs[0].similarity == Approx(7.0 / 8));
  CHECK(pairs[1].earlier == 1);
  CHECK(pairs[2].earlier == 1);
  CHECK(pairs[2].similarity == 1);
}

TEST_CASE("the very same text is not reported", "[similarity]") {
  CHECK(similarity("no space left on device", "no space left on device") == 0);
  const GroupedText texts[] = {{"no space left on device", "g"},
                               {"no space left on device", "g"},
                               {"no space left on device.", "g"}};
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].earlier == 0);
  CHECK(pairs[0].later == 2);
}

TEST_CASE("near-duplicates are found among thousands of others", "[similarity]") {
  std::vector<std::string> lines;
  for (int number = 0; number < 5000; ++number) {
    lines.push_back("service s" + std::to_string(number) + " failed to open port p" +
                    std::to_string(number) + " in zone z" + std::to_string(number % 7));
  }
  for (int number = 0; number < 5000; number += 50)
    lines.push_back("ERROR: " + lines[number] + "!");
  std::vector<GroupedText> texts;
  for (const std::string& line : lines) texts.push_back({line, "g"});
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  REQUIRE(pairs.size() == 100);
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    CHECK(pairs[at].later == 5000 + at);
    CHECK(pairs[at].earlier == 50 * at);
  }
}

TEST_CASE("very many alike texts stay bounded", "[similarity]") {
  std::vector<std::string> lines;
  for (std::size_t number = 0; number < 30'000; ++number) {
    std::string line = "the quick brown fox could not jump over the lazy dog";
    for (std::size_t bits = number + 1; bits > 0; bits /= 2) line += bits % 2 ? '.' : ',';
    lines.push_back(line);
    lines.push_back("fox number " + std::to_string(number) + " could not jump over the lazy dog");
  }
  std::vector<GroupedText> texts;
  for (const std::string& line : lines) texts.push_back({line, "g"});
  const std::vector<SimilarPair> pairs = similar_texts(texts);
  CHECK(pairs.size() == 29'999);
}

TEST_CASE("which of very many texts are compared does not depend on their order", "[similarity]") {
  // All have the same words, and only those of one pair have them in the same order.
  std::vector<std::string> words = {"disk", "lock", "port", "quota", "shard", "token", "volume"};
  std::vector<std::string> lines;
  for (int pair = 0; pair < 200; ++pair) {
    std::string line;
    for (const std::string& word : words) line += word + " ";
    lines.push_back(line);
    lines.push_back(line + "!");
    for (int step = 0; step < 7; ++step) std::next_permutation(words.begin(), words.end());
  }
  const auto found = [&] {
    std::vector<GroupedText> texts;
    for (const std::string& line : lines) texts.push_back({line, "g", sample_rank(line)});
    std::set<std::string> pairs;
    for (const SimilarPair& pair : similar_texts(texts)) {
      pairs.insert(std::min(lines[pair.earlier], lines[pair.later]));
    }
    return pairs;
  };
  const std::set<std::string> all = found();
  CHECK(!all.empty());
  CHECK(all.size() < 200);
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(lines.begin(), lines.end(), random);
    CHECK(found() == all);
  }
}

TEST_CASE("texts of any length and bytes end", "[similarity]") {
  const std::size_t size = 1 << 20;
  const std::string letters(size, 'a');
  const std::string words = [] {
    std::string text;
    while (text.size() < size) text += "a b' <c ";
    return text;
  }();
  const std::string invalid(size, '\xFF');
  const std::string quotes(size, '\'');
  const GroupedText texts[] = {{letters, ""}, {words, ""}, {invalid, ""},       {quotes, ""},
                               {words, "g"},  {"", ""},    {"\xE4\xB8 a b", ""}};
  CHECK(similar_texts(texts).empty());
  CHECK(similar_texts({}).empty());
}

}  // namespace
}  // namespace kbc
