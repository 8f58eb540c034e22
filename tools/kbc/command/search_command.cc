#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "config/base_choice.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "driver/unknown_key.h"
#include "driver/unknown_words.h"
#include "search/searcher.h"
#include "show/show_search.h"
#include "text/nearest.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kJson, kNdjson };

// What a person asked of `kbc search`.
struct SearchRequest {
  std::vector<std::string> words;
  std::string index;
  BaseChoice base;
  CacheChoice cache;
  std::size_t top = 10;
  std::string domain;
  Format format = Format::kText;
  const Language* language = &kEnglish;
};

void describe(SearchRequest& request, OptionTable& options) {
  options.arguments("WORD…", request.words);
  add_index_options(options, request.index, request.base);
  add_cache_options(options, request.cache);
  add_top_options(options, "show at most N entries", request.top);
  options.text("domain", "NAME", "entries of this domain only", request.domain)
      .value.offer_known("domains");
  options.choice("format", "NAME", "text, json (an array) or ndjson (one line per hit)",
                 request.format,
                 {{"text", Format::kText}, {"json", Format::kJson}, {"ndjson", Format::kNdjson}});
  add_language_option(options, request.language);
}

void write_json(const kbx::Index& index, const Found& found) {
  JsonWriter json(data_output());
  json.start_array();
  for (const SearchHit& hit : found.hits) {
    write_search_hit(index, found, hit, Detail::kWhole, json);
  }
  json.end_array();
  data_output() << '\n';
}

void write_lines(const kbx::Index& index, const Found& found) {
  for (const SearchHit& hit : found.hits) {
    JsonWriter json(data_output());
    write_search_hit(index, found, hit, Detail::kShort, json);
    data_output() << '\n';
  }
}

// Says which words no entry has, if there is one that was probably meant, or if nothing was found.
void report_unknown_words(const WordTables& tables, const Found& found) {
  for (const UnknownWord& one : unknown_words(tables, found)) {
    if (one.meant.empty() && !found.hits.empty()) continue;
    report_trouble("no entry has " + ticked(one.word) + did_you_mean(one.word, one.meant));
  }
}

int run(SearchRequest& request) {
  const std::string query = joined(request.words);
  if (query.empty()) return report_trouble("expected at least one word to search for");
  const Result<OpenIndex> open =
      open_index(request.index, request.base, Patterns::kLeaveOut, Words::kPlace, request.cache);
  if (!open) return report_trouble(open.error());
  const kbx::Index& index = open->index();
  std::string error;
  const std::optional<Searcher> searcher = Searcher::over(index, error);
  if (!searcher) return report_trouble(request.index + ": " + error);
  SearchScratch scratch;
  const Found found = searcher->search(query, {request.top, request.domain}, scratch);
  if (request.format == Format::kJson) {
    write_json(index, found);
  } else if (request.format == Format::kNdjson) {
    write_lines(index, found);
  } else {
    show_search(index, found, *request.language, standard_output());
  }
  if (!request.domain.empty()) {
    report_unknown_key<kbx::Section::kDomainKeys>(index, "is in the domain", request.domain);
  }
  report_unknown_words(searcher->tables(), found);
  return found.hits.empty() ? kFindings : kClean;
}

}  // namespace

Command search_command() {
  return {.details =
              "Finds the entries that have some of the words, the best first: in their ids,\n"
              "signatures, root causes, dead ends, workarounds and tags, and in translations of "
              "these.\n"
              "Exit status 0 if there is one, 1 if there is none.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
