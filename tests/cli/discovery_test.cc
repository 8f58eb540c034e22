// What is an entry: every command gives the same answer.

#include <filesystem>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

// A clean entry beside what looks like one and is none.
class Lookalikes : public KnowledgeBaseFolder {
 public:
  Lookalikes() {
    entry("git/push-rejected", clean_entry());
    write("entries/git/a.yaml", "id: git/a\n");
    write("entries/b.JSONC", "{}");
    entry("vendor/kb/entries/x", R"({"b": 1,    "a": 1.0})");
    write("entries/vendor/kb/kbc.json", "{}");
    fs::create_symlink("git", path("entries/linked"));
  }
};

constexpr const char* kNote =
    "kbc: entries: 4 paths look like entries and are not read: `b.JSONC` (kbc reads only `.json`), "
    "`git/a.yaml` (kbc reads only `.json`), `linked` (a link to a folder, which is not followed), "
    "and 1 more\n";

}  // namespace

TEST_CASE("what looks like an entry and is none gets one note", "[discovery]") {
  const Lookalikes base;
  const Outcome outcome = base.validate();
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == kNote);
  CHECK_THAT(outcome.out, ContainsSubstring("in 1 entry"));
  CHECK(base.validate({"entries/git/push-rejected.json"}).err.empty());
  base.write("kbc.json", R"({"exclude": ["**/*.yaml", "**/*.JSONC", "entries/vendor"]})");
  CHECK(base.validate().err ==
        "kbc: entries: one path looks like an entry and is not read: `linked` (a link to a folder, "
        "which is not followed)\n");
}

TEST_CASE("staged files are entries by the same rules", "[discovery][staged]") {
  const GitFolder folder;
  const Lookalikes base;
  fs::copy(base.path("entries"), folder.path("entries"),
           fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  folder.add_all();
  const Outcome outcome = folder.staged();
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == kNote);
}

TEST_CASE("fmt leaves alone what is no entry", "[discovery][fmt]") {
  const Lookalikes base;
  base.write("blog/entries/post.json", R"({"price": 1.0, "id": 7})");
  const auto untouched = [&](const std::string& path, const std::string& why) {
    const std::string before = base.read(path);
    const Outcome outcome = run({"fmt", path}, base.path());
    CHECK(outcome.exit == 0);
    CHECK(outcome.err == "kbc: " + path + ": " + why + "; left unchanged\n");
    CHECK(base.read(path) == before);
  };
  untouched("blog/entries/post.json", "no entry: it lies outside of entries");
  untouched("entries/git/a.yaml", "no entry: kbc reads only `.json`");
  untouched("entries/vendor/kb/entries/x.json",
            "no entry: a knowledge base of its own, since it has a kbc.json");
  CHECK(run({"fmt", "blog"}, base.path()).err ==
        "kbc: blog: no entry: it lies outside of entries; left unchanged\n");
  CHECK(run({"fmt", "entries/linked/push-rejected.json"}, base.path()).err.empty());
}

TEST_CASE("an unsaved text that is no entry is not checked", "[discovery]") {
  const Lookalikes base;
  base.write("kbc.json", R"({"exclude": ["entries/drafts"]})");
  const auto silent = [&](const std::string& path, const std::string& why) {
    const Outcome outcome =
        base.validate({"-", "--format", "short", "--stdin-filename", path}, "{");
    CHECK(outcome.exit == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "kbc: " + path + ": " + why + "\n");
  };
  silent("entries/drafts/new.json", "excluded in kbc.json");
  silent("blog/post.json", "no entry: it lies outside of entries");
  silent("entries/vendor/kb/entries/y.json",
         "no entry: a knowledge base of its own, since it has a kbc.json");
  CHECK(base.validate({"-", "--stdin-filename", "entries/git/new.json"}, "{").exit == 1);
}

TEST_CASE("a suffix in capitals is an error, which says how to rename the file", "[discovery]") {
  const KnowledgeBaseFolder base;
  base.write("entries/git/push-rejected.JSON", clean_entry());
  const Outcome outcome = base.validate({"--select", "id-path"});
  CHECK(outcome.exit == 1);
  CHECK_THAT(outcome.out, ContainsSubstring("push-rejected.JSON:2:9: error[id-path]: the file's "
                                            "name ends with `.JSON`") &&
                              ContainsSubstring("rename the file to `git/push-rejected.json`"));
}

TEST_CASE("a name that Windows keeps for a device is an error", "[discovery]") {
  for (const std::string id : {"git/aux", "nul/push-rejected", "git/com7", "git/lpt1"}) {
    const KnowledgeBaseFolder base;
    base.entry(id, replaced(clean_entry(), "git/push-rejected", id));
    CAPTURE(id);
    CHECK_THAT(base.validate({"--select", "id-path"}).out,
               ContainsSubstring("is the name of a device on Windows"));
  }
  const KnowledgeBaseFolder base;
  base.entry("git/com10", replaced(clean_entry(), "git/push-rejected", "git/com10"));
  CHECK(base.validate({"--select", "id-path"}).exit == 0);
}

TEST_CASE("an integer that 64 bits do not hold is an error", "[discovery]") {
  const auto findings = [](const std::string& count) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected",
               replaced(clean_entry(), "\"evidence_count\": 3", "\"evidence_count\": " + count));
    return base.validate({"--select", "json-limits"});
  };
  for (const std::string count :
       {"18446744073709551616", "-9223372036854775809", "1e30", "99999999999999999999"}) {
    CAPTURE(count);
    const Outcome outcome = findings(count);
    CHECK(outcome.exit == 1);
    CHECK_THAT(outcome.out,
               ContainsSubstring("`" + count + "` does not fit into an integer of 64 bits"));
  }
  for (const std::string count : {"18446744073709551615", "-9223372036854775808", "1e19"}) {
    CAPTURE(count);
    CHECK(findings(count).exit == 0);
  }
}

TEST_CASE("what stands for a file in a repository is named as that", "[discovery]") {
  const auto message = [](const std::string& text) {
    const KnowledgeBaseFolder base;
    base.entry("git/push-rejected", text);
    const Outcome outcome = base.validate({"--format", "short"});
    CHECK(outcome.exit == 1);
    return outcome.out;
  };
  const std::string place = "entries/git/push-rejected.json:1:1: error[json-syntax]: the file is ";
  const std::string pointer =
      "version https://git-lfs.github.com/spec/v1\noid "
      "sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
  CHECK(message(pointer) == place + "a pointer of Git LFS, and its content is not here\n");
  CHECK(message("/annex/objects/SHA256E-s31390--f50d7ac4.json\n") ==
        place + "a pointer of git-annex, and its content is not here\n");
  CHECK(message(std::string("\0GITCRYPT\0\x12\x80", 12)) == place + "encrypted by git-crypt\n");
  CHECK(message("../ssh/host-key.json") ==
        place + "a link that was checked out as text; it leads to `../ssh/host-key.json`\n");
  CHECK(message("host-key.json\n") ==
        place + "a link that was checked out as text; it leads to `host-key.json`\n");
  CHECK_THAT(message("see host-key.json"), !ContainsSubstring("link"));
  CHECK_THAT(message("version 2"), !ContainsSubstring("pointer"));
}

}  // namespace kbc
