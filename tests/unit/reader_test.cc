#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "index/bases.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "index/walk.h"
#include "kbx/index.h"
#include "kbx/verify/utf8.h"
#include "text/utf8.h"

namespace kbc {
namespace {

using kbx::HeaderAt;
using kbx::Section;
using kbx::SectionAt;

// What open says, else what verify says; empty for a sound index. Whatever they say, everything of
// an index that opens is read.
std::string fault_of(std::string_view bytes) {
  const ExactCopy copy(bytes);
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(copy.view(), error);
  if (!index) return "open: " + error;
  const Walk walk(*index);
  const bool is_sound = index->verify(error);
  if (is_sound != error.empty() || walk.sum() == 0) FAIL_CHECK(error);
  return error;
}

// Two entries with something in every section that is not about regexes.
std::vector<std::string> small_entries() {
  return {R"({"id": "a/b", "signature": "A: b", "domain": "a", "category": "c", "error_code": "E1",
           "tags": ["t", "u"], "aliases": ["a/z"], "confidence": 0.5, "evidence_count": 3,
           "versions": [{"version": "p >=1,<2 || >=x", "status": "active"}],
           "os_specific": {"linux": "n"},
           "dead_ends": [{"action": "d", "why_fails": "w", "fail_rate": 0.9,
                          "sources": ["https://s"]}],
           "workarounds": [{"action": "k", "how": "ä", "success_rate": 0.8, "sources": []}],
           "transition_graph": {"leads_to": [{"error_id": "a/c", "probability": 0.25}],
                                "frequently_confused_with": [{"error_id": "a/none"}]}})",
          R"({"id": "a/c", "signature": "A: c", "domain": "a", "error_code": "E2", "tags": ["u"],
           "transition_graph": {"preceded_by": [{"error_id": "a/z"}]}})"};
}

std::string small_index() { return index_of(small_entries()); }

TEST_CASE("an index that kbc has written is sound", "[reader]") {
  CHECK(fault_of(small_index()).empty());
  CHECK(fault_of(index_of({})).empty());
  CHECK(fault_of(index_of(own_entries())).empty());
  // Texts that are longer than a page, and exactly as long.
  std::string long_entry = R"({"id": "a/b", "signature": "S", "root_cause": "R", "tags": ["T"]})";
  long_entry.replace(long_entry.find('S'), 1, std::string(8192, 's'));
  long_entry.replace(long_entry.find('R'), 1, std::string(20000, 'r'));
  long_entry.replace(long_entry.find('T'), 1, std::string(8191, 't'));
  CHECK(fault_of(index_of({long_entry})).empty());
}

TEST_CASE("so is that of many entries", "[reader]") {
  for (const std::string& base : all_bases()) {
    CAPTURE(base);
    CHECK(fault_of(index_of(buildable_entries(base))).empty());
  }
}

namespace {

// With rows in every section, and few: what tries every length takes quadratic time.
std::string whole_index() {
  std::vector<std::string> entries = small_entries();
  entries.push_back(
      R"({"id": "a/d", "regex": "disk (is|was) full|no .*space|\\bno\\b|ab|[a-c]x"})");
  std::string bytes = index_of(entries);
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  for (std::uint32_t at = 0; at < index->section_count(); ++at) {
    CAPTURE(kbx::tag_text(index->section(at).tag));
    CHECK(index->section(at).count > 0);
  }
  return bytes;
}

}  // namespace

TEST_CASE("an index that was cut is refused, at every length", "[reader][slow]") {
  const std::string whole = whole_index();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const ExactCopy cut(std::string_view(whole).substr(0, size));
    std::string error;
    if (kbx::Index::over(cut.view(), error) || error.empty()) FAIL_CHECK(size);
    if (size < kbx::kHeaderBytes) continue;
    const std::string expected = "it has " + std::to_string(size) + " bytes and says " +
                                 std::to_string(whole.size()) + "; it was cut off or changed";
    if (error != expected) FAIL_CHECK(error);
  }
}

TEST_CASE("also if its header says that it is so short", "[reader][slow]") {
  const std::string whole = whole_index();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::string cut = whole.substr(0, size);
    fix_header(cut);
    if (fault_of(cut).empty()) FAIL_CHECK(size);
  }
}

TEST_CASE("every flipped bit is found", "[reader][slow]") {
  std::string bytes = small_index();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const char before = bytes[bit / 8];
    bytes[bit / 8] = static_cast<char>(before ^ 1 << bit % 8);
    std::string error;
    const auto index = kbx::Index::over(bytes, error);
    if (index && index->verify(error)) FAIL_CHECK("byte " << bit / 8 << ", bit " << bit % 8);
    bytes[bit / 8] = before;
  }
}

TEST_CASE("no flipped bit under right checksums makes the reader step outside", "[reader][slow]") {
  const std::string whole = small_index();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    // Three bits of each byte, others of the next.
    for (const std::size_t bit : {at % 8, (at + 3) % 8, (at + 6) % 8}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 1 << bit);
      fix_checksums(bytes);
      fault_of(bytes);
    }
  }
}

TEST_CASE("numbers as large as they can be do no harm", "[reader]") {
  const std::string whole = small_index();
  for (std::size_t at = 0; at + 4 <= whole.size(); at += 4) {
    for (const std::uint32_t value : {0u, 1u, 0x7FFFFFFFu, 0xFFFFFFFEu, 0xFFFFFFFFu}) {
      std::string bytes = whole;
      put32(bytes, at, value);
      fix_checksums(bytes);
      fault_of(bytes);
    }
  }
}

// What is said of an index after a change, its checksums right again.
template <typename Change>
std::string fault_after(const Change& change) {
  std::string bytes = small_index();
  change(bytes);
  fix_checksums(bytes);
  return fault_of(bytes);
}

// With the checksums of the sections as they are.
std::string fault_after_header(std::string bytes) {
  fix_header(bytes);
  return fault_of(bytes);
}

TEST_CASE("a header of another kind is refused with its reason", "[reader]") {
  const auto with16 = [](std::size_t at, std::uint64_t value) {
    return fault_after([&](std::string& bytes) { put16(bytes, at, value); });
  };
  const auto with32 = [](std::size_t at, std::uint64_t value) {
    return fault_after([&](std::string& bytes) { put32(bytes, at, value); });
  };
  CHECK(with16(0, 0) == "open: not an index: wrong first bytes");
  CHECK(with16(HeaderAt::kMajor, 2) ==
        "open: the format has version 2, this reader knows version 1; rebuild the index, or use "
        "a newer reader; kbc 0.1.0 wrote it");
  CHECK(with16(HeaderAt::kMinor, 9).empty());
  CHECK(with32(HeaderAt::kEndian, 0x04030201) == "open: wrong byte order");
  CHECK(with32(HeaderAt::kHeaderBytes, 128) == "open: wrong header size");
  CHECK(with32(HeaderAt::kFeatures, 0).empty());  // a file of 0.1.0
  CHECK(with32(HeaderAt::kFeatures, 4) == "open: it uses features that this reader does not know");
  CHECK(with32(HeaderAt::kSectionCount, 65) == "open: its section table is out of bounds");
  CHECK(with32(HeaderAt::kSectionCount, 0xFFFFFFFF) == "open: its section table is out of bounds");
  CHECK(with32(HeaderAt::kEntryCount, 3) == "open: its number of entries is damaged");
  CHECK(with32(HeaderAt::kEntryCount, 0xFFFFFFFF) == "open: its number of entries is damaged");
  CHECK(with32(HeaderAt::kContentId, 7) == "its content id is not its entries'");
  CHECK(with32(HeaderAt::kHashSeed, 7) == "section RECS, row 0: not found through IDSL");
}

TEST_CASE("a section table that is wrong is refused with its reason", "[reader]") {
  const auto with = [](Section section, std::size_t at, std::uint64_t value, std::size_t size) {
    return fault_after(
        [&](std::string& bytes) { put(bytes, table_row(section) + at, value, size); });
  };
  CHECK(with(Section::kEntries, SectionAt::kOffset, 1, 1) == "open: section RECS: not aligned");
  CHECK(with(Section::kEntries, SectionAt::kOffset, ~std::uint64_t{63}, 8) ==
        "open: section RECS: outside the file");
  CHECK(with(Section::kStrings, SectionAt::kSize, ~std::uint64_t{0}, 8) ==
        "open: section STRP: outside the file");
  CHECK(with(Section::kEntries, SectionAt::kCount, 0xFFFFFFFF, 4) ==
        "open: section RECS: its size is not that of its rows");
  CHECK(with(Section::kEntries, SectionAt::kStride, 0xFFFFFFFF, 4) ==
        "open: section RECS: its size is not that of its rows");
  CHECK(with(Section::kVersions, SectionAt::kTag, kbx::load32("RECS"), 4) ==
        "open: section RECS: wrong row size");
  CHECK(with(Section::kDomainKeys, SectionAt::kTag, kbx::load32("CAKY"), 4) ==
        "open: section CAKY occurs twice");
  CHECK(with(Section::kProvenance, SectionAt::kTag, kbx::load32("XTRA"), 4).empty());
  CHECK(with(Section::kProvenance, SectionAt::kFlags, 2, 4) ==
        "section PROV: it has flags that nobody knows");
  CHECK(fault_after([](std::string& bytes) {
          put32(bytes, table_row(Section::kProvenance), kbx::load32("XTRA"));
          put32(bytes, table_row(Section::kProvenance) + SectionAt::kFlags, kbx::kRequired);
        }) == "open: section XTRA: required, and unknown to this reader");
}

// The place of a section in the file becomes another's.
void place_at(std::string& bytes, Section section, std::uint64_t offset) {
  put64(bytes, table_row(section) + SectionAt::kOffset, offset);
}

TEST_CASE("sections in each other's place are found", "[reader]") {
  const std::string whole = small_index();
  const auto size = [&](Section section) {
    return kbx::load64(whole.data() + table_row(section) + SectionAt::kSize);
  };
  const auto is_same = [&](Section a, Section b) {
    return whole.compare(begin_of(whole, a), size(a), whole, begin_of(whole, b), size(a)) == 0;
  };
  for (std::size_t pair = 0; pair < kbx::kSectionCount * kbx::kSectionCount; ++pair) {
    const auto a = static_cast<Section>(pair / kbx::kSectionCount);
    const auto b = static_cast<Section>(pair % kbx::kSectionCount);
    if (a == b || size(a) == 0 || size(b) == 0) continue;
    CAPTURE(kbx::info_of(a).tag, kbx::info_of(b).tag);
    std::string bytes = whole;
    place_at(bytes, a, begin_of(whole, b));
    CHECK(fault_after_header(bytes) != "");
    fix_checksums(bytes);
    CHECK(fault_of(bytes) != "");
    place_at(bytes, b, begin_of(whole, a));
    fix_checksums(bytes);
    fault_of(bytes);
    bytes = whole;
    place_at(bytes, a, begin_of(whole, b));
    place_at(bytes, b, begin_of(whole, a));
    CHECK((fault_after_header(bytes) != "" || (is_same(a, b) && is_same(b, a))));
  }
}

struct Damage {
  Section section;
  std::size_t row, at;
  std::uint32_t value;
  std::string_view fault;
};

TEST_CASE("verify says what is wrong and where", "[reader]") {
  using namespace kbx;
  const Damage damages[] = {
      {Section::kEntries, 0, kbx::entry_at("id"), 0xFFFFFF00,
       "section RECS, row 0: id: a text outside of STRP"},
      {Section::kEntries, 1, kbx::entry_at("id"), kAbsent,
       "section RECS, row 1: id: an absent text with a length"},
      {Section::kEntries, 1, kbx::entry_at("dead_ends"), 9,
       "section RECS, row 1: dead_ends: a list outside of DEAD"},
      {Section::kEntries, 0, kbx::entry_at("tags") + 4, 1,
       "section TEXT: lists have more or fewer rows than it"},
      {Section::kEntries, 0, kbx::entry_at("hash"), 0, "its content id is not its entries'"},
      {Section::kAliases, 0, AliasAt::kEntry, 2, "section ALIA, row 0: of no entry"},
      {Section::kIntervals, 1, IntervalAt::kHigh, 99,
       "section INTV, row 1: high: a text outside of VKEY"},
      {Section::kVersions, 0, VersionAt::kProduct + 4, 50,
       "section VERS, row 0: product: not inside of its version"},
      {Section::kLinks, 0, LinkAt::kSource, 1,
       "section LINK, row 0: of another entry or kind than its list"},
      {Section::kLinks, 0, LinkAt::kKind, 7,
       "section LINK, row 0: of another entry or kind than its list"},
      {Section::kLinks, 0, LinkAt::kTarget, 0, "section LINK, row 0: leads elsewhere than its id"},
      {Section::kLinks, 1, LinkAt::kTarget, 1, "section LINK, row 1: leads elsewhere than its id"},
      {Section::kIncoming, 1, 0, 2,
       "section INCL, row 1: not a link to its entry, or not in order"},
      {Section::kIncoming, 0, 0, 1, "section INCO: its ends are not those of INCL"},
      {Section::kIncomingLinks, 0, 0, 1,
       "section INCL, row 0: not a link to its entry, or not in order"},
      {Section::kCodeEntries, 0, 0, 1, "section RECS, row 0: not listed in ECPL"},
      {Section::kTagEntries, 1, 0, 1, "section RECS, row 0: not listed in TAPL"},
      {Section::kTagKeys, 1, KeyAt::kEntries, 0,
       "section TAKY: its lists do not follow each other"},
  };
  for (const Damage& damage : damages) {
    CAPTURE(info_of(damage.section).tag, damage.row, damage.at);
    CHECK(fault_after([&](std::string& bytes) {
            put32(bytes, row_begin(bytes, damage.section, damage.row) + damage.at, damage.value);
          }) == damage.fault);
  }
}

TEST_CASE("verify finds a key that no entry has", "[reader]") {
  using namespace kbx;
  CHECK(fault_after([](std::string& bytes) {
          // Both entries have the first key; the second is left over.
          const auto code_of = [&](std::size_t row) {
            return row_begin(bytes, Section::kEntries, row) + kbx::entry_at("error_code");
          };
          bytes.replace(code_of(1), 8, bytes, code_of(0), 8);
          const std::size_t first = row_begin(bytes, Section::kCodeKeys, 0) + KeyAt::kEntries;
          const std::size_t second = row_begin(bytes, Section::kCodeKeys, 1) + KeyAt::kEntries;
          put32(bytes, first + 4, 2);
          put32(bytes, second, 2);
          put32(bytes, second + 4, 0);
        }) == "section ECKY: its lists do not follow each other");
}

TEST_CASE("an entry is listed once for a tag that it has twice", "[reader]") {
  const std::string bytes =
      index_of({R"({"id": "a/b", "tags": ["t", "u", "t"]})", R"({"id": "a/c", "tags": ["t"]})"});
  CHECK(fault_of(bytes).empty());
  std::string error;
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  CHECK(index->with_tag("t").size() == 2);
  CHECK(index->with_tag("u").size() == 1);
}

TEST_CASE("verify finds texts that are not UTF-8, out of order, or outside of a section",
          "[reader]") {
  const auto replaced = [](std::string_view from, std::string_view to) {
    return fault_after([&](std::string& bytes) { bytes.replace(bytes.find(from), to.size(), to); });
  };
  CHECK(replaced("\xC3\xA4", "\xC3\x41") == "section STRP: not UTF-8");
  CHECK(replaced("a/c", "a/a") == "section RECS, row 1: not in order");
  CHECK(replaced("a/c", "a/d") == "section RECS, row 1: not found through IDSL");
  CHECK(replaced("E2", "E0") == "section ECKY, row 1: not in order");
  CHECK(fault_after([](std::string& bytes) {
          bytes[begin_of(bytes, Section::kVersionKeys) - 1] = 'x';
        }) == "section VKEY: no zeros before it");
  CHECK(fault_after([](std::string& bytes) { bytes += 'x'; }) == "no zeros at the end of the file");
  CHECK(fault_after([](std::string& bytes) {
          put32(bytes, begin_of(bytes, Section::kEntries) + kbx::entry_at("signature") + 4,
                kbx::load32(bytes.data() + table_row(Section::kStrings) + SectionAt::kSize));
        }) == "section RECS, row 0: signature: a text outside of STRP");
}

TEST_CASE("a section that the reader does not know is passed over", "[reader]") {
  const std::string whole = small_index();
  const ExactCopy copy(whole);
  std::string error;
  const auto sound = kbx::Index::over(copy.view(), error);
  REQUIRE(sound);
  // Without provenance, a section's row is free for another.
  std::string bytes = whole;
  put32(bytes, table_row(Section::kProvenance), kbx::load32("MHDR"));
  put32(bytes, table_row(Section::kProvenance) + SectionAt::kStride, 1);
  put32(bytes, table_row(Section::kProvenance) + SectionAt::kCount,
        kbx::load64(bytes.data() + table_row(Section::kProvenance) + SectionAt::kSize));
  fix_checksums(bytes);
  const auto index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  CHECK(index->verify(error));
  CHECK(index->provenance_count() == 0);
  CHECK(index->find("a/z").index() == 0);
  CHECK(index->find("a/c")->preceded_by()[0].target == 0);
  CHECK(kbx::tag_text(index->section(static_cast<std::uint32_t>(Section::kProvenance)).tag) ==
        "MHDR");
}

TEST_CASE("a reader without a sound file answers with nothing", "[reader]") {
  std::string error;
  CHECK_FALSE(kbx::Index::open("/no/such/file.kbx", error));
  CHECK(error == "/no/such/file.kbx: No such file or directory");
  CHECK_FALSE(kbx::Index::open("/", error));
  CHECK(error == "/: not a regular file");
  CHECK_FALSE(kbx::Index::open("/dev/null", error));
  CHECK(error == "/dev/null: not a regular file");
  CHECK_FALSE(kbx::Index::read("/no/such/file.kbx", error));
  CHECK(error == "/no/such/file.kbx: No such file or directory");
  CHECK_FALSE(kbx::Index::read("/dev/zero", error));
  CHECK(error == "/dev/zero: not a regular file");
}

TEST_CASE("an index in memory does not change when its file is cut or overwritten", "[reader]") {
  const std::string bytes = index_of(own_entries());
  const TemporaryFolder folder;
  std::string error;
  for (const std::string& later : {std::string(), std::string(bytes.size(), 'x')}) {
    folder.write("kb.kbx", bytes);
    const std::string path = folder.path("kb.kbx");
    const auto index = kbx::Index::read(path, error);
    REQUIRE(index);
    folder.write("kb.kbx", later);
    CHECK(index->verify(error));
    CHECK_FALSE(kbx::Index::read(path, error));
    CHECK(error.starts_with(path + ": "));
  }
}

TEST_CASE("the reader's UTF-8 is the compiler's", "[reader]") {
  const auto compare = [](const std::string& text) {
    if (kbx::is_utf8(text) != !first_invalid_utf8(text)) FAIL_CHECK(text);
  };
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string two = {static_cast<char>(first), static_cast<char>(second)};
      compare(two);
      for (const char* rest : {"a", "\x80", "\xBF", "\x80\x80", "\xBF\xBF", "\x80\xC0",
                               "\x80"
                               "a"}) {
        compare(two + rest);
        compare("eight by" + two + rest + "and more");
      }
    }
  }
}

}  // namespace
}  // namespace kbc
