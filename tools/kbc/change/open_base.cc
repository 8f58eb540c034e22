#include "change/open_base.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/place.h"
#include "analysis/rule_choice.h"
#include "format/format.h"
#include "load/discover.h"
#include "parse/parse.h"
#include "text/entry_id.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

Error one_error(const std::vector<Error>& errors) {
  Error all = errors.front();
  for (std::size_t at = 1; at < errors.size(); ++at) all.further.push_back(errors[at].message);
  return all;
}

// The id that a path stands for; the name itself where it is none.
std::string id_meant(const OpenBase& base, const std::string& name) {
  if (!name.ends_with(".json")) return name;
  const auto place = named_below(real_path(base.config.entries), name);
  return place ? id_of_path(*place) : name;
}

std::vector<const EntryRecord*> entries_with(const KnowledgeBase& base, std::string_view id) {
  std::vector<const EntryRecord*> found;
  for (const EntryRecord& entry : base.entries()) {
    if (entry.id.value == id) found.push_back(&entry);
  }
  if (!found.empty()) return found;
  for (const EntryRecord& entry : base.entries()) {
    if (entry.path_id == id) found.push_back(&entry);
  }
  return found;
}

Error unknown_entry(const KnowledgeBase& base, const std::string& id) {
  if (const EntryRecord* owner = base.find_alias(id)) {
    return Error{ticked(id, kMaxIdBytes) + " is an alias of " +
                 ticked(owner->id.value, kMaxIdBytes) + "; name the entry by its id"};
  }
  if (const std::string* reason = base.find_removed(id)) {
    return Error{"the entry " + ticked(id, kMaxIdBytes) + " was removed: " + *reason};
  }
  const auto near = base.nearest_id(id);
  return Error{"no entry has the id " + ticked(id, kMaxIdBytes) +
               (near ? "; did you mean " + ticked(*near, kMaxIdBytes) + "?" : "")};
}

}  // namespace

std::string OpenBase::file_of(std::string_view id) const {
  return config.entries + "/" + path_of_id(id);
}

Result<OpenBase> open_base(const BaseChoice& choice, unsigned jobs) {
  Result<Config> config = load_config(choice);
  if (!config) return config.error();
  AnalyseOptions options;
  run_no_rules(options.rules);
  options.jobs = jobs;
  Analysis analysis = analyse(*config, options);
  if (!analysis.errors.empty()) return one_error(analysis.errors);
  const auto owned = std::make_shared<Config>(std::move(*config));
  return OpenBase{owned, *owned, std::move(analysis)};
}

Result<const EntryRecord*> entry_named(const OpenBase& base, const std::string& name) {
  const std::string id = id_meant(base, name);
  const std::vector<const EntryRecord*> found = entries_with(base.analysis.base, id);
  if (found.empty()) return unknown_entry(base.analysis.base, id);
  const auto path_of = [&](const EntryRecord& entry) {
    return base.analysis.sources[entry.file].path;
  };
  if (found.size() > 1) {
    return Error{path_of(*found[1]) + ": the id " + ticked(id, kMaxIdBytes) + " is that of " +
                 path_of(*found[0]) + ", too; give one of them another"};
  }
  const EntryRecord& entry = *found.front();
  if (!entry.is_sound) {
    return Error{path_of(entry) + ": cannot be read as JSON; `kbc validate` says why"};
  }
  std::error_code failed;
  if (fs::is_symlink(fs::symlink_status(base.analysis.sources[entry.file].file, failed))) {
    return Error{path_of(entry) + ": a link; change the entry where it leads to"};
  }
  return &entry;
}

EntryFile entry_file(OpenBase& base, const EntryRecord& entry) {
  EntryFile file;
  file.file = base.analysis.sources[entry.file].file;
  // A text that an editor holds is none of the disk.
  if (file.file.empty()) file.file = base.file_of(entry.path_id);
  file.text = std::make_unique<std::string>(base.analysis.sources.text(entry.file));
  parse_json(*file.text, Dialect::kJson, file.document);
  return file;
}

std::string laid_out(const Config& config, const EntryFile& before, std::string after) {
  Document schema, changed;
  parse_json(config.schema_text, Dialect::kJson, schema);
  if (formatted(before.document, schema) != *before.text) return after;
  if (!parse_json(after, Dialect::kJson, changed).empty()) return after;
  return formatted(changed, schema);
}

}  // namespace kbc
