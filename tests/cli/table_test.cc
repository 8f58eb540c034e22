// The tables that `kbc build` writes, compiled by every compiler that is there.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "index/bases.h"

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
    static_assert(kb::incoming(0).empty() && kb::content_id != 0);
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
  folder.entry("git/push-rejected",
               replaced(clean_entry(), R"("aliases": [])", R"("aliases": ["git/rejected"])"));
  folder.clean("push-timeout");
  build(folder);
  const std::string lines = R"cc(
#include "kb_ids.h"
    using namespace kb::literals;
    static_assert("git/push-timeout"_kb_id.index() == 1);
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
      if (kb::Id().dead_end_count() != 0 || id.dead_end(7).fail_rate != 0) return 3;
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
    static_assert(ours::content_id == company::theirs::content_id);
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
