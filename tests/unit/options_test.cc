// Command lines, and the help that is made of the same table.

#include "command/options.h"

#include <string>
#include <vector>

#include "catch.h"
#include "show/wrap.h"
#include "text/ticked.h"

namespace kbc {
namespace {

enum class Shade { kNone, kLight, kDark };

// Some options of every kind, and what they set.
struct Sample {
  Sample() {
    table.arguments("[PATH…]", paths);
    table.flag("check", "write nothing", check);
    table.text("name", "NAME", "what it is called", name);
    table.texts("tag", "TEXT", "may be repeated", tags);
    table.number("jobs", "N", "threads", jobs, 1u, 8u);
    table.number("top", "N", "how many", top, std::uint64_t{1});
    table.choice("shade", "SHADE", "light or dark", shade,
                 {{"light", Shade::kLight}, {"dark", Shade::kDark}});
    table.add_help();
  }
  Sample(const Sample&) = delete;

  // What is wrong with the words; "help" when they ask for it.
  std::string read(const std::vector<std::string>& words) const {
    const Result<bool> wants_help = table.read("try", words);
    if (!wants_help) return wants_help.error().message;
    return *wants_help ? "help" : "";
  }

  OptionTable table;
  std::vector<std::string> paths, tags;
  bool check = false;
  std::string name = "kb";
  unsigned jobs = 4;
  std::uint64_t top = 5;
  Shade shade = Shade::kNone;
};

}  // namespace

TEST_CASE("options set what they are of", "[options]") {
  Sample sample;
  CHECK(sample
            .read({"a", "--tag=x", "--check", "--tag", "y", "--jobs", "8", "--shade", "dark",
                   "--name", "", "--", "--top"})
            .empty());
  CHECK(sample.paths == std::vector<std::string>{"a", "--top"});
  CHECK(sample.tags == std::vector<std::string>{"x", "y"});
  CHECK(sample.check);
  CHECK(sample.name.empty());
  CHECK(sample.jobs == 8);
  CHECK(sample.top == 5);
  CHECK(sample.shade == Shade::kDark);
}

TEST_CASE("what is wrong with a command line is said", "[options]") {
  const std::pair<std::vector<std::string>, std::string> cases[] = {
      {{"--chek"}, "unknown option `--chek`; did you mean `--check`?"},
      {{"--frobnicate"}, "unknown option `--frobnicate`; `kbc try --help` lists them"},
      {{"--chec"}, "unknown option `--chec`; did you mean `--check`?"},
      {{"--jobs", "0"}, "--jobs `0`: expected a whole number from 1 to 8"},
      {{"--jobs", "9"}, "--jobs `9`: expected a whole number from 1 to 8"},
      {{"--jobs", "-1"}, "--jobs `-1`: expected a whole number from 1 to 8"},
      {{"--jobs", "4x"}, "--jobs `4x`: expected a whole number from 1 to 8"},
      {{"--jobs", "4294967297"}, "--jobs `4294967297`: expected a whole number from 1 to 8"},
      {{"--top", "0"}, "--top `0`: expected a whole number from 1 to 1000000000"},
      {{"--top", "18446744073709551616"},
       "--top `18446744073709551616`: expected a whole number from 1 to 1000000000"},
      {{"--shade", "black"}, "--shade black: expected light or dark"},
      {{"--name", "a", "--name", "b"}, "--name may be given only once"},
      {{"--check=yes"}, "option '--check' does not take any arguments"},
      {{"--name"}, "the required argument for option '--name' is missing"},
      {{"--help", "--jobs", "0"}, "help"},
      {{"-h"}, "help"},
  };
  for (const auto& [words, message] : cases) {
    CAPTURE(words);
    CHECK(Sample().read(words) == message);
  }
  OptionTable none;
  CHECK(none.read("try", {"word"}).error().message == "`kbc try` takes no arguments");
}

TEST_CASE("help shows the table", "[options]") {
  CHECK(Sample().table.help() ==
        "  --check        write nothing\n"
        "  --name NAME    what it is called (default: kb)\n"
        "  --tag TEXT     may be repeated\n"
        "  --jobs N       threads (default: 4)\n"
        "  --top N        how many (default: 5)\n"
        "  --shade SHADE  light or dark\n"
        "  -h, --help     print this help\n");
}

TEST_CASE("names of any length have their column", "[options]") {
  CHECK(two_columns({{"a", "one"}, {"thirteen-signs", "two"}}) ==
        "  a               one\n  thirteen-signs  two\n");
  const std::string long_name(90, 'x');
  CHECK(two_columns({{long_name, "what it means"}}) == "  " + long_name + "  what it means\n");
  CHECK(two_columns({{"name", std::string(70, 'w') + " " + std::string(10, 'w')}}) ==
        "  name  " + std::string(70, 'w') + "\n        " + std::string(10, 'w') + "\n");
}

TEST_CASE("words are listed as in a sentence", "[options]") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a or b");
  CHECK(listed({"a", "b", "c"}, "and") == "a, b and c");
}

}  // namespace kbc
