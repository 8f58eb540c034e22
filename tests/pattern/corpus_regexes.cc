#include "pattern/corpus_regexes.h"

#include <cstdlib>

#include "config/config.h"
#include "load/discover.h"
#include "load/source.h"
#include "lower/lower.h"
#include "parse/parse.h"

namespace kbc {

const std::vector<std::string>& corpus_regexes() {
  static const std::vector<std::string> regexes = [] {
    std::vector<std::string> found;
    const char* folder = std::getenv("KBC_CORPUS");
    if (folder == nullptr) return found;
    const Result<Config> config = load_config(folder);
    if (!config) return found;
    for (const std::string& path :
         find_entry_files(config->entries, "entries/", config->exclude).paths) {
      const Source source = load_source(config->entries + "/" + path, path, "");
      Document document;
      parse_json(source.text, Dialect::kJson, document);
      const Entry entry = lower(document, {}, source.text, "", config->case_rule);
      if (entry.regex.present()) found.emplace_back(entry.regex.value);
    }
    return found;
  }();
  return regexes;
}

}  // namespace kbc
