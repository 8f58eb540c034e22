#include <cstdint>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/base_choice.h"
#include "driver/near_ids.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "show/show.h"
#include "text/printer.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kMarkdown, kJson };

// What a person asked of `kbc show`.
struct ShowRequest {
  std::vector<std::string> names;
  std::string index;
  BaseChoice base;
  CacheChoice cache;
  Format format = Format::kText;
  ShowOptions show;
  bool brief = false;
};

void describe(ShowRequest& request, OptionTable& options) {
  options.arguments("ID…", request.names);
  add_index_options(options, request.index, request.base);
  add_cache_options(options, request.cache);
  options.choice(
      "format", "NAME", "text, markdown or json (an array)", request.format,
      {{"text", Format::kText}, {"markdown", Format::kMarkdown}, {"json", Format::kJson}});
  options.flag("brief", "at most 24 lines of each (text): the cause and what helps best",
               request.brief);
  add_language_option(options, request.show.language);
  add_color_option(options, request.show.color);
}

// The entries that a name means: the one with that id or alias, else all with that error code.
std::vector<IndexEntry> entries_named(const kbx::Index& index, const std::string& name) {
  if (const auto found = index.find(name)) return {*found};
  std::vector<IndexEntry> entries;
  for (const IndexEntry& entry : index.with_code(name)) entries.push_back(entry);
  return entries;
}

int unknown_entry(const kbx::Index& index, const std::string& name) {
  std::string hint;
  for (const std::string_view id : near_ids(index, name)) {
    hint += (hint.empty() ? "; did you mean `" : ", `") + std::string(id) + '`';
  }
  report_trouble("no entry has the id, alias or error code `" + name + '`' + hint +
                 (hint.empty() ? "" : "?"));
  return kFindings;
}

void write_json(const std::vector<IndexEntry>& entries) {
  JsonWriter json(data_output());
  json.start_array();
  for (const IndexEntry& entry : entries) write_entry(entry, json);
  json.end_array();
  data_output() << '\n';
}

int run(ShowRequest& request) {
  if (request.brief && request.format != Format::kText) {
    return report_trouble("--brief is about text only");
  }
  if (request.names.empty()) {
    return report_trouble("expected an id, an alias or an error code");
  }
  const Result<OpenIndex> open =
      open_index(request.index, request.base, Patterns::kLeaveOut, Words::kLeaveOut, request.cache);
  if (!open) return report_trouble(open.error());
  int status = kClean;
  std::vector<IndexEntry> entries;
  for (const std::string& name : request.names) {
    const std::vector<IndexEntry> named = entries_named(open->index(), name);
    if (named.empty()) status = unknown_entry(open->index(), name);
    entries.insert(entries.end(), named.begin(), named.end());
  }
  if (request.format == Format::kJson) {
    write_json(entries);
    return status;
  }
  request.show.width = terminal_width();
  if (request.brief) request.show.most_lines = kBriefLines;
  const auto write = request.format == Format::kText ? show_text : show_markdown;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (at > 0) standard_output() << '\n';
    write(entries[at], request.show, standard_output());
  }
  return status;
}

}  // namespace

Command show_command() {
  return {.details =
              "Shows entries by id, alias or error code: why the error happens, what helps, and "
              "what does\nnot. Exit status 1 if one is not found.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
