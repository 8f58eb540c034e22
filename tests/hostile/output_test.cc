// Texts that would steer a terminal, forge a line of kbc's or command a CI system. What is for
// people must not, wherever it is printed; what is data has the bytes of its format.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace fs = std::filesystem;

namespace kbc {
namespace {

const std::vector<std::string> kGitHub = {"GITHUB_ACTIONS=true"};
const std::vector<std::string> kGitLab = {"GITLAB_CI=true"};

// A title, a colour, a byte of C1, a text that turns round, one without width, and a line break.
const std::string kEvil =
    "\x1b]0;t\x07\x1b[31m\xC2\x9B"
    "2J\u202Eabc\u200B\n::error::forged";

// Bytes that no terminal may get, and lines that nobody but kbc begins.
std::string harm_in(const std::string& text) {
  for (const std::string_view bad : {"\x1b", "\x07", "\xC2\x9B", "\u202E", "\u200B", "\r"}) {
    if (text.find(bad) != std::string::npos) return "has a byte of it:\n" + text;
  }
  for (const std::string_view bad : {"\n::", "\n##["}) {
    if (("\n" + text).find(bad) != std::string::npos) return "begins a line:\n" + text;
  }
  return "";
}

std::string harm_of(const Outcome& outcome) { return harm_in(outcome.out) + harm_in(outcome.err); }

// The text as a JSON string.
std::string in_json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      out += "\\u00";
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + '"';
}

// The clean entry, its root cause (or another text) another one.
std::string with_text(std::string_view name, std::string_view text) {
  std::string entry = clean_entry();
  const std::string key = "\"" + std::string(name) + "\": \"";
  const std::size_t begin = entry.find(key);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = entry.find("\",\n", begin + key.size());
  REQUIRE(end != std::string::npos);
  return entry.replace(begin + key.size() - 1, end + 1 - (begin + key.size() - 1), in_json(text));
}

}  // namespace

TEST_CASE("a message about a file does not obey the file's name", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  fs::create_symlink("nowhere", kb.path("entries/git/" + kEvil.substr(0, 40) + ".json"));
  const std::vector<std::vector<std::string>> commands = {
      {"validate"},       {"build", "--out", "o"}, {"fmt"}, {"show", "git/push-rejected"},
      {"search", "push"}, {"match", "rejected"}};
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command.front());
    CHECK(harm_of(run(command, kb.path())) == "");
  }
}

TEST_CASE("a message about an operator's file does not obey it", "[hostile][output]") {
  const std::string evil = in_json(kEvil);
  const std::vector<std::string> configs = {
      "{" + evil + ": 1}",
      "{\"exclude\": [" + evil + "]}",
      "{\"exclude\": [\"[\\u001b[31m\"]}",
      "{\"rules\": {" + evil + ": \"off\"}}",
      "{\"rules\": {\"id-path\": " + evil + "}}",
      "{\"case\": " + evil + "}",
      "{\"schema\": " + evil + "}",
      "{\"taxonomy\": " + evil + "}",
      "{\"entries\": " + evil + "}",
      "{\"schema\": \"s.json\"}",
      "{\"taxonomy\": \"t.json\"}",
  };
  for (const std::string& config : configs) {
    CAPTURE(config);
    const KnowledgeBaseFolder kb(config);
    kb.clean("push-rejected");
    kb.write("s.json", "{\"type\": " + evil + ", \"enum\": " + evil + ", \"$ref\": " + evil + "}");
    kb.write("t.json", "{\"domains\": {" + evil + ": 1}, " + evil + ": 2}");
    CHECK(harm_of(kb.validate()) == "");
    CHECK(harm_of(run({"build", "--out", "o"}, kb.path())) == "");
  }
}

TEST_CASE("a message about an argument does not obey it", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  const std::vector<std::vector<std::string>> commands = {
      {kEvil},
      {"validate", kEvil},
      {"validate", "--" + kEvil},
      {"validate", "--format", kEvil},
      {"validate", "--select", kEvil},
      {"validate", "--since", kEvil},
      {"validate", "--baseline", kEvil},
      {"validate", "--today", kEvil},
      {"validate", "--kb", kEvil},
      {"fmt", kEvil},
      {"explain", kEvil},
      {"show", kEvil},
      {"search", kEvil},
      {"match", "--file", kEvil},
      {"match", "--index", kEvil, "x"},
      {"inspect", kEvil},
      {"inspect", "--dump", kEvil, kEvil},
      {"new", kEvil},
      {"new", "--from", kEvil},
      {"help", kEvil},
      {"man", kEvil},
      {"completion", kEvil},
      {"build", "--namespace", kEvil},
  };
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command);
    const Outcome outcome = run(command, kb.path());
    CHECK(outcome.exit != 0);
    CHECK(harm_of(outcome) == "");
    // One message, one line: what it quotes adds none.
    CHECK(occurrences(outcome.err, "\n") == occurrences(outcome.err, "kbc: "));
  }
}

TEST_CASE("lists of files and entries do not obey what they name", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  const std::string slug = "x\u202Ey\u200Bz";
  kb.entry("git/" + slug, "{ }");
  CHECK(harm_of(run({"fmt", "--check"}, kb.path())) == "");
  CHECK(harm_of(run({"fmt", "--diff"}, kb.path())) == "");
  CHECK(harm_of(run({"fmt"}, kb.path())) == "");
  CHECK(harm_of(run({"build", "--keep-going", "--allow-empty", "--out", "o"}, kb.path())) == "");
  kb.entry("git/" + slug, replaced(clean_entry(), "git/push-rejected", "git/" + slug));
  for (const std::string format : {"text", "markdown"}) {
    const Outcome shown = run({"show", "git/" + slug, "--format", format}, kb.path());
    CHECK(shown.exit == 0);
    CHECK(harm_of(shown) == "");
  }
  CHECK(harm_of(run({"search", "push"}, kb.path())) == "");
  CHECK(harm_of(run({"match", "! [rejected] main -> main"}, kb.path())) == "");
}

TEST_CASE("no text becomes a command of a job's log", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected",
           with_text("root_cause", "##[stop-commands]tok\n::add-mask::e TODO"));
  const std::vector<std::vector<std::string>> commands = {
      {"validate"},
      {"validate", "--format", "short"},
      {"validate", "--format", "junit"},
      {"show", "git/push-rejected"},
      {"show", "git/push-rejected", "--format", "markdown"},
      {"show", "##[stop-commands]"},
      {"match", "--explain", "##[stop-commands] ! [rejected] main -> main"},
      {"search", "##[stop-commands]", "push"},
      {"explain", "##[add-mask]"},
      {"##[stop-commands]x"},
  };
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command);
    for (const std::string variable : {"GITHUB_ACTIONS=true", "TF_BUILD=True"}) {
      const Outcome outcome = run(command, kb.path(), {}, {variable});
      CHECK(occurrences(outcome.out + outcome.err, "##[") == 0);
    }
    const Outcome outcome = run(command, kb.path(), {}, kGitHub);
    // The runner skips blanks before it.
    for (const std::string blanks : {"\n::", "\n  ::", "\n   ::", "\n\u3000::"}) {
      CHECK(occurrences("\n" + outcome.out, blanks) == 0);
    }
  }
  const Outcome shown = run({"show", "git/push-rejected"}, kb.path(), {}, kGitHub);
  CHECK(occurrences(shown.out, "  ##<U+005B>stop-commands]tok\n  <U+003A>:add-mask::e TODO\n") ==
        1);
  // Elsewhere it is a text like others.
  CHECK(occurrences(run({"show", "git/push-rejected"}, kb.path(), {}, {"GITHUB_ACTIONS"}).out,
                    "  ##[stop-commands]tok\n  ::add-mask::e TODO\n") == 1);
}

TEST_CASE("what several texts make together is no command either", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  // `path: ` begins the line; a file name that ends in `##` meets kbc's own `[`.
  const Outcome outcome = run({"validate", "##"}, kb.path(), {}, kGitHub);
  CHECK(occurrences(outcome.out + outcome.err, "##[") == 0);
}

TEST_CASE("GitLab's section markers are broken in its jobs", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected",
           with_text("root_cause", "section_start:1:a[collapsed=true] section_end:1:a TODO"));
  const Outcome outcome = run({"show", "git/push-rejected"}, kb.path(), {}, kGitLab);
  CHECK(occurrences(outcome.out, "section_start<U+003A>1:a") == 1);
  CHECK(occurrences(outcome.out, "section_end<U+003A>1:a") == 1);
}

TEST_CASE("workflow commands of the format github stay", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", "{}");
  const Outcome outcome = run({"validate", "--format", "github"}, kb.path(), {}, kGitHub);
  CHECK(outcome.out.starts_with("::error file=entries/git/push-rejected.json,"));
}

TEST_CASE("data has the bytes of its format in a job, too", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  const std::string entry = with_text("root_cause", "##[group] \u202E section_start:1:a TODO");
  kb.entry("git/push-rejected", entry);
  const std::vector<std::vector<std::string>> commands = {
      {"validate", "--format", "json"},
      {"validate", "--format", "sarif"},
      {"show", "git/push-rejected", "--format", "json"},
      {"search", "push", "--format", "ndjson"},
      {"fmt", "-"}};
  for (const std::vector<std::string>& command : commands) {
    CAPTURE(command);
    const Outcome elsewhere = run(command, kb.path(), entry, {"GITHUB_ACTIONS", "GITLAB_CI"});
    const Outcome in_job =
        run(command, kb.path(), entry, {"GITHUB_ACTIONS=true", "GITLAB_CI=true"});
    CHECK(in_job.out == elsewhere.out);
    CHECK(!in_job.out.empty());
  }
}

TEST_CASE("JUnit stays XML when a command is broken in it", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/push-rejected", with_text("category", "##[group]"));
  const Outcome outcome = run({"validate", "--format", "junit"}, kb.path(), {}, kGitHub);
  CHECK(occurrences(outcome.out, "##&lt;U+005B&gt;group]") >= 1);
}

TEST_CASE("a patch keeps tabs and carriage returns, and nothing else", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  kb.entry("git/x", "{\t\"id\":\r\n\t\"a\u202Eb\"}");
  const Outcome outcome = run({"fmt", "--diff"}, kb.path());
  CHECK(occurrences(outcome.out, "-{\t\"id\":\r\n-\t\"a<U+202E>b\"}\n") == 1);
}

TEST_CASE("an entry's text in Markdown is text and code, never markup", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  const auto shown = [&](std::string_view root_cause) {
    kb.entry("git/push-rejected", with_text("root_cause", root_cause));
    const std::string page =
        run({"show", "git/push-rejected", "--format", "markdown"}, kb.path()).out;
    const std::size_t begin = page.find("\n\n", page.find("\n\n") + 2) + 2;
    return page.substr(begin, page.find("\n\n## ", begin) - begin);
  };
  CHECK(shown("<script>x</script> & ![a](b) | ~~c~~ *d* $e$ #f") ==
        "\\<script\\>x\\</script\\> \\& !\\[a\\](b) \\| \\~\\~c\\~\\~ \\*d\\* \\$e\\$ \\#f");
  // Each line could begin a block.
  CHECK(shown("- a\n+ b\n1. c\n12) d\n===\n---\n    e\n> f\n: g") ==
        "\\- a  \n  \\+ b  \n  1\\. c  \n  12\\) d  \n  \\===  \n  \\---  \n  e  \n  \\> f  \n  "
        "\\: g");
  CHECK(shown("`<b>` and ``a`b`` and `<i>") == "`<b>` and ``a`b`` and \\`\\<i\\>");
  CHECK(shown("`a\n<b>`") == "\\`a  \n  \\<b\\>\\`");
  CHECK(shown("Run\n```sh\n<b> *c*\n```\n<b>") == "Run\n  ```sh\n  <b> *c*\n  ```  \n  \\<b\\>");
  CHECK(shown("Run\n```sh\n<b>") == "Run  \n  \\`\\`\\`sh  \n  \\<b\\>");
}

TEST_CASE("a page links only to what is an address", "[hostile][output]") {
  const KnowledgeBaseFolder kb;
  const auto shown = [&](std::string_view url) {
    kb.entry("git/push-rejected", with_text("official_doc_url", url));
    return run({"show", "git/push-rejected", "--format", "markdown"}, kb.path()).out;
  };
  CHECK(shown("https://example.org/a_b").ends_with("\n<https://example.org/a_b>\n"));
  CHECK(shown("javascript:alert(1)").ends_with("\njavascript:alert(1)\n"));
  CHECK(shown("https://x>\n<img src=x>").ends_with("\nhttps://x\\> \\<img src=x\\>\n"));
}

}  // namespace kbc
