#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/init.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : InitRequest {
  std::vector<std::string> folders;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("[DIR]", given.folders);
  options.texts("domain", "NAME", "a domain of its own, beside those that are built in",
                given.domains);
  options.flag("pre-commit", "check every commit: write .pre-commit-config.yaml", given.has_hook);
  options.choice("ci", "SERVICE", "check every push: write the workflow for github or gitlab",
                 given.ci, {{"github", CiService::kGitHub}, {"gitlab", CiService::kGitLab}});
  add_today_option(options, "the date of the specimen (default: the current day in UTC)",
                   given.today);
}

int run(Given& given) {
  if (given.folders.size() > 1) return report_trouble("one folder at a time: `kbc init DIR`");
  if (!given.folders.empty()) given.folder = given.folders.front();
  if (given.folder.empty()) return report_trouble("expected the name of a folder");
  return init(given);
}

}  // namespace

Command init_command() {
  return {
      .details =
          "Makes a knowledge base in DIR, or in the working directory: kbc.json, a taxonomy that "
          "extends\nthe built-in one, schemas and settings for editors, an entry to change, and "
          "what you ask for.\nNothing that is there is overwritten: where a repository has such "
          "a file, init prints what to\nadd to it. Run in a knowledge base, it writes what is "
          "missing around it.",
      .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
