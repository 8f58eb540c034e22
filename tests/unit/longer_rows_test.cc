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
