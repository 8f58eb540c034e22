#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/match.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : MatchRequest {
  std::vector<std::string> texts;  // the words of one text
  bool follow = false;
  bool plain = false;
};

void describe(Given& given, OptionTable& options) {
  options.arguments("[TEXT… | -]", given.texts);
  options.text("file", "FILE", "read this file, line by line", given.file);
  add_index_options(options, given.index, given.base);
  add_top_options(options, "show at most N entries; with ndjson, per line", given.top);
  options.number("min-score", "N", "leave out hits with a lower score", given.least_score, 0u,
                 100u);
  options.text("product", "NAME", "leave out entries about other products", given.rank.product);
  options.text("os", "NAME", "leave out entries about other systems: linux, macos, windows …",
               given.rank.system);
  options.choice("format", "NAME",
                 "text, json (an array) or ndjson (one line per hit, as it is found)", given.format,
                 {{"text", MatchFormat::kText},
                  {"json", MatchFormat::kJson},
                  {"ndjson", MatchFormat::kNdjson}});
  options.flag("explain", "explain why the entries match, and their order", given.explain);
  options.flag("follow", "with --file: keep waiting at the end of the file; needs --format ndjson",
               given.follow);
  options.flag("plain", "match the bytes as they are, not what JSON, escapes and the like carry",
               given.plain);
  add_color_option(options, given.show.color);
}

Status set_source(Given& given) {
  const bool is_input = given.texts.size() == 1 && given.texts[0] == "-";
  if (is_input) given.texts.clear();
  if (is_input && given.file.empty()) given.file = "-";
  if (given.texts.empty() == given.file.empty() || (is_input && given.file != "-")) {
    return Error{"give either a text, `-` for standard input, or --file"};
  }
  given.text = joined(given.texts);
  if (!given.follow) return {};
  given.wait = LineReader::Wait::kForMore;
  if (given.file.empty()) return Error{"--follow needs --file"};
  if (given.format != MatchFormat::kNdjson) return Error{"--follow needs --format ndjson"};
  return {};
}

int run(Given& given) {
  if (given.explain && given.format != MatchFormat::kText) {
    return report_trouble("--explain writes text only");
  }
  if (Status failed = set_source(given)) return report_trouble(*failed);
  if (given.plain) given.read_mode = ReadMode::kPlain;
  given.show.width = terminal_width();
  return match(given);
}

}  // namespace

Command match_command() {
  return {.details =
              "Finds the entries whose patterns match a message or a log, the most likely first, "
              "with\nwhat does not help and what does. Exit status 0 if there is one, 1 if there "
              "is none.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
