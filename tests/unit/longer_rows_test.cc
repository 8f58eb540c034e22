// An index whose rows are longer than this version knows gives what it gives without the new bytes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "index/next_version.h"
#include "index/walk.h"
#include "kbc/log_matcher.h"
#include "kbx/index.h"
#include "search/searcher.h"

namespace kbc {
namespace {

using kbx::Section;

kbx::Index opened(std::string_view bytes) {
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  INFO(error);
  REQUIRE(index);
  return std::move(*index);
}

// What a matcher says of the signature of each entry, as text.
std::string matches_in(const kbx::Index& index) {
  std::string error;
  const std::optional<LogMatcher> matcher = LogMatcher::over(index, error);
  INFO(error);
  REQUIRE(matcher);
  std::string all;
  for (const auto& entry : index.entries()) {
    for (const Match& match : matcher->match(entry.signature())) {
      all += std::to_string(match.entry) + ' ' + std::to_string(match.score) + ' ' +
             std::to_string(match.begin) + ' ' + std::to_string(match.end) + '\n';
    }
  }
  return all;
}

// What a searcher finds for the root cause of each entry.
std::string found_in(const kbx::Index& index) {
  std::string error;
  const std::optional<Searcher> searcher = Searcher::over(index, error);
  INFO(error);
  REQUIRE(searcher);
  SearchScratch scratch;
  std::string all;
  for (const auto& entry : index.entries()) {
    for (const SearchHit& hit : searcher->search(entry.root_cause(), {}, scratch).hits) {
      all += std::to_string(hit.entry) + ' ' + std::to_string(hit.score) + '\n';
    }
  }
  return all;
}

}  // namespace

TEST_CASE("rows that are longer than this version knows are read, matched, searched and verified",
          "[reader][match]") {
  const std::string whole = index_of(own_entries());
  const kbx::Index known = opened(whole);
  const std::uint64_t sum = Walk(known, 1000000, Walk::What::kEntries).sum();
  const std::string matches = matches_in(known), found = found_in(known);
  CHECK(!matches.empty());
  CHECK(!found.empty());
  for (const std::size_t more : {1, 8, 16}) {
    CAPTURE(more);
    const std::string next = with_longer_rows(whole, more);
    const ExactCopy copy(next);
    const kbx::Index index = opened(copy.view());
    CHECK(index.minor_version() == kbx::kMinor + 1);
    std::string error;
    CHECK(index.verify(error));
    CHECK(error == "");
    CHECK(index.content_id() == known.content_id());
    const Walk walk(index, 1000000, Walk::What::kEntries);
    CHECK(walk.is_complete());
    CHECK(walk.sum() == sum);
    CHECK(matches_in(index) == matches);
    CHECK(found_in(index) == found);
  }
}

TEST_CASE("a file of an older version lacks what its rows are too short for", "[reader][match]") {
  std::vector<std::string> entries = own_entries();
  for (std::string& entry : entries) {
    const std::size_t begin = entry.find("  \"dead_ends_zh\": [");
    if (begin == std::string::npos) continue;
    entry.erase(begin, entry.find("  \"workarounds\": [", begin) - begin);
  }
  const std::string whole = index_of(entries);
  const kbx::Index known = opened(whole);
  const std::string older = with_first_rows(whole);
  CHECK(older.size() < whole.size());
  const ExactCopy copy(older);
  const kbx::Index index = opened(copy.view());
  CHECK(index.minor_version() == 2);
  std::string error;
  CHECK(index.verify(error));
  CHECK(error == "");
  CHECK(Walk(index, 1000000, Walk::What::kEntries).sum() ==
        Walk(known, 1000000, Walk::What::kEntries).sum());
  CHECK(matches_in(index) == matches_in(known));
  CHECK(found_in(index) == found_in(known));
  for (const auto& entry : index.entries()) {
    CHECK(entry.dead_ends_zh().empty());
    CHECK(entry.texts_of(*kbx::entry_field("dead_ends_zh")).empty());
  }
}

TEST_CASE("a list that came with a later version is verified and counts in the hash", "[reader]") {
  const std::string_view without = R"({"id": "a/one", "dead_ends": [{"action": "Wait"}])";
  const std::string plain = index_of({std::string(without) + "}"});
  const std::string translated = index_of({std::string(without) + R"(, "dead_ends_zh": ["等"]})"});
  const kbx::Index index = opened(translated);
  std::string error;
  CHECK(index.verify(error));
  CHECK(error == "");
  REQUIRE(index.at(0)->dead_ends_zh().size() == 1);
  CHECK(index.at(0)->dead_ends_zh()[0] == "等");
  CHECK(index.at(0)->hash() != opened(plain).at(0)->hash());
  CHECK_FALSE(opened(with_first_rows(translated)).verify(error));
}

TEST_CASE("titles of the names that entries have are in an index", "[reader]") {
  const std::string bytes =
      index_of({R"({"id": "a/one", "domain": "a", "category": "c", "root_cause_type": "generic"})",
                R"({"id": "b/two", "domain": "b", "category": "c"})"});
  const kbx::Index index = opened(bytes);
  std::string error;
  CHECK(index.verify(error));
  CHECK(error == "");
  CHECK(index.titles().size() == 3);
  CHECK(index.domain_title("a") == "The first of all domains.");
  CHECK(index.category_title("c") == "Category c.");
  CHECK(index.root_cause_type_title("generic") == "Of no special kind.");
  for (const std::string_view none : {"b", "git", "c", "", "aa"}) {
    CHECK(kbx::is_absent(index.domain_title(none)));
  }
  CHECK(kbx::is_absent(index.category_title("a")));
  CHECK(index.titles()[0].field == kbx::entry_at("domain"));
  CHECK(index.titles()[0].name == "a");
  CHECK(opened(index_of({R"({"id": "b/two"})"})).titles().empty());
}

TEST_CASE("titles out of order, twice, or of what is no text are found", "[reader]") {
  const std::string whole = index_of(
      {R"({"id": "a/one", "domain": "a", "category": "c"})", R"({"id": "b/b", "domain": "git"})"});
  const auto fault_with = [&](std::size_t row, std::size_t at, const std::string& value) {
    std::string bytes = whole;
    const std::size_t begin = begin_of(bytes, Section::kTitles);
    bytes.replace(begin + row * kbx::info_of(Section::kTitles).stride + at, value.size(), value);
    fix_checksums(bytes);
    std::string error;
    CHECK_FALSE(opened(bytes).verify(error));
    return error;
  };
  const std::string first = whole.substr(begin_of(whole, Section::kTitles), 8);
  CHECK(fault_with(1, kbx::TitleAt::kName, first) == "section TITL, row 1: not in order");
  CHECK(fault_with(2, kbx::TitleAt::kField, std::string(4, '\0')) ==
        "section TITL, row 2: not in order");
  CHECK(fault_with(0, kbx::TitleAt::kField, "\x58") ==
        "section TITL, row 0: field: no text of an entry");
  CHECK(fault_with(0, kbx::TitleAt::kField + 4, "x") ==
        "section TITL, row 0: no zeros behind its fields");
}

TEST_CASE("a pool keeps the size of its rows, and who wrote longer ones is told", "[reader]") {
  const std::string whole = index_of(own_entries());
  std::string error;

  std::string pool = whole;
  const std::size_t strings = table_row(Section::kStrings);
  put32(pool, strings + kbx::SectionAt::kStride, 2);
  put32(pool, strings + kbx::SectionAt::kCount,
        kbx::load64(whole.data() + strings + kbx::SectionAt::kSize) / 2);
  put64(pool, strings + kbx::SectionAt::kSize,
        kbx::load64(whole.data() + strings + kbx::SectionAt::kSize) / 2 * 2);
  fix_checksums(pool);
  CHECK_FALSE(kbx::Index::over(pool, error));
  CHECK(error == "section STRP: wrong row size");

  std::string other_major = with_longer_rows(whole, 8);
  put16(other_major, kbx::HeaderAt::kMajor, 2);
  fix_checksums(other_major);
  CHECK_FALSE(kbx::Index::over(other_major, error));
  CHECK_THAT(error, EndsWith("; kbc 0.1.0 wrote it"));
}

}  // namespace kbc
