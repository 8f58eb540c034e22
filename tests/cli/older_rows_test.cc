// A reader of the next version of the format, which has fields more, on an index of this one.

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "index/bases.h"
#include "index/made_index.h"
#include "kbx/index.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

// This reader with three fields of entries and one of workarounds more.
void write_next_reader(const TemporaryFolder& folder) {
  const std::string reader = std::string(KBC_SOURCE_FOLDER) + "/tools/reader";
  REQUIRE(run_program("cp", {"-r", reader, "next"}, folder.path()).exit == 0);
  const auto change = [&](const std::string& file, const std::string& from, const std::string& to) {
    const std::string text = folder.read("next/kbx/" + file);
    REQUIRE(text.find(from) != std::string::npos);
    folder.write("next/kbx/" + file, replaced(text, from, to));
  };
  change("format.h", "kMinor = 3;", "kMinor = 4;");
  change("format.h", "{\"hash\", 280, FieldKind::kHash},",
         "{\"hash\", 280, FieldKind::kHash}, {\"next_text\", 296, FieldKind::kText},"
         "{\"next_rate\", 304, FieldKind::kRate}, {\"next_number\", 312, FieldKind::kNumber64},"
         "{\"next_list\", 320, FieldKind::kList, Role::kName, Section::kTexts},");
  change("format.h", "{\"WORK\", 40}", "{\"WORK\", 48}");
  change("fields.h", "Section::kEntries ? 288 :",
         "Section::kEntries ? 288 : section == Section::kWorkarounds ? 40 :");
  change("fields.h",
         "{Section::kWorkarounds, WorkaroundAt::kSources, FieldKind::kList, \"sources\", "
         "Section::kTexts},",
         "{Section::kWorkarounds, WorkaroundAt::kSources, FieldKind::kList, \"sources\", "
         "Section::kTexts}, {Section::kWorkarounds, 40, FieldKind::kText, \"next\"},");
}

constexpr const char* kProgram = R"cc(
#include <cstdio>
#include "kbx/index.h"
  int main(int, char** arguments) {
    std::string error;
    const auto index = kbx::Index::open(arguments[1], error);
    if (!index || !index->verify(error)) return std::puts(error.c_str()), 1;
    const kbx::Mapped& storage = index->storage();
    for (const auto& entry : index->entries()) {
      if (!kbx::is_absent(entry.text_of(*kbx::entry_field("next_text")))) return 2;
      const double rate = entry.rate_of(*kbx::entry_field("next_rate"));
      if (rate == rate) return 3;
      if (entry.number_of(*kbx::entry_field("next_number")) != 0) return 4;
      if (!entry.texts_of(*kbx::entry_field("next_list")).empty()) return 5;
      std::printf("%s\n", std::string(entry.id()).c_str());
      for (const auto& way : entry.workarounds()) {
        std::printf("%g %s\n", way.success_rate, std::string(way.action).c_str());
      }
    }
    for (std::uint32_t row = 0; row < storage.count<kbx::Section::kWorkarounds>(); ++row) {
      const auto next = kbx::text_field<kbx::Section::kWorkarounds, 40>(storage, row);
      if (!kbx::is_absent(next)) return 6;
    }
    return 0;
  }
)cc";

// The exit of `program.cc` with the reader in `next` for an index.
Outcome read_with(const TemporaryFolder& folder, const std::string& bytes) {
  folder.write("kb.kbx", bytes);
  const Outcome compiled = run_program(
      "sh",
      {"-c",
       "c++ -std=c++17 -fsanitize=address,undefined -Inext program.cc next/kbx/index.cc "
       "next/kbx/verify.cc next/kbx/checksum.cc next/kbx/map_file.cc next/kbx/verify/*.cc "
       "-o program"},
      folder.path());
  INFO(compiled.err);
  REQUIRE(compiled.exit == 0);
  return run_program("./program", {"kb.kbx"}, folder.path());
}

}  // namespace

TEST_CASE("a reader that does not know the labels of versions refuses the file", "[reader][real]") {
  if (is_missing("c++")) return;
  const TemporaryFolder folder;
  const std::string reader = std::string(KBC_SOURCE_FOLDER) + "/tools/reader";
  REQUIRE(run_program("cp", {"-r", reader, "next"}, folder.path()).exit == 0);
  const std::string text = folder.read("next/kbx/format.h");
  const std::string known = "kKnownFeatures = kFeatureLabels;";
  REQUIRE(text.find(known) != std::string::npos);
  folder.write("next/kbx/format.h", replaced(text, known, "kKnownFeatures = 0;"));
  folder.write("program.cc", R"cc(
#include <cstdio>
#include "kbx/index.h"
    int main(int, char** arguments) {
      std::string error;
      if (kbx::Index::open(arguments[1], error)) return 0;
      return std::puts(error.c_str()), 1;
    }
  )cc");
  const Outcome outcome = read_with(folder, index_of(own_entries()));
  CHECK(outcome.exit == 1);
  CHECK(outcome.out == "kb.kbx: it uses features that this reader does not know\n");
}

TEST_CASE("a newer reader takes the fields for absent that an index is too old for",
          "[reader][real]") {
  if (is_missing("c++")) return;
  const TemporaryFolder folder;
  const std::string bytes = index_of(own_entries());
  folder.write("program.cc", kProgram);
  write_next_reader(folder);
  const Outcome outcome = read_with(folder, bytes);
  INFO(outcome.err);
  CHECK(outcome.exit == 0);

  std::string error, expected;
  const std::optional<kbx::Index> index = kbx::Index::over(bytes, error);
  REQUIRE(index);
  for (const auto& entry : index->entries()) {
    expected += std::string(entry.id()) + '\n';
    for (const auto& way : entry.workarounds()) {
      char rate[32];
      std::snprintf(rate, sizeof rate, "%g ", way.success_rate);
      expected += rate + std::string(way.action) + '\n';
    }
  }
  CHECK(outcome.out == expected);
}

}  // namespace kbc
