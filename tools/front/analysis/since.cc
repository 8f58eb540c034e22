#include "analysis/since.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "os/real_path.h"
#include "output/fingerprint.h"
#include "output/named_places.h"
#include "text/hash.h"

namespace kbc {
namespace {

std::string one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

// The entries' folder from the top of the working tree, with its final slash; empty for the top.
std::string place_of_entries(const Repository& repository, const Config& config) {
  // A slash at the end, so that a link there is followed.
  const std::string place = path_in(repository, config.entries + "/").value_or("");
  return place.empty() ? "" : place + "/";
}

}  // namespace

Result<std::string> merge_base(const Repository& repository, const std::string& reference) {
  const Result<std::string> commit = repository.commit_of(reference);
  if (!commit) return commit.error();
  const Result<std::string> base = repository.ask({"merge-base", *commit, "HEAD"});
  if (base) return one_line(*base);
  return Error{"`" + reference +
               "` and HEAD have no commit in common; a shallow clone needs more history"};
}

Result<Change> Change::from(const Repository& repository, const std::string& commit,
                            std::vector<std::string> question, const std::string& folder,
                            const Border& border, Until until) {
  const std::vector<std::string> plainly = {"diff",         "--name-only",   "-z",
                                            "--no-renames", "--no-ext-diff", "--no-relative"};
  question.insert(question.begin(), plainly.begin(), plainly.end());
  Result<std::string> changed = repository.ask(question);
  if (!changed) return changed.error();
  if (until == Until::kWorkingTree) {
    const std::string place = path_in(repository, folder).value_or("");
    const Result<std::string> added =
        repository.ask({"ls-files", "--others", "-z", "--", place.empty() ? "." : place});
    if (!added) return added.error();
    *changed += *added;
  }
  Result<std::unique_ptr<Snapshot>> before = Snapshot::committed(folder, border, commit);
  if (!before) return before.error();
  std::set<std::string, std::less<>> paths;
  for (const std::string_view path : records_of(*changed)) paths.emplace(path);
  return Change(std::move(*before), std::move(paths));
}

Result<Change> Change::since(const std::string& reference, const std::string& folder,
                             const Border& border, Until until) {
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  const Result<std::string> base = merge_base(*repository, reference);
  if (!base) return base.error();
  std::vector<std::string> question = {*base};
  if (until == Until::kIndex) question.insert(question.begin(), "--cached");
  return from(*repository, *base, std::move(question), folder, border, until);
}

Result<std::optional<Change>> Change::staged(const std::string& folder, const Border& border) {
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  const Result<std::string> head =
      repository->ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (!head) return std::optional<Change>();
  const std::string commit = one_line(*head);
  Result<Change> change =
      from(*repository, commit, {"--cached", commit}, folder, border, Until::kIndex);
  if (!change) return change.error();
  if (change->paths_.empty()) return std::optional<Change>();
  return std::optional<Change>(std::move(*change));
}

Result<Change> Change::between(const std::string& before, const std::string& after,
                               const std::string& folder, const Border& border) {
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  const Result<std::string> first = repository->commit_of(before);
  if (!first) return first.error();
  const Result<std::string> second = repository->commit_of(after);
  if (!second) return second.error();
  const Result<std::string> common = repository->ask({"merge-base", *first, *second});
  const std::string base = common ? one_line(*common) : *first;
  return from(*repository, base, {base, *second}, folder, border, Until::kIndex);
}

bool Change::touches(std::string_view path) const {
  for (;;) {
    if (paths_.contains(path)) return true;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return false;
    path = path.substr(0, slash);
  }
}

std::vector<FileId> Change::changed_entries(const Config& config, const Analysis& analysis) const {
  const std::string place = place_of_entries(before_->repository(), config);
  std::vector<FileId> entries;
  for (FileId file = 0; file < analysis.entry_count; ++file) {
    const std::string& id = analysis.sources[file].path_id;
    if (touches(place + path_of_id(id))) entries.push_back(file);
  }
  return entries;
}

std::set<FileId> Change::touched_files(const Config& config, const Analysis& analysis) const {
  const std::vector<FileId> entries = changed_entries(config, analysis);
  std::set<FileId> files(entries.begin(), entries.end());
  // kbc.json and the baseline have findings, too.
  for (auto file = static_cast<FileId>(analysis.entry_count); file < analysis.sources.size();
       ++file) {
    const auto path = path_in(before_->repository(), analysis.sources[file].path);
    if (path && touches(*path)) files.insert(file);
  }
  return files;
}

bool Change::touches_base(const Config& config) const {
  const auto lies_in = [&](const std::string& place) {
    const auto folder = path_in(before_->repository(), place);
    if (!folder || touches(*folder)) return true;
    const auto first = paths_.lower_bound(*folder);
    return folder->empty() || (first != paths_.end() && first->starts_with(*folder + "/"));
  };
  for (const std::string& file : {config.schema_path, config.taxonomy_path, config.baseline_path}) {
    if (!file.empty() && (lies_in(file) || lies_in(real_path(file).string()))) return true;
  }
  return lies_in(config.root + "/");
}

std::vector<std::string> Change::names_of(const Config& config, Earlier which,
                                          Analysis& analysis) const {
  locate_and_sort(analysis);
  std::set<FileId> touched;
  if (which == Earlier::kAll) touched = touched_files(config, analysis);
  Fingerprints fingerprints(analysis.sources);
  NamedPlaces places(analysis.sources);
  std::vector<std::string> names;
  names.reserve(analysis.diagnostics.size());
  for (const Diagnostic& finding : analysis.diagnostics) {
    std::string& name = names.emplace_back(fingerprints.next(finding));
    if (!touched.contains(finding.place.file)) continue;
    const std::optional<NamedValue> value = places.value_at(finding.place);
    if (value) name += ' ' + hash_text(value->canonical);
  }
  return names;
}

Tally Change::keep_findings(const Config& config, Earlier which,
                            const std::vector<std::string>& earlier, Analysis& analysis) const {
  const std::unordered_set<std::string> known(earlier.begin(), earlier.end());
  const std::vector<std::string> now = names_of(config, which, analysis);
  std::set<FileId> touched;
  if (which == Earlier::kElsewhere) touched = touched_files(config, analysis);
  Tally left_out;
  std::vector<Diagnostic> kept;
  for (std::size_t at = 0; at < now.size(); ++at) {
    Diagnostic& finding = analysis.diagnostics[at];
    if (!touched.contains(finding.place.file) && known.contains(now[at])) {
      left_out.add(finding.severity);
    } else {
      kept.push_back(std::move(finding));
    }
  }
  analysis.diagnostics = std::move(kept);
  return left_out;
}

}  // namespace kbc
