#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstdint>
#include <iterator>
#include <string>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/validate.h"
#include "text/nearest.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("kb", po::value<std::string>()->value_name("DIR"),
      "the folder of kbc.json; else the nearest one upwards");
  add("format", po::value<Strings>()->value_name("NAME[=FILE]")->composing(),
      "text, short, json, sarif, github, gitlab or junit; repeat it for several");
  add("select", po::value<Strings>()->value_name("RULES")->composing(),
      "only these rules or groups, separated by commas");
  add("ignore", po::value<Strings>()->value_name("RULES")->composing(),
      "all but these rules or groups");
  add("fail-on", po::value<std::string>()->value_name("SEVERITY")->default_value("error"),
      "error, warning or info: what makes the exit status 1");
  add("baseline", po::value<std::string>()->value_name("FILE"),
      "accept the findings that FILE lists");
  add("update-baseline", "write all findings into the baseline instead of showing them");
  add("fix", "make the safe fixes, and report what is left");
  add("unsafe-fixes", "with --fix: also those that change what an entry means");
  add("diff", "with --fix: only show what would change");
  add("staged", "what the git index holds, which is what will be committed");
  add("since", po::value<std::string>()->value_name("REF"),
      "report what the changes since the branch left REF have to do with");
  add("stdin-filename", po::value<std::string>()->value_name("PATH"),
      "where the entry that `-` reads belongs");
  add("allow-empty", "a knowledge base without entries is no error");
  add("statistics", "count the findings by rule (text)");
  add("max-findings", po::value<std::int64_t>()->value_name("N"),
      "show at most N (text and short); all are counted");
  add_shared_options(options);
  return options;
}

// Each setter reads one option into the request, or says what is wrong with it.

Status set_format(const std::string& value, ValidateRequest& request) {
  const std::string name = value.substr(0, value.find('='));
  for (const FormatInfo& format : all_formats()) {
    if (format.name != name) continue;
    const bool has_path = name.size() < value.size();
    request.outputs.push_back({&format, has_path ? value.substr(name.size() + 1) : ""});
    if (has_path && request.outputs.back().path.empty()) {
      return Error{"--format " + value + ": name a file after `=`"};
    }
    return {};
  }
  std::vector<std::string_view> names;
  for (const FormatInfo& format : all_formats()) names.push_back(format.name);
  const auto near = nearest(name, names);
  return Error{"no format is called `" + name + "`" +
               (near ? "; did you mean `" + std::string(*near) + "`?" : "")};
}

Status set_outputs(const po::variables_map& values, ValidateRequest& request) {
  for (const std::string& value : values_of(values, "format")) {
    if (Status failed = set_format(value, request)) return failed;
  }
  if (request.outputs.empty()) return set_format("text", request);
  return {};
}

Status set_rules(const po::variables_map& values, const std::string& option,
                 std::vector<RuleId>& rules) {
  for (const std::string& name : words_of(values, option)) {
    const std::vector<RuleId> named = rules_named(name);
    if (named.empty()) {
      const auto near = nearest_rule_name(name);
      return Error{
          "--" + option + ": no rule or group is called `" + name + "`" +
          (near ? "; did you mean `" + std::string(*near) + "`?" : "; `kbc rules` lists them")};
    }
    rules.insert(rules.end(), named.begin(), named.end());
  }
  return {};
}

Status set_fail_on(const po::variables_map& values, ValidateRequest& request) {
  const std::string name = values["fail-on"].as<std::string>();
  const auto severity = severity_named(name);
  if (!severity || *severity == Severity::kOff) {
    return Error{"--fail-on " + name + ": write error, warning or info"};
  }
  request.fail_on = *severity;
  return {};
}

Status set_baseline(const po::variables_map& values, ValidateRequest& request) {
  request.baseline = text_of(values, "baseline");
  request.update_baseline = values.count("update-baseline") != 0;
  if (!request.update_baseline) return {};
  if (request.baseline.empty()) return Error{"--update-baseline needs --baseline FILE"};
  if (!request.paths.empty() || request.overlay) {
    return Error{"--update-baseline takes no PATH: a baseline is of the whole knowledge base"};
  }
  if (!request.since.empty()) {
    return Error{"--update-baseline takes no --since: a baseline is of the whole knowledge base"};
  }
  return {};
}

Status set_fix(const po::variables_map& values, ValidateRequest& request) {
  const bool shows = values.count("diff") != 0;
  const bool is_unsafe = values.count("unsafe-fixes") != 0;
  if (values.count("fix") == 0) {
    if (is_unsafe) return Error{"--unsafe-fixes needs --fix"};
    if (shows) return Error{"--diff needs --fix"};
    return {};
  }
  if (request.staged) return Error{"--fix mends files, and --staged is about what git holds"};
  if (request.update_baseline) return Error{"--fix and --update-baseline exclude each other"};
  if (request.overlay && !shows) {
    return Error{"--fix cannot write to standard input; --diff shows what it would change"};
  }
  request.fix = shows ? FixMode::kShow : FixMode::kWrite;
  if (is_unsafe) request.fix_safety = Safety::kUnsafe;
  return {};
}

Status set_max_findings(const po::variables_map& values, ValidateRequest& request) {
  if (values.count("max-findings") == 0) return {};
  const std::int64_t most = values["max-findings"].as<std::int64_t>();
  if (most < 0) return Error{"--max-findings: write 0 or more"};
  request.display.max_findings = static_cast<std::size_t>(most);
  return {};
}

// `-` is the entry on standard input.
Status set_paths(const po::variables_map& values, ValidateRequest& request) {
  const std::string place = text_of(values, "stdin-filename");
  for (const std::string& path : values_of(values, "argument")) {
    if (path != "-") {
      request.paths.push_back(path);
      continue;
    }
    if (request.overlay) return Error{"`-` can stand once only"};
    request.overlay = Overlay{standard_input(), place};
  }
  if (!place.empty() && !request.overlay) return Error{"--stdin-filename needs the argument `-`"};
  if (request.staged && request.overlay) {
    return Error{"--staged takes no `-`: what will be committed is in the index"};
  }
  if (!request.since.empty() && request.overlay) {
    return Error{"--since takes no `-`: what has changed is said by git"};
  }
  return {};
}

// Only the text format has room for counts.
Status set_statistics(const po::variables_map& values, ValidateRequest& request) {
  request.display.statistics = values.count("statistics") != 0;
  const bool has_text =
      std::any_of(request.outputs.begin(), request.outputs.end(),
                  [](const OutputTarget& output) { return output.format->name == "text"; });
  if (!request.display.statistics || has_text) return {};
  return Error{"--statistics counts in the format text; add `--format text`"};
}

Status read_request(const po::variables_map& values, ValidateRequest& request) {
  request.kb_folder = text_of(values, "kb");
  request.staged = values.count("staged") != 0;
  request.since = text_of(values, "since");
  if (values.count("since") != 0 && request.since.empty()) return Error{"--since: name a commit"};
  request.allow_empty = values.count("allow-empty") != 0;
  SharedOptions shared;
  if (Status failed = read_shared_options(values, shared)) return failed;
  request.today = shared.today;
  request.jobs = shared.jobs;
  request.progress = shared.progress;
  request.display.summary = !shared.quiet;
  request.display.color = shared.color;
  if (Status failed = set_outputs(values, request)) return failed;
  if (Status failed = set_statistics(values, request)) return failed;
  if (Status failed = set_rules(values, "select", request.rules.select)) return failed;
  if (Status failed = set_rules(values, "ignore", request.rules.ignore)) return failed;
  if (Status failed = set_fail_on(values, request)) return failed;
  if (Status failed = set_max_findings(values, request)) return failed;
  if (Status failed = set_paths(values, request)) return failed;
  if (Status failed = set_baseline(values, request)) return failed;
  return set_fix(values, request);
}

int run_validate(const po::variables_map& values) {
  ValidateRequest request;
  if (Status failed = read_request(values, request)) return report_trouble(failed->message);
  return validate(request);
}

std::vector<std::string> choices(std::string_view option) {
  std::vector<std::string> names;
  if (option != "format") return names;
  for (const FormatInfo& format : all_formats()) names.emplace_back(format.name);
  return names;
}

}  // namespace

Command validate_command() {
  Command command;
  command.arguments = "[PATH…]";
  command.details =
      "The whole knowledge base is always checked. With PATHs (files or folders) only findings\n"
      "that concern them are reported; `-` reads one entry from standard input.";
  command.takes_arguments = true;
  command.options = options;
  command.choices = choices;
  command.run = run_validate;
  return command;
}

}  // namespace kbc
