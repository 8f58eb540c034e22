// What build systems make of a knowledge base's artefacts: they are made again exactly when
// something changes that they are made from.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"
#include "skip.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

// A knowledge base with a taxonomy and a schema of its own, below a folder whose name needs
// escapes, and a kbc that can be replaced.
class Project : public TemporaryFolder {
 public:
  explicit Project(std::string kb) : kb_(std::move(kb)) {
    write(kb_ + "/kbc.json", R"({"taxonomy": "names.json", "schema": "entry.json"})");
    write(kb_ + "/names.json", run({"taxonomy"}, path()).out);
    write(kb_ + "/entry.json", run({"schema"}, path()).out);
    entry("git/push-rejected");
    fs::copy_file(KBC_BINARY, path("kbc"));
  }

  void entry(const std::string& id) const {
    const std::string slug = id.substr(id.find('/') + 1);
    std::string text = replaced(clean_entry(), "git/push-rejected", id);
    text =
        replaced(text, R"("domain": "git")", "\"domain\": \"" + id.substr(0, id.find('/')) + '"');
    text = replaced(text, "failed to push some refs to the remote", "failure of " + slug);
    write(of(id), replaced(text, "failed to push some refs", "failure of " + slug));
  }
  std::string of(const std::string& id) const { return kb_ + "/entries/" + id + ".json"; }
  const std::string& kb() const { return kb_; }

  void touch(const std::string& file) const {
    fs::last_write_time(path(file), fs::file_time_type::clock::now());
  }

 private:
  std::string kb_;
};

// Builds twice after each change. `build` says whether kbc ran.
void check_rebuilds(const Project& project, const std::function<bool()>& build) {
  struct Change {
    const char* what;
    std::function<void()> make;
  };
  const std::vector<Change> changes = {
      {"an entry changes", [&] { project.touch(project.of("git/push-rejected")); }},
      {"an entry is added", [&] { project.entry("git/push-timeout"); }},
      {"a folder without entries is added",
       [&] { fs::create_directories(project.path(project.kb() + "/entries/ssh/keys")); }},
      {"the first entry of that folder", [&] { project.entry("ssh/key-refused"); }},
      {"an entry is removed", [&] { fs::remove(project.path(project.of("git/push-timeout"))); }},
      {"a folder is removed", [&] { fs::remove_all(project.path(project.kb() + "/entries/ssh")); }},
      {"kbc.json changes", [&] { project.touch(project.kb() + "/kbc.json"); }},
      {"the taxonomy changes", [&] { project.touch(project.kb() + "/names.json"); }},
      {"the schema changes", [&] { project.touch(project.kb() + "/entry.json"); }},
      {"kbc changes", [&] { project.touch("kbc"); }},
  };
  CHECK(build());
  CHECK_FALSE(build());
  for (const Change& change : changes) {
    CAPTURE(change.what);
    change.make();
    CHECK(build());
    CHECK_FALSE(build());
  }
}

// Whether a program that builds succeeds, and kbc has said that it ran.
bool runs(const TemporaryFolder& folder, const std::string& program,
          const std::vector<std::string>& arguments, const std::string& log) {
  const std::string before = fs::exists(folder.path(log)) ? folder.read(log) : "";
  const Outcome outcome = run_program(program, arguments, folder.path());
  CAPTURE(program, arguments, outcome.out, outcome.err);
  REQUIRE(outcome.exit == 0);
  return folder.read(log) != before;
}

// As one writes it by hand, with relative paths or absolute ones.
std::string command(const Project& project, const std::string& out) {
  return "'" + project.path("kbc") + "' build --today 2026-01-15 --quiet --emit index --kb '" +
         project.kb() + "' --out '" + out + "' --depfile '" + out + "/kbc.d' --stamp '" + out +
         "/kbc.stamp' && echo ran >> log";
}

std::string escaped(std::string text, const std::string& characters, char with) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (characters.find(text[at]) != std::string::npos) text.insert(at++, 1, with);
  }
  return text;
}

}  // namespace

TEST_CASE("Make runs kbc exactly when it must", "[builds][real]") {
  if (is_missing("make")) return;
  for (const bool is_absolute : {false, true}) {
    const Project project("know ledge#base");
    const std::string out = is_absolute ? project.path("gen") : "gen";
    project.write("Makefile", "all: " + out + "/kbc.stamp\n" + out + "/kbc.stamp:\n\t@mkdir -p " +
                                  out + "\n\t@" + command(project, out) + "\n-include " + out +
                                  "/kbc.d\n");
    check_rebuilds(project, [&] { return runs(project, "make", {}, "log"); });
  }
}

TEST_CASE("Ninja runs kbc exactly when it must", "[builds][real]") {
  if (is_missing("ninja")) return;
  for (const bool is_absolute : {false, true}) {
    const Project project("know ledge$base");
    const std::string out = is_absolute ? project.path("gen") : "gen";
    project.write("build.ninja",
                  "rule kbc\n  command = " + escaped(command(project, out), "$", '$') +
                      "\n  depfile = " + out + "/kbc.d\nbuild " + out + "/kbc.stamp: kbc\n");
    check_rebuilds(project, [&] { return runs(project, "ninja", {}, "log"); });
  }
}

TEST_CASE("Meson runs kbc exactly when it must", "[builds][real]") {
  if (is_missing("meson") || is_missing("ninja")) return;
  const Project project("base");
  project.write("run.sh", "set -e\n\"$@\"\necho ran >> log\n");
  project.write("meson.build",
                "project('user')\ncustom_target('errors', output: 'kbc.stamp', depfile: 'kbc.d',\n"
                "  build_by_default: true,\n  command: ['sh', meson.current_source_dir() / "
                "'run.sh', meson.current_source_dir() / 'kbc', 'build', '--today', '2026-01-15', "
                "'--quiet',\n    '--emit', 'index', '--kb', meson.current_source_dir() / 'base', "
                "'--out', '@OUTDIR@',\n    '--depfile', '@DEPFILE@', '--stamp', '@OUTPUT@'])\n");
  const Outcome setup = run_program("meson", {"setup", "build"}, project.path());
  CAPTURE(setup.out, setup.err);
  REQUIRE(setup.exit == 0);
  check_rebuilds(project, [&] { return runs(project, "ninja", {"-C", "build"}, "build/log"); });
}

TEST_CASE("CMake runs kbc exactly when it must", "[builds][real]") {
  if (is_missing("cmake")) return;
  for (const std::string generator : {"Ninja", "Unix Makefiles"}) {
    if (is_missing(generator == "Ninja" ? "ninja" : "make")) continue;
    const Project project("know ledge base");
    project.write("CMakeLists.txt",
                  "cmake_minimum_required(VERSION 3.22)\nproject(user LANGUAGES NONE)\n"
                  "set(KBC_EXECUTABLE ${CMAKE_SOURCE_DIR}/kbc)\ninclude(" +
                      kSource +
                      "/tools/package/kbc_knowledge_base.cmake)\n"
                      "kbc_add_knowledge_base(errors KB \"" +
                      project.kb() +
                      "\" EMIT index OPTIONS --today 2026-01-15)\n"
                      "add_custom_target(use ALL DEPENDS ${CMAKE_BINARY_DIR}/errors/kbc.stamp)\n"
                      "add_dependencies(use errors_artefacts)\n");
    const Outcome setup =
        run_program("cmake", {"-S", ".", "-B", "build", "-G", generator}, project.path());
    CAPTURE(generator, setup.out, setup.err);
    REQUIRE(setup.exit == 0);
    check_rebuilds(project, [&] {
      const Outcome outcome = run_program("cmake", {"--build", "build"}, project.path());
      CAPTURE(outcome.out, outcome.err);
      REQUIRE(outcome.exit == 0);
      return outcome.out.find("Compiling the knowledge base") != std::string::npos;
    });
  }
}

TEST_CASE("what a call cannot mean is found when CMake configures", "[builds][real]") {
  if (is_missing("cmake")) return;
  const Project project("base");
  const auto err_of = [&](const std::string& arguments) {
    project.write("CMakeLists.txt",
                  "cmake_minimum_required(VERSION 3.22)\n"
                  "project(user LANGUAGES NONE)\nset(KBC_EXECUTABLE " +
                      project.path("kbc") +
                      ")\nset_property(GLOBAL PROPERTY KBC_FORMS cpp index json)\n"
                      "include(" +
                      kSource +
                      "/tools/package/kbc_knowledge_base.cmake)\n"
                      "kbc_add_knowledge_base(errors " +
                      arguments + ")\n");
    const Outcome outcome = run_program("cmake", {"-S", ".", "-B", "build"}, project.path());
    return outcome.exit == 0 ? std::string() : outcome.err;
  };
  CHECK(err_of("KB base EMIT index") == "");
  CHECK(err_of("KB base EMIT index NAMESPACE company::errors_2") == "");
  CHECK(err_of("KB bsae EMIT index").find("there is no") != std::string::npos);
  CHECK(err_of("KB base EMIT idnex").find("`idnex`") != std::string::npos);
  for (const std::string name :
       {"class", "std", "kbx::a", "a::", "::a", "a:b", "1a", "a-b", "a__b", "_a", "a::int"}) {
    CAPTURE(name);
    CHECK(err_of("KB base EMIT index NAMESPACE " + name).find("NAMESPACE " + name) !=
          std::string::npos);
  }
}

}  // namespace kbc
