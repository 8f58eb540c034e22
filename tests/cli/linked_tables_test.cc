// Tables in programs of several libraries, of several knowledge bases, and of several builds: what
// does not fit together must not link, and what links must answer rightly.

#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

struct Compiler {
  std::string program, standard;
  std::string sanitizer = {};
};

std::vector<Compiler> compilers() {
  std::vector<Compiler> all;
  for (const Compiler& compiler :
       {Compiler{"g++", "-std=c++17"}, Compiler{"clang++", "-std=c++20"}}) {
    if (!is_missing(compiler.program)) all.push_back(compiler);
  }
  return all;
}

// Writes an entry with this slug, whose signature begins with a word.
void add_entry(const TemporaryFolder& folder, const std::string& base, const std::string& slug,
               const std::string& word) {
  std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + slug);
  text = replaced(text, "\"signature\": \"", "\"signature\": \"" + word + ' ');
  text = replaced(text, "\"regex\": \"", "\"regex\": \"" + word + ' ');
  folder.write(base + "/entries/git/" + slug + ".json", text);
  folder.write(base + "/kbc.json", "{}\n");
}

void build(const TemporaryFolder& folder, const std::string& base) {
  const Outcome outcome =
      run({"build", "--kb", base, "--today", "2027-01-15", "--quiet"}, folder.path());
  CAPTURE(outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
}

// What the library of one knowledge base answers for itself, by both headers.
constexpr const char* kSide = R"cc(
#include <string_view>
#include "kb_ids.h"
#include "kb_table.h"
  extern "C" [[gnu::visibility("default")]] int SIDE(const char* word, unsigned size) {
    if (kb::size() != size || kb::entries().size() != size || kb::at(size)) return 1;
    for (const auto entry : kb::entries()) {
      if (entry.signature().substr(0, entry.signature().find(' ')) != word) return 2;
      if (kb::find(entry.id()).index() != entry.index()) return 3;
      if (std::string_view(kb::Id::find(entry.id()).signature()) != entry.signature()) return 4;
      const std::string_view way = kb::Id(entry.index()).workaround(0).action;
      if (way != entry.workarounds()[0].action) return 5;
    }
    return kb::in_domain("git").size() == size ? 0 : 6;
  }
)cc";

constexpr const char* kLinkedMain = R"cc(
  extern "C" int one(const char*, unsigned);
  extern "C" int two(const char*, unsigned);
  int main() { return one("first", 3) * 10 + two("second", 2); }
)cc";

constexpr const char* kLoadingMain = R"cc(
#include <dlfcn.h>
  int main() {
    using Side = int (*)(const char*, unsigned);
    void* one = dlopen("./libone.so", RTLD_NOW | RTLD_GLOBAL);
    void* two = dlopen("./libtwo.so", RTLD_NOW | RTLD_GLOBAL);
    if (one == nullptr || two == nullptr) return 100;
    return reinterpret_cast<Side>(dlsym(one, "one"))("first", 3) * 10 +
           reinterpret_cast<Side>(dlsym(two, "two"))("second", 2);
  }
)cc";

// Two knowledge bases, both in `kb`, that share an id.
class TwoBases : public TemporaryFolder {
 public:
  TwoBases() {
    for (const char* slug : {"branch-gone", "push-rejected", "tag-exists"})
      add_entry(*this, "one", slug, "first");
    for (const char* slug : {"push-rejected", "zone-unknown"})
      add_entry(*this, "two", slug, "second");
    build(*this, "one");
    build(*this, "two");
    write("side.cc", kSide);
    write("linked.cc", kLinkedMain);
    write("loading.cc", kLoadingMain);
  }

  // Runs a compiler, which must succeed unless it is said to fail.
  Outcome compile(const Compiler& compiler, std::vector<std::string> arguments) const {
    if (!compiler.sanitizer.empty()) arguments.insert(arguments.begin(), compiler.sanitizer);
    arguments.insert(arguments.begin(), {compiler.standard, "-O1", "-Wall", "-Wextra", "-Werror"});
    return run_program(compiler.program, arguments, path());
  }
  void must(const Compiler& compiler, const std::vector<std::string>& arguments) const {
    const Outcome outcome = compile(compiler, arguments);
    CAPTURE(compiler.program, arguments, outcome.err);
    REQUIRE(outcome.exit == 0);
  }
  int exit_of_program() const { return run_program("./program", {}, path()).exit; }
};

}  // namespace

namespace {

// Links the two libraries into a program in each order, as objects and as shared libraries, and
// loads them into one.
void check_two_bases(const TwoBases& folder, const std::string& sanitizer) {
  for (Compiler compiler : compilers()) {
    compiler.sanitizer = sanitizer;
    CAPTURE(compiler.program, sanitizer);
    for (const std::string side : {"one", "two"}) {
      const std::string from = "-I" + side + "/generated", table = side + "/generated/kb_table.cc";
      folder.must(compiler, {"-fPIC", "-c", "-DSIDE=" + side, from, "side.cc", "-o", side + ".o"});
      folder.must(compiler, {"-fPIC", "-c", table, "-o", side + "_table.o"});
      folder.must(compiler,
                  {"-shared", side + ".o", side + "_table.o", "-o", "lib" + side + ".so"});
    }
    for (const std::vector<std::string>& order :
         {std::vector<std::string>{"one.o", "one_table.o", "two.o", "two_table.o"},
          {"two_table.o", "two.o", "one_table.o", "one.o"},
          {"libone.so", "libtwo.so", "-Wl,-rpath,."},
          {"libtwo.so", "libone.so", "-Wl,-rpath,."}}) {
      std::vector<std::string> arguments = {"linked.cc"};
      arguments.insert(arguments.end(), order.begin(), order.end());
      arguments.insert(arguments.end(), {"-o", "program"});
      folder.must(compiler, arguments);
      CAPTURE(order);
      CHECK(folder.exit_of_program() == 0);
    }
    folder.must(compiler, {"loading.cc", "-ldl", "-o", "program"});
    CHECK(folder.exit_of_program() == 0);
  }
}

}  // namespace

TEST_CASE("two knowledge bases of one namespace go into one program", "[linked-tables][real]") {
  const TwoBases folder;
  check_two_bases(folder, "");
  // Also what a linker merged wrongly would be read out of bounds.
  check_two_bases(folder, "-fsanitize=address,undefined");
}

TEST_CASE("two knowledge bases of one namespace in one file do not compile",
          "[linked-tables][real]") {
  const TwoBases folder;
  folder.write("same.cc",
               "#include \"one/generated/kb_ids.h\"\n#include \"one/generated/kb_table.h\"\n"
               "static_assert(kb::at(1)->id() == \"git/push-rejected\");\n");
  for (const Compiler& compiler : compilers()) {
    folder.must(compiler, {"-fsyntax-only", "same.cc"});
    for (const std::string first : {"kb_ids.h", "kb_table.h"}) {
      for (const std::string second : {"kb_ids.h", "kb_table.h"}) {
        folder.write("both.cc", "#include \"one/generated/" + first +
                                    "\"\n#include \"two/generated/" + second + "\"\n");
        const Outcome outcome = folder.compile(compiler, {"-fsyntax-only", "both.cc"});
        CAPTURE(compiler.program, first, second, outcome.err);
        CHECK(outcome.exit != 0);
        CHECK(outcome.err.find("only_one_knowledge_base_of_this_name") != std::string::npos);
      }
    }
  }
}

TEST_CASE("an object that was compiled for another content does not link",
          "[linked-tables][real]") {
  const TwoBases folder;
  folder.write("ids.cc", R"cc(
#include <cstdio>
#include "kb_ids.h"
    using namespace kb::literals;
    int main() {
      const kb::Text text = "git/tag-exists"_kb_id.signature();
      std::printf("%.*s\n", static_cast<int>(text.size()), text.data());
    }
  )cc");
  folder.write("table.cc", R"cc(
#include <cstdio>
#include "kb_table.h"
    int main(int argc, char** argv) {
      static constexpr auto entry = kb::find("git/tag-exists");
      static constexpr auto ways = entry->workarounds();
      const auto text = ways[static_cast<std::size_t>(argc) - 1].action;
      std::printf("%s %.*s\n", argv[0], static_cast<int>(text.size()), text.data());
    }
  )cc");
  for (const Compiler& compiler : compilers()) {
    CAPTURE(compiler.program);
    build(folder, "one");
    const auto table = [&] {
      folder.must(compiler, {"-fPIC", "-c", "one/generated/kb_table.cc", "-o", "table.o"});
      folder.must(compiler, {"-shared", "table.o", "-o", "libkb.so"});
    };
    table();
    for (const std::string name : {"ids", "table"}) {
      folder.must(compiler, {"-Ione/generated", "-c", name + ".cc", "-o", name + ".o"});
      folder.must(compiler, {name + ".o", "libkb.so", "-Wl,-rpath,.", "-o", name});
      CHECK(run_program("./" + name, {}, folder.path()).exit == 0);
    }
    // An entry more, and everything after it has another place.
    add_entry(folder, "one", "aaa-first", "first");
    build(folder, "one");
    table();
    for (const std::string name : {"ids", "table"}) {
      CHECK(folder.compile(compiler, {name + ".o", "table.o", "-o", "stale"}).exit != 0);
      const Outcome outcome = run_program("./" + name, {}, folder.path());
      CAPTURE(name, outcome.out, outcome.err);
      CHECK(outcome.exit != 0);
      CHECK(outcome.out == "");
    }
    REQUIRE(run_program("rm", {"one/entries/git/aaa-first.json"}, folder.path()).exit == 0);
    // The same content again is the same table.
    build(folder, "one");
    table();
    CHECK(run_program("./ids", {}, folder.path()).exit == 0);
    CHECK(run_program("./table", {}, folder.path()).exit == 0);
  }
}

TEST_CASE("a reader of another version does not go into a file with a table",
          "[linked-tables][real]") {
  const TwoBases folder;
  struct Change {
    std::string file, from, to;
  };
  const std::vector<Change> changes = {
      {"version.h", "#define KBX_READER 2\n#define KBX_NAMESPACE v2",
       "#define KBX_READER 3\n#define KBX_NAMESPACE v3"},
      {"format.h", "kMajor = 1;", "kMajor = 2;"},
      {"format.h", "FieldKind::kHash}", "FieldKind::kHash}, {\"next\", 400, FieldKind::kText}"}};
  int number = 0;
  for (const Change& change : changes) {
    const std::string next = "next" + std::to_string(++number);
    REQUIRE(run_program("cp", {"-r", kSource + "/tools/reader", next}, folder.path()).exit == 0);
    const std::string file = next + "/kbx/" + change.file;
    folder.write(file, replaced(folder.read(file), change.from, change.to));
    if (number == 1) {
      folder.write(next + "/kbx/index.h",
                   replaced(folder.read(next + "/kbx/index.h"), "kReader == 2", "kReader == 3"));
    }
    for (const std::string header : {"kb_ids.h", "kb_table.h"}) {
      const std::string table = "#include \"one/generated/" + header + "\"\n";
      folder.write("before.cc", "#include \"kbx/index.h\"\n" + table);
      folder.write("after.cc", table + "#include \"kbx/index.h\"\n");
      for (const Compiler& compiler : compilers()) {
        CAPTURE(compiler.program, change.to, header);
        const Outcome before =
            folder.compile(compiler, {"-fsyntax-only", "-I" + next, "before.cc"});
        CHECK(before.exit != 0);
        CHECK(before.err.find("of another version of kbc") != std::string::npos);
        // What the table brought counts then, which is the version that the table is of.
        const Outcome after = folder.compile(compiler, {"-fsyntax-only", "-I" + next, "after.cc"});
        CHECK((number == 1) == (after.exit != 0));
      }
    }
  }
}

TEST_CASE("a second knowledge base of a project needs a namespace", "[linked-tables][real]") {
  if (is_missing("cmake")) return;
  const TemporaryFolder folder;
  const std::string head =
      "cmake_minimum_required(VERSION 3.22)\nproject(user LANGUAGES NONE)\n"
      "add_executable(kbc::kbc IMPORTED)\nset_target_properties(kbc::kbc PROPERTIES "
      "IMPORTED_LOCATION \"" KBC_BINARY "\")\ninclude(" +
      kSource + "/tools/package/kbc_knowledge_base.cmake)\n";
  for (const char* base : {"a", "b", "c"}) {
    folder.write(std::string("project/") + base + "/kbc.json", "{}\n");
  }
  const auto configure = [&](const std::string& calls) {
    folder.write("project/CMakeLists.txt", head + calls);
    return run_program("cmake", {"-S", "project", "-B", "build"}, folder.path());
  };
  const std::string first = "kbc_add_knowledge_base(one KB a EMIT index)\n";
  const Outcome named = configure(first +
                                  "kbc_add_knowledge_base(two KB b NAMESPACE b EMIT index)\n"
                                  "kbc_add_knowledge_base(three KB c NAMESPACE c EMIT index)\n");
  CAPTURE(named.err);
  CHECK(named.exit == 0);
  const Outcome refused = configure(first +
                                    "kbc_add_knowledge_base(two KB b NAMESPACE b EMIT index)\n"
                                    "kbc_add_knowledge_base(three KB c EMIT index)\n");
  CHECK(refused.exit != 0);
  CHECK(refused.err.find("kbc_add_knowledge_base(three)") != std::string::npos);
  CHECK(refused.err.find("kbc_add_knowledge_base(one)") != std::string::npos);
}

}  // namespace kbc
