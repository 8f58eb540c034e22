// tests/consumer, a project of its own, against an installed kbc.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"
#include "skip.h"

namespace fs = std::filesystem;

// A library with sanitizers is not one that other projects could link.
#ifndef KBC_INSTRUMENTED
namespace kbc {
namespace {

std::string must(const std::string& program, const std::vector<std::string>& arguments,
                 const TemporaryFolder& folder) {
  const Outcome outcome = run_program(program, arguments, folder.path());
  CAPTURE(program, arguments, outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

// The consumer's project with a knowledge base of its own, and what it is built with.
class Consumer : public TemporaryFolder {
 public:
  Consumer(const std::string& generator, const std::string& compiler) {
    must("cmake", {"--install", KBC_BUILD_FOLDER, "--prefix", path("installed")}, *this);
    for (const char* page :
         {"man/man1/kbc.1", "man/man1/kbc-validate.1", "bash-completion/completions/kbc",
          "zsh/site-functions/_kbc", "fish/vendor_completions.d/kbc.fish"}) {
      CHECK(fs::file_size(path(std::string("installed/share/") + page)) > 0);
    }
    fs::copy(std::string(KBC_SOURCE_FOLDER) + "/tests/consumer", path("project"),
             fs::copy_options::recursive);
    must("cmake",
         {"-S", "project", "-B", "build", "-G", generator, "-DCMAKE_CXX_COMPILER=" + compiler,
          "-DCMAKE_CXX_COMPILER_LAUNCHER=", "-DCMAKE_PREFIX_PATH=" + path("installed")},
         *this);
  }

  void build() const { must("cmake", {"--build", "build"}, *this); }
  std::string run() const { return must(path("build/consumer"), {}, *this); }

  // Builds, and says what that made anew.
  struct Made {
    bool tables = false;   // kbc ran
    bool program = false;  // the C++ compiler ran
  };
  Made rebuild() const {
    const auto tables = fs::last_write_time(path("build/errors/kbc.stamp"));
    const auto program = fs::last_write_time(path("build/consumer"));
    build();
    return {fs::last_write_time(path("build/errors/kbc.stamp")) != tables,
            fs::last_write_time(path("build/consumer")) != program};
  }

  void change(const std::string& file, std::string_view from, std::string_view to) const {
    write(file, replaced(read(file), from, to));
  }
};

const std::string kEntries = "project/errors/entries/git/";

void check_rebuilds(const Consumer& consumer) {
  consumer.change(kEntries + "push-timeout.json", "the push timed out", "the push timed out again");
  Consumer::Made made = consumer.rebuild();
  CHECK(made.tables);
  CHECK(made.program);
  CHECK(consumer.run().find("git/push-timeout: the push timed out again\n") != std::string::npos);

  // In a folder that is new, too.
  const std::string more = "project/errors/entries/ssh/push-slow.json";
  const std::string text =
      replaced(consumer.read(kEntries + "push-timeout.json"), "git/push-timeout", "ssh/push-slow");
  consumer.write(more, replaced(text, "\"domain\": \"git\"", "\"domain\": \"ssh\""));
  made = consumer.rebuild();
  CHECK(made.program);
  CHECK(occurrences(consumer.run(), "\n") == 3);
  fs::remove(consumer.path(more));
  made = consumer.rebuild();
  CHECK(made.program);
  CHECK(occurrences(consumer.run(), "\n") == 2);

  // kbc runs again, and what it writes is what there is.
  consumer.write("project/errors/kbc.json", R"({"rules": {"date-stale": "off"}})");
  made = consumer.rebuild();
  CHECK(made.tables);
  CHECK_FALSE(made.program);
  fs::last_write_time(consumer.path("installed/bin/kbc"), fs::file_time_type::clock::now());
  made = consumer.rebuild();
  CHECK(made.tables);
  CHECK_FALSE(made.program);
  made = consumer.rebuild();
  CHECK_FALSE(made.tables);

  // A fault stops the build, and is found again until it is mended.
  const std::string sound = consumer.read(kEntries + "push-timeout.json");
  consumer.change(kEntries + "push-timeout.json", "\"fail_rate\": 0.95", "\"fail_rate\": 95");
  for (int attempt = 0; attempt < 2; ++attempt) {
    const Outcome outcome = run_program("cmake", {"--build", "build"}, consumer.path());
    CHECK(outcome.exit != 0);
    CHECK((outcome.out + outcome.err).find("error[rate-percent]") != std::string::npos);
  }
  consumer.write(kEntries + "push-timeout.json", sound);
  CHECK(consumer.rebuild().tables);
}

void check_consumer(const std::string& generator, const std::string& compiler) {
  if (is_missing(compiler) || is_missing(generator == "Ninja" ? "ninja" : "make")) return;
  const Consumer consumer(generator, compiler);
  consumer.build();
  CHECK(consumer.run() ==
        "git/push-rejected: failed to push some refs to the remote\n"
        "git/push-timeout: the push timed out\n");
  CHECK(must(consumer.path("build/reader"), {}, consumer) == "2 entries\n");
  const std::string message = "git: failed to push some refs";
  CHECK(must(consumer.path("build/matcher"), {message}, consumer) ==
        "git/push-rejected: failed to push some refs\n");
  CHECK(must(consumer.path("build/matcher"), {"all is well"}, consumer) == "");
  const Consumer::Made made = consumer.rebuild();
  CHECK_FALSE(made.tables);
  CHECK_FALSE(made.program);
  check_rebuilds(consumer);
}

}  // namespace

TEST_CASE("another project compiles its knowledge base with g++ and Ninja", "[consumer][real]") {
  check_consumer("Ninja", "g++");
}

TEST_CASE("another project compiles its knowledge base with clang and Make", "[consumer][real]") {
  check_consumer("Unix Makefiles", "clang++");
}

namespace {

// libkbc.so needs a source that may not be there.
const bool kHasLibrary = !std::string(KBC_SHARED_MATCHER).empty();

// Whether it has RE2 in itself; where that needs Abseil, it is the system's.
bool has_own_re2() {
  return run_program("readelf", {"-d", KBC_SHARED_MATCHER}, "/").out.find("[libre2.so") ==
         std::string::npos;
}

}  // namespace

TEST_CASE("pkg-config serves C and C++", "[consumer][real]") {
  if (is_missing("pkg-config")) return;
  const TemporaryFolder folder;
  must("cmake", {"--install", KBC_BUILD_FOLDER, "--prefix", folder.path("installed")}, folder);
  // Below lib, or what the system has in its place.
  std::string packages;
  for (const auto& file : fs::recursive_directory_iterator(folder.path("installed"))) {
    if (file.path().filename() == "kbx.pc") packages = file.path().parent_path().string();
  }
  const std::string libraries = fs::path(packages).parent_path().string();
  const std::string tests = std::string(KBC_SOURCE_FOLDER) + "/tests/consumer/";
  const std::string examples = std::string(KBC_SOURCE_FOLDER) + "/docs/examples/";
  struct Case {
    const char* package;
    std::string compile;
  };
  std::vector<Case> cases = {
      {"kbx", "cc -std=c89 " + examples + "lookup.c"},
      {"kbx-cpp", "c++ -std=c++17 -DINDEX='\"kb.kbx\"' " + tests + "reader.cc"},
      {"kbc-match", "c++ -std=c++17 -DINDEX='\"kb.kbx\"' " + tests + "matcher.cc"}};
  if (kHasLibrary) cases.push_back({"kbc", "cc -std=c89 " + examples + "match_log.c"});
  for (const Case& one : cases) {
    CAPTURE(one.package);
    const Outcome flags = run_program("pkg-config", {"--cflags", "--libs", one.package},
                                      folder.path(), {}, {"PKG_CONFIG_PATH=" + packages});
    CAPTURE(flags.err);
    REQUIRE(flags.exit == 0);
    folder.write("build.sh", one.compile + " -Wl,-rpath," + libraries + " " + flags.out);
    must("sh", {"build.sh"}, folder);
  }
}

TEST_CASE("the component `library` has all that a program in C needs, and its licences",
          "[consumer][real]") {
  if (!kHasLibrary) return skip("libkbc.so was not built");
  if (is_missing("cc") || is_missing("readelf")) return;
  const TemporaryFolder folder;
  must("cmake",
       {"--install", KBC_BUILD_FOLDER, "--component", "library", "--prefix", folder.path("lib")},
       folder);
  std::map<std::string, std::string> files;  // by name, the folder
  for (const auto& file : fs::recursive_directory_iterator(folder.path("lib"))) {
    if (!file.is_directory()) {
      files[file.path().filename().string()] = file.path().parent_path().string();
    }
  }
  for (const char* name :
       {"kbc.h", "kbx.h", "libkbc.so", "libkbx.so", "kbc.pc", "kbx.pc", "LICENSE"}) {
    CAPTURE(name);
    CHECK(files.count(name) == 1);
  }
  CHECK(files.count("kbc") == 0);
  CHECK(files.count("LICENSE.re2") == (has_own_re2() ? 1 : 0));
  // Both libraries are found where they lie, wherever that is.
  fs::rename(folder.path("lib"), folder.path("moved"));
  const std::string libraries =
      folder.path("moved") + files["libkbc.so"].substr(folder.path("lib").size());
  must("cc",
       {"-std=c89", "-pedantic", "-Wall", "-Wextra", "-Werror",
        std::string(KBC_SOURCE_FOLDER) + "/docs/examples/match_log.c",
        "-I" + folder.path("moved/include"), "-L" + libraries, "-lkbc", "-lkbx",
        "-Wl,-rpath," + libraries, "-o", folder.path("match_log")},
       folder);
  const Outcome outcome = run_program(folder.path("match_log"), {"none.kbx"}, folder.path());
  CHECK(outcome.exit == 2);
  CHECK(outcome.err == "none.kbx: No such file or directory\n");
}

namespace {

// An installed kbc, and a project in which each test writes its own CMakeLists.txt.
class Installed : public TemporaryFolder {
 public:
  Installed() {
    must("cmake", {"--install", KBC_BUILD_FOLDER, "--prefix", path("installed")}, *this);
    fs::create_directory(path("project"));
    fs::copy(std::string(KBC_SOURCE_FOLDER) + "/tests/consumer/errors", path("project/errors"),
             fs::copy_options::recursive);
    write("project/use.cc",
          "#include \"errors/kb_table.h\"\nstatic_assert(errors::size() == 2);\n"
          "int use(const char* id) { return errors::find(id) ? 1 : 0; }\n");
  }

  Outcome configure(const std::string& lines, std::vector<std::string> arguments = {}) const {
    fs::remove_all(path("build"));
    write("project/CMakeLists.txt",
          "cmake_minimum_required(VERSION 3.22)\nproject(user LANGUAGES CXX)\n" + lines);
    arguments.insert(arguments.begin(),
                     {"-S", "project", "-B", "build", "-DCMAKE_CXX_COMPILER_LAUNCHER=",
                      "-DCMAKE_PREFIX_PATH=" + path("installed")});
    return run_program("cmake", arguments, path());
  }

  void must_configure(const std::string& lines, std::vector<std::string> arguments = {}) const {
    const Outcome outcome = configure(lines, std::move(arguments));
    CAPTURE(outcome.out, outcome.err);
    REQUIRE(outcome.exit == 0);
  }
};

const std::string kTables =
    "kbc_add_knowledge_base(errors KB errors NAMESPACE errors OPTIONS --today 2027-01-15)\n"
    "add_library(use STATIC use.cc)\ntarget_link_libraries(use PUBLIC errors)\n";

}  // namespace

TEST_CASE("a package says which component is missing, and why", "[consumer][real]") {
  const Installed installed;
  CHECK(fs::exists(installed.path("installed/share/doc/kbc/LICENSE")));
  for (const char* header : {"fields.h", "postings.h", "program.h", "checksum.h", "map_file.h"}) {
    CHECK_FALSE(fs::exists(installed.path(std::string("installed/include/kbx/") + header)));
  }
  installed.must_configure("find_package(kbc 0.1 CONFIG REQUIRED COMPONENTS kbc kbx match)\n");
  const Outcome library = installed.configure(
      "find_package(kbc CONFIG REQUIRED COMPONENTS library)\n"
      "if(NOT TARGET kbc::kbc_shared)\n  message(FATAL_ERROR target)\nendif()\n");
  CHECK((library.exit == 0) == kHasLibrary);
  CHECK((library.err.find("library: this kbc was built without libkbc.so") != std::string::npos) ==
        !kHasLibrary);
  installed.must_configure(
      "find_package(kbc 0.1 CONFIG QUIET COMPONENTS serach)\n"
      "if(kbc_FOUND)\n  message(FATAL_ERROR found)\nendif()\n");
  const Outcome unknown =
      installed.configure("find_package(kbc CONFIG REQUIRED COMPONENTS serach)\n");
  CHECK(unknown.exit != 0);
  CHECK(unknown.err.find("serach: there is no such component") != std::string::npos);
  const Outcome no_re2 = installed.configure(
      "find_package(kbc CONFIG REQUIRED COMPONENTS match)\n",
      {"-DPKG_CONFIG_EXECUTABLE=/bin/false", "-DCMAKE_DISABLE_FIND_PACKAGE_re2=ON"});
  CHECK(no_re2.exit != 0);
  CHECK(no_re2.err.find("libre2-dev") != std::string::npos);
}

TEST_CASE("tables are compiled for machines of 32 bits", "[consumer][real]") {
  const Installed installed;
  installed.write("any.cc", "#include <string_view>\nint main() {}\n");
  if (run_program("c++", {"-m32", "any.cc", "-o", "any"}, installed.path()).exit != 0) {
    skip("there are no libraries of 32 bits");
    return;
  }
  const std::string flags = "-DCMAKE_CXX_FLAGS=-m32";
  installed.must_configure("find_package(kbc 0.1 CONFIG REQUIRED)\n" + kTables, {flags});
  must("cmake", {"--build", "build"}, installed);
  const Outcome library =
      installed.configure("find_package(kbc CONFIG REQUIRED COMPONENTS kbx)\n", {flags});
  CHECK(library.exit != 0);
  CHECK(library.err.find("for another architecture") != std::string::npos);
}

TEST_CASE("tables are compiled for another machine by the kbc of this one", "[consumer][real]") {
  if (is_missing("clang++")) return;
  const Installed installed;
  // Headers of this machine will do to compile.
  std::string flags;
  for (const char* folder : {"/usr/include/c++/12", "/usr/include/x86_64-linux-gnu/c++/12",
                             "/usr/include/x86_64-linux-gnu", "/usr/include"}) {
    flags += std::string(" -isystem ") + folder;
  }
  installed.write("arm.cmake",
                  "set(CMAKE_SYSTEM_NAME Linux)\nset(CMAKE_SYSTEM_PROCESSOR arm)\n"
                  "set(CMAKE_CXX_COMPILER clang++)\n"
                  "set(CMAKE_CXX_COMPILER_TARGET armv7a-linux-gnueabihf)\n"
                  "set(CMAKE_CXX_FLAGS_INIT \"-nostdinc++" +
                      flags +
                      "\")\n"
                      "set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)\n"
                      "set(CMAKE_FIND_ROOT_PATH ${CMAKE_CURRENT_LIST_DIR}/sysroot)\n"
                      "set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)\n");
  const std::string toolchain = "-DCMAKE_TOOLCHAIN_FILE=" + installed.path("arm.cmake");
  installed.write("any.cc", "#include <string_view>\n");
  const std::string probe = "clang++ --target=armv7a-linux-gnueabihf -std=c++17 -nostdinc++" +
                            flags + " -fsyntax-only any.cc";
  if (run_program("sh", {"-c", probe}, installed.path()).exit != 0) {
    skip("clang finds no headers for another machine");
    return;
  }
  const std::string lines = "find_package(kbc 0.1 CONFIG REQUIRED)\n" + kTables;
  installed.must_configure(lines, {toolchain});
  must("cmake", {"--build", "build"}, installed);

  // A package whose kbc does not run here.
  fs::rename(installed.path("installed/bin/kbc"), installed.path("host-kbc"));
  installed.write("installed/bin/kbc", "no program of this machine\n");
  fs::permissions(installed.path("installed/bin/kbc"), fs::perms::owner_all);
  installed.must_configure(lines, {toolchain, "-DKBC_EXECUTABLE=" + installed.path("host-kbc")});
  must("cmake", {"--build", "build"}, installed);
  const Outcome none =
      installed.configure("set(CMAKE_PROGRAM_PATH)\nset(ENV{PATH} /nonexistent)\n" + lines,
                          {toolchain, "-DCMAKE_SYSTEM_PROGRAM_PATH="});
  CAPTURE(none.out, none.err);
  CHECK(none.err.find("KBC_EXECUTABLE") != std::string::npos);
}

TEST_CASE("a library with a table is exported, and its two tables go into one file",
          "[consumer][real]") {
  const Installed installed;
  installed.write("project/two.cc",
                  "#include \"errors/kb_table.h\"\n#include \"advice/kb_table.h\"\n"
                  "static_assert(errors::size() == advice::size());\n"
                  "int both() { return errors::find(\"a\") == nullptr; }\n");
  installed.must_configure(
      "find_package(kbc 0.1 CONFIG REQUIRED)\n" + kTables +
      "kbc_add_knowledge_base(advice KB errors NAMESPACE advice OPTIONS --today 2027-01-15)\n"
      "add_library(two STATIC two.cc)\ntarget_link_libraries(two PRIVATE errors advice)\n"
      "install(TARGETS use errors EXPORT user ARCHIVE DESTINATION lib)\n"
      "install(EXPORT user DESTINATION lib/cmake/user)\n"
      "get_target_property(folder errors KBC_FOLDER)\n"
      "install(FILES ${folder}/kb_table.h ${folder}/kb_ids.h DESTINATION include/errors)\n");
  must("cmake", {"--build", "build"}, installed);
  must("cmake", {"--install", "build", "--prefix", installed.path("shipped")}, installed);
  CHECK(installed.read("shipped/lib/cmake/user/user.cmake").find(installed.path("build")) ==
        std::string::npos);
}

namespace {

// How a project may take kbc's source in, without the network.
struct Inclusion {
  const char* what;
  std::string lines;
  std::vector<std::string> arguments;
};

std::vector<Inclusion> inclusions() {
  const std::string fetch = "include(FetchContent)\nFetchContent_Declare(kbc ";
  const std::string available = ")\nFetchContent_MakeAvailable(kbc)\n";
  return {
      {"add_subdirectory", "add_subdirectory(" KBC_SOURCE_FOLDER " kbc EXCLUDE_FROM_ALL)\n", {}},
      {"FetchContent of a folder", fetch + "SOURCE_DIR " KBC_SOURCE_FOLDER + available, {}},
      {"FetchContent of a repository that was fetched before",
       fetch + "GIT_REPOSITORY https://registry.example.org/kbc.git GIT_TAG main" + available,
       {"-DFETCHCONTENT_SOURCE_DIR_KBC=" KBC_SOURCE_FOLDER}}};
}

}  // namespace

TEST_CASE("a project takes the reader and a table from the source", "[consumer][real]") {
  const Installed installed;
  installed.write("project/main.cc",
                  "#include <kbx/index.h>\n#include <string>\nint main() {\n  std::string error;\n"
                  "  return kbx::Index::open(\"none\", error) ? 1 : 0;\n}\n");
  for (const Inclusion& inclusion : inclusions()) {
    CAPTURE(inclusion.what);
    // Nothing that kbc needs besides is looked for.
    std::vector<std::string> arguments = inclusion.arguments;
    arguments.emplace_back("-DKBC_EXECUTABLE=" KBC_BINARY);
    installed.must_configure(
        "set(KBC_TOOL OFF)\nset(CMAKE_DISABLE_FIND_PACKAGE_Boost ON)\n"
        "set(CMAKE_DISABLE_FIND_PACKAGE_PkgConfig ON)\n" +
            inclusion.lines +
            "add_executable(main main.cc)\n"
            "target_link_libraries(main PRIVATE kbc::kbx)\n" +
            kTables +
            "if(NOT TARGET kbc::kbx_shared)\n  message(FATAL_ERROR alias)\nendif()\n"
            "if(NOT \"${CMAKE_BUILD_TYPE}\" STREQUAL \"\")\n"
            "  message(FATAL_ERROR \"the build type was set\")\nendif()\n"
            "install(TARGETS main)\n",
        arguments);
    must("cmake", {"--build", "build", "--target", "main", "use"}, installed);
    must("cmake", {"--install", "build", "--prefix", installed.path("shipped")}, installed);
    CHECK(fs::exists(installed.path("shipped/bin/main")));
    CHECK_FALSE(fs::exists(installed.path("shipped/include")));
    CHECK(installed.read("build/CMakeCache.txt").find("CMAKE_BUILD_TYPE:STRING=Release") ==
          std::string::npos);
    fs::remove_all(installed.path("shipped"));
  }
}

TEST_CASE("a project takes all of kbc from the source with FetchContent", "[consumer][real]") {
  const Installed installed;
  // Building it is another test's; here its compiler is a target, and what it lists is right.
  installed.must_configure(
      "include(FetchContent)\n"
      "FetchContent_Declare(kbc SOURCE_DIR " KBC_SOURCE_FOLDER
      ")\n"
      "FetchContent_MakeAvailable(kbc)\n" +
      kTables +
      "foreach(target IN ITEMS kbc::kbc kbc::kbx kbc::kbx_shared kbc::match)\n"
      "  if(NOT TARGET ${target})\n    message(FATAL_ERROR \"no ${target}\")\n  endif()\n"
      "endforeach()\n");
  // Without RE2's source one library is left out, and CMake says so.
  if (kHasLibrary && !is_missing("readelf") && has_own_re2()) {
    const Outcome without = run_program(
        "cmake", {"-S", "project", "-B", "build", "-DKBC_RE2_SOURCE=/no/such"}, installed.path());
    CHECK(without.exit == 0);
    CHECK(without.out.find("libkbc.so is left out: RE2's source is not there") !=
          std::string::npos);
  }
  // The parent installs what is its own.
  must("cmake", {"--install", "build", "--prefix", installed.path("shipped")}, installed);
  CHECK_FALSE(fs::exists(installed.path("shipped")));
}

}  // namespace kbc
#endif
