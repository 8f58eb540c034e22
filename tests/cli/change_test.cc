// `kbc mv`, `kbc rm` and `kbc confirm`, run as a user would run them.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

using Arguments = std::vector<std::string>;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The text of every file below a folder, by its path.
std::map<std::string, std::string> all_in(const TemporaryFolder& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& item : fs::recursive_directory_iterator(folder.path())) {
    const std::string path = item.path().lexically_relative(folder.path()).string();
    if (path.starts_with(".git")) continue;
    files[path] = item.is_regular_file() && !item.is_symlink() ? folder.read(path) : "";
  }
  return files;
}

Outcome change(const TemporaryFolder& folder, const Arguments& arguments) {
  return run(arguments, folder.path());
}

// That kbc refuses, and that no file is another afterwards, nor a new one there.
std::string refused(const TemporaryFolder& folder, const Arguments& arguments) {
  const auto before = all_in(folder);
  const Outcome outcome = change(folder, arguments);
  CHECK(outcome.exit == 2);
  CHECK(outcome.out.empty());
  CHECK(all_in(folder) == before);
  return outcome.err;
}

const std::string kLink = R"({
        "error_id": "git/push-rejected",
        "probability": 0.5
      })";

// The clean entry in canonical form, with these lists of links.
std::string with_links(const std::string& slug, const std::string& leads_to,
                       const std::string& preceded_by) {
  std::string text = replaced(clean_entry(), "git/push-rejected", "git/" + slug);
  text = replaced(std::move(text), "failed to push some refs to the remote", "failure of " + slug);
  text = replaced(std::move(text), "failed to push some refs", "failure of " + slug);
  const auto list = [](const std::string& links) {
    return links.empty() ? "[]" : "[\n      " + links + "\n    ]";
  };
  text = replaced(std::move(text), "\"leads_to\": []", "\"leads_to\": " + list(leads_to));
  return replaced(std::move(text), "\"preceded_by\": []", "\"preceded_by\": " + list(preceded_by));
}

std::string link_to(const std::string& id) { return replaced(kLink, "git/push-rejected", id); }

const std::string kTests =
    "{\"message\": \"failed to push some refs\", \"expect\": \"git/push-rejected\"}\n"
    "{\"message\": \"all is well\", \"expect\": null, \"not\": [\"git/push-rejected\", "
    "\"git/push-denied\"]}\n"
    "{\"message\": \"git/push-rejected\", \"expect\": \"git/push-denied\"}\n";

// git/push-rejected and git/push-denied link to each other.
KnowledgeBaseFolder& linked_base(KnowledgeBaseFolder& kb) {
  kb.entry("git/push-rejected", with_links("push-rejected", link_to("git/push-denied"), ""));
  kb.entry("git/push-denied", with_links("push-denied", "", kLink));
  kb.write("tests/own.kbc-test.ndjson", kTests);
  return kb;
}

}  // namespace

TEST_CASE("mv gives an entry another id, and all that goes by the old one", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  kb.write("tests/more/array.kbc-test.json",
           "[\n  {\"message\": \"x\", \"expect\": \"git\\/push-rejected\"}\n]\n");
  kb.write("tests/other.json", kTests);
  const std::string old_text = kb.read("entries/git/push-rejected.json");
  const Outcome moved = change(kb, {"mv", "git/push-rejected", "ssh/push-refused"});
  CHECK(moved.err.empty());
  CHECK(moved.out ==
        "entries/git/push-rejected.json -> entries/ssh/push-refused.json\n"
        "entries/git/push-denied.json: 1 link\n"
        "tests/more/array.kbc-test.json: 1 id\n"
        "tests/own.kbc-test.ndjson: 2 ids\n");
  CHECK(moved.exit == 0);

  std::string expected =
      replaced(old_text, "\"id\": \"git/push-rejected\"", "\"id\": \"ssh/push-refused\"");
  expected = replaced(expected, "\"domain\": \"git\"", "\"domain\": \"ssh\"");
  expected =
      replaced(expected, "\"aliases\": []", "\"aliases\": [\n    \"git/push-rejected\"\n  ]");
  CHECK(kb.read("entries/ssh/push-refused.json") == expected);
  CHECK_FALSE(fs::exists(kb.path("entries/git/push-rejected.json")));
  CHECK(kb.read("entries/git/push-denied.json") ==
        with_links("push-denied", "", link_to("ssh/push-refused")));
  CHECK(kb.read("tests/own.kbc-test.ndjson") ==
        replaced(replaced(kTests, "\"expect\": \"git/push-rejected\"",
                          "\"expect\": \"ssh/push-refused\""),
                 "[\"git/push-rejected\"", "[\"ssh/push-refused\""));
  CHECK(kb.read("tests/more/array.kbc-test.json") ==
        "[\n  {\"message\": \"x\", \"expect\": \"ssh/push-refused\"}\n]\n");
  CHECK(kb.read("tests/other.json") == kTests);
  CHECK(kb.validate().exit == 0);
  CHECK(change(kb, {"fmt", "--check"}).exit == 0);

  // And back: an id that the entry has been found by before is no alias of it any more.
  CHECK(change(kb, {"mv", "entries/ssh/push-refused.json", "git/push-rejected"}).exit == 0);
  CHECK(kb.read("entries/git/push-rejected.json") ==
        replaced(old_text, "\"aliases\": []", "\"aliases\": [\n    \"ssh/push-refused\"\n  ]"));
  CHECK(kb.read("tests/own.kbc-test.ndjson") == kTests);
}

TEST_CASE("mv leaves the layout of an entry alone", "[change]") {
  const KnowledgeBaseFolder kb;
  const std::string text =
      replaced(replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\"  :  0.8"),
               "\"aliases\": []", "\"aliases\": [ \"git/old\" ]");
  kb.entry("git/push-rejected", text);
  CHECK(change(kb, {"mv", "git/push-rejected", "git/push-refused"}).exit == 0);
  CHECK(kb.read("entries/git/push-refused.json") ==
        replaced(replaced(text, "\"id\": \"git/push-rejected\"", "\"id\": \"git/push-refused\""),
                 "\"git/old\"", "\"git/old\", \"git/push-rejected\""));
}

TEST_CASE("mv --dry-run says what would change", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  const auto before = all_in(kb);
  const Outcome dry = change(kb, {"mv", "git/push-rejected", "ssh/push-refused", "--dry-run"});
  CHECK(dry.exit == 0);
  CHECK(dry.out ==
        "entries/git/push-rejected.json -> entries/ssh/push-refused.json\n"
        "entries/git/push-denied.json: 1 link\n"
        "tests/own.kbc-test.ndjson: 2 ids\n"
        "nothing was written (--dry-run)\n");
  CHECK(all_in(kb) == before);
}

TEST_CASE("mv refuses ids that cannot be or are taken", "[change]") {
  KnowledgeBaseFolder kb("{\"removed\": {\"git/gone\": {\"reason\": \"git 2.40 lacks it\"}}}\n");
  linked_base(kb);
  kb.entry("git/other", replaced(with_links("other", "", ""), "\"aliases\": []",
                                 "\"aliases\": [\"git/known\"]"));
  kb.write("entries/git/notes.json/readme", "");
  const auto why = [&](const std::string& from, const std::string& to) {
    return refused(kb, {"mv", from, to});
  };
  CHECK(why("git/push-rejected", "git/push-denied") ==
        "kbc: `git/push-denied` is already the id of an entry\n");
  CHECK(why("git/push-rejected", "git/known") ==
        "kbc: `git/known` is already an alias of `git/other`\n");
  CHECK(why("git/push-rejected", "git/push-rejected") ==
        "kbc: `git/push-rejected` is its id already\n");
  CHECK(contains(why("git/push-rejected", "git/gone"),
                 "`git/gone` is the id of an entry that was removed: git 2.40 lacks it"));
  CHECK(contains(why("git/push-rejected", "gitt/push-rejected"),
                 "the taxonomy has no domain `gitt`; did you mean `git`?"));
  CHECK(contains(why("git/push-rejected", "git/Push"), "`git/Push` is not an id"));
  CHECK(contains(why("git/push-rejected", "../out/x"), "is not an id"));
  CHECK(contains(why("git/push-rejected", "git/nul"), "the name of a device on Windows"));
  CHECK(contains(why("git/push-rejected", "git/notes"), "entries/git/notes.json: already exists"));
  CHECK(why("git/known", "git/x") ==
        "kbc: `git/known` is an alias of `git/other`; name the entry by its id\n");
  CHECK(why("git/push-rejectd", "git/x") ==
        "kbc: no entry has the id `git/push-rejectd`; did you mean `git/push-rejected`?\n");
  CHECK(contains(why("git/gone", "git/x"), "was removed: git 2.40 lacks it"));
  CHECK(refused(kb, {"mv", "git/push-rejected"}) == "kbc: expected two ids: `kbc mv OLD NEW`\n");
}

TEST_CASE("mv refuses a place that is excluded", "[change]") {
  KnowledgeBaseFolder kb("{\"exclude\": [\"entries/ssh/**\"]}\n");
  linked_base(kb);
  CHECK(contains(refused(kb, {"mv", "git/push-rejected", "ssh/x"}), "excluded in kbc.json"));
}

TEST_CASE("mv refuses what it could do only in part", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  SECTION("a conflict that is not solved") {
    kb.entry("git/third", "<<<<<<< ours\n" + with_links("third", kLink, "") + "=======\n");
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}),
                   "entries/git/third.json: cannot be read as JSON and has `git/push-rejected`"));
  }
  SECTION("in the entry itself") {
    kb.entry("git/push-rejected", "<<<<<<< ours\n" + clean_entry());
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}),
                   "entries/git/push-rejected.json: cannot be read as JSON"));
  }
  SECTION("two entries of one id") {
    kb.entry("git/third", clean_entry());
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}), "give one of them another"));
  }
  SECTION("message tests that are no JSON") {
    kb.write("tests/bad.kbc-test.ndjson", "{}\n{\"expect\": \"git/push-rejected\"\n");
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}),
                   "tests/bad.kbc-test.ndjson:2:"));
  }
  SECTION("a disk that is full") {
    const auto before = all_in(kb);
    const Outcome full = run_program(
        "sh",
        {"-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" mv git/push-rejected ssh/x", kbc_binary()},
        kb.path());
    CHECK(full.exit == 2);
    CHECK(contains(full.err, "kbc: nothing was changed\n"));
    CHECK(all_in(kb) == before);
  }
  SECTION("a folder that nothing can be written to") {
    REQUIRE(::chmod(kb.path("tests").c_str(), 0555) == 0);
    if (::access(kb.path("tests").c_str(), W_OK) != 0) {
      CHECK(contains(refused(kb, {"mv", "git/push-rejected", "ssh/x"}), "nothing was changed"));
    }
    REQUIRE(::chmod(kb.path("tests").c_str(), 0755) == 0);
  }
}

TEST_CASE("a move that was interrupted can be done once more", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  kb.entry("git/third", with_links("third", kLink, ""));
  const auto before = all_in(kb);
  REQUIRE(change(kb, {"mv", "git/push-rejected", "ssh/push-refused"}).exit == 0);
  const auto after = all_in(kb);
  // Each state that a kill can leave, in the order in which the files are changed.
  const std::vector<std::string> order = {
      "entries/ssh/push-refused.json", "entries/git/push-denied.json", "entries/git/third.json",
      "tests/own.kbc-test.ndjson", "entries/git/push-rejected.json"};
  for (std::size_t done = 0; done < order.size(); ++done) {
    CAPTURE(done);
    const KnowledgeBaseFolder killed;
    for (const auto& [path, text] : before) {
      if (!text.empty()) killed.write(path, text);
    }
    for (std::size_t at = 0; at < done; ++at) killed.write(order[at], after.at(order[at]));
    // Until then all links lead somewhere.
    CHECK_FALSE(contains(killed.validate().out, "link-unresolved"));
    CHECK(change(killed, {"mv", "git/push-rejected", "ssh/push-refused"}).exit == 0);
    CHECK(all_in(killed) == after);
  }
}

TEST_CASE("nothing outside of the knowledge base is written", "[change]") {
  const TemporaryFolder outside;
  outside.write("other.json", with_links("other", kLink, ""));
  outside.write("own.kbc-test.ndjson", kTests);
  KnowledgeBaseFolder kb;
  linked_base(kb);
  SECTION("entries that are links out") {
    fs::create_symlink(outside.path("other.json"), kb.path("entries/git/other.json"));
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}), "leads out"));
  }
  SECTION("message tests that are links out") {
    fs::create_symlink(outside.path("own.kbc-test.ndjson"), kb.path("tests/out.kbc-test.ndjson"));
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}), "leads out"));
  }
  SECTION("a folder for the entry that is a link out") {
    fs::create_symlink(outside.path(), kb.path("entries/ssh"));
    CHECK(
        contains(refused(kb, {"mv", "git/push-rejected", "ssh/x"}), "it lies outside of entries"));
  }
  SECTION("a folder for the entry that is a link to another one") {
    fs::create_symlink("git", kb.path("entries/ssh"));
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "ssh/x"}),
                   "a folder on the way is a link"));
  }
  SECTION("an entry that is a link") {
    fs::rename(kb.path("entries/git/push-rejected.json"), kb.path("kept.json"));
    fs::create_symlink("../../kept.json", kb.path("entries/git/push-rejected.json"));
    CHECK(contains(refused(kb, {"mv", "git/push-rejected", "git/x"}), "a link"));
    CHECK(contains(refused(kb, {"rm", "git/push-rejected", "--reason", "x"}), "a link"));
  }
  CHECK(outside.read("other.json") == with_links("other", kLink, ""));
  CHECK(outside.read("own.kbc-test.ndjson") == kTests);
}

TEST_CASE("mv mends an id that is not what the path says", "[change]") {
  const KnowledgeBaseFolder kb;
  SECTION("in its place") {
    kb.entry("git/push-refused", clean_entry());
    kb.entry("git/push-denied", with_links("push-denied", kLink, ""));
    const Outcome moved = change(kb, {"mv", "git/push-rejected", "git/push-refused"});
    CHECK(moved.out == "entries/git/push-refused.json: id\nentries/git/push-denied.json: 1 link\n");
    CHECK(contains(kb.read("entries/git/push-refused.json"), "\"id\": \"git/push-refused\""));
  }
  SECTION("letters of another case") {
    kb.entry("Git/Push-Rejected",
             replaced(clean_entry(), "git/push-rejected", "Git/Push-Rejected"));
    CHECK(change(kb, {"mv", "Git/Push-Rejected", "git/push-rejected"}).exit == 0);
    CHECK(kb.read("entries/git/push-rejected.json") == clean_entry());
    CHECK_FALSE(fs::exists(kb.path("entries/Git/Push-Rejected.json")));
  }
}

TEST_CASE("mv does not care whether git knows the entry", "[change]") {
  const GitFolder repository;
  repository.clean("push-rejected");
  repository.commit_all();
  repository.clean("push-denied");
  for (const char* slug : {"push-rejected", "push-denied"}) {
    const std::string name(slug);
    CHECK(run({"mv", "git/" + name, "ssh/" + name}, repository.path(), {}, plain_environment())
              .exit == 0);
  }
  repository.add_all();
  CHECK(repository.must({"status", "--porcelain"}) ==
        "A  entries/ssh/push-denied.json\n"
        "R  entries/git/push-rejected.json -> entries/ssh/push-rejected.json\n");
}

TEST_CASE("the baseline follows an entry", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  kb.entry("git/push-rejected", replaced(kb.read("entries/git/push-rejected.json"),
                                         "\"confidence\": 0.8", "\"confidence\": 80"));
  // At a link to the entry there is a line, too.
  kb.entry("git/push-denied", replaced(kb.read("entries/git/push-denied.json"),
                                       "\"probability\": 0.5", "\"probability\": 0.4"));
  const Arguments baseline = {"--baseline", "baseline.json"};
  REQUIRE(kb.validate({"--baseline", "baseline.json", "--update-baseline"}).exit == 0);
  REQUIRE(kb.validate(baseline).out == "0 errors, 0 warnings, 0 info in 2 entries\n");
  SECTION("that is moved") {
    CHECK(change(kb, {"mv", "git/push-rejected", "git/a", "--baseline", "baseline.json"}).exit ==
          0);
    CHECK(kb.validate(baseline).out == "0 errors, 0 warnings, 0 info in 2 entries\n");
    const std::string moved = kb.read("baseline.json");
    REQUIRE(kb.validate({"--baseline", "baseline.json", "--update-baseline"}).exit == 0);
    CHECK(kb.read("baseline.json") == moved);
    CHECK_FALSE(contains(moved, "push-rejected"));
  }
  SECTION("that is removed") {
    CHECK(change(kb, {"rm", "git/push-rejected", "--reason", "old", "--baseline", "baseline.json"})
              .exit == 0);
    CHECK(kb.validate(baseline).out == "0 errors, 0 warnings, 0 info in 1 entry\n");
    CHECK_FALSE(contains(kb.read("baseline.json"), "push-rejected"));
  }
  SECTION("that kbc.json names") {
    kb.write("kbc.json", "{\"baseline\": \"baseline.json\"}\n");
    CHECK(contains(change(kb, {"mv", "git/push-rejected", "git/a"}).out, "baseline.json: "));
    CHECK_FALSE(contains(kb.read("baseline.json"), "push-rejected"));
    fs::remove(kb.path("baseline.json"));
    CHECK(change(kb, {"mv", "git/a", "git/b"}).exit == 0);
  }
  SECTION("of version 1") {
    kb.write("baseline.json",
             "{\n  \"version\": 1,\n  \"findings\": {\n    \"git/push-rejected\": "
             "{\"rate-percent\": [\"/confidence\"]}\n  }\n}\n");
    CHECK(change(kb, {"mv", "git/push-rejected", "git/a", "--baseline", "baseline.json"}).exit ==
          0);
    CHECK(kb.read("baseline.json") ==
          "{\n  \"version\": 1,\n  \"findings\": {\n    \"git/a\": "
          "{\"rate-percent\": [\"/confidence\"]}\n  }\n}\n");
  }
}

TEST_CASE("rm takes an entry and its links away, and records why", "[change]") {
  KnowledgeBaseFolder kb("// ours\n{\n  \"rules\": {\"date-stale\": \"off\"} // yearly\n}\n");
  linked_base(kb);
  const Outcome removed =
      change(kb, {"rm", "git/push-rejected", "--reason", "git 3 has \"another\" message"});
  CHECK(removed.err.empty());
  CHECK(removed.out ==
        "kbc.json: 1 id in `removed`\n"
        "entries/git/push-denied.json: 1 link removed\n"
        "tests/own.kbc-test.ndjson: 1 id removed\n"
        "tests/own.kbc-test.ndjson: 1 message still to be expected from another entry, or from "
        "none (`\"expect\": null`)\n"
        "entries/git/push-rejected.json: removed\n");
  CHECK(removed.exit == 0);
  CHECK(kb.read("kbc.json") ==
        "// ours\n{\n  \"rules\": {\"date-stale\": \"off\"}, // yearly\n  \"removed\": {\n"
        "    \"git/push-rejected\": {\"reason\": \"git 3 has \\\"another\\\" message\"}\n  }\n}\n");
  CHECK(kb.read("entries/git/push-denied.json") == with_links("push-denied", "", ""));
  CHECK(kb.read("tests/own.kbc-test.ndjson") ==
        replaced(kTests, "\"git/push-rejected\", \"git/push-denied\"", "\"git/push-denied\""));
  CHECK(kb.validate().exit == 0);

  CHECK(change(kb, {"rm", "git/push-denied", "--reason", "gone"}).exit == 0);
  CHECK(contains(kb.read("kbc.json"),
                 "message\"},\n    \"git/push-denied\": {\"reason\": \"gone\"}\n"));
}

TEST_CASE("rm --into lets another entry take the place", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  kb.entry("git/push-rejected",
           replaced(kb.read("entries/git/push-rejected.json"), "\"aliases\": []",
                    "\"aliases\": [\n    \"git/older\"\n  ]"));
  kb.entry("git/third", with_links("third", kLink + ",\n      " + link_to("git/push-denied"), ""));
  kb.entry("git/fourth", with_links("fourth", "", link_to("git/older")));
  const Outcome merged = change(kb, {"rm", "git/push-rejected", "--into", "git/push-denied"});
  CHECK(merged.err.empty());
  CHECK(merged.out ==
        "entries/git/push-denied.json: 2 aliases added, 1 link removed\n"
        "entries/git/fourth.json: 1 link\n"
        "entries/git/third.json: 1 link removed\n"
        "tests/own.kbc-test.ndjson: 2 ids\n"
        "entries/git/push-rejected.json: removed\n");
  CHECK(merged.exit == 0);
  CHECK(kb.read("entries/git/push-denied.json") ==
        replaced(with_links("push-denied", "", ""), "\"aliases\": []",
                 "\"aliases\": [\n    \"git/push-rejected\",\n    \"git/older\"\n  ]"));
  CHECK(kb.read("entries/git/third.json") == with_links("third", link_to("git/push-denied"), ""));
  CHECK(kb.read("entries/git/fourth.json") == with_links("fourth", "", link_to("git/push-denied")));
  CHECK(kb.read("kbc.json") == "{}\n");
}

TEST_CASE("rm refuses what it cannot do", "[change]") {
  KnowledgeBaseFolder kb;
  linked_base(kb);
  const auto why = [&](Arguments arguments) {
    arguments.insert(arguments.begin(), "rm");
    return refused(kb, arguments);
  };
  CHECK(contains(why({"git/push-rejected"}), "say why the entry is gone with --reason TEXT"));
  CHECK(contains(why({"git/push-rejected", "--reason", " "}), "say why"));
  CHECK(contains(why({"git/push-rejected", "--reason", "a\nb"}), "control character"));
  CHECK(contains(why({"git/push-rejected", "--reason", "x", "--into", "git/push-denied"}),
                 "leave out one"));
  CHECK(contains(why({"git/push-rejected", "--into", "git/push-rejected"}), "its own place"));
  CHECK(contains(why({"git/push-rejected", "--into", "git/nothing"}), "--into: no entry has"));
  CHECK(contains(why({"git/push-rejected", "git/push-denied"}), "one entry at a time"));
}

TEST_CASE("a removal that was interrupted can be done once more", "[change]") {
  const bool is_merged = GENERATE(false, true);
  const Arguments removal = is_merged
                                ? Arguments{"rm", "git/push-rejected", "--into", "git/push-denied"}
                                : Arguments{"rm", "git/push-rejected", "--reason", "gone"};
  KnowledgeBaseFolder kb("{\n}\n");
  linked_base(kb);
  kb.entry("git/third", with_links("third", kLink, ""));
  const auto before = all_in(kb);
  REQUIRE(change(kb, removal).exit == 0);
  const auto after = all_in(kb);
  std::vector<std::string> order = {"entries/git/push-denied.json", "entries/git/third.json",
                                    "tests/own.kbc-test.ndjson"};
  if (!is_merged) order.insert(order.begin(), "kbc.json");
  for (std::size_t done = 0; done <= order.size(); ++done) {
    CAPTURE(done, is_merged);
    const KnowledgeBaseFolder killed;
    for (const auto& [path, text] : before) {
      if (!text.empty()) killed.write(path, text);
    }
    for (std::size_t at = 0; at < done; ++at) killed.write(order[at], after.at(order[at]));
    CHECK_FALSE(contains(killed.validate().out, "link-unresolved"));
    CHECK(change(killed, removal).exit == 0);
    CHECK(all_in(killed) == after);
  }
}

TEST_CASE("confirm writes the day into both dates", "[change]") {
  const KnowledgeBaseFolder kb;
  const std::string old_text =
      replaced(clean_entry(), "\"confidence\": 0.8", "\"confidence\"  :  0.8");
  kb.entry("git/push-rejected", old_text);
  kb.clean("push-denied");
  const Arguments later = {"validate", "--today", "2027-02-01"};
  REQUIRE(contains(change(kb, later).out, "date-stale"));
  const Outcome dry =
      change(kb, {"confirm", "git/push-rejected", "--today", "2027-02-01", "--dry-run"});
  CHECK(dry.out ==
        "entries/git/push-rejected.json: confirmed on 2027-02-01\nnothing was written "
        "(--dry-run)\n");
  CHECK(kb.read("entries/git/push-rejected.json") == old_text);

  const Outcome done = change(kb, {"confirm", "git/push-rejected", "entries/git/push-denied.json",
                                   "git/push-rejected", "--today", "2027-02-01"});
  CHECK(done.exit == 0);
  CHECK(done.out ==
        "entries/git/push-rejected.json: confirmed on 2027-02-01\n"
        "entries/git/push-denied.json: confirmed on 2027-02-01\n");
  CHECK(kb.read("entries/git/push-rejected.json") ==
        replaced(replaced(old_text, "\"last_confirmed\": \"2026-01-10\"",
                          "\"last_confirmed\": \"2027-02-01\""),
                 "\"last_updated\": \"2026-01-10\"", "\"last_updated\": \"2027-02-01\""));
  CHECK(change(kb, later).out == "0 errors, 0 warnings, 0 info in 2 entries\n");
  CHECK(change(kb, {"confirm", "git/push-denied", "--today", "2027-02-01"}).out ==
        "entries/git/push-denied.json: already confirmed on 2027-02-01\n");

  CHECK(refused(kb, {"confirm"}) == "kbc: expected the id of an entry\n");
  CHECK(
      contains(refused(kb, {"confirm", "git/push-denied", "git/nothing", "--today", "2027-03-01"}),
               "no entry has the id `git/nothing`"));
}

}  // namespace kbc
