#include "analysis/analyse.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "analysis/entry_files.h"
#include "analysis/workspace.h"

namespace kbc {
namespace {

// What a narrower rule's finding says of the broader rule's at the same value.
struct Refinement {
  RuleId broad;
  FileId file;
  PointerText pointer;

  bool operator==(const Refinement&) const = default;
};

struct RefinementHash {
  std::size_t operator()(const Refinement& key) const {
    return key.pointer.hash() ^ (std::size_t{key.file} << 8 | static_cast<std::size_t>(key.broad));
  }
};

}  // namespace

void drop_refined(std::vector<Diagnostic>& diagnostics) {
  std::unordered_set<Refinement, RefinementHash> refined;
  for (const Diagnostic& narrow : diagnostics) {
    for (const RuleId broad : info_of(narrow.rule).refines) {
      refined.insert({broad, narrow.place.file, narrow.place.pointer});
    }
  }
  if (refined.empty()) return;
  std::erase_if(diagnostics, [&](const Diagnostic& broad) {
    return refined.contains({broad.rule, broad.place.file, broad.place.pointer});
  });
}

std::vector<std::size_t> stamp(const RunRules& rules, std::vector<Diagnostic>& diagnostics) {
  std::vector<std::size_t> muted_counts(rules.muted.size(), 0);
  for (Diagnostic& diagnostic : diagnostics) {
    diagnostic.severity = rules.severities.of(diagnostic.rule, diagnostic.exceptional);
    const auto muted = std::find(rules.muted.begin(), rules.muted.end(), diagnostic.rule);
    if (muted == rules.muted.end()) continue;
    ++muted_counts[static_cast<std::size_t>(muted - rules.muted.begin())];
    diagnostic.severity = Severity::kOff;
  }
  std::erase_if(diagnostics,
                [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kOff; });
  return muted_counts;
}

Analysis analyse(const Config& config, const AnalyseOptions& options) {
  const EntryFiles files(config, options.texts);
  if (options.watch.total != nullptr) *options.watch.total = files.paths().size();
  Workspace workspace(config, options, Workspace::Use::kOnce);
  workspace.open(files.paths(), [&](const std::string& path) { return files.load(path); });
  Analysis analysis = std::move(workspace).take();
  files.complete(analysis);
  return analysis;
}

void locate(Place& place, const LineIndex& lines) {
  place.begin = lines.at(place.span.begin);
  place.end = lines.at(place.span.end);
}

namespace {

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.place.file, one.place.span.begin, one.place.span.end, one.rule,
                    one.message);
  };
  return key(left) < key(right);
}

}  // namespace

void locate_and_sort(Analysis& analysis) {
  std::vector<Diagnostic>& diagnostics = analysis.diagnostics;
  std::sort(diagnostics.begin(), diagnostics.end(), stands_before);
  std::vector<Place*> places;  // that have none yet
  const auto collect = [&](Place& place) {
    if (place.begin.line == 0) places.push_back(&place);
  };
  for (Diagnostic& diagnostic : diagnostics) {
    collect(diagnostic.place);
    if (!diagnostic.has_details()) continue;
    for (Note& note : diagnostic.details().notes) collect(note.place);
  }
  std::sort(places.begin(), places.end(),
            [](const Place* left, const Place* right) { return left->file < right->file; });
  for (Place* place : places) locate(*place, analysis.sources.lines(place->file));
}

}  // namespace kbc
