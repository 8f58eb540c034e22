// docs/kbx-format.md is true: its tables are those of the reader's headers, and its example is what
// kbc writes. KBC_UPDATE=1 rewrites the example.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "inspect/summary.h"
#include "kbx/checksum.h"
#include "kbx/fields.h"
#include "kbx/index.h"
#include "kbx/lookup.h"
#include "paths.h"
#include "text/number_text.h"

namespace kbc {
namespace {

using kbx::FieldKind;
using kbx::Section;

const std::string kPage = std::string(KBC_SOURCE_FOLDER) + "/docs/kbx-format.md";

std::string page() {
  std::ifstream in(kPage, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The part under the third-level heading that names a section.
std::string part_about(const std::string& text, std::string_view tag) {
  std::string part;
  bool is_in = false;
  for (const std::string& line : lines_of(text)) {
    if (line.rfind('#', 0) == 0) {
      is_in = line.rfind("### ", 0) == 0 && line.find(tag) != std::string::npos;
    }
    if (is_in) part += line + '\n';
  }
  return part;
}

// How the page calls a form; of a list or row only that it is one.
std::string form_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::kText:
      return "text |";
    case FieldKind::kName:
      return "name |";
    case FieldKind::kPart:
      return "part |";
    case FieldKind::kCut:
      return "cut |";
    case FieldKind::kList:
      return "list";
    case FieldKind::kRate:
      return "rate |";
    case FieldKind::kNumber16:
      return "u16 |";
    case FieldKind::kNumber64:
    case FieldKind::kHash:
      return "u64 |";
    case FieldKind::kRow:
      return "row";
    case FieldKind::kLiteral:
      return "literal |";
    case FieldKind::kProgram:
      return "program |";
    case FieldKind::kTerm:
      return "term |";
    case FieldKind::kPosting:
      return "postings |";
    case FieldKind::kNumber32:
    case FieldKind::kCount:
    case FieldKind::kLinkKind:
    case FieldKind::kTitled:
      break;
  }
  return "u32 |";
}

std::string row_of(const kbx::Field& field) {
  return "\n| " + std::to_string(field.at) + " | `" + field.name + "` | " + form_of(field.kind);
}

// What stands between a marker and the end of the fenced block behind it: begin and length.
std::pair<std::size_t, std::size_t> block_after(const std::string& text,
                                                const std::string& marker) {
  const std::size_t at = text.find(marker);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = text.find('\n', text.find("```", at)) + 1;
  return {begin, text.find("```", begin) - begin};
}

// The folder of the page's example, built.
class ExampleFolder : public KnowledgeBaseFolder {
 public:
  explicit ExampleFolder(const std::string& text) {
    const auto [begin, size] = block_after(text, "<!-- example: entry -->");
    entry("git/push-rejected", text.substr(begin, size));
    const Outcome outcome =
        run({"build", "--today", "2026-01-15", "--emit", "index", "--out", "."}, path());
    INFO(outcome.out + outcome.err);
    REQUIRE(outcome.exit == 0);
  }
};

// What a line such as `$ kbc inspect kb.kbx --dump RECS | head -12` prints.
std::string printed(const ExampleFolder& folder, const std::string& command) {
  std::istringstream words(command.substr(command.find("inspect")));
  std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
  std::size_t most = 1000;
  if (arguments.size() > 3 && arguments[arguments.size() - 2] == "head") {
    most = std::stoul(arguments.back().substr(1));
    arguments.resize(arguments.size() - 3);
  }
  const Outcome outcome = run(arguments, folder.path());
  CHECK(outcome.exit == 0);
  std::string text;
  for (const std::string& line : lines_of(outcome.out)) {
    if (most-- == 0) break;
    text += line + '\n';
  }
  return text;
}

// The page with what its commands print now.
std::string with_output(const ExampleFolder& folder, const std::string& text) {
  std::string fresh;
  bool is_output = false;
  for (const std::string& line : lines_of(text)) {
    if (line == "```") is_output = false;
    const bool is_command = line.rfind("$ kbc inspect ", 0) == 0;
    if (is_command || !is_output) fresh += line + '\n';
    if (!is_command) continue;
    fresh += printed(folder, line);
    is_output = true;
  }
  return fresh;
}

// The steps of a look-up, by the page's formulas.
std::string steps(const kbx::Index& index, std::string_view key) {
  const kbx::Mapped& storage = index.storage();
  const std::uint64_t hash = kbx::lookup_hash(key, storage.hash_seed());
  const std::uint32_t buckets = storage.count<Section::kIdSeeds>();
  const std::uint32_t slots = storage.count<Section::kIdSlots>();
  const std::uint32_t bucket = kbx::bucket_of(hash, buckets);
  const std::uint32_t displacement = kbx::load16(storage.row<Section::kIdSeeds>(bucket));
  const std::uint32_t slot = kbx::slot_of(hash, displacement, slots);
  std::ostringstream out;
  out << "key           " << key << '\n'
      << "h             0x" << hexadecimal(hash, 16) << '\n'
      << "bucket        " << bucket << " of " << buckets << '\n'
      << "displacement  " << displacement << '\n'
      << "slot          " << slot << " of " << slots << '\n'
      << "fingerprint   0x" << hexadecimal(kbx::fingerprint_of(hash), 8) << '\n'
      << "row           " << kbx::load32(storage.row<Section::kIdSlots>(slot) + 4) << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("the page of the index format has every section and field", "[index-format]") {
  const std::string text = page();
  for (const kbx::SectionInfo& section : kbx::kSections) {
    CHECK_THAT(text, ContainsSubstring("\n| `" + std::string(section.tag) + "` | " +
                                       std::to_string(section.stride) + " | "));
  }
  for (const kbx::Field& field : kbx::kFields) {
    CAPTURE(kbx::info_of(field.section).tag, field.name);
    CHECK_THAT(part_about(text, kbx::info_of(field.section).tag), ContainsSubstring(row_of(field)));
  }
  // And no more rows than there are fields.
  std::size_t bytes[kbx::kSectionCount] = {};
  for (const kbx::Field& field : kbx::kFields) {
    std::size_t& end = bytes[static_cast<std::size_t>(field.section)];
    CHECK(field.at == end);
    end = field.at + size_of(field.kind);
  }
}

TEST_CASE("the page of the index format has every place of the header", "[index-format]") {
  const std::string text = page();
  using At = kbx::HeaderAt;
  using Row = kbx::SectionAt;
  const std::pair<std::size_t, std::string> places[] = {
      {At::kMajor, "2 | major version | " + std::to_string(kbx::kMajor)},
      {At::kMinor, "2 | minor version | " + std::to_string(kbx::kMinor)},
      {At::kHeaderBytes, "4 | header bytes | " + std::to_string(kbx::kHeaderBytes)},
      {At::kFileBytes, "8 | file bytes"},
      {At::kSectionCount, "4 | sections"},
      {At::kEntryCount, "4 | entries"},
      {At::kContentId, "8 | content id"},
      {At::kFeatures, "8 | features"},
      {At::kEndian, "4 | byte order | 0x01020304"},
      {At::kHashSeed, "4 | hash seed"},
      {At::kChecksum, "8 | header checksum"},
      {Row::kTag, "4 | tag"},
      {Row::kFlags, "4 | flags"},
      {Row::kOffset, "8 | offset"},
      {Row::kSize, "8 | size"},
      {Row::kChecksum, "8 | checksum"},
      {Row::kStride, "4 | bytes of a row"},
      {Row::kCount, "4 | rows"},
  };
  for (const auto& [at, rest] : places) {
    CHECK_THAT(text, ContainsSubstring("\n| " + std::to_string(at) + " | " + rest));
  }
  for (const std::uint64_t constant : {kbx::kFold1, kbx::kFold2, kbx::kFold3}) {
    std::string digits = hexadecimal(constant, 16);
    for (char& c : digits) c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
    CHECK_THAT(text, ContainsSubstring("0x" + digits));
  }
  CHECK_THAT(text, ContainsSubstring("pages of " + std::to_string(kbx::kPageBytes) + " bytes"));
}

TEST_CASE("the example of the index format is what kbc writes", "[index-format]") {
  const std::string text = page();
  const ExampleFolder folder(text);
  std::string error;
  const auto index = kbx::Index::open(folder.path("kb.kbx"), error);
  REQUIRE(index);
  CHECK(index->verify(error));
  std::string fresh = with_output(folder, text);
  const auto [begin, size] = block_after(fresh, "<!-- example: look-up -->");
  fresh.replace(begin, size, steps(*index, "git/push-refused"));
  if (std::getenv("KBC_UPDATE") != nullptr) {
    std::ofstream(kPage, std::ios::binary) << fresh;
  } else {
    CHECK(text == fresh);
  }
}

namespace {

// An entry's hash by the words of the page, from what the reader gives.
class ContentHash {
 public:
  explicit ContentHash(const kbx::Entry<kbx::Mapped>& e) {
    // In the order of their places in the row.
    for (const kbx::Field& field : kbx::kFields) {
      if (field.section != kbx::Section::kEntries) continue;
      if (field.kind != FieldKind::kText && field.kind != FieldKind::kName) continue;
      texts({e.text_of(*kbx::entry_field(field.name))});
    }
    number(e.confidence());
    number(e.fix_success_rate());
    number(static_cast<double>(e.evidence_count()));
    each(e.versions(), [&](const auto& item) {
      texts({item.version, item.introduced, item.deprecated, item.removed, item.behavior_change,
             item.status});
    });
    each(e.os_specific(), [&](const auto& item) { texts({item.system, item.text}); });
    each(e.dead_ends(), [&](const auto& item) {
      action({item.action, item.why_fails, item.condition}, item.fail_rate, item.sources);
    });
    each(e.workarounds(), [&](const auto& item) {
      action({item.action, item.how, item.condition}, item.success_rate, item.sources);
    });
    for (const auto& links : {e.leads_to(), e.preceded_by(), e.frequently_confused_with()}) {
      each(links, [&](const auto& item) {
        texts({item.error_id, item.distinction, item.condition, item.typical_delay});
        number(item.probability);
      });
    }
    const auto text = [&](std::string_view item) { texts({item}); };
    for (const auto& list : {e.workarounds_zh(), e.tags(), e.aliases(), e.examples(),
                             e.counterexamples(), e.kbc_ignore()}) {
      each(list, text);
    }
    if (e.dead_ends_zh().empty()) return;
    u64(288);
    each(e.dead_ends_zh(), text);
  }
  std::uint64_t value() const { return sum_.value(); }

 private:
  void u64(std::uint64_t value) {
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(value >> shift);
    sum_.add(bytes);
  }
  void texts(const std::vector<std::string_view>& all) {
    for (const std::string_view text : all) {
      u64(kbx::is_absent(text) ? 0 : text.size() + 1);
      sum_.add(text);
    }
  }
  void number(double value) { u64(value == value ? __builtin_bit_cast(std::uint64_t, value) : 0); }
  template <typename List, typename Use>
  void each(const List& list, const Use& use) {
    u64(list.size());
    for (const auto& item : list) use(item);
  }
  void action(const std::vector<std::string_view>& all, double rate,
              const kbx::Texts<kbx::Mapped>& sources) {
    texts(all);
    number(rate);
    each(sources, [&](std::string_view item) { texts({item}); });
  }

  kbx::Checksum sum_;
};

}  // namespace

TEST_CASE("an entry's hash is what the page of the index format says", "[index-format]") {
  const TemporaryFolder folder;
  const Outcome built = run(
      {"build", "--kb", KBC_SOURCE_FOLDER, "--emit", "index", "--out", folder.path(), "--quiet"},
      folder.path());
  REQUIRE(built.exit == 0);
  std::string error;
  const auto index = kbx::Index::open(folder.path("kb.kbx"), error);
  REQUIRE(index);
  for (const auto& entry : index->entries()) {
    CAPTURE(entry.id());
    CHECK(ContentHash(entry).value() == entry.hash());
  }
}

}  // namespace kbc
