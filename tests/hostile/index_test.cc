// Indexes whose bytes were changed and whose checksums were put right. Whatever is accepted has to
// be in a table that says why.

#include "kbx/index.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "index/damage.h"
#include "index/made_index.h"
#include "inspect/derived.h"
#include "kbx/fields.h"

namespace kbc {
namespace {

using kbx::Section;
using kbx::SectionAt;

// Two entries with something in every section, and as small as that allows.
std::string made_index() {
  return index_of(
      {R"({"id": "a/b", "signature": "A: b", "regex": "disk (is|was) full|no .*space|ab|[a-c]x",
           "domain": "a", "category": "c", "error_code": "E1", "tags": ["t", "u"],
           "aliases": ["a/z"], "confidence": 0.5, "evidence_count": 3,
           "versions": [{"version": "p >=1,<2 || >=x", "status": "active"}],
           "os_specific": {"linux": "n"},
           "dead_ends": [{"action": "d", "why_fails": "w", "fail_rate": 0.9,
                          "sources": ["https://s"]}, {"action": "e", "why_fails": "w"}],
           "workarounds": [{"action": "k", "how": "ä", "success_rate": 0.8, "sources": []}],
           "transition_graph": {"leads_to": [{"error_id": "a/c", "probability": 0.25}],
                                "frequently_confused_with": [{"error_id": "a/none"}]}})",
       R"({"id": "a/c", "signature": "A: c", "regex": "q\\d{3}r|disk full", "domain": "a",
           "error_code": "E2", "tags": ["u"],
           "transition_graph": {"preceded_by": [{"error_id": "a/z"}]}})"});
}

// Which field each byte of an index belongs to, by name: `RECS.id`, `header.version`.
class Places {
 public:
  explicit Places(const std::string& bytes) : names_(bytes.size(), "zeros between sections") {
    name(0, kbx::kHeaderBytes, "header");
    name(kbx::HeaderAt::kMajor, 4, "header.version");
    name(kbx::HeaderAt::kFeatures, 8, "header.features");
    name(kbx::HeaderAt::kHashSeed, 4, "header.hash seed");
    for (std::size_t at = 0; at < kbx::kSectionCount; ++at) {
      const auto section = static_cast<Section>(at);
      name(table_row(section), kbx::kSectionRowBytes, "section table");
      name(table_row(section) + SectionAt::kFlags, 4, "section table.flags");
      const char* row = bytes.data() + table_row(section);
      const std::string tag = kbx::info_of(section).tag;
      name(begin_of(bytes, section), kbx::load64(row + SectionAt::kSize), tag);
      for (std::uint32_t number = 0; number < kbx::load32(row + SectionAt::kCount); ++number) {
        for (const kbx::Field& field : kbx::kFields.of(section)) {
          name(row_begin(bytes, section, number) + field.at, size_of(field.kind),
               tag + "." + field.name);
        }
      }
    }
    name(table_row(Section::kProvenance) + SectionAt::kTag, 4, "tag of PROV");
    std::string error;
    const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
    REQUIRE(index);
    for (std::uint32_t at = 0; at < index->provenance_count(); ++at) {
      for (const std::string_view text :
           {index->provenance(at).name, index->provenance(at).value}) {
        name(static_cast<std::size_t>(text.data() - bytes.data()), text.size(), "text of PROV");
      }
    }
    for (const auto& title : index->titles()) {
      name(static_cast<std::size_t>(title.title.data() - bytes.data()), title.title.size(),
           "title of TITL");
    }
  }

  const std::string& of(std::size_t at) const { return names_[at]; }

 private:
  void name(std::size_t begin, std::size_t size, const std::string& name) {
    std::fill_n(names_.begin() + static_cast<std::ptrdiff_t>(begin), size, name);
  }

  std::vector<std::string> names_;
};

// Of the mutants, each nth: what is slow tries a part of them, as do the sanitizers.
std::size_t step() {
#ifdef KBC_INSTRUMENTED
  constexpr std::size_t kUsual = 40;
#else
  constexpr std::size_t kUsual = 1;
#endif
  const char* step = std::getenv("KBC_MUTANT_STEP");
  return step == nullptr ? kUsual : std::max<std::size_t>(1, std::strtoul(step, nullptr, 10));
}

// Calls visit(bytes, at) for an index in which the bytes from `at` were changed, its checksums put
// right: three bits of each byte, and the least and largest numbers in each four bytes.
template <typename Visit>
void each_mutant(const std::string& whole, const Visit& visit) {
  std::size_t number = 0;
  const auto mutant = [&](std::size_t at, std::string bytes) {
    if (number++ % step() != 0) return;
    fix_checksums(bytes);
    if (bytes != whole) visit(bytes, at);
  };
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const std::size_t bit : {at % 8, (at + 3) % 8, (at + 6) % 8}) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ 1 << bit);
      mutant(at, std::move(bytes));
    }
    if (at % 4 != 0 || at + 4 > whole.size()) continue;
    for (const std::uint32_t value : {0U, 1U, 2U, 0x7FFFFFFFU, 0xFFFFFFFEU, 0xFFFFFFFFU}) {
      std::string bytes = whole;
      put32(bytes, at, value);
      mutant(at, std::move(bytes));
    }
  }
}

// What Index::verify cannot know, since it follows from what an entry says in a way that only kbc
// knows, and what nobody can.
const std::map<std::string, std::string> kUnknowable = {
    {"header.features", "that labels of versions are told, as in no file of 0.1.0"},
    {"header.hash seed", "another that fits"},
    {"section table",
     "the offset of a section without rows, and the tag of one that may be missing"},
    {"section table.flags", "that a reader must know a section which this one knows"},
    {"VERS.product", "a part of the version's text"},
    {"INTV.low", "what the version's text means"},
    {"INTV.high", "what the version's text means"},
    {"VKEY", "what the version's text means"},
    {"PTLI.gram_at", "which gram of a literal is its rarest"},
    {"PTTX", "what the regex matches"},
    {"PTTR.alternative", "what the regex matches"},
    {"PTTR.gram", "what the regex matches"},
    {"PTAL.entry", "whose regex it is"},
    {"PTAL.program", "what the regex matches"},
    {"PTAL.gram", "what the regex matches"},
    {"PTAL.kind", "what the regex matches"},
    {"PTAL.flags", "what the regex matches"},
    {"PTAL.rarity", "how rare its literals are"},
    {"PTPR", "what the regex matches"},
    {"SRTX", "which words the texts have"},
    {"SRPO", "which words the texts have, and how often"},
    {"TITL.name", "which names entries have"},
    {"TITL.field", "which names entries have"},
};

// And what neither it nor `kbc inspect --verify` can: these bits are free.
const std::map<std::string, std::string> kFree = {
    {"header.version", "a minor version that adds nothing"},
    {"tag of PROV", "that nothing says which tool wrote it"},
    {"title of TITL", "what the taxonomy said"},
    {"text of PROV", "which tool wrote it; of another one kbc does not know what it writes"},
};

// Of several fields at once: the place of a list without rows, and a displacement of a bucket
// without keys, or another that fits.
bool is_unknowable(const std::string& name) {
  if (kUnknowable.count(name) == 1 || name.ends_with(".displacement")) return true;
  const bool is_list =
      std::any_of(kbx::kFields.begin(), kbx::kFields.end(), [&](const kbx::Field& field) {
        const std::string tag = kbx::info_of(field.section).tag;
        return field.kind == kbx::FieldKind::kList && tag + "." + field.name == name;
      });
  return is_list && name != "PTLI.triggers";
}

std::string counted_fields(const std::map<std::string, std::size_t>& fields) {
  std::string text;
  for (const auto& [name, count] : fields) text += name + ' ' + std::to_string(count) + '\n';
  return text;
}

}  // namespace

TEST_CASE("an index whose checksums were put right is refused but for what is explained",
          "[hostile][index][mutants][slow]") {
  const std::string whole = made_index();
  for (const kbx::SectionInfo& info : kbx::kSections) {
    CAPTURE(info.tag);
    const auto section = static_cast<Section>(&info - kbx::kSections);
    CHECK(kbx::load32(whole.data() + table_row(section) + SectionAt::kCount) > 0);
  }
  const Places places(whole);
  std::size_t tried = 0;
  std::map<std::string, std::size_t> verified, accepted;  // by field
  each_mutant(whole, [&](const std::string& bytes, std::size_t at) {
    ++tried;
    const ExactCopy copy(bytes);
    std::string error;
    const std::optional<kbx::Index> index = kbx::Index::over(copy.view(), error);
    if (!index || !index->verify(error)) return;
    ++verified[places.of(at)];
    if (compare_derived(*index, 1).fault.empty()) ++accepted[places.of(at)];
  });
  CHECK(tried * step() > 25000);
  INFO(counted_fields(verified) << "accepted:\n" << counted_fields(accepted) << "of " << tried);
  for (const auto& field : verified) {
    CAPTURE(field.first);
    CHECK((is_unknowable(field.first) || kFree.count(field.first) == 1));
  }
  for (const auto& field : accepted) {
    CAPTURE(field.first);
    CHECK(kFree.count(field.first) == 1);
  }
}

TEST_CASE("an index as it was written is what kbc writes of its entries", "[hostile][index]") {
  const std::string whole = index_of(own_entries());
  std::string error;
  const std::optional<kbx::Index> index = kbx::Index::over(whole, error);
  REQUIRE(index);
  CHECK(index->verify(error));
  CHECK(error == "");
  const Derived derived = compare_derived(*index, 2);
  CHECK(derived.is_compared);
  CHECK(derived.fault == "");
}

}  // namespace kbc
