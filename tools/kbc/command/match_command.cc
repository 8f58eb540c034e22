#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/line_reader.h"
#include "driver/open_index.h"
#include "show/show_match.h"
#include "text/plain_text.h"

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

// What a person asked of `kbc match`.
struct Request {
  std::vector<std::string> texts;
  std::string file;  // "-" is standard input; empty: the texts
  std::string format;
  std::size_t top = kUsualTop;
  unsigned least_score = 0;
  bool explain = false;
  LineReader::Wait wait = LineReader::Wait::kNo;
  RankOptions rank;
  ShowOptions show;
};

Status read_source(const po::variables_map& values, Request& request) {
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
  return request.format == "ndjson" ? Status() : Error{"--follow: give --format ndjson"};
}

Status read_options(const po::variables_map& values, Request& request) {
  request.format = text_of(values, "format");
  if (request.format != "text" && request.format != "json" && request.format != "ndjson") {
    return Error{"--format " + request.format + ": write text, json or ndjson"};
  }
  if (Status failed = read_top_options(values, request.top)) return failed;
  request.least_score = values["min-score"].as<unsigned>();
  if (request.least_score > kBestScore) return Error{"--min-score: write 0 to 100"};
  request.explain = values.count("explain") != 0;
  if (request.explain && request.format != "text") return Error{"--explain writes text only"};
  request.rank = {text_of(values, "product"), text_of(values, "os")};
  request.show.width = terminal_width();
  if (Status failed = read_color_option(values, request.show.color)) return failed;
  return read_source(values, request);
}

// Matches line after line; the same for a text that was given and a file.
class Matching {
 public:
  Matching(const Matcher& matcher, const Request& request)
      : matcher_(matcher), request_(request), groups_(matcher, request.rank) {}

  // Patterns know nothing of colours, which would stand between the words that they look for.
  void add(std::string_view line, std::uint64_t number) {
    plain_.set(line);
    matcher_.match(plain_.text(), scratch_, hits_);
    if (hits_.empty()) return;
    if (request_.format == "ndjson") return write_line(number);
    groups_.add(plain_, number, hits_, scratch_);
  }

  int finish() {
    if (request_.format == "ndjson") return has_hit_ ? kClean : kFindings;
    std::vector<HitGroup> groups = groups_.take();
    std::erase_if(groups, [this](const HitGroup& group) { return !is_enough(group.best); });
    const std::size_t shown = std::min(groups.size(), request_.top);
    const std::size_t left_out = groups.size() - shown;
    groups.resize(shown);
    if (request_.format == "json") {
      write_json(groups);
    } else if (request_.explain) {
      explain_match(matcher_, groups, std::cout);
    } else {
      show_match(matcher_, groups, left_out, request_.show, std::cout);
    }
    return groups.empty() ? kFindings : kClean;
  }

 private:
  bool is_enough(const RankedHit& hit) const { return hit.score.sum() >= request_.least_score; }

  void write_line(std::uint64_t number) {
    std::size_t left = request_.top;
    for (const RankedHit& hit : rank(matcher_, plain_.text(), hits_, request_.rank, scratch_)) {
      if (left-- == 0 || !is_enough(hit)) break;
      HitGroup group;
      group.best = hit;
      group.best_line = number;
      group.text = plain_.text();
      group.origin = plain_.origin(hit.place.begin, hit.place.end);
      JsonWriter json(std::cout);
      write_match(matcher_, group, Detail::kShort, json);
      std::cout << '\n';
      has_hit_ = true;
    }
  }

  void write_json(const std::vector<HitGroup>& groups) const {
    JsonWriter json(std::cout);
    json.start_array();
    for (const HitGroup& group : groups) write_match(matcher_, group, Detail::kWhole, json);
    json.end_array();
    std::cout << '\n';
  }

  const Matcher& matcher_;
  const Request& request_;
  HitGroups groups_;
  PlainText plain_;
  MatchScratch scratch_;
  std::vector<Hit> hits_;
  bool has_hit_ = false;
};

int match_file(const Request& request, Matching& matching) {
  Result<LineReader> reader = LineReader::open(request.file, request.wait);
  if (!reader) return report_trouble(reader.error().message);
  for (std::string_view line; reader->next(line);) {
    matching.add(line, reader->number());
    // Who waits at the other end of a pipe sees each line when it has come.
    if (reader->is_drained()) std::cout.flush();
    if (!std::cout) break;
  }
  if (!reader->error().empty()) return report_trouble(request.file + ": " + reader->error());
  return matching.finish();
}

// The words of a command line without quotes are one text.
int match_texts(const Request& request, Matching& matching) {
  std::string text;
  for (const std::string& word : request.texts) text += (text.empty() ? "" : " ") + word;
  matching.add(text, 1);
  return matching.finish();
}

int run_match(const po::variables_map& values) {
  Request request;
  if (Status failed = read_options(values, request)) return report_trouble(failed->message);
  const Result<OpenIndex> open = open_index(text_of(values, "index"), text_of(values, "kb"),
                                            Patterns::kPlace, Words::kLeaveOut);
  if (!open) return report_trouble(open.error().message);
  std::string error;
  const std::optional<Matcher> matcher = Matcher::over(open->index(), error);
  if (!matcher) return report_trouble(text_of(values, "index") + ": " + error);
  Matching matching(*matcher, request);
  return request.file.empty() ? match_texts(request, matching) : match_file(request, matching);
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
