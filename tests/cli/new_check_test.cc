// scripts/new_check in a folder of its own.

#include <string>

#include "catch.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

// What the script leaves of a small registry.
std::string registry_after(const std::string& rule, const std::string& summary) {
  const TemporaryFolder folder;
  const std::string registry = "tools/front/diagnostic/rules.def";
  folder.write(registry,
               "// The rules.\n\n"
               "KBC_RULE(id_path, entry)\n"
               "KBC_RULE(rate_range, entry)\n"
               "KBC_RULE(rate_percent, entry)\n"
               "KBC_RULE(url_syntax, entry)\n");
  folder.write("tools/front/check/id_path.cc", "");
  folder.write("entries/git/push-rejected-non-fast-forward.json", "{}");
  const std::string source(KBC_SOURCE_FOLDER);
  const Outcome copied =
      run_program("cp", {"-r", source + "/scripts", folder.path("scripts")}, folder.path());
  REQUIRE(copied.exit == 0);
  const Outcome outcome =
      run_program(folder.path("scripts/new_check"), {rule, summary}, folder.path());
  CAPTURE(outcome.err);
  REQUIRE(outcome.exit == 0);
  return folder.read(registry);
}

TEST_CASE("a new rule is added after the others of its group", "[new-check]") {
  CHECK_THAT(registry_after("rate-odd", "an odd rate"),
             ContainsSubstring("KBC_RULE(rate_percent, entry)\n"
                               "KBC_RULE(rate_odd, entry, warning, warning, kNoFix, none, "
                               "\"an odd rate\")\n"
                               "KBC_RULE(url_syntax, entry)\n"));
  CHECK_THAT(registry_after("zoo-animal", "an animal"),
             EndsWith("KBC_RULE(url_syntax, entry)\n"
                      "KBC_RULE(zoo_animal, entry, warning, warning, kNoFix, none, "
                      "\"an animal\")\n"));
}

TEST_CASE("a new rule's summary is a C++ string", "[new-check]") {
  CHECK_THAT(registry_after("rate-odd", R"(a "quoted" \d word)"),
             ContainsSubstring(R"(none, "a \"quoted\" \\d word"))"));
}

}  // namespace
}  // namespace kbc
