// Requests that no sense can be made of.

#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {

TEST_CASE("two outputs into one file are refused", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=o"}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=./x/../o"}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=" + kb.path("o")}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=p"}).exit == 0);
  CHECK(kb.validate({"--format", "json=/dev/null", "--format", "sarif=/dev/null"}).exit == 0);
  fs::create_directory(kb.path("folder"));
  fs::create_directory_symlink("folder", kb.path("link"));
  CHECK(kb.validate({"--format", "json=folder/o", "--format", "sarif=link/o"}).exit == 2);
}

TEST_CASE("a build does not write two things into one file", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  fs::create_directory(kb.path("out"));
  fs::create_directory_symlink("out", kb.path("link"));
  for (const std::vector<std::string>& both :
       std::vector<std::vector<std::string>>{{"--depfile", "x", "--stamp", "x"},
                                             {"--depfile", "x", "--stamp", "./x"},
                                             {"--depfile", "out/x", "--stamp", "link/x"},
                                             {"--depfile", "out/x", "--stamp", kb.path("link/x")},
                                             {"--stamp", "out/kb.kbx"},
                                             {"--depfile", "link/kb.kbx"},
                                             {"--depfile", "out/kb_table.h"}}) {
    CAPTURE(both);
    std::vector<std::string> words = {"build", "--out", "out"};
    words.insert(words.end(), both.begin(), both.end());
    const Outcome outcome = run(words, kb.path());
    CHECK(outcome.exit == 2);
    CHECK(outcome.err == "kbc: two outputs into " + both.back() + "\n");
    CHECK(fs::is_empty(kb.path("out")));
    CHECK_FALSE(fs::exists(kb.path("x")));
  }
  CHECK(run({"build", "--out", "out", "--depfile", "out/d", "--stamp", "out/s"}, kb.path()).exit ==
        0);
}

TEST_CASE("a number out of its range is refused, and the range told", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  struct Row {
    std::vector<std::string> words;
    std::string option, range;
    std::string least_wrong;
  };
  const std::vector<Row> rows = {
      {{"validate"}, "--jobs", "1 to 1024", "0"},
      {{"validate"}, "--max-findings", "0 to 1000000000", "1000000001"},
      {{"build"}, "--jobs", "1 to 1024", "0"},
      {{"build"}, "--table-limit", "1 to 1000000000", "0"},
      {{"fmt"}, "--jobs", "1 to 1024", "0"},
      {{"new"}, "--jobs", "1 to 1024", "1025"},
      {{"match", "x"}, "--top", "1 to 1000000000", "0"},
      {{"match", "x"}, "--min-score", "0 to 100", "101"},
      {{"search", "x"}, "--top", "1 to 1000000000", "1000000001"},
  };
  for (const Row& row : rows) {
    for (const std::string& value :
         {row.least_wrong, std::string("-1"), std::string("1e9"), std::string("nan"),
          std::string("inf"), std::string("5x"), std::string(" 5"), std::string("+5"),
          std::string("0x10"), std::string("1.0"), std::string("4294967297"),
          std::string("18446744073709551617"), std::string(5000, '9')}) {
      CAPTURE(row.words, row.option, value);
      std::vector<std::string> words = row.words;
      words.push_back(row.option + "=" + value);
      const Outcome outcome = run(words, kb.path());
      CHECK(outcome.exit == 2);
      CHECK(outcome.err.starts_with("kbc: " + row.option + " "));
      CHECK(outcome.err.ends_with(": expected a whole number from " + row.range + "\n"));
      CHECK(outcome.err.size() < 300);
    }
  }
}

TEST_CASE("what is read as a whole must be a file", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  REQUIRE(::mkfifo(kb.path("fifo").c_str(), 0600) == 0);
  for (const std::string& path : {kb.path("fifo"), std::string("/dev/zero"), kb.path("entries")}) {
    CAPTURE(path);
    const Outcome baseline = kb.validate({"--baseline", path});
    CHECK(baseline.exit == 2);
    CHECK(baseline.peak < std::size_t{200} << 20);
    CHECK(run({"match", "x", "--index", path}, kb.path()).exit == 2);
    CHECK(run({"search", "x", "--index", path}, kb.path()).exit == 2);
    CHECK(run({"inspect", path}, kb.path()).exit == 2);
    CHECK(run({"match", "--file", kb.path("kbc.json"), "--follow", "--format", "ndjson", "--index",
               path},
              kb.path())
              .exit == 2);
    for (const std::string field : {"schema", "taxonomy"}) {
      const KnowledgeBaseFolder other("{\"" + field + "\": \"x\"}");
      other.clean("push-rejected");
      fs::create_symlink(path, other.path("x"));
      CHECK(other.validate({"--allow-outside", "/"}).exit == 2);
    }
    if (fs::is_directory(path)) continue;
    const KnowledgeBaseFolder other;
    fs::create_directories(other.path("entries/git"));
    fs::create_symlink(path, other.path("entries/git/x.json"));
    CHECK(other.validate({"--allow-outside", "/"}).exit == 2);
  }
  fs::remove(kb.path("kbc.json"));
  fs::rename(kb.path("fifo"), kb.path("kbc.json"));
  CHECK(kb.validate().exit == 2);
  const KnowledgeBaseFolder streams;
  streams.clean("push-rejected");
  CHECK(streams.validate({"--baseline", "/dev/stdin"}, "{\"version\": 1, \"findings\": {}}").exit ==
        0);
}

TEST_CASE("a name that leaves no room for a temporary one is told", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const std::string most(255, 'n');
  const Outcome outcome = kb.validate({"--format", "json=" + most});
  CHECK(outcome.exit == 2);
  CHECK(outcome.err.find(": the name is too long: ") != std::string::npos);
  CHECK(kb.validate({"--format", "json=" + most.substr(18)}).exit == 0);
  CHECK(fs::file_size(kb.path(most.substr(18))) > 0);
  const std::string slug(250, 's');
  kb.entry("git/" + slug, "\n" + clean_entry());
  CHECK(run({"fmt"}, kb.path()).exit == 2);
  CHECK(kb.read("entries/git/" + slug + ".json") == "\n" + clean_entry());
}

TEST_CASE("a namespace that C++ does not leave to programs is refused", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  for (const std::string name : {"class", "int", "namespace", "a::class", "co_await", "std",
                                 "std::kb", "_Upper", "_a", "a__b", "a::b__c", "kbx", ""}) {
    CAPTURE(name);
    CHECK(run({"build", "--namespace", name}, kb.path()).exit == 2);
  }
  CHECK(run({"build", "--namespace", "a::klass"}, kb.path()).exit == 0);
}

}  // namespace kbc
