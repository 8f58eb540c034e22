#include <boost/program_options/value_semantic.hpp>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/match.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

constexpr unsigned kUsualTop = 5;
constexpr unsigned kBestScore = 100;

po::options_description options() {
  po::options_description options;
  auto add = options.add_options();
  add("file", po::value<std::string>()->value_name("FILE"), "read this file, line by line");
  add_index_options(options);
  add_top_options(options, kUsualTop, "name at most N entries; with ndjson, for each line");
  add("min-score", po::value<unsigned>()->value_name("N")->default_value(0),
      "leave out hits with a lower score");
  add("product", po::value<std::string>()->value_name("NAME"),
      "leave out entries about other products");
  add("os", po::value<std::string>()->value_name("NAME"),
      "leave out entries about other systems: linux, macos, windows …");
  add("format", po::value<std::string>()->value_name("NAME")->default_value("text"),
      "text, json (an array) or ndjson (one line for each hit, at once)");
  add("explain", "say why the entries match, and why in this order");
  add("follow", "with --file: at its end, wait for more; needs ndjson");
  add_color_option(options);
  return options;
}

Status read_source(const po::variables_map& values, MatchRequest& request) {
  request.texts = values_of(values, "argument");
  request.file = text_of(values, "file");
  const bool is_input = request.texts.size() == 1 && request.texts[0] == "-";
  if (is_input) request.texts.clear();
  if (is_input && request.file.empty()) request.file = "-";
  if (request.texts.empty() == request.file.empty() || (is_input && request.file != "-")) {
    return Error{"give either a text, `-` for standard input, or --file"};
  }
  if (values.count("follow") == 0) return {};
  request.wait = LineReader::Wait::kForMore;
  if (request.file.empty()) return Error{"--follow: give --file"};
  return request.format == MatchFormat::kNdjson ? Status() : Error{"--follow: give --format ndjson"};
}

Status read_options(const po::variables_map& values, MatchRequest& request) {
  request.index = text_of(values, "index");
  request.kb_folder = text_of(values, "kb");
  const std::string format = text_of(values, "format");
  if (format == "json") {
    request.format = MatchFormat::kJson;
  } else if (format == "ndjson") {
    request.format = MatchFormat::kNdjson;
  } else if (format != "text") {
    return Error{"--format " + format + ": write text, json or ndjson"};
  }
  if (Status failed = read_top_options(values, request.top)) return failed;
  request.least_score = values["min-score"].as<unsigned>();
  if (request.least_score > kBestScore) return Error{"--min-score: write 0 to 100"};
  request.explain = values.count("explain") != 0;
  if (request.explain && request.format != MatchFormat::kText) return Error{"--explain writes text only"};
  request.rank = {text_of(values, "product"), text_of(values, "os")};
  request.show.width = terminal_width();
  if (Status failed = read_color_option(values, request.show.color)) return failed;
  return read_source(values, request);
}

int run_match(const po::variables_map& values) {
  MatchRequest request;
  if (Status failed = read_options(values, request)) return report_trouble(failed->message);
  return match(request);
}

std::vector<std::string> choices(std::string_view option) {
  if (option == "format") return {"text", "json", "ndjson"};
  return {};
}

}  // namespace

Command match_command() {
  Command command;
  command.arguments = "[TEXT… | -]";
  command.details =
      "Finds the entries whose patterns match a message or a log, the likeliest first: what does\n"
      "not help, then what does. Exit status 0 if there is one, 1 if there is none.";
  command.takes_arguments = true;
  command.options = options;
  command.choices = choices;
  command.run = run_match;
  return command;
}

}  // namespace kbc
