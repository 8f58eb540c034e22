#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "driver/open_index.h"
#include "search/searcher.h"
#include "show/show_search.h"
#include "text/nearest.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace po = boost::program_options;

constexpr unsigned kUsualTop = 10;
// Of the words that no entry has so many are looked up among those that some have.
constexpr std::size_t kMostHints = 3;

po::options_description options() {
  po::options_description options;
  add_index_options(options);
  add_top_options(options, kUsualTop, "name at most N entries");
  auto add = options.add_options();
  add("domain", po::value<std::string>()->value_name("NAME"), "entries of this domain only");
  add("format", po::value<std::string>()->value_name("NAME")->default_value("text"),
      "text, json (an array) or ndjson (one line for each hit)");
  add_language_option(options);
  return options;
}

// What a person asked of `kbc search`.
struct Request {
  std::string query;
  std::string format;
  std::string domain;
  std::size_t top = kUsualTop;
  Language language = Language::kOriginal;
};

Status read_request(const po::variables_map& values, Request& request) {
  for (const std::string& word : values_of(values, "argument")) {
    request.query += (request.query.empty() ? "" : " ") + word;
  }
  if (request.query.empty()) return Error{"give the words to look for"};
  request.format = text_of(values, "format");
  if (request.format != "text" && request.format != "json" && request.format != "ndjson") {
    return Error{"--format " + request.format + ": write text, json or ndjson"};
  }
  request.domain = text_of(values, "domain");
  if (Status failed = read_top_options(values, request.top)) return failed;
  return read_language_option(values, request.language);
}

void write_json(const kbx::Index& index, const Found& found) {
  JsonWriter json(std::cout);
  json.start_array();
  for (const SearchHit& hit : found.hits) {
    write_search_hit(index, found, hit, Detail::kWhole, json);
  }
  json.end_array();
  std::cout << '\n';
}

void write_lines(const kbx::Index& index, const Found& found) {
  for (const SearchHit& hit : found.hits) {
    JsonWriter json(std::cout);
    write_search_hit(index, found, hit, Detail::kShort, json);
    std::cout << '\n';
  }
}

std::string hint(std::string_view wanted, const std::vector<std::string_view>& names) {
  const auto near = nearest(wanted, names);
  return near ? "; did you mean " + ticked(printable(*near)) + '?' : std::string();
}

// Says which words no entry has, if there is one that was probably meant, or if nothing was found.
void report_unknown_words(const WordTables& tables, const Found& found) {
  std::vector<std::string_view> words;
  std::size_t left = kMostHints;
  for (std::size_t number = 0; number < found.words.size() && left > 0; ++number) {
    if ((found.known >> number & 1) != 0) continue;
    --left;
    for (std::uint32_t word = 0; words.size() < tables.size(); ++word) {
      words.push_back(tables.text(word));
    }
    const std::string meant = hint(found.words[number], words);
    if (meant.empty() && !found.hits.empty()) continue;
    report_trouble("no entry has " + ticked(printable(found.words[number])) + meant);
  }
}

void report_unknown_domain(const kbx::Index& index, const std::string& domain) {
  std::vector<std::string_view> domains;
  for (const auto& key : index.keys<kbx::Section::kDomainKeys>()) {
    if (key.name == domain) return;
    domains.push_back(key.name);
  }
  report_trouble("no entry is in the domain " + ticked(printable(domain)) + hint(domain, domains));
}

int run_search(const po::variables_map& values) {
  Request request;
  if (Status failed = read_request(values, request)) return report_trouble(failed->message);
  const Result<OpenIndex> open = open_index(text_of(values, "index"), text_of(values, "kb"),
                                            Patterns::kLeaveOut, Words::kPlace);
  if (!open) return report_trouble(open.error().message);
  const kbx::Index& index = open->index();
  std::string error;
  const std::optional<Searcher> searcher = Searcher::over(index, error);
  if (!searcher) return report_trouble(text_of(values, "index") + ": " + error);
  SearchScratch scratch;
  const Found found = searcher->search(request.query, {request.top, request.domain}, scratch);
  if (request.format == "json") {
    write_json(index, found);
  } else if (request.format == "ndjson") {
    write_lines(index, found);
  } else {
    show_search(index, found, request.language, std::cout);
  }
  if (!request.domain.empty()) report_unknown_domain(index, request.domain);
  report_unknown_words(searcher->tables(), found);
  return found.hits.empty() ? kFindings : kClean;
}

std::vector<std::string> choices(std::string_view option) {
  if (option == "format") return {"text", "json", "ndjson"};
  if (option == "lang") return {"zh"};
  return {};
}

}  // namespace

Command search_command() {
  Command command;
  command.arguments = "WORD…";
  command.details =
      "Finds the entries that have some of the words, in English or Chinese, the best first: in\n"
      "their ids, signatures, root causes, dead ends, workarounds and tags. Exit status 0 if "
      "there\n"
      "is one, 1 if there is none.";
  command.takes_arguments = true;
  command.options = options;
  command.choices = choices;
  command.run = run_search;
  return command;
}

}  // namespace kbc
