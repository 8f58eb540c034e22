#include "show/show_search.h"

#include <cmath>
#include <string>

#include "text/ticked.h"

namespace kbc {
namespace {

bool has_word(std::uint64_t words, std::size_t number) { return (words >> number & 1) != 0; }

// "without `windows`, `path`"; empty when it has all.
std::string lacking_text(const Found& found, const SearchHit& hit, const Labels& labels) {
  std::string text;
  for (std::size_t number = 0; number < found.words.size(); ++number) {
    if (has_word(hit.words, number)) continue;
    text.append(text.empty() ? labels.lacking : labels.next).append(ticked(found.words[number]));
  }
  return text;
}

// Digits beyond these are the machine's.
double rounded(double score) { return std::round(score * 1000) / 1000; }

}  // namespace

void show_search(const kbx::Index& index, const Found& found, const Language& language,
                 Printer& out) {
  for (const SearchHit& hit : found.hits) {
    list_entry(*index.at(hit.entry), lacking_text(found, hit, *language.labels), language, out);
  }
  list_rest(found.total - found.hits.size(), language, out);
}

void write_search_hit(const kbx::Index& index, const Found& found, const SearchHit& hit,
                      Detail detail, JsonWriter& json) {
  const auto entry = index.at(hit.entry);
  start_hit(*entry, rounded(hit.score), json);
  json.start_array("words");
  for (std::size_t number = 0; number < found.words.size(); ++number) {
    if (has_word(hit.words, number)) json.string(found.words[number]);
  }
  json.end_array();
  json.member("signature", entry->signature());
  if (detail == Detail::kWhole) {
    json.key("entry");
    write_entry(*entry, json);
  }
  json.end_object();
}

}  // namespace kbc
