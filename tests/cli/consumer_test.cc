// tests/consumer, a project of its own, against an installed kbc.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
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

TEST_CASE("pkg-config finds the reader", "[consumer][real]") {
  const TemporaryFolder folder;
  must("cmake", {"--install", KBC_BUILD_FOLDER, "--prefix", folder.path("installed")}, folder);
  // Below lib, or what the system has in its place.
  std::string package;
  for (const auto& file : fs::recursive_directory_iterator(folder.path("installed"))) {
    if (file.path().filename() == "kbx.pc") package = file.path().parent_path().string();
  }
  const Outcome flags = run_program("pkg-config", {"--cflags", "--libs", "kbx"}, folder.path(), {},
                                    {"PKG_CONFIG_PATH=" + package});
  REQUIRE(flags.exit == 0);
  folder.write("build.sh", "c++ -std=c++17 -DINDEX='\"kb.kbx\"' " KBC_SOURCE_FOLDER
                           "/tests/consumer/reader.cc " +
                               flags.out);
  must("sh", {"build.sh"}, folder);
}
}  // namespace kbc
#endif
