// What kbc says of itself to shells and to man(1), read by those who will read it.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/git_folder.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "cli/terminal.h"
#include "command/command.h"
#include "emit/emit.h"
#include "output/output.h"
#include "skip.h"

namespace kbc {
namespace {

// The lines, sorted by whoever wrote them.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::ptrdiff_t code_points(const std::string& line) {
  return std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

// The scripts ask the kbc in PATH.
std::vector<std::string> with_kbc(std::vector<std::string> more = {}) {
  const std::string programs = std::filesystem::path(kbc_binary()).parent_path().string();
  const char* path = std::getenv("PATH");
  more.push_back("PATH=" + programs + ":" + (path == nullptr ? "" : path));
  return more;
}

// A knowledge base in a git repository, with an index of its two entries.
class CompletedFolder : public GitFolder {
 public:
  CompletedFolder() {
    write("kbc.json", R"({"taxonomy": "names.json"})");
    write("names.json", R"({"extends": "builtin", "domains": {"billing": "Invoices."}})");
    entry("git/push-rejected", replaced(clean_entry(), "\"tags\": []", "\"tags\": [\"ssh\"]"));
    clean("fetch-failed");
    for (const std::string shell : {"bash", "fish", "zsh"}) {
      write(shell == "zsh" ? "_kbc" : "kbc." + shell, run({"completion", shell}, ".").out);
    }
    REQUIRE(run({"build", "--emit", "index"}, path()).exit == 0);
    commit_all();
    must({"branch", "topic"});
    // The index is out of date from here on.
    clean("later");
  }
};

// What bash offers for the last of the words.
std::vector<std::string> bash_offers(const TemporaryFolder& folder, const std::string& words) {
  const std::string script =
      "source ./kbc.bash; COMP_WORDS=(" + words +
      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kbc; printf '%s\\n' \"${COMPREPLY[@]}\"";
  const Outcome outcome = run_program("bash", {"-c", script}, folder.path(), {}, with_kbc());
  CHECK(outcome.err.empty());
  return lines_of(outcome.out);
}

std::vector<std::string> fish_offers(const TemporaryFolder& folder, const std::string& line) {
  const std::string script = "source kbc.fish; complete -C '" + line + "'";
  const Outcome outcome = run_program("fish", {"--no-config", "-c", script}, folder.path(), {},
                                      with_kbc({"HOME=" + folder.path()}));
  CHECK(outcome.exit == 0);
  return lines_of(outcome.out);
}

}  // namespace

TEST_CASE("bash completes commands, options and values", "[shell][real]") {
  if (is_missing("bash")) return;
  const TemporaryFolder folder;
  folder.write("kbc.bash", run({"completion", "bash"}, ".").out);
  folder.write("a file.json", "{}");
  CHECK(bash_offers(folder, "kbc val") == std::vector<std::string>{"validate"});
  CHECK(has(bash_offers(folder, "kbc ''"), "build"));
  CHECK(bash_offers(folder, "kbc validate --unsafe") == std::vector<std::string>{"--unsafe-fixes"});
  CHECK(bash_offers(folder, "kbc validate --format s") ==
        std::vector<std::string>{"short", "sarif"});
  CHECK(bash_offers(folder, "kbc validate --format = js") == std::vector<std::string>{"json"});
  CHECK(bash_offers(folder, "kbc validate --quiet a") == std::vector<std::string>{"a file.json"});
  CHECK(has(bash_offers(folder, "kbc explain date-"), "date-stale"));
  CHECK(bash_offers(folder, "kbc build --emit nd") == std::vector<std::string>{"ndjson"});
}

TEST_CASE("bash completes what is in the knowledge base", "[shell][real]") {
  if (is_missing("bash")) return;
  const CompletedFolder folder;
  using Offers = std::vector<std::string>;
  CHECK(bash_offers(folder, "kbc show git/") ==
        Offers{"git/fetch-failed", "git/later", "git/push-rejected"});
  CHECK(bash_offers(folder, "kbc show git/p") == Offers{"git/push-rejected"});
  CHECK(bash_offers(folder, "kbc list --domain bil") == Offers{"billing"});
  CHECK(bash_offers(folder, "kbc list --domain = git,bil") == Offers{"git,billing"});
  CHECK(bash_offers(folder, "kbc list --tag s") == Offers{"ssh"});
  CHECK(bash_offers(folder, "kbc new --category sync") == Offers{"sync_error"});
  CHECK(bash_offers(folder, "kbc new --resolvable p") == Offers{"partial"});
  CHECK(bash_offers(folder, "kbc validate --since to") == Offers{"topic"});
  CHECK(bash_offers(folder, "kbc validate --select date-stale,date-or") ==
        Offers{"date-stale,date-order"});
  CHECK(bash_offers(folder, "kbc build --emit cpp,nd") == Offers{"cpp,ndjson"});
  CHECK(has(bash_offers(folder, "kbc inspect --dump R"), "RECS"));
  const TemporaryFolder other;
  other.write("kbc.bash", folder.read("kbc.bash"));
  CHECK(bash_offers(other, "kbc show --kb " + folder.path() + " git/p") ==
        Offers{"git/push-rejected"});
  // An index that is out of date is not asked.
  CHECK(bash_offers(folder, "kbc show git/l") == Offers{"git/later"});
}

TEST_CASE("fish completes what is in the knowledge base, with what it means", "[shell][real]") {
  if (is_missing("fish")) return;
  const CompletedFolder folder;
  CHECK(has(fish_offers(folder, "kbc show git/p"),
            "git/push-rejected\tfailed to push some refs to the remote"));
  CHECK(has(fish_offers(folder, "kbc list --domain git,bil"), "git,billing\tInvoices."));
  CHECK(has(fish_offers(folder, "kbc validate --select date-s"),
            "date-stale\tan entry that has not been confirmed for a year (info: for half a year)"));
  CHECK(has(fish_offers(folder, "kbc validate --since=to"), "--since=topic\tmore"));
}

TEST_CASE("zsh completes what is in the knowledge base", "[shell][real]") {
  if (is_missing("zsh")) return;
  const CompletedFolder folder;
  TerminalSession zsh({"-f", "-i"}, folder.path(), with_kbc({"HOME=" + folder.path()}), "zsh");
  zsh.type("fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; echo loa''ded\n");
  REQUIRE(zsh.sees("loaded\r\n"));
  // What is completed is what the command gets.
  zsh.type("kbc list --format ids --domain gi\t\n");
  CHECK(zsh.sees("\ngit/push-rejected\r\n"));
  zsh.type("kbc list --format ids --tag none,ss\t\n");
  CHECK(zsh.sees("\ngit/push-rejected\r\n"));
  zsh.type("kbc show --format json git/pus\t | grep -c '\"id\":\"git/push-rejected\"'\n");
  CHECK(zsh.sees("\n1\r\n"));
  zsh.type("exit\n");
  zsh.end();
}

TEST_CASE("every value of an option is completed, or can be anything", "[shell]") {
  const std::vector<std::string> free = {"N",          "N|all", "TEXT",  "CMD",
                                         "YYYY-MM-DD", "COUNT", "SHARE", "SET"};
  for (const Command& command : all_commands()) {
    const Invocation invocation = command.begin();
    for (const Option& option : invocation.options.options()) {
      if (option.value.kind != ValueInfo::Kind::kText) continue;
      INFO(command.name << " --" << option.name);
      const bool is_new_name = option.name == "namespace" || option.name == "product" ||
                               (command.name == "test" && option.name == "set") ||
                               (command.name == "init" && option.name == "domain");
      CHECK((is_new_name || has(free, option.value.name)));
    }
  }
}

TEST_CASE("completion lists words, and is silent about what cannot be read", "[shell]") {
  const CompletedFolder folder;
  const auto words = [&](const std::string& kind, const std::string& prefix) {
    return run({"completion", "--words", kind, "--", prefix}, folder.path());
  };
  CHECK(words("ids", "git/p").out == "git/push-rejected\tfailed to push some refs to the remote\n");
  CHECK(words("domains", "bill").out == "billing\tInvoices.\n");
  CHECK(words("refs", "to").out == "topic\tmore\n");
  CHECK(words("tags", "").out == "ssh\t1 entry\n");
  // Where an entry cannot be read, the index that was built is asked, and without one the names of
  // the files.
  std::filesystem::create_symlink("nowhere.json", folder.path("entries/git/late.json"));
  CHECK(words("ids", "git/l").out.empty());
  CHECK(words("tags", "").out == "ssh\t1 entry\n");
  folder.write("generated/kb.kbx", "no index");
  CHECK(words("ids", "git/l").out == "git/late\ngit/later\n");
  CHECK(words("tags", "").out.empty());
  folder.write("kbc.json", "{");
  for (const std::string kind : {"ids", "domains", "tags", "codes"}) {
    const Outcome outcome = words(kind, "");
    CHECK(outcome.exit == 0);
    CHECK(outcome.err.empty());
  }
  CHECK(run({"completion", "--words", "names"}, ".").exit == 2);
}

TEST_CASE("bash offers a name with a wildcard as it is", "[shell][real]") {
  if (is_missing("bash")) return;
  const TemporaryFolder folder;
  folder.write("kbc.bash", run({"completion", "bash"}, ".").out);
  for (const char* name : {"b*.json", "b1.json"}) folder.write(name, "{}");
  CHECK(bash_offers(folder, "kbc validate --quiet 'b*'") == std::vector<std::string>{"b*.json"});
  CHECK(bash_offers(folder, "kbc validate --quiet none") == std::vector<std::string>{""});
  if (is_missing("shellcheck")) return;
  const Outcome checked = run_program("shellcheck", {"-s", "bash", "kbc.bash"}, folder.path());
  CHECK(checked.out.empty());
}

TEST_CASE("fish completes commands, options and values", "[shell][real]") {
  if (is_missing("fish")) return;
  const TemporaryFolder folder;
  folder.write("kbc.fish", run({"completion", "fish"}, ".").out);
  CHECK(has(fish_offers(folder, "kbc valid"),
            "validate\tcheck a knowledge base and report every fault with its location"));
  CHECK(has(fish_offers(folder, "kbc validate --unsafe"),
            "--unsafe-fixes\twith --fix: also apply fixes that need review"));
  CHECK(has(fish_offers(folder, "kbc build --emit nd"),
            "ndjson\tcpp, index, index-cpp, json or ndjson, separated by commas; default: cpp and "
            "index"));
}

TEST_CASE("zsh can read its completion", "[shell][real]") {
  if (is_missing("zsh")) return;
  const TemporaryFolder folder;
  folder.write("_kbc", run({"completion", "zsh"}, ".").out);
  CHECK(run_program("zsh", {"-fn", "_kbc"}, folder.path()).exit == 0);
  // The function is defined, and zsh's own machinery knows what for.
  const Outcome outcome = run_program(
      "zsh",
      {"-fc", "fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; print $_comps[kbc]"},
      folder.path(), {}, {"HOME=" + folder.path()});
  CHECK(outcome.out == "_kbc\n");
}

TEST_CASE("help has two columns within 80, and every format and artefact", "[shell]") {
  const std::string overview = run({"help"}, ".").out;
  for (const Command& command : all_commands()) {
    INFO(command.name);
    CHECK(overview.find("\n  " + std::string(command.name) + "  ") != std::string::npos);
    CHECK(overview.find("  " + std::string(command.summary) + "\n") != std::string::npos);
    const Outcome help = run({std::string(command.name), "--help"}, ".");
    CHECK(help.exit == 0);
    const std::size_t options = help.out.find("\nOptions:\n");
    REQUIRE(options != std::string::npos);
    for (const std::string& line : lines_of(help.out.substr(options))) {
      CHECK(code_points(line) <= 80);
      CHECK_FALSE(line.ends_with(' '));
    }
    CHECK(help.out.ends_with("  print this help\n"));
  }
  const std::string formats = run({"validate", "--help"}, ".").out;
  for (const FormatInfo& format : all_formats()) {
    CHECK(formats.find(format.name) != std::string::npos);
  }
  const std::string artefacts = run({"build", "--help"}, ".").out;
  for (const EmitterInfo& emitter : all_emitters()) {
    CHECK(artefacts.find(emitter.name) != std::string::npos);
  }
}

TEST_CASE("completion is for one shell", "[shell]") {
  CHECK(run({"completion"}, ".").exit == 2);
  CHECK(run({"completion", "tcsh"}, ".").exit == 2);
}

TEST_CASE("manual pages have what the help has, without a warning of roff", "[shell][real]") {
  if (is_missing("groff")) return;
  const TemporaryFolder folder;
  std::vector<std::string> names = {""};
  for (const std::string& line : lines_of(run({"help"}, ".").out)) {
    if (line.starts_with("  ")) names.push_back(line.substr(2, line.find(' ', 2) - 2));
  }
  CHECK(names.size() > 12);
  for (const std::string& name : names) {
    INFO(name);
    std::vector<std::string> arguments = {"man"};
    if (!name.empty()) arguments.push_back(name);
    const Outcome page = run(arguments, ".");
    REQUIRE(page.exit == 0);
    const Outcome shown =
        run_program("groff", {"-man", "-Kutf8", "-Tutf8", "-ww", "-P-c", "-P-u", "-P-b"},
                    folder.path(), page.out);
    CHECK(shown.exit == 0);
    CHECK(shown.err.empty());
    for (const std::string& line :
         lines_of(run({name.empty() ? "help" : name, "--help"}, ".").out)) {
      if (!line.starts_with("  --")) continue;
      const std::string option = line.substr(2, line.find(' ', 2) - 2);
      CHECK(shown.out.find(option) != std::string::npos);
    }
  }
  CHECK(run({"man", "valdate"}, ".").exit == 2);
}

}  // namespace kbc
