#include "driver/settings.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "text/ticked.h"

namespace kbc {
namespace {

bool is_there(const SettingsPlace& place, const std::string& path) {
  if (place.snapshot != nullptr && place.snapshot->has(path)) return true;
  std::error_code failed;
  return std::filesystem::exists(path, failed);
}

void add_names(const Taxonomy::Names& from, Taxonomy::Names& names) {
  names.insert(from.begin(), from.end());
}

std::string shown_path(const std::string& here, const std::string& there,
                       const std::string& built_in) {
  if (here.empty() && there.empty()) return built_in;
  return display_path(here.empty() ? there : here);
}

// The files that differ.
std::vector<std::string> changed_files(const Config& here, const Config& there) {
  std::vector<std::string> files;
  if (here.text != there.text) files.push_back(display_path(here.path));
  if (here.schema_text != there.schema_text) {
    files.push_back(shown_path(here.schema_path, there.schema_path, "the schema"));
  }
  if (!(here.taxonomy == there.taxonomy)) {
    files.push_back(shown_path(here.taxonomy_path, there.taxonomy_path, "the taxonomy"));
  }
  return files;
}

// The one that was named on the command line, or by kbc.json.
std::string baseline_path(const SettingsPlace& place, const Config& config) {
  if (place.no_baseline) return {};
  return place.baseline.empty() ? config.baseline_path : place.baseline;
}

Result<Baseline> read_baseline(const SettingsPlace& place, const Config& config,
                               const Snapshot* snapshot) {
  if (!place.baseline.empty()) {
    return Baseline::read(place.baseline, config.border, Border::By::kPerson, snapshot);
  }
  Result<Baseline> read =
      Baseline::read(config.baseline_path, config.border, Border::By::kOperator, snapshot);
  if (read) return read;
  return Error{display_path(config.baseline_path) +
               read.error().message.substr(config.baseline_path.size()) + "; `baseline` of " +
               display_path(config.path) +
               " names it, and `kbc validate --update-baseline` writes it"};
}

// The baseline of the commit, without what the branch has removed of it.
Status read_baseline_of(const Snapshot& base, const Config& here, const SettingsPlace& place,
                        Settings& settings, std::vector<std::string>& changed) {
  const std::string path_here = baseline_path(place, here);
  std::optional<Baseline> branch;
  if (!path_here.empty() && is_there(place, path_here)) {
    Result<Baseline> read = read_baseline(place, here, place.snapshot);
    if (!read) return read.error();
    branch = std::move(*read);
  }
  const std::string path = baseline_path(place, settings.config);
  if (!path.empty() && base.has(path)) {
    Result<Baseline> read = read_baseline(place, settings.config, &base);
    if (!read) return read.error();
    settings.baseline = std::move(*read);
  }
  const std::string before = settings.baseline ? settings.baseline->text() : "";
  if ((branch ? branch->text() : "") != before) {
    changed.push_back(display_path(path_here.empty() ? path : path_here));
  }
  if (!settings.baseline) return {};
  settings.baseline->keep_lines_of(branch ? *branch : Baseline());
  return {};
}

void note_old_baseline(Settings& settings) {
  if (!settings.baseline || settings.baseline->version() != 1) return;
  settings.notes.push_back(display_path(settings.baseline->path()) +
                           ": a baseline of version 1 accepts any value at its places; "
                           "`--update-baseline` writes version 2, which keeps the values");
}

}  // namespace

Result<Settings> settings_in(const SettingsPlace& place) {
  Result<Config> config = load_config(place.base, place.snapshot);
  if (!config) return config.error();
  Settings settings{std::move(*config), {}, {}};
  if (baseline_path(place, settings.config).empty()) return settings;
  Result<Baseline> read = read_baseline(place, settings.config, place.snapshot);
  if (!read) return read.error();
  settings.baseline = std::move(*read);
  note_old_baseline(settings);
  return settings;
}

Result<Settings> settings_from(const std::string& reference, const SettingsPlace& place) {
  const Result<std::string> folder = find_knowledge_base(place.base);
  if (!folder) return folder.error();
  const Result<Border> border = border_around(*folder, place.base);
  if (!border) return border.error();
  const Result<std::unique_ptr<Snapshot>> base = Snapshot::only_of(*folder, *border, reference);
  if (!base) return Error{"--config-from: " + base.error().message};
  const Result<Config> here = load_config(place.base, place.snapshot);
  if (!here) return here.error();
  Result<Config> there = load_config(place.base, base->get());
  if (!there) return there.error();
  Settings settings{std::move(*there), {}, {}};
  std::vector<std::string> changed = changed_files(*here, settings.config);
  Taxonomy& names = settings.config.taxonomy;
  for (const TaxonomyList& list : kTaxonomyLists) {
    add_names(here->taxonomy.*list.of, names.*list.of);
  }
  // What is known of an entry that is gone changes no verdict.
  settings.config.removed.insert(here->removed.begin(), here->removed.end());
  if (Status failed = read_baseline_of(**base, *here, place, settings, changed)) return *failed;
  note_old_baseline(settings);
  if (!changed.empty()) {
    settings.notes.push_back(listed(changed, "and") +
                             (changed.size() == 1 ? " changes" : " change") + " here: review " +
                             (changed.size() == 1 ? "it" : "them"));
  }
  return settings;
}

}  // namespace kbc
