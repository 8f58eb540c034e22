#include "pattern/corpus_regexes.h"

#include "index/bases.h"
#include "index/made_index.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {

const std::vector<std::string>& corpus_regexes() {
  static const std::vector<std::string> regexes = [] {
    std::vector<std::string> found;
    for (const std::string& base : all_bases()) {
      for (const std::string& text : entry_texts(base + "/entries")) {
        Document document;
        parse_json(text, Dialect::kJson, document);
        const Entry entry = lower(document, {}, text, "", CaseRule::kIgnoreCase);
        if (entry["regex"].present()) found.emplace_back(entry["regex"].value);
      }
    }
    return found;
  }();
  return regexes;
}

}  // namespace kbc
