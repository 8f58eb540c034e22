// What libkbx.so and libkbc.so promise to programs that were linked with an earlier one
// (docs/c-api.md).

#include <dlfcn.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "index/made_index.h"
#include "kbc/kbc.h"
#include "kbx/kbx.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

// A header, the library with its functions, and what they were.
struct Interface {
  std::string header;      // as a program spells it
  std::string path;        // of the header
  std::string recorded;    // the file with its declarations
  std::string functions;   // what begins their names
  std::string version;     // of their symbols
  std::string library;     // empty where it was not built
  std::string from_macro;  // what its version is called
};

const std::string kSource = KBC_SOURCE_FOLDER;
const Interface kReader = {"kbx/kbx.h",
                           kSource + "/tools/reader/kbx/kbx.h",
                           kSource + "/tests/cli/c_abi.txt",
                           "kbx_",
                           "KBX_1",
                           KBC_SHARED_READER,
                           "KBX_VERSION"};
const Interface kMatcher = {"kbc/kbc.h",
                            kSource + "/tools/query/capi/kbc.h",
                            kSource + "/tests/cli/c_abi_kbc.txt",
                            "kbc_",
                            "KBC_1",
                            KBC_SHARED_MATCHER,
                            "KBC_ABI_VERSION"};
const std::vector<Interface> kInterfaces = {kReader, kMatcher};

const std::vector<std::string> kIncludes = {std::string("-I") + KBC_SOURCE_FOLDER + "/tools/reader",
                                            std::string("-I") + KBC_HEADERS};

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The declarations of the header, each in a line, without comments and the preprocessor's lines.
std::string declarations(const Interface& of) {
  std::string text = content_of(of.path);
  text = std::regex_replace(text, std::regex("/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/"), " ");
  text = std::regex_replace(text, std::regex("(^|\n)[ ]*#(?:\\\\\n|[^\n])*"), "\n");
  text = std::regex_replace(text, std::regex("extern \"C\" \\{"), " ");
  std::string lines;
  int depth = 0;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\n';
    if (is_blank && (lines.empty() || lines.back() == ' ' || lines.back() == '\n')) continue;
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) break;  // of extern "C"
    lines += is_blank ? ' ' : c;
    if (c == ';' && depth == 0) lines.back() = '\n';
  }
  while (!lines.empty() && lines.back() == ' ') lines.pop_back();
  return lines;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

std::set<std::string> functions(const Interface& of) {
  const std::string text = declarations(of);
  const std::regex name("K[BXC]+_API [^(]*?(" + of.functions + "[a-z_]+)\\(");
  std::set<std::string> names;
  for (std::sregex_iterator at(text.begin(), text.end(), name), end; at != end; ++at) {
    names.insert((*at)[1]);
  }
  return names;
}

bool is_mapped(const std::string& library) {
  return content_of("/proc/self/maps").find(library) != std::string::npos;
}

}  // namespace

// KBC_UPDATE=1 records what was added. A line that is gone, or is another, is a change that takes a
// new soname (the library's CMakeLists.txt) and its place in docs/upgrading.md.
TEST_CASE("the C interfaces only grow", "[c][abi]") {
  for (const Interface& one : kInterfaces) {
    CAPTURE(one.header);
    const std::string text = declarations(one);
    if (std::getenv("KBC_UPDATE") != nullptr) std::ofstream(one.recorded) << text;
    CHECK(lines_of(content_of(one.recorded)) == lines_of(text));
    // Every constant has its number.
    for (std::size_t at = text.find("enum "); at != std::string::npos;
         at = text.find("enum ", at)) {
      const std::string values = text.substr(at, text.find('}', at) - at);
      at += values.size();
      CHECK(std::count(values.begin(), values.end(), '=') ==
            std::count(values.begin(), values.end(), ',') + 1);
    }
  }
  CHECK(sizeof(kbx_text) == 2 * sizeof(void*));
  CHECK(sizeof(kbx_action) == 3 * sizeof(kbx_text) + 16);
  CHECK(sizeof(kbx_link) == 4 * sizeof(kbx_text) + 24);
  CHECK(sizeof(kbx_version) == 7 * sizeof(kbx_text));
  CHECK(sizeof(kbx_interval) == 2 * sizeof(kbx_text));
  CHECK(sizeof(kbx_os_note) == 2 * sizeof(kbx_text));
}

// Of structures that know their size only the end moves.
TEST_CASE("the fields of kbc.h's structures stay where they are", "[c][abi]") {
  constexpr std::size_t kText = sizeof(kbx_text), kSize = sizeof(std::size_t);
  CHECK(offsetof(kbc_match_options, min_score) == kSize + 2 * kText);
  CHECK(offsetof(kbc_match_options, plain) == kSize + 2 * kText + 12);
  CHECK(offsetof(kbc_search_options, top) == kSize + kText);
  CHECK(offsetof(kbc_hit, id) == kSize + 8);
  CHECK(offsetof(kbc_hit, score) == kSize + 8 + 2 * kText);
  CHECK(offsetof(kbc_hit, line) == kSize + 8 + 2 * kText + 48);
  CHECK(offsetof(kbc_hit, matched) == kSize + 8 + 2 * kText + 72);
  CHECK(offsetof(kbc_hit, captures_size) == kSize + 8 + 5 * kText + 84);
  CHECK(offsetof(kbc_capture, value) == kSize + kText);
  CHECK(offsetof(kbc_found, words) == kSize + 8 + 2 * kText + 8);
  CHECK(offsetof(kbc_reading, via) == kSize + kText);
}

TEST_CASE(
    "the shared libraries export the functions of their headers, with versions, and nothing "
    "else",
    "[c][abi][real]") {
  if (is_missing("nm")) return;
  for (const Interface& one : kInterfaces) {
    CAPTURE(one.header);
    if (one.library.empty()) {
      skip("the library of " + one.header + " was not built, or has symbols of sanitizers");
      continue;
    }
    const Outcome listed = run_program("nm", {"-D", "--defined-only", one.library}, "/");
    REQUIRE(listed.exit == 0);
    std::set<std::string> exported;
    std::istringstream lines(listed.out);
    for (std::string place, kind, name; lines >> place >> kind >> name;) {
      if (kind == "A") continue;  // the version itself
      CAPTURE(name);
      const std::size_t at = name.find("@@" + one.version);
      CHECK(at != std::string::npos);
      exported.insert(name.substr(0, at));
    }
    CHECK(exported == functions(one));
  }
}

TEST_CASE("the shared library is unloaded by dlclose", "[c][abi]") {
  const std::string library = KBC_SHARED_READER;
  if (library.empty()) return skip("a library with sanitizers stays");
  REQUIRE_FALSE(is_mapped("libkbx"));
  void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  REQUIRE(handle != nullptr);
  CHECK(is_mapped("libkbx"));
  const auto version = reinterpret_cast<std::uint32_t (*)()>(dlsym(handle, "kbx_library_version"));
  const auto open = reinterpret_cast<decltype(&kbx_open)>(dlsym(handle, "kbx_open"));
  REQUIRE(version != nullptr);
  REQUIRE(open != nullptr);
  CHECK(version() == KBX_VERSION);
  char error[100] = "";
  CHECK(open("/no/such/file.kbx", error, sizeof error) == nullptr);
  CHECK(std::string(error) == "/no/such/file.kbx: No such file or directory");
  CHECK(dlclose(handle) == 0);
  CHECK_FALSE(is_mapped("libkbx"));
}

TEST_CASE("the library that matches is unloaded by dlclose, with what it needs", "[c][abi]") {
  const std::string library = KBC_SHARED_MATCHER;
  if (library.empty()) return skip("libkbc.so was not built");
  const TemporaryFolder folder;
  folder.write("kb.kbx",
               index_of({R"({"id": "a/b", "signature": "port 1", "regex": "port \\w*1$"})"}));
  REQUIRE_FALSE(is_mapped("libkbc"));
  void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  CAPTURE(handle == nullptr ? dlerror() : "");
  REQUIRE(handle != nullptr);
  CHECK(is_mapped("libkbc"));
  const auto call = [&](auto* like, const char* name) {
    return reinterpret_cast<decltype(like)>(dlsym(handle, name));
  };
  CHECK(call(&kbc_abi_version, "kbc_abi_version")() == KBC_ABI_VERSION);
  char error[100] = "";
  kbx_index* index = call(&kbx_open, "kbx_open")(folder.path("kb.kbx").c_str(), error, 100);
  REQUIRE(index != nullptr);
  kbc_base* base = call(&kbc_open, "kbc_open")(index, error, 100);
  REQUIRE(base != nullptr);
  kbc_result* result = call(&kbc_result_new, "kbc_result_new")();
  CHECK(call(&kbc_match, "kbc_match")(base, "port 1", 6, nullptr, result) == KBC_OK);
  CHECK(call(&kbc_size, "kbc_size")(result) == 1);
  call(&kbc_result_free, "kbc_result_free")(result);
  call(&kbc_close, "kbc_close")(base);
  call(&kbx_close, "kbx_close")(index);
  CHECK(dlclose(handle) == 0);
  CHECK_FALSE(is_mapped("libkbc"));
  CHECK_FALSE(is_mapped("libkbx"));
}

TEST_CASE("the C headers are C89 and C++ without extensions, also for MSVC", "[c][abi][real]") {
  for (const Interface& one : kInterfaces) {
    CAPTURE(one.header);
    const TemporaryFolder folder;
    folder.write("use.c", "#include \"" + one.header + "\"\nint main(void) { return NULL == 0 && " +
                              one.from_macro + " == 0; }\n");
    folder.write("use.cc", folder.read("use.c"));
    const auto accepts = [&](const std::string& compiler, std::vector<std::string> arguments) {
      if (is_missing(compiler)) return;
      arguments.insert(arguments.end(), {"-fsyntax-only", "-Wall", "-Wextra", "-Werror"});
      arguments.insert(arguments.end(), kIncludes.begin(), kIncludes.end());
      const Outcome outcome = run_program(compiler, arguments, folder.path());
      CAPTURE(compiler, arguments, outcome.err);
      CHECK(outcome.exit == 0);
    };
    for (const std::string compiler : {"gcc", "clang"}) {
      accepts(compiler, {"-std=c89", "-pedantic-errors", "-Wconversion", "use.c"});
      accepts(compiler, {"-std=c99", "-pedantic-errors", "-Wconversion", "use.c"});
      accepts(compiler, {"-std=c11", "-pedantic-errors", "use.c"});
    }
    accepts("g++", {"-std=c++11", "-pedantic-errors", "use.cc"});
    accepts("clang", {"--target=x86_64-pc-windows-msvc", "use.c"});
    accepts("clang++", {"--target=x86_64-pc-windows-msvc", "use.cc"});

    std::vector<std::string> arguments = {"-E", "-U__GNUC__", "-U__clang__", "-D_MSC_VER=1930",
                                          one.path};
    arguments.insert(arguments.end(), kIncludes.begin(), kIncludes.end());
    const Outcome seen = run_program("gcc", arguments, folder.path());
    REQUIRE(seen.exit == 0);
    CHECK(seen.out.find(one.functions + "open") != std::string::npos);
    CHECK(seen.out.find("__attribute__") == std::string::npos);
  }
}

}  // namespace kbc
