#include "change/name_places.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "driver/settings.h"
#include "messages/test_files.h"
#include "text/entry_id.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string told(const std::string& path, const ChangedPlaces& places, std::string_view noun) {
  std::string text = path + ": ";
  if (places.renamed > 0) text += counted(places.renamed, noun);
  if (places.removed > 0) {
    text += (places.renamed > 0 ? ", " : "") + counted(places.removed, noun) + " removed";
  }
  return text;
}

bool links_to(const EntryRecord& entry, const IdChange& change) {
  return std::any_of(entry.edges.begin(), entry.edges.end(),
                     [&](const Edge& edge) { return change.from.contains(edge.target.value); });
}

// Its links are not known.
Status check_unsound(OpenBase& base, const EntryRecord& entry, const IdChange& change) {
  const std::string_view text = base.analysis.sources.text(entry.file);
  for (const std::string& id : change.from) {
    if (text.find(id) == std::string_view::npos) continue;
    return Error{base.analysis.sources[entry.file].path + ": cannot be read as JSON and has " +
                 ticked(id, kMaxIdBytes) + " in it; `kbc validate` says what is wrong"};
  }
  return {};
}

Status change_entries(OpenBase& base, const EntryRecord& changed, const IdChange& change,
                      Plan& plan) {
  for (const EntryRecord& entry : base.analysis.base.entries()) {
    if (&entry == &changed) continue;
    if (!entry.is_sound) {
      if (Status failed = check_unsound(base, entry, change)) return failed;
    }
    if (!entry.is_sound || !links_to(entry, change)) continue;
    // The one that takes its place has more changes, which are made with these.
    if (change.merged_with.contains(entry.id.value)) continue;
    EntryFile file = entry_file(base, entry);
    JsonEdits edits(*file.text, file.document);
    const ChangedPlaces places = change_links(file.document, change, entry.id.value, edits);
    if (!places.any()) continue;
    std::string after = laid_out(base.config, file, edits.text());
    plan.replace(file.file, Border::By::kEntry, *file.text, std::move(after),
                 told(base.analysis.sources[entry.file].path, places, "link"));
  }
  return {};
}

Status change_test_files(const Config& config, const IdChange& change, Plan& plan) {
  const Result<std::vector<std::string>> found = find_test_files(config);
  if (!found) return found.error();
  for (const std::string& path : *found) {
    Result<std::string> text = read_test_file(config.border, Border::By::kEntry, path);
    if (!text) return text.error();
    const std::string shown = display_path(path);
    Result<ChangedText> changed = change_tests(shown, *text, change);
    if (!changed) return changed.error();
    if (changed->places.any()) {
      plan.replace(path, Border::By::kEntry, std::move(*text), std::move(changed->text),
                   told(shown, changed->places, "id"));
    }
    if (changed->places.left > 0) {
      plan.tell(shown + ": " + counted(changed->places.left, "message") +
                " still to be expected from another entry, or from none (`\"expect\": null`)");
    }
  }
  return {};
}

// A person's path wins over that of kbc.json, which need not be there yet.
Status change_baseline_file(const Config& config, const std::string& named, const IdChange& change,
                            Plan& plan) {
  std::error_code failed;
  const bool is_own = named.empty();
  const std::string& path = is_own ? config.baseline_path : named;
  if (is_own && (path.empty() || !std::filesystem::exists(path, failed))) return {};
  const Border::By by = is_own ? Border::By::kOperator : Border::By::kPerson;
  const Result<Baseline> baseline = Baseline::read(path, config.border, by);
  if (!baseline) return baseline.error();
  ChangedText changed = change_baseline(*baseline, change);
  if (!changed.places.any()) return {};
  plan.replace(path, by, baseline->text(), std::move(changed.text),
               told(display_path(path), changed.places, "line"));
  return {};
}

}  // namespace

Status change_names(OpenBase& base, const EntryRecord& entry, const IdChange& change,
                    const std::string& baseline, Plan& plan) {
  if (Status failed = change_entries(base, entry, change, plan)) return failed;
  if (Status failed = change_test_files(base.config, change, plan)) return failed;
  return change_baseline_file(base.config, baseline, change, plan);
}

}  // namespace kbc
