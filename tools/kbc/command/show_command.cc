#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/open_index.h"
#include "show/show.h"
#include "text/nearest.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kSuggestions = 3;

po::options_description options() {
  po::options_description options;
  add_index_options(options);
  options.add_options()("format",
                        po::value<std::string>()->value_name("NAME")->default_value("text"),
                        "text, markdown or json (an array)");
  add_language_option(options);
  add_color_option(options);
  return options;
}

// The entries that a name means: the one with that id or alias, else all with that error code.
std::vector<IndexEntry> entries_named(const kbx::Index& index, const std::string& name) {
  if (const auto found = index.find(name)) return {*found};
  std::vector<IndexEntry> entries;
  for (const IndexEntry& entry : index.with_code(name)) entries.push_back(entry);
  return entries;
}

// Those that differ by a slip or a word; else those that contain the name.
std::vector<std::string_view> suggestions(const kbx::Index& index, std::string_view name) {
  std::vector<std::string_view> ids;
  for (const IndexEntry& entry : index.entries()) ids.push_back(entry.id);
  std::vector<std::string_view> near = NameIndex(ids).nearest(name, kSuggestions);
  for (const std::string_view id : ids) {
    if (near.size() == kSuggestions) break;
    const bool is_part = !name.empty() && id.find(name) != std::string_view::npos;
    if (is_part && std::find(near.begin(), near.end(), id) == near.end()) near.push_back(id);
  }
  return near;
}

int unknown_entry(const kbx::Index& index, const std::string& name) {
  std::string hint;
  for (const std::string_view id : suggestions(index, name)) {
    hint += (hint.empty() ? "; did you mean `" : ", `") + std::string(id) + '`';
  }
  report_trouble("no entry has the id, alias or error code `" + name + '`' + hint +
                 (hint.empty() ? "" : "?"));
  return kFindings;
}

void write_json(const std::vector<IndexEntry>& entries) {
  JsonWriter json(std::cout);
  json.start_array();
  for (const IndexEntry& entry : entries) write_entry(entry, json);
  json.end_array();
  std::cout << '\n';
}

Status read_options(const po::variables_map& values, ShowOptions& show) {
  if (Status failed = read_language_option(values, show.language)) return failed;
  show.width = terminal_width();
  return read_color_option(values, show.color);
}

int run_show(const po::variables_map& values) {
  ShowOptions show;
  if (Status failed = read_options(values, show)) return report_trouble(failed->message);
  const std::string format = text_of(values, "format");
  if (format != "text" && format != "markdown" && format != "json") {
    return report_trouble("--format " + format + ": write text, markdown or json");
  }
  const std::vector<std::string> names = values_of(values, "argument");
  if (names.empty()) return report_trouble("name an entry by its id, an alias or its error code");
  const Result<OpenIndex> open = open_index(text_of(values, "index"), text_of(values, "kb"),
                                            Patterns::kLeaveOut, Words::kLeaveOut);
  if (!open) return report_trouble(open.error().message);
  int status = kClean;
  std::vector<IndexEntry> entries;
  for (const std::string& name : names) {
    const std::vector<IndexEntry> named = entries_named(open->index(), name);
    if (named.empty()) status = unknown_entry(open->index(), name);
    entries.insert(entries.end(), named.begin(), named.end());
  }
  if (format == "json") {
    write_json(entries);
    return status;
  }
  const auto write = format == "text" ? show_text : show_markdown;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    if (at > 0) std::cout << '\n';
    write(entries[at], show, std::cout);
  }
  return status;
}

std::vector<std::string> choices(std::string_view option) {
  if (option == "format") return {"text", "markdown", "json"};
  if (option == "lang") return {"zh"};
  return {};
}

}  // namespace

Command show_command() {
  Command command;
  command.arguments = "ID…";
  command.details =
      "Shows entries by id, alias or error code: why the error happens, what does not help, what\n"
      "does. Exit status 1 if one is not there.";
  command.takes_arguments = true;
  command.options = options;
  command.choices = choices;
  command.run = run_show;
  return command;
}

}  // namespace kbc
