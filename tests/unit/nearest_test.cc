#include "text/nearest.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "text/edit_distance.h"
#include "text/name_index.h"

namespace kbc {
namespace {

using Names = std::vector<std::string_view>;

// The whole table, as the definition has it.
std::size_t full_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({substituted, d[i - 1][j] + 1, d[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::string random_text(std::mt19937& random, std::size_t longest, char last_letter) {
  std::string text(random() % (longest + 1), 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % (last_letter - 'a' + 1u));
  return text;
}

const Names kFields = {"id",
                       "signature",
                       "signature_zh",
                       "regex",
                       "domain",
                       "category",
                       "subcategory",
                       "root_cause",
                       "versions",
                       "os_specific",
                       "root_cause_type",
                       "root_cause_zh",
                       "dead_ends",
                       "workarounds",
                       "workarounds_zh",
                       "transition_graph",
                       "error_code",
                       "confidence",
                       "official_doc_url",
                       "fix_success_rate",
                       "resolvable",
                       "first_seen",
                       "last_confirmed",
                       "last_updated",
                       "evidence_count",
                       "tags",
                       "locale",
                       "aliases"};

std::string_view field_for(std::string_view name) {
  return nearest(name, kFields).value_or("nothing");
}

TEST_CASE("an edit is an insertion, a deletion, a substitution or an exchange", "[nearest]") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("regex", "regex", 0) == 0);
  CHECK(edit_distance("regex", "regexp", 3) == 1);
  CHECK(edit_distance("reex", "regex", 3) == 1);
  CHECK(edit_distance("regax", "regex", 3) == 1);
  CHECK(edit_distance("rgeex", "regex", 3) == 1);
  CHECK(edit_distance("ca", "abc", 5) == 3);  // no byte is edited twice
  CHECK(edit_distance("abcdef", "fedcba", 9) == full_distance("abcdef", "fedcba"));
}

TEST_CASE("a distance above the limit is the limit and one", "[nearest]") {
  CHECK(edit_distance("abc", "xyz", 2) == 3);
  CHECK(edit_distance("abc", "xyz", 3) == 3);
  CHECK(edit_distance("", "abc", 2) == 3);
  CHECK(edit_distance("a", "b", 0) == 1);
  CHECK(edit_distance(std::string(100, 'a'), std::string(100, 'b'), 1000) == kMaxEditLimit + 1);
}

TEST_CASE("the band agrees with the whole table", "[nearest]") {
  std::mt19937 random(7);
  std::size_t wrong = 0;
  for (int round = 0; round < 20'000; ++round) {
    const std::string a = random_text(random, 12, round % 2 ? 'b' : 'd');
    const std::string b = random_text(random, 12, round % 2 ? 'b' : 'd');
    const std::size_t limit = random() % 14;
    if (edit_distance(a, b, limit) != std::min(full_distance(a, b), limit + 1)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("megabytes are compared within the band", "[nearest]") {
  std::string a(1 << 20, 'x');
  std::string b = a;
  b[500] = 'y';
  b[700'000] = 'y';
  CHECK(edit_distance(a, b, 5) == 2);
  CHECK_FALSE(nearest(a, Names{b}));
}

TEST_CASE("a mistyped field is recognised", "[nearest]") {
  CHECK(field_for("workaround") == "workarounds");
  CHECK(field_for("signatrue") == "signature");
  CHECK(field_for("Signature") == "signature");
  CHECK(field_for("root-cause") == "root_cause");
  CHECK(field_for("rootCause") == "root_cause");
  CHECK(field_for("catagory") == "category");
  CHECK(field_for("categories") == "category");
  CHECK(field_for("alias") == "aliases");
  CHECK(field_for("tag") == "tags");
  CHECK(field_for("regexp") == "regex");
  CHECK(field_for("conf") == "confidence");
  CHECK(field_for("cause_root") == "root_cause");
  CHECK(field_for("cause") == "root_cause");
  CHECK(field_for("signature_text") == "signature");
  CHECK(field_for("doc_url") == "official_doc_url");
  CHECK(field_for("zh_signature") == "signature_zh");
}

TEST_CASE("an unrelated name gets no suggestion", "[nearest]") {
  for (const std::string_view name : {"", "x", "q", "severity", "author", "if", "zzzzzzzz", "zh"}) {
    CAPTURE(name);
    CHECK(field_for(name) == "nothing");
  }
  CHECK_FALSE(nearest("regex", Names{}));
}

TEST_CASE("a word of a longer name is found as a whole word only", "[nearest]") {
  CHECK(nearest("cause", Names{"the_root_cause_of_it"}) == "the_root_cause_of_it");
  CHECK_FALSE(nearest("cause", Names{"because_of_it"}));
  CHECK_FALSE(nearest("cause", Names{"the_causes_of_it"}));
  CHECK(nearest("some_workarounds_of_it", Names{"workarounds"}) == "workarounds");
  CHECK_FALSE(nearest("no_workaroundsof_it", Names{"workarounds"}));
}

TEST_CASE("the order of the candidates does not matter", "[nearest]") {
  CHECK(nearest("bat", Names{"cat", "hat"}) == "cat");
  CHECK(nearest("bat", Names{"hat", "cat"}) == "cat");
  CHECK(nearest("form", Names{"forms", "from"}) == nearest("form", Names{"from", "forms"}));
}

TEST_CASE("only slips of the fingers are safe to replace unasked", "[nearest]") {
  CHECK(is_slip("Signature", "signature"));
  CHECK(is_slip("root-cause", "root_cause"));
  CHECK(is_slip("workaround", "workarounds"));
  CHECK(is_slip("trasnition_grahp", "transition_graph"));
  CHECK_FALSE(is_slip("cause", "root_cause"));
  CHECK_FALSE(is_slip("api/http-403", "api/http-404"));
  CHECK_FALSE(is_slip("tga", "tag"));
  CHECK_FALSE(is_slip("connect", "correct"));
}

const Names kIds = {"docker/permission-denied-socket",
                    "docker/no-space-left-on-device",
                    "git/merge-conflict",
                    "git/detached-head",
                    "kubernetes/crash-loop-back-off",
                    "kubernetes/image-pull-back-off",
                    "python/module-not-found",
                    "node/module-not-found",
                    "node/heap-out-of-memory",
                    "communication/mqtt-publish-identifier-in-use"};

std::string_view id_for(std::string_view id) {
  return NameIndex(kIds).nearest(id).value_or("nothing");
}

TEST_CASE("a mistyped id is recognised", "[nearest]") {
  CHECK(id_for("docker/permision-denied-socket") == "docker/permission-denied-socket");
  CHECK(id_for("dokcer/permission-denied-socket") == "docker/permission-denied-socket");
  CHECK(id_for("docker/permission_denied_socket") == "docker/permission-denied-socket");
  CHECK(id_for("Git/Merge-Conflict") == "git/merge-conflict");
  CHECK(id_for("git/mergeconflict") == "git/merge-conflict");
  CHECK(id_for("git/merge-conflicts") == "git/merge-conflict");
  CHECK(id_for("kubernetes/crashloopbackoff") == "kubernetes/crash-loop-back-off");
  CHECK(id_for("communication/mqtt-publish-identifer-in-use") ==
        "communication/mqtt-publish-identifier-in-use");
}

TEST_CASE("an id with other words is recognised", "[nearest]") {
  CHECK(id_for("git/conflict-merge") == "git/merge-conflict");
  CHECK(id_for("docker/no-space-left") == "nothing");
  CHECK(id_for("docker/no-space-left-device") == "docker/no-space-left-on-device");
  CHECK(id_for("node/heap-out-of-memory-error") == "node/heap-out-of-memory");
  CHECK(id_for("mqtt-publish-identifier-in-use") == "communication/mqtt-publish-identifier-in-use");
}

TEST_CASE("the same slug in another domain is recognised", "[nearest]") {
  CHECK(id_for("ruby/detached-head") == "git/detached-head");
  CHECK(id_for("java/module-not-found") == "node/module-not-found");
  CHECK(id_for("pyton/module-not-found") == "python/module-not-found");
}

TEST_CASE("an id is never suggested for itself, nor something unrelated", "[nearest]") {
  CHECK(id_for("git/detached-head") == "nothing");
  CHECK(id_for("python/module-not-found") == "node/module-not-found");
  CHECK(id_for("aws/lambda-timeout") == "nothing");
  CHECK(id_for("git/push-rejected") == "nothing");
  CHECK(id_for("") == "nothing");
  CHECK(id_for("////----") == "nothing");
  CHECK_FALSE(NameIndex({}).nearest("git/merge-conflict"));
  CHECK_FALSE(NameIndex(kIds).nearest(std::string(1 << 20, '-')));
}

std::vector<std::string> many_ids() {
  const Names words = {"error", "timeout", "socket", "denied", "disk", "full", "cache", "lock"};
  std::vector<std::string> ids;
  for (std::size_t number = 0; number < 20'000; ++number) {
    std::string id = number % 2 ? "disk/" : "net/";
    for (std::size_t rest = number; rest > 0; rest /= 8) id.append(words[rest % 8]).append("-");
    ids.push_back(id + "x" + std::to_string(number % 97));
  }
  return ids;
}

TEST_CASE("the answer does not depend on the order of the ids", "[nearest]") {
  const std::vector<std::string> ids = many_ids();
  Names views(ids.begin(), ids.end());
  const NameIndex sorted(views);
  std::shuffle(views.begin(), views.end(), std::mt19937(3));
  views.insert(views.end(), views.begin(), views.begin() + 100);
  const NameIndex shuffled(views);
  std::size_t found = 0;
  for (std::size_t number = 0; number < ids.size(); number += 61) {
    std::string query = ids[number];
    query[query.size() / 2] = 'q';
    const auto answer = sorted.nearest(query);
    CHECK(answer == shuffled.nearest(query));
    found += answer.has_value() ? 1 : 0;
  }
  CHECK(found > 300);
}

TEST_CASE("one misspelt word is found among common words only", "[nearest]") {
  const std::vector<std::string> ids = many_ids();
  const NameIndex index(Names(ids.begin(), ids.end()));
  for (const std::size_t number : {4'681u, 9'362u, 14'043u, 18'724u}) {
    std::string query = ids[number];
    const std::size_t at = query.find('-') - 1;
    query[at] = '_';
    query.insert(at, 1, 'q');
    CAPTURE(query);
    CHECK(index.nearest(query).has_value());
  }
}

TEST_CASE("ids that share everything stay bounded", "[nearest]") {
  std::vector<std::string> ids;
  for (int number = 0; number < 50'000; ++number) {
    ids.push_back("a/same-words-" + std::to_string(number));
  }
  const NameIndex index(Names(ids.begin(), ids.end()));
  CHECK(index.nearest("a/same-wrods-31415") == "a/same-words-31415");
  CHECK(index.nearest("a/same-words-50001").has_value());
}

}  // namespace
}  // namespace kbc
