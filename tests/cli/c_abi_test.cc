// What libkbx.so promises to programs that were linked with an earlier one (docs/c-api.md).

#include <dlfcn.h>

#include <algorithm>
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
#include "kbx/kbx.h"
#include "paths.h"
#include "skip.h"

namespace kbc {
namespace {

const std::string kHeaderPath = std::string(KBC_SOURCE_FOLDER) + "/tools/reader/kbx/kbx.h";
const std::string kInclude = std::string("-I") + KBC_SOURCE_FOLDER + "/tools/reader";

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The declarations of the header, each in a line, without comments and the preprocessor's lines.
std::string declarations() {
  std::string text = content_of(kHeaderPath);
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

std::set<std::string> functions() {
  const std::string text = declarations();
  const std::regex name("KBX_API [^(]*?(kbx_[a-z_]+)\\(");
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
// new soname (tools/reader/CMakeLists.txt) and its place in docs/upgrading.md.
TEST_CASE("the C interface only grows", "[c][abi]") {
  const std::string path = std::string(KBC_SOURCE_FOLDER) + "/tests/cli/c_abi.txt";
  if (std::getenv("KBC_UPDATE") != nullptr) std::ofstream(path) << declarations();
  CHECK(lines_of(content_of(path)) == lines_of(declarations()));
  // Every constant has its number.
  const std::string text = declarations();
  for (std::size_t at = text.find("enum "); at != std::string::npos; at = text.find("enum ", at)) {
    const std::string values = text.substr(at, text.find('}', at) - at);
    at += values.size();
    CHECK(std::count(values.begin(), values.end(), '=') ==
          std::count(values.begin(), values.end(), ',') + 1);
  }
  CHECK(sizeof(kbx_text) == 2 * sizeof(void*));
  CHECK(sizeof(kbx_action) == 3 * sizeof(kbx_text) + 16);
  CHECK(sizeof(kbx_link) == 4 * sizeof(kbx_text) + 24);
  CHECK(sizeof(kbx_version) == 7 * sizeof(kbx_text));
  CHECK(sizeof(kbx_interval) == 2 * sizeof(kbx_text));
  CHECK(sizeof(kbx_os_note) == 2 * sizeof(kbx_text));
}

TEST_CASE("the shared library exports the functions of kbx.h, with versions, and nothing else",
          "[c][abi][real]") {
  const std::string library = KBC_SHARED_READER;
  if (library.empty()) return skip("a library with sanitizers has symbols of theirs");
  if (is_missing("nm")) return;
  const Outcome listed = run_program("nm", {"-D", "--defined-only", library}, "/");
  REQUIRE(listed.exit == 0);
  std::set<std::string> exported;
  std::istringstream lines(listed.out);
  for (std::string place, kind, name; lines >> place >> kind >> name;) {
    if (kind == "A") continue;  // the version itself
    CAPTURE(name);
    const std::size_t at = name.find("@@KBX_1");
    CHECK(at != std::string::npos);
    exported.insert(name.substr(0, at));
  }
  CHECK(exported == functions());
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

TEST_CASE("kbx.h is C99 and C++ without extensions, also for MSVC", "[c][abi][real]") {
  const TemporaryFolder folder;
  folder.write("use.c",
               "#include \"kbx/kbx.h\"\n"
               "int main(void) { return KBX_VERSION == 0 || NULL == kbx_open(NULL, NULL, 0); }\n");
  folder.write("use.cc", folder.read("use.c"));
  const auto accepts = [&](const std::string& compiler, std::vector<std::string> arguments) {
    if (is_missing(compiler)) return;
    arguments.insert(arguments.end(), {"-fsyntax-only", "-Wall", "-Wextra", "-Werror", kInclude});
    const Outcome outcome = run_program(compiler, arguments, folder.path());
    CAPTURE(compiler, arguments, outcome.err);
    CHECK(outcome.exit == 0);
  };
  for (const std::string compiler : {"gcc", "clang"}) {
    accepts(compiler, {"-std=c99", "-pedantic-errors", "-Wconversion", "use.c"});
    accepts(compiler, {"-std=c11", "-pedantic-errors", "use.c"});
  }
  accepts("g++", {"-std=c++11", "-pedantic-errors", "use.cc"});
  accepts("clang", {"--target=x86_64-pc-windows-msvc", "use.c"});
  accepts("clang++", {"--target=x86_64-pc-windows-msvc", "use.cc"});

  const Outcome seen = run_program(
      "gcc", {"-E", "-U__GNUC__", "-U__clang__", "-D_MSC_VER=1930", kInclude, kHeaderPath},
      folder.path());
  REQUIRE(seen.exit == 0);
  CHECK(seen.out.find("kbx_open") != std::string::npos);
  CHECK(seen.out.find("__attribute__") == std::string::npos);
}

}  // namespace kbc
