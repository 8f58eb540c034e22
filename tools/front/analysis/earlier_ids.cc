#include "analysis/earlier_ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "load/discover.h"
#include "load/source.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// The configuration before the change, whose `entries` and `exclude` may be others; nothing where
// it is the same, or cannot be read.
std::optional<Config> config_before(const Config& config, const Change& change) {
  const Result<std::string> text =
      change.before().read(config.path, kMaxFileBytes, Border::By::kOperator);
  if (!text || *text == config.text) return {};
  Result<Config> before = load_config({config.root, {}, config.around}, &change.before());
  if (!before) return {};
  return std::move(*before);
}

// What has another id than its path says was an error, and never built.
bool has_id(std::string_view text, const std::string& id) {
  Document document;
  parse_json(text, Dialect::kJson, document);
  if (document.empty() || !document.root().is(Kind::kObject)) return false;
  const std::uint32_t value = document.member(0, "id");
  return value != Document::kNoNode && document[value].is(Kind::kString) &&
         document[value].text == id;
}

// Where kbc.json says, or would say, which entries are gone.
Place place_of_record(const Config& config, const Analysis& analysis) {
  Document document;
  parse_json(config.text, Dialect::kJsonWithComments, document);
  const bool is_object = !document.empty() && document.root().is(Kind::kObject);
  const std::uint32_t removed = is_object ? document.member(0, "removed") : Document::kNoNode;
  if (removed == Document::kNoNode) return {analysis.config_file, {0, 1}, "", {}, {}};
  return {analysis.config_file, document[removed - 1].span, "/removed", {}, {}};
}

}  // namespace

EarlierIds earlier_ids(const Config& config, const Change& change, const Analysis& analysis) {
  const std::optional<Config> other = config_before(config, change);
  const Config& then = other ? *other : config;
  std::unordered_set<std::string_view> now;
  for (FileId file = 0; file < analysis.entry_count; ++file) {
    now.insert(analysis.sources[file].path_id);
  }
  EarlierIds earlier{{}, &analysis.base, place_of_record(config, analysis)};
  const Discovered found =
      change.before().find_entries(then.entries, then.entries_name + "/", then.exclude);
  for (const std::string& path : found.paths) {
    std::string id = id_of_path(path);
    if (now.contains(id)) continue;
    const Result<std::string> text =
        change.before().read(then.entries + "/" + path, kMaxFileBytes, Border::By::kEntry);
    if (text && has_id(*text, id)) earlier.gone.push_back(std::move(id));
  }
  return earlier;
}

}  // namespace kbc
