// What kbc says of itself to shells and to man(1), read by those who will read it.

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
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

// What bash offers for the last of the words.
std::vector<std::string> bash_offers(const TemporaryFolder& folder, const std::string& words) {
  const std::string script =
      "source ./kbc.bash; COMP_WORDS=(" + words +
      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kbc; printf '%s\\n' \"${COMPREPLY[@]}\"";
  const Outcome outcome = run_program("bash", {"-c", script}, folder.path());
  CHECK(outcome.err.empty());
  return lines_of(outcome.out);
}

std::vector<std::string> fish_offers(const TemporaryFolder& folder, const std::string& line) {
  const std::string script = "source kbc.fish; complete -C '" + line + "'";
  const Outcome outcome = run_program("fish", {"--no-config", "-c", script}, folder.path(), {},
                                      {"HOME=" + folder.path()});
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
