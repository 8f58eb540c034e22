#include "driver/open_index.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/analyse.h"
#include "analysis/rule_choice.h"
#include "config/config.h"
#include "emit/emit.h"
#include "link/link.h"

namespace kbc {
namespace {

// Entries that an index has no place for: without an id, or with one that is taken.
std::vector<FileId> unplaceable(const KnowledgeBase& base) {
  std::vector<FileId> files;
  std::unordered_set<std::string_view> ids;
  for (const EntryRecord& entry : base.entries()) {
    const bool has_id = entry.id.span.size() > 0 && !entry.id.value.empty();
    if (!has_id || !ids.insert(entry.id.value).second) files.push_back(entry.file);
  }
  return files;
}

Result<std::string> bytes_of(const Config& config, Patterns patterns, Words words,
                             Unreadable unreadable) {
  AnalyseOptions options;
  run_no_rules(options.rules);
  options.jobs = std::max(1u, std::thread::hardware_concurrency());
  Pools pools;
  std::vector<Objects> objects(options.jobs);
  options.watch.on_entry = [&](const Entry& entry, FileId file, unsigned worker) {
    assemble(entry, file, pools, objects[worker]);
  };
  const Analysis analysis = analyse(config, options);
  if (unreadable == Unreadable::kIsError && !analysis.errors.empty()) {
    return analysis.errors.front();
  }
  const Provenance provenance = {
      {pools.texts.intern("case"), pools.texts.intern(name_of(config.case_rule))}};
  const Result<Image> image = link(objects, pools, unplaceable(analysis.base), provenance,
                                   {config.case_rule, patterns, words, options.jobs});
  if (!image) return image.error();
  std::ostringstream out;
  write_index(*image, out);
  return std::move(out).str();
}

}  // namespace

Result<OpenIndex> open_index(const std::string& file) {
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::open(file, error);
  if (!index) return Error{error};
  OpenIndex open;
  open.index_ = std::make_unique<kbx::Index>(std::move(*index));
  return open;
}

Result<OpenIndex> open_index(const Config& config, Patterns patterns, Words words,
                             Unreadable unreadable) {
  Result<std::string> bytes = bytes_of(config, patterns, words, unreadable);
  if (!bytes) return bytes.error();
  OpenIndex open;
  open.bytes_ = std::make_unique<std::string>(std::move(*bytes));
  std::string error;
  std::optional<kbx::Index> index = kbx::Index::over(*open.bytes_, error);
  if (!index) return Error{error};
  open.index_ = std::make_unique<kbx::Index>(std::move(*index));
  return open;
}

Result<OpenIndex> open_index(const std::string& file, const BaseChoice& base, Patterns patterns,
                             Words words) {
  if (!file.empty()) return open_index(file);
  const Result<Config> config = load_config(base);
  if (!config) return config.error();
  return open_index(*config, patterns, words, Unreadable::kIsError);
}

}  // namespace kbc
