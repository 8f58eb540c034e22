#include "analysis/since.h"

#include <functional>
#include <unordered_set>
#include <utility>

#include "output/fingerprint.h"

namespace kbc {
namespace {

std::string one_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

Result<std::string> merge_base(const Repository& repository, const std::string& reference) {
  const Result<std::string> commit = repository.commit_of(reference);
  if (!commit) return commit.error();
  const Result<std::string> base = repository.ask({"merge-base", *commit, "HEAD"});
  if (base) return one_line(*base);
  return Error{"`" + reference +
               "` and HEAD have no commit in common; a shallow clone needs more history"};
}

// The entries' folder from the top of the working tree, with its final slash; empty for the top.
std::string place_of_entries(const Repository& repository, const Config& config) {
  // A slash at the end, so that a link there is followed.
  const std::string place = path_in(repository, config.entries + "/").value_or("");
  return place.empty() ? "" : place + "/";
}

}  // namespace

std::vector<std::string> fingerprints_of(Analysis& analysis) {
  locate_and_sort(analysis);
  Fingerprints fingerprints(analysis.sources);
  std::vector<std::string> names;
  for (const Diagnostic& finding : analysis.diagnostics)
    names.push_back(fingerprints.next(finding));
  return names;
}

Result<Change> Change::since(const std::string& reference, const std::string& folder,
                             const Border& border, Until until) {
  const Result<Repository> repository = Repository::around(folder);
  if (!repository) return repository.error();
  const Result<std::string> base = merge_base(*repository, reference);
  if (!base) return base.error();
  std::vector<std::string> question = {"diff",         "--name-only",   "-z",
                                       "--no-renames", "--no-ext-diff", "--no-relative"};
  if (until == Until::kIndex) question.emplace_back("--cached");
  question.push_back(*base);
  Result<std::string> changed = repository->ask(question);
  if (!changed) return changed.error();
  if (until == Until::kWorkingTree) {
    const std::string place = path_in(*repository, folder).value_or("");
    const Result<std::string> added =
        repository->ask({"ls-files", "--others", "-z", "--", place.empty() ? "." : place});
    if (!added) return added.error();
    *changed += *added;
  }
  Result<std::unique_ptr<Snapshot>> before = Snapshot::committed(folder, border, *base);
  if (!before) return before.error();
  std::set<std::string, std::less<>> paths;
  for (const std::string_view path : records_of(*changed)) paths.emplace(path);
  return Change(std::move(*before), std::move(paths));
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

void Change::keep_findings(const Config& config, const std::vector<std::string>& earlier,
                           Analysis& analysis) const {
  const std::unordered_set<std::string> known(earlier.begin(), earlier.end());
  const std::vector<std::string> now = fingerprints_of(analysis);
  const std::set<FileId> touched = touched_files(config, analysis);
  std::vector<Diagnostic> kept;
  for (std::size_t at = 0; at < now.size(); ++at) {
    Diagnostic& finding = analysis.diagnostics[at];
    if (!touched.contains(finding.place.file) && known.contains(now[at])) continue;
    kept.push_back(std::move(finding));
  }
  analysis.diagnostics = std::move(kept);
}

}  // namespace kbc
