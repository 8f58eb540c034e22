#include <unistd.h>

#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <variant>

#include "command/command.h"
#include "driver/progress.h"
#include "driver/validate.h"
#include "load/source.h"
#include "text/date.h"
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
  add("today", po::value<std::string>()->value_name("YYYY-MM-DD"),
      "the day that dates are compared with; else the current day in UTC");
  add("stdin-filename", po::value<std::string>()->value_name("PATH"),
      "where the entry that `-` reads belongs");
  add("allow-empty", "a knowledge base without entries is no error");
  add("statistics", "count the findings by rule (text)");
  add("max-findings", po::value<std::int64_t>()->value_name("N"),
      "show at most N (text and short); all are counted");
  add("color", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
      "auto, always or never (text)");
  add("quiet", "no summary, no progress");
  add("jobs", po::value<unsigned>()->value_name("N"), "threads; else one for each processor");
  return options;
}

std::string text_of(const po::variables_map& values, const std::string& option) {
  return values.count(option) != 0 ? values[option].as<std::string>() : "";
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
  for (const std::string& list : values_of(values, option)) {
    std::size_t begin = 0;
    while (begin <= list.size()) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      const std::string name = list.substr(begin, end - begin);
      const std::vector<RuleId> named = rules_named(name);
      if (named.empty()) {
        const auto near = nearest_rule_name(name);
        return Error{
            "--" + option + ": no rule or group is called `" + name + "`" +
            (near ? "; did you mean `" + std::string(*near) + "`?" : "; `kbc rules` lists them")};
      }
      rules.insert(rules.end(), named.begin(), named.end());
      begin = end + 1;
    }
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

Status set_today(const po::variables_map& values, ValidateRequest& request) {
  if (values.count("today") == 0) return {};
  const ParsedDate date = parse_date(values["today"].as<std::string>());
  if (const auto* fault = std::get_if<DateFault>(&date)) {
    return Error{"--today " + values["today"].as<std::string>() + ": " + fault->message};
  }
  request.today = std::get<std::chrono::year_month_day>(date);
  return {};
}

Status set_color(const po::variables_map& values, ValidateRequest& request) {
  const std::string when = values["color"].as<std::string>();
  if (when != "auto" && when != "always" && when != "never") {
    return Error{"--color " + when + ": write auto, always or never"};
  }
  // https://no-color.org: any value but the empty one turns colors off.
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  request.display.color =
      when == "always" || (when == "auto" && !refused && ::isatty(STDOUT_FILENO) != 0);
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
  return {};
}

Status set_max_findings(const po::variables_map& values, ValidateRequest& request) {
  if (values.count("max-findings") == 0) return {};
  const std::int64_t most = values["max-findings"].as<std::int64_t>();
  if (most < 0) return Error{"--max-findings: write 0 or more"};
  request.display.max_findings = static_cast<std::size_t>(most);
  return {};
}

Status set_jobs(const po::variables_map& values, ValidateRequest& request) {
  request.jobs = std::max(1u, std::thread::hardware_concurrency());
  if (values.count("jobs") == 0) return {};
  request.jobs = values["jobs"].as<unsigned>();
  if (request.jobs == 0 || request.jobs > 1024) return Error{"--jobs: write 1 to 1024"};
  return {};
}

// `-` is the entry on standard input; of a stream without end only so much is read that it is
// known to be too large.
Status set_paths(const po::variables_map& values, ValidateRequest& request) {
  const std::string place = text_of(values, "stdin-filename");
  for (const std::string& path : values_of(values, "argument")) {
    if (path != "-") {
      request.paths.push_back(path);
      continue;
    }
    if (request.overlay) return Error{"`-` can stand once only"};
    std::string text(kMaxFileBytes + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    request.overlay = Overlay{std::move(text), place};
  }
  if (!place.empty() && !request.overlay) return Error{"--stdin-filename needs the argument `-`"};
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
  request.allow_empty = values.count("allow-empty") != 0;
  request.progress = values.count("quiet") == 0 && is_watched();
  request.display.summary = values.count("quiet") == 0;
  if (Status failed = set_outputs(values, request)) return failed;
  if (Status failed = set_statistics(values, request)) return failed;
  if (Status failed = set_rules(values, "select", request.select)) return failed;
  if (Status failed = set_rules(values, "ignore", request.ignore)) return failed;
  if (Status failed = set_fail_on(values, request)) return failed;
  if (Status failed = set_today(values, request)) return failed;
  if (Status failed = set_color(values, request)) return failed;
  if (Status failed = set_max_findings(values, request)) return failed;
  if (Status failed = set_jobs(values, request)) return failed;
  if (Status failed = set_paths(values, request)) return failed;
  return set_baseline(values, request);
}

int run_validate(const po::variables_map& values) {
  ValidateRequest request;
  if (Status failed = read_request(values, request)) return report_trouble(failed->message);
  return validate(request);
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
  command.run = run_validate;
  return command;
}

}  // namespace kbc
