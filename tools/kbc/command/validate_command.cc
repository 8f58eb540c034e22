#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/progress.h"
#include "driver/trouble.h"
#include "driver/validate.h"
#include "driver/watch.h"
#include "os/descriptor.h"
#include "os/terminal.h"

namespace kbc {
namespace {

// What the command line says, before it is held together.
struct Given : ValidateRequest {
  bool fixes = false;
  bool unsafe_fixes = false;
  bool diff = false;
  bool quiet = false;
  bool watch = false;
  std::string input_place;
};

// Rules or groups, by their names.
void add_rules_option(OptionTable& options, const std::string& option, std::string description,
                      std::vector<RuleId>& rules) {
  const auto set = [option, &rules](const std::string& name) {
    const std::vector<RuleId> named = rules_named(name);
    rules.insert(rules.end(), named.begin(), named.end());
    if (!named.empty()) return Status();
    const auto near = nearest_rule_name(name);
    return Status(Error{
        "--" + option + ": unknown rule or group `" + name + "`" +
        (near ? "; did you mean `" + std::string(*near) + "`?" : "; `kbc rules` lists them")});
  };
  add_list_option(options, option, "RULES", std::move(description), set);
}

void describe(Given& given, OptionTable& options) {
  options.arguments("[PATH…]", given.paths);
  add_kb_option(options, given.base);
  add_format_option(options, all_formats(), given.outputs);
  add_rules_option(options, "select", "only these rules or groups, separated by commas",
                   given.rules.select);
  add_rules_option(options, "ignore", "leave out these rules or groups", given.rules.ignore);
  const std::vector<std::pair<std::string, Severity>> severities = {
      {"error", Severity::kError}, {"warning", Severity::kWarning}, {"info", Severity::kInfo}};
  options.choice("fail-on", "SEVERITY",
                 "the lowest severity that makes the exit status 1: error, warning or info",
                 given.fail_on, severities);
  options.text("baseline", "FILE",
               "accept the findings that FILE lists (default: what kbc.json names)",
               given.baseline);
  options.flag("update-baseline", "write all findings to the baseline instead of showing them",
               given.update_baseline);
  options.flag("fix", "apply the safe fixes and report what is left", given.fixes);
  options.flag("unsafe-fixes", "with --fix: also apply fixes that need review", given.unsafe_fixes);
  options.flag("diff", "with --fix: only show what would change", given.diff);
  options.flag("watch", "report the findings anew whenever a file changes, until Ctrl-C",
               given.watch);
  options.flag("staged", "check what is in the git index, which is what will be committed",
               given.staged);
  options.flag("hook",
               "for hooks: check the git index, and report what it changes and breaks of HEAD",
               given.hook);
  options.add("since", "REF", "report the findings caused by the changes since the branch left REF",
              [&given](const std::string& commit) {
                given.since = commit;
                return commit.empty() ? Status(Error{"--since: expected a commit"}) : Status();
              });
  options.add("config-from", "REF",
              "read kbc.json, schema, taxonomy and baseline from REF, for branches from outside",
              [&given](const std::string& commit) {
                given.config_from = commit;
                return commit.empty() ? Status(Error{"--config-from: expected a commit"})
                                      : Status();
              });
  options.text("stdin-filename", "PATH", "the path of the entry that `-` reads", given.input_place);
  options.flag("allow-empty", "accept a knowledge base without entries", given.allow_empty);
  options.flag("statistics", "count the findings by rule, domain and severity (text and json)",
               given.display.statistics);
  options.choice("show", "SEVERITY",
                 "the lowest severity that is shown (text and short); all are counted",
                 given.display.show, severities);
  options
      .number("max-findings", "N", "show at most N, the worst (text and short); all are counted",
              given.display.max_findings, std::size_t{0})
      .otherwise.clear();
  add_run_options(options, given.display.color, given.today, given.quiet, given.jobs);
}

// Each of these holds some of what was given together, or says what is wrong with it.

Status set_outputs(Given& given) {
  if (given.outputs.empty()) given.outputs.push_back({&all_formats().front(), ""});
  return {};
}

// The other formats have no room for counts.
Status check_statistics(const Given& given) {
  const bool has_room =
      std::any_of(given.outputs.begin(), given.outputs.end(), [](const OutputTarget& output) {
        return output.format->name == "text" || output.format->name == "json";
      });
  if (!given.display.statistics || has_room) return {};
  return Error{"--statistics needs `--format text` or `--format json`"};
}

// A hook knows what there is to compare.
Status check_hook(const Given& given) {
  if (!given.hook) return {};
  const auto refuse = [](std::string_view other, std::string_view why) {
    return Error{"--hook cannot be combined with " + std::string(other) + ": " + std::string(why)};
  };
  if (given.staged || !given.since.empty()) {
    return refuse(given.staged ? "--staged" : "--since", "it compares the git index with HEAD");
  }
  if (given.fixes) return refuse("--fix", "it changes files, not the git index");
  if (given.update_baseline) {
    return refuse("--update-baseline", "a baseline covers the whole knowledge base");
  }
  if (std::ranges::count(given.paths, "-") > 0) return refuse("`-`", "it checks the git index");
  return {};
}

// One report follows the other on a stream, and a document is one.
Status check_watched_outputs(const Given& given) {
  for (const OutputTarget& output : given.outputs) {
    const std::string name(output.format->name);
    const bool has_lines = name == "text" || name == "short" || name == "github";
    if (has_lines || (!output.path.empty() && !stream_named(output.path))) continue;
    return Error{"--watch reports again and again, and `" + name +
                 "` is one document: name a file for it, as in `--format " + name + "=kbc." + name +
                 "`"};
  }
  return {};
}

Status check_watch(const Given& given) {
  if (!given.watch) return {};
  const auto refuse = [](std::string_view other, std::string_view why) {
    return Error{"--watch cannot be combined with " + std::string(other) + ": " + std::string(why)};
  };
  if (given.staged || given.hook) {
    return refuse(given.staged ? "--staged" : "--hook", "it looks at files, not at the git index");
  }
  if (!given.since.empty()) {
    return refuse("--since", "it reports all findings; name PATHs to see those of a few entries");
  }
  if (!given.config_from.empty()) {
    return refuse("--config-from", "it reads the configuration of the working tree anew");
  }
  if (given.fixes) return refuse("--fix", "it would change files that are being edited");
  if (given.update_baseline) {
    return refuse("--update-baseline", "it would accept whatever is found");
  }
  if (std::ranges::count(given.paths, "-") > 0) {
    return refuse("`-`", "standard input can be read only once");
  }
  return check_watched_outputs(given);
}

// `-` is the entry on standard input.
Status set_overlay(Given& given) {
  const auto inputs = std::erase(given.paths, "-");
  if (inputs > 1) return Error{"`-` may be given only once"};
  if (inputs == 1) {
    if (given.staged) {
      return Error{"--staged cannot be combined with `-`: it checks the git index"};
    }
    if (!given.since.empty()) {
      return Error{"--since cannot be combined with `-`: git says what has changed"};
    }
    given.overlay = Overlay{standard_input(), given.input_place};
  }
  if (given.input_place.empty() || given.overlay) return {};
  return Error{"--stdin-filename needs the argument `-`"};
}

Status check_baseline(const Given& given) {
  if (!given.update_baseline) return {};
  if (!given.paths.empty() || given.overlay) {
    return Error{
        "--update-baseline cannot be combined with a PATH: a baseline covers the whole knowledge "
        "base"};
  }
  if (!given.config_from.empty()) {
    return Error{
        "--update-baseline cannot be combined with --config-from: it writes the baseline of the "
        "working tree"};
  }
  if (!given.since.empty()) {
    return Error{
        "--update-baseline cannot be combined with --since: a baseline covers the whole knowledge "
        "base"};
  }
  return {};
}

Status set_fix(Given& given) {
  if (!given.fixes) {
    if (given.unsafe_fixes) return Error{"--unsafe-fixes needs --fix"};
    if (given.diff) return Error{"--diff needs --fix"};
    return {};
  }
  if (given.staged)
    return Error{"--fix cannot be combined with --staged: it changes files, not the git index"};
  if (given.update_baseline) return Error{"--fix and --update-baseline cannot be used together"};
  if (given.overlay && !given.diff) {
    return Error{"--fix cannot write to standard input; --diff shows what it would change"};
  }
  given.fix = given.diff ? FixMode::kShow : FixMode::kWrite;
  if (given.unsafe_fixes) given.fix_safety = Safety::kUnsafe;
  return {};
}

Status hold_together(Given& given) {
  if (Status failed = set_outputs(given)) return failed;
  if (Status failed = check_statistics(given)) return failed;
  if (Status failed = check_hook(given)) return failed;
  if (Status failed = check_watch(given)) return failed;
  if (Status failed = set_overlay(given)) return failed;
  if (Status failed = check_baseline(given)) return failed;
  return set_fix(given);
}

int run(Given& given) {
  if (Status failed = hold_together(given)) return report_trouble(*failed);
  given.display.summary = !given.quiet;
  given.display.worst_first = is_terminal(StandardStream::kOut);
  given.progress = !given.quiet && is_watched();
  return given.watch ? watch(given) : validate(given);
}

}  // namespace

Command validate_command() {
  return {.details =
              "The whole knowledge base is always checked. With PATHs (files or folders) only "
              "findings\n"
              "that concern them are reported; `-` reads one entry from standard input.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
