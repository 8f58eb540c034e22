// The tables that `kbc build` writes, compiled by every compiler that is there.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "index/bases.h"
#include "paths.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

struct Compiler {
  std::string program, standard;
};

// Those of g++ and clang++ that are installed, with the standards.
std::vector<Compiler> with_standards(const std::vector<Compiler>& wanted) {
  std::vector<Compiler> all;
  for (const Compiler& compiler : wanted) {
    if (run_program(compiler.program, {"--version"}, "/").exit == 0) all.push_back(compiler);
  }
  REQUIRE(!all.empty());
  return all;
}

// The oldest standard that will do, and a new one.
std::vector<Compiler> compilers() {
  return with_standards({{"g++", "-std=c++17"},
                         {"g++", "-std=c++20"},
                         {"clang++", "-std=c++17"},
                         {"clang++", "-std=c++20"}});
}

Outcome compile(const Compiler& compiler, const TemporaryFolder& folder,
                std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(),
                   {compiler.standard, "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion",
                    "-Werror", "-I" + folder.path("generated")});
  return run_program(compiler.program, arguments, folder.path());
}

// Compiles the sources into a program; the test fails when they do not compile.
void make_program(const Compiler& compiler, const TemporaryFolder& folder,
                  std::vector<std::string> sources) {
  sources.insert(sources.end(), {"-o", "program"});
  const Outcome outcome = compile(compiler, folder, sources);
  CAPTURE(compiler.program, compiler.standard, outcome.err);
  REQUIRE(outcome.exit == 0);
}

// Whether a file of these lines compiles; what the compiler says otherwise is in outcome.
bool compiles(const Compiler& compiler, const TemporaryFolder& folder, const std::string& lines,
              Outcome& outcome) {
  folder.write("lines.cc", lines);
  outcome = compile(compiler, folder, {"-fsyntax-only", "lines.cc"});
  return outcome.exit == 0;
}

void build(const TemporaryFolder& folder, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"build", "--today", "2027-01-15", "--quiet"});
  const Outcome outcome = run(arguments, folder.path());
  CAPTURE(outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
}

// The reader as the build has made it; of one with sanitizers, its sources.
std::vector<std::string> reader_objects() {
#ifndef KBC_INSTRUMENTED
  return {KBC_READER};
#else
  std::vector<std::string> sources;
  for (const auto& file : fs::recursive_directory_iterator(kSource + "/tools/reader")) {
    if (file.path().extension() == ".cc") sources.push_back(file.path().string());
  }
  return sources;
#endif
}

// Builds compare_table with one compiler and runs it.
void check_same_with(const Compiler& compiler, const TemporaryFolder& folder) {
  std::vector<std::string> sources = {
      "-O1", "-I" + kSource + "/tools/reader", "-I" + kSource + "/tests",
      kSource + "/tests/table/compare_table.cc", folder.path("generated/kb_table.cc")};
  const std::vector<std::string> reader = reader_objects();
  sources.insert(sources.end(), reader.begin(), reader.end());
  make_program(compiler, folder, sources);
  const Outcome outcome =
      run_program(folder.path("program"), {folder.path("generated/kb.kbx")}, folder.path());
  CAPTURE(compiler.program, compiler.standard, outcome.err);
  CHECK(outcome.out.find("entries are the same\n") != std::string::npos);
  CHECK(outcome.exit == 0);
}

void check_same(const TemporaryFolder& folder) {
  for (const Compiler& compiler :
       with_standards({{"g++", "-std=c++17"}, {"clang++", "-std=c++20"}})) {
    check_same_with(compiler, folder);
  }
}

// Texts that are hard to spell, and hard to place.
std::string entry_with(const std::string& slug, const std::string& root_cause) {
  return replaced(replaced(clean_entry(), "git/push-rejected", "git/" + slug),
                  "The remote branch holds commits that the local branch lacks, so the push would "
                  "lose them.",
                  root_cause);
}

}  // namespace

// With all entries in one table each compiler runs once.
TEST_CASE("the table says what the index says, and any text can stand in it", "[table][slow]") {
  for (const std::string& base : all_bases()) {
    CAPTURE(base);
    const KnowledgeBaseFolder folder;
    copy_buildable(base, folder.path());
    const std::string page(8192, 'p');
    folder.entry("git/a-trigraph", entry_with("a-trigraph",
                                              "what?"
                                              "?/ ?"
                                              R"(?) \\ \" \u0000 \u0001)"
                                              R"(7 \u007f \r\n \u202e é 中 😀)"));
    folder.entry("git/b-page", entry_with("b-page", page));
    folder.entry("git/c-longer", entry_with("c-longer", page + "longer"));
    folder.entry("git/d-many-pages", entry_with("d-many-pages", page + page + page + "7"));
    folder.entry("git/e-empty", entry_with("e-empty", ""));
    folder.entry("git/f-very-long", entry_with("f-very-long", std::string(100000, 'v')));
    folder.entry("git/zz-last", entry_with("zz-last", "the last one"));
    build(folder);
    check_same(folder);
  }
}

TEST_CASE("a table answers while it compiles", "[table][slow]") {
  const KnowledgeBaseFolder folder;
  folder.entry("git/push-rejected", replaced(replaced(clean_entry(), R"("aliases": [])",
                                                      R"("aliases": ["git/rejected"])"),
                                             R"("error_code": null)", R"("error_code": "128")"));
  folder.clean("push-timeout");
  build(folder);
  const std::string lines = R"cc(
#include "kb_table.h"
    static_assert(kb::size() == 2 && kb::entries().size() == 2);
    static_assert(kb::find("git/push-rejected")->dead_ends()[0].fail_rate == 0.95);
    static_assert(kb::find("git/push-rejected")->dead_ends()[0].action ==
                  "Push again without "
                  "fetching");
    static_assert(kb::find("git/rejected").index() == kb::find("git/push-rejected").index());
    static_assert(!kb::find("git/unknown") && kb::find("") == nullptr && !kb::at(2));
    static_assert(kb::at(1)->id() == "git/push-timeout");
    static_assert(kb::find("git/push-rejected")->affects("git", "2.39.2") == kbx::Affects::kYes);
    static_assert(kb::find("git/push-rejected")->affects("Git", "1.9") == kbx::Affects::kNo);
    static_assert(kb::with_code("128").size() == 1 &&
                  kb::with_code("128")[0].id() == "git/push-rejected");
    static_assert(kb::in_domain("git").size() == 2 && kb::in_domain("python").empty());
    static_assert(kb::in_category("sync_error")[1].index() == 1 && kb::with_tag("tag").empty());
    static_assert(kb::domains()[0].name == "git" && kb::domains()[0].entries == 2);
    static_assert(kb::incoming(0).empty() && kb::content_id() != 0);
    constexpr std::size_t bytes() {
      std::size_t sum = 0;
      for (const auto entry : kb::entries()) {
        for (const auto dead_end : entry.dead_ends()) sum += dead_end.action.size();
      }
      return sum;
    }
    static_assert(bytes() == 54);
  )cc";
  Outcome outcome;
  for (const Compiler& compiler : compilers()) {
    const bool is_sound = compiles(compiler, folder, lines, outcome);
    CAPTURE(compiler.program, compiler.standard, outcome.err);
    CHECK(is_sound);
    CHECK_FALSE(
        compiles(compiler, folder, lines + "static_assert(kb::find(\"git/unknown\"));\n", outcome));
  }
}

TEST_CASE("an id that no entry has does not compile", "[table][slow]") {
  const KnowledgeBaseFolder folder;
  folder.entry("git/push-rejected", replaced(replaced(clean_entry(), R"("aliases": [])",
                                                      R"("aliases": ["git/rejected"])"),
                                             R"("error_code": null)", R"("error_code": "128")"));
  folder.clean("push-timeout");
  build(folder);
  const std::string lines = R"cc(
#include "kb_ids.h"
    using namespace kb::literals;
    static_assert("git/push-timeout"_kb_id.index() == 1);
    static_assert("128"_kb_code == kb::Code::k128);
    static_assert("git/rejected"_kb_id == "git/push-rejected"_kb_id);
    int kind(kb::Id id) {
      switch (id.index()) {
        case "git/push-timeout"_kb_id.index():
          return 1;
        default:
          return 0;
      }
    }
    int main() {
      const kb::Id id = "git/push-timeout"_kb_id;
      if (id.signature() != "failure of push-timeout" || !kb::Id::find("git/rejected")) return 1;
      if (kb::Id::find("git/unknown") || !kb::Id().regex().is_absent()) return 2;
      if (kb::Id().dead_end_count() != 0 || id.dead_end(7).fail_rate >= 0) return 3;
      if (id.affects("git", "2.1") != kb::Id::Affects::kYes) return 4;
      return kind(id) == 1 ? 0 : 5;
    }
  )cc";
  Outcome outcome;
  for (const Compiler& compiler : compilers()) {
    CAPTURE(compiler.program, compiler.standard);
    folder.write("lines.cc", lines);
    make_program(compiler, folder, {"lines.cc", folder.path("generated/kb_table.cc")});
    CHECK(run_program(folder.path("program"), {}, folder.path()).exit == 0);
    CHECK_FALSE(compiles(compiler, folder,
                         lines + "kb::Id wrong() { return \"git/unknown\"_kb_id; }", outcome));
    CHECK(outcome.err.find("no_entry_has_this_id") + 1 + outcome.err.find("no entry of the") + 1 >
          0);
    CHECK_FALSE(compiles(compiler, folder, lines + "kb::Code wrong() { return \"129\"_kb_code; }",
                         outcome));
    CHECK(outcome.err.find("no_entry_has_this_code") + 1 + outcome.err.find("no entry of the") + 1 >
          0);
  }
}

// Each line is wrong in a constant expression, and right without what is after the last `//`.
TEST_CASE("what is not there does not compile in a constant expression", "[table][real]") {
  const KnowledgeBaseFolder folder;
  folder.entry("git/push-rejected",
               replaced(clean_entry(), R"("error_code": null)", R"("error_code": "128")"));
  folder.clean("push-timeout");
  build(folder);
  const std::string head = R"cc(
#include "kb_table.h"
    static_assert(kb::in_domain(kb::Domain::kGit).size() == 2);
    static_assert(kb::with_code(kb::Code::k128).front().id() == "git/push-rejected");
    static_assert(kb::find_code("128") == kb::Code::k128 && kb::name_of(kb::Code::k128) == "128");
    static_assert(kb::find_code("129") == kb::Code::none);
    static_assert(kb::in_category(kb::Category::kSyncError).at(1).index() == 1);
    static_assert(kb::name_of(kb::Domain::kGit) == "git" &&
                  kb::name_of(kb::Category::kSyncError) == "sync_error");
    static_assert(kb::find("git/push-rejected") == kb::at(0) && kb::at(0) != kb::at(1));
    static_assert(kb::find("git/unknown") == kb::at(2));
    static_assert(kb::find("git/unknown").value_or(*kb::at(1)).index() == 1);
    static_assert(kb::entries().end() - kb::entries().begin() == 2);
    static_assert(noexcept(kb::find("git/push-rejected")->workarounds()[0].action));
    static_assert(sizeof(kb::Entry) <= 64 && sizeof(kb::EntryPtr) <= 64);
    inline constexpr auto list = kb::find("git/push-rejected") -> dead_ends();
  )cc";
  Outcome outcome;
  for (const Compiler& compiler :
       with_standards({{"g++", "-std=c++17"}, {"clang++", "-std=c++20"}})) {
    const bool is_sound = compiles(compiler, folder, head, outcome);
    CAPTURE(compiler.program, compiler.standard, outcome.err);
    CHECK(is_sound);
    for (const std::string wrong :
         {"kb::with_code(\"EPERM\")[0]", "kb::in_domain(\"gti\").front().confidence()",
          "kb::in_category(\"sync\").back()", "kb::with_tag(\"none\").at(0)",
          "*kb::with_code(\"EPERM\").begin()", "list[1].fail_rate", "list[-1].fail_rate",
          "list[0x100000000].fail_rate", "(*list.end()).fail_rate", "(*--list.begin()).fail_rate",
          "list.begin()[1].fail_rate", "list[0].sources[0]",
          "kb::find(\"git/unknown\")->signature()",
          "kb::find(\"git/unknown\")->workarounds().size()", "*kb::at(2)",
          "kb::at(0x100000000)->id()", "kb::entries()[2].id()", "kb::domains()[1].name",
          "kb::name_of(kb::Code::none)"}) {
      CAPTURE(wrong);
      CHECK_FALSE(
          compiles(compiler, folder, head + "constexpr auto wrong = " + wrong + ";\n", outcome));
      const bool is_named = outcome.err.find("no_item_has_this_index") != std::string::npos ||
                            outcome.err.find("no_such_entry") != std::string::npos;
      CHECK(is_named);
    }
    CHECK_FALSE(compiles(compiler, folder, head + "auto wrong = kb::Code::kEPERM;\n", outcome));
  }
}

TEST_CASE("what is not there is absent in a program that runs", "[table][real]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-rejected");
  folder.clean("push-timeout");
  build(folder);
  folder.write("lines.cc", R"cc(
#include "kb_ids.h"
#include "kb_table.h"
#include "kbx/index.h"
    template <typename Base>
    int check(const Base& base, const char* unknown, std::size_t far) {
      const auto entry = base.find("git/push-rejected");
      if (!kbx::is_absent(base.with_code(unknown)[0].id())) return 1;
      if (!kbx::is_absent(base.in_domain(unknown).front().signature())) return 2;
      if (base.in_category(unknown).back().index() != kbx::kNone) return 3;
      for (const std::size_t at : {far, entry->dead_ends().size() + std::size_t{0}, ~std::size_t{0}}) {
        const auto dead_end = entry->dead_ends()[at];
        if (!kbx::is_absent(dead_end.action) || dead_end.fail_rate >= 0) return 4;
        if (!dead_end.sources.empty() || !kbx::is_absent(dead_end.sources[0])) return 5;
        if (entry->leads_to()[at].target != kbx::kNone) return 6;
        if (entry->versions()[at].affects("2.0") != kbx::Affects::kNo) return 7;
        if (!kbx::is_absent(base.domains()[at].name) || base.domains()[at].entries != 0) return 8;
      }
      if (!kbx::is_absent((*entry->dead_ends().end()).action)) return 9;
      if (!kbx::is_absent((*--entry->dead_ends().begin()).action)) return 10;
      const auto none = base.find(unknown);
      if (!kbx::is_absent(none->signature()) || none->confidence() >= 0) return 11;
      if (!none->workarounds().empty() || none->hash() != 0 || none->evidence_count() != 0) return 12;
      if (base.at(far) || base.at(std::size_t{1} << (sizeof far * 8 - 1))) return 13;
      // The first loops that one writes.
      int ways = 0;
      for (const auto way : base.find("git/push-timeout")->workarounds()) {
        ways += way.action == base.at(1)->workarounds()[0].action;
        for (const auto source : base.find("git/push-timeout")->workarounds()[0].sources)
          ways += source == way.sources[0];
      }
      const auto& kept = *base.find("git/push-timeout");
      return ways == 2 && kept.id() == "git/push-timeout" ? 0 : 14;
    }
    int main(int argc, char** argv) {
      std::string error;
      auto index = kbx::Index::open(argv[1], error);
      if (!index) return 20;
      const auto entry = index->find("git/push-timeout");
      kbx::Index moved = std::move(*index);
      if (entry->id() != "git/push-timeout" || index->size() != 0 || index->find(entry->id()) ||
          index->section_count() != 0 || index->content_id() != 0 ||
          moved.content_id() != kb::content_id()) {
        return 21;
      }
      const auto far = static_cast<std::size_t>(argc) + 5;
      const kb::Id id = kb::Id::find("git/push-rejected");
      if (!id.dead_end(far).action.is_absent() || id.workaround(far).success_rate >= 0) return 22;
      if (kb::Id(far) || kb::Id::find_code(argv[0]) != kb::Code::none) return 23;
      const int wrong = check(kb::KnowledgeBase(), argv[0], far);
      return wrong != 0 ? wrong : 30 * (check(moved, argv[0], far) != 0);
    }
  )cc");
  for (const Compiler& compiler :
       with_standards({{"g++", "-std=c++17"}, {"clang++", "-std=c++20"}})) {
    // With the last, what lies outside of a list or of the life of what has it would be found, too.
    for (const std::vector<std::string>& flags :
         {std::vector<std::string>{"-O0"},
          {"-O2"},
          {"-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"}}) {
      CAPTURE(compiler.program, flags);
      std::vector<std::string> sources = flags;
      sources.insert(sources.end(), {"-I" + kSource + "/tools/reader", "lines.cc",
                                     folder.path("generated/kb_table.cc")});
      const std::vector<std::string> reader = reader_objects();
      sources.insert(sources.end(), reader.begin(), reader.end());
      make_program(compiler, folder, sources);
      CHECK(run_program(folder.path("program"), {folder.path("generated/kb.kbx")}, folder.path())
                .exit == 0);
    }
  }
}

TEST_CASE("lists are ranges and views", "[table][real]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-rejected");
  folder.clean("push-timeout");
  build(folder);
  const std::string concepts = R"cc(
#include "kb_table.h"
#include <algorithm>
#include <iterator>
#include <ranges>
    using Entries = decltype(kb::entries());
    static_assert(std::ranges::random_access_range<Entries> && std::ranges::sized_range<Entries>);
    static_assert(std::ranges::common_range<Entries> && std::ranges::view<Entries>);
    static_assert(std::ranges::borrowed_range<Entries>);
    static_assert(std::ranges::view<decltype(kb::find("")->workarounds())>);
    static_assert(std::ranges::count_if(kb::entries(), [](const auto& entry) {
                    return entry.confidence() > 0.5;
                  }) == 2);
  )cc";
  const std::string views = R"cc(
    constexpr auto timeouts = kb::entries() | std::views::filter([](const auto& entry) {
                                return entry.id() == "git/push-timeout";
                              });
    constexpr std::size_t count() {
      std::size_t found = 0;
      for (const auto id : kb::entries() |
                               std::views::transform([](const auto& entry) { return entry.id(); }) |
                               std::views::reverse | std::views::take(1)) {
        found += id == "git/push-timeout";
      }
      return found;
    }
    static_assert(count() == 1);
  )cc";
  const std::string older = R"cc(
#include "kb_table.h"
#include <algorithm>
#include <iterator>
#include <vector>
    std::size_t ids() {
      const auto all = kb::entries();
      const auto found =
          std::lower_bound(all.begin(), all.end(), "git/push-s",
                           [](const auto& entry, std::string_view id) { return entry.id() < id; });
      std::vector<kb::Entry> copies(all.begin(), all.end());
      std::reverse_iterator<decltype(all.end())> last(all.end());
      return copies.size() + (*found).id().size() + (*last).id().size() + std::size(all);
    }
  )cc";
  Outcome outcome;
  for (const Compiler& compiler : compilers()) {
    const bool is_new = compiler.standard == "-std=c++20";
    // clang 14 does not compile the views of libstdc++ 12, whatever they are of.
    const bool has_views = compiler.program == "g++";
    const bool is_sound =
        compiles(compiler, folder, older, outcome) &&
        (!is_new || compiles(compiler, folder, concepts + (has_views ? views : ""), outcome));
    CAPTURE(compiler.program, compiler.standard, outcome.err);
    CHECK(is_sound);
  }
}

TEST_CASE("two tables and the reader go into one file", "[table][slow]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-timeout");
  build(folder, {"--namespace", "ours"});
  build(folder, {"--namespace", "company::theirs", "--out", "other"});
  const std::string lines = R"cc(
#include "kbx/index.h"
#include "kb_ids.h"
#include "kb_table.h"
#include "other/kb_table.h"
#include "other/kb_ids.h"
    static_assert(ours::find("git/push-timeout")->id() == company::theirs::at(0)->id());
    static_assert(ours::content_id() == company::theirs::content_id());
    using company::theirs::literals::operator""_kb_id;
    static_assert("git/push-timeout"_kb_id == company::theirs::Id(0));
  )cc";
  Outcome outcome;
  for (const Compiler& compiler : compilers()) {
    folder.write("lines.cc", lines);
    outcome = compile(compiler, folder,
                      {"-fsyntax-only", "-I.", "-I" + kSource + "/tools/reader", "lines.cc"});
    CAPTURE(compiler.program, compiler.standard, outcome.err);
    CHECK(outcome.exit == 0);
  }
}

TEST_CASE("an empty table compiles", "[table][slow]") {
  const KnowledgeBaseFolder folder;
  fs::create_directory(folder.path("entries"));
  build(folder, {"--allow-empty"});
  Outcome outcome;
  for (const Compiler& compiler : compilers()) {
    const bool is_sound = compiles(
        compiler, folder, R"cc(
#include "generated/kb_table.cc"
          static_assert(kb::size() == 0 && !kb::find("git/push-rejected") && kb::entries().empty());
          static_assert(kb::in_domain("git").empty() && kb::domains().empty() && kb::incoming(0).empty());
        )cc",
        outcome);
    CAPTURE(compiler.program, compiler.standard, outcome.err);
    CHECK(is_sound);
  }
}

TEST_CASE("a table of too many entries is refused", "[table]") {
  const KnowledgeBaseFolder folder;
  folder.clean("push-timeout");
  folder.clean("push-slow");
  const Outcome refused = run({"build", "--table-limit", "1"}, folder.path());
  CHECK(refused.exit == 2);
  CHECK(refused.err.find("2 entries are too many for C++ tables") != std::string::npos);
  CHECK(refused.err.find("`--emit index` leaves the tables out") != std::string::npos);
  CHECK(run({"build", "--table-limit", "1", "--emit", "index", "--today", "2027-01-15"},
            folder.path())
            .exit == 0);
}

}  // namespace kbc
