#include <charconv>
#include <limits>
#include <string>
#include <system_error>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/match.h"
#include "driver/trouble.h"

namespace kbc {
namespace {

struct Given : MatchRequest {
  std::vector<std::string> texts;  // the words of one text
  bool each = false;
  bool brief = false;
  bool follow = false;
  bool plain = false;
};

Status set_long(const std::string& text, std::size_t& long_forms) {
  std::size_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = failed == std::errc() && end == text.data() + text.size() && number > 0;
  if (!is_number && text != "all") {
    return Error{"--long takes a number of entries, 1 or more, or `all`"};
  }
  long_forms = is_number ? number : std::numeric_limits<std::size_t>::max();
  return {};
}

void describe(Given& given, OptionTable& options) {
  options.arguments("[TEXT… | -]", given.texts);
  options.texts("file", "FILE", "read this file, line by line", given.files);
  add_index_options(options, given.index, given.base);
  add_cache_options(options, given.cache);
  add_top_options(options, "show at most N entries; with ndjson, per line", given.top);
  options
      .add("long", "N|all", "show N entries in full, not only the first (text, markdown)",
           [&given](const std::string& text) { return set_long(text, given.long_forms); })
      .otherwise = "1";
  options.flag("brief", "at most 24 lines of an entry: the cause and what helps best (text)",
               given.brief);
  options.number("min-score", "N", "leave out hits with a lower score", given.least_score, 0u,
                 100u);
  options.text("product", "NAME", "leave out entries about other products", given.rank.product);
  options
      .text("os", "NAME", "leave out entries about other systems: linux, macos, windows …",
            given.rank.system)
      .value.offer({"linux", "macos", "windows", "android", "ios", "freebsd"});
  options.choice(
      "format", "NAME",
      "text, markdown, json (an array), ndjson (one line per hit, as it is found), github "
      "(annotations) or sarif",
      given.format,
      {{"text", MatchFormat::kText},
       {"markdown", MatchFormat::kMarkdown},
       {"json", MatchFormat::kJson},
       {"ndjson", MatchFormat::kNdjson},
       {"github", MatchFormat::kGithub},
       {"sarif", MatchFormat::kSarif}});
  options.flag("each", "with ndjson: an object for each line that is read, with all its hits",
               given.each);
  options.flag("explain", "explain why the entries match, and their order", given.explain);
  options.flag("follow", "with --file: keep waiting at the end of the file; needs --format ndjson",
               given.follow);
  options.flag("plain", "match the bytes as they are, not what JSON, escapes and the like carry",
               given.plain);
  add_language_option(options, given.show.language);
  add_color_option(options, given.show.color);
}

Status set_source(Given& given) {
  const bool is_input = given.texts.size() == 1 && given.texts[0] == "-";
  if (is_input) given.texts.clear();
  if (is_input && given.files.empty()) given.files = {"-"};
  const bool is_both = is_input && given.files != std::vector<std::string>{"-"};
  if (given.texts.empty() == given.files.empty() || is_both) {
    return Error{"give either a text, `-` for standard input, or --file"};
  }
  given.text = joined(given.texts);
  if (!given.follow) return {};
  given.wait = LineReader::Wait::kForMore;
  if (given.files.empty()) return Error{"--follow needs --file"};
  if (given.files.size() > 1) return Error{"--follow takes one --file"};
  if (given.format != MatchFormat::kNdjson) return Error{"--follow needs --format ndjson"};
  return {};
}

Status set_form(Given& given) {
  if (given.explain && given.format != MatchFormat::kText) {
    return Error{"--explain writes text only"};
  }
  if (given.brief && given.format != MatchFormat::kText) {
    return Error{"--brief is about text only"};
  }
  if (given.each && given.format != MatchFormat::kNdjson) {
    return Error{"--each needs --format ndjson"};
  }
  return {};
}

int run(Given& given) {
  if (Status failed = set_form(given)) return report_trouble(*failed);
  if (Status failed = set_source(given)) return report_trouble(*failed);
  if (given.each) given.format = MatchFormat::kEach;
  if (given.plain) given.read_mode = ReadMode::kPlain;
  given.show.width = terminal_width();
  if (given.brief) given.show.most_lines = kBriefLines;
  return match(given);
}

}  // namespace

Command match_command() {
  return {.details =
              "Finds the entries whose patterns match a message or a log, the cause before what "
              "follows\nfrom it, with what helps and what does not. Without a hit, standard error "
              "has the entries\nthat are nearest by words. Exit status 0 if there is a hit, 1 if "
              "there is none.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
