#include "pattern/corpus_regexes.h"

#include "index/bases.h"
#include "index/made_index.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {
namespace {

void add_regexes(const std::vector<std::string>& texts, std::vector<std::string>& regexes) {
  for (const std::string& text : texts) {
    Document document;
    parse_json(text, Dialect::kJson, document);
    const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
    if (entry["regex"].present()) regexes.emplace_back(entry["regex"].value);
  }
}

}  // namespace

const std::vector<std::string>& corpus_regexes() {
  static const std::vector<std::string> regexes = [] {
    std::vector<std::string> found;
    add_regexes(own_entries(), found);
    for (const std::string& base : all_bases()) add_regexes(entry_texts(base + "/entries"), found);
    return found;
  }();
  return regexes;
}

}  // namespace kbc
