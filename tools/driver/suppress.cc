#include "driver/suppress.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "check/registry.h"
#include "load/source.h"

namespace kbc {
namespace {

bool names_rule(std::string_view name, RuleId rule) {
  const RuleInfo& info = info_of(rule);
  return name == info.name || name == info.group;
}

// Whether the run can tell that nothing is there for this name to ignore.
bool has_run(std::string_view name, const Severities& severities) {
  const std::vector<RuleId> rules = rules_named(name);
  return std::all_of(rules.begin(), rules.end(), [&](RuleId rule) {
    // ignore-unused itself runs last, when this question is asked.
    return severities.is_on(rule) && rule != RuleId::ignore_unused;
  });
}

// What to delete to take one name out of a list.
Span removal_of(const std::vector<Located>& list, std::size_t index) {
  if (index > 0) return {list[index - 1].span.end, list[index].span.end};
  if (list.size() > 1) return {list[0].span.begin, list[1].span.begin};
  return list[0].span;
}

// The kbc_ignore lists of all entries, and which of their names accepted something.
class EntryIgnores {
 public:
  explicit EntryIgnores(const KnowledgeBase& base) : base_(base) {
    for (const EntryRecord& entry : base.entries()) {
      if (!entry.ignores.empty()) used_[entry.file].resize(entry.ignores.size());
    }
  }

  bool accepts(const Diagnostic& diagnostic) {
    const auto found = used_.find(diagnostic.place.file);
    if (found == used_.end()) return false;
    const EntryRecord& entry = base_.entries()[diagnostic.place.file];
    bool accepted = false;
    for (std::size_t index = 0; index < entry.ignores.size(); ++index) {
      if (!names_rule(entry.ignores[index].value, diagnostic.rule)) continue;
      found->second[index] = true;
      accepted = true;
    }
    return accepted;
  }

  void tell(const Severities& severities, IgnoreUse& use) const {
    for (const EntryRecord& entry : base_.entries()) {
      for (std::size_t index = 0; index < entry.ignores.size(); ++index) {
        const std::string_view name = entry.ignores[index].value;
        const IgnoreUse::Line line{entry.at_ignore(index), name, removal_of(entry.ignores, index)};
        if (rules_named(name).empty()) {
          use.unknown.push_back(line);
        } else if (!used_.at(entry.file)[index] && has_run(name, severities)) {
          use.unused.push_back(line);
        }
      }
    }
  }

 private:
  const KnowledgeBase& base_;
  std::unordered_map<FileId, std::vector<bool>> used_;
};

void tell_settings(const Config& config, const AnalyseOptions& options, const Analysis& analysis,
                   IgnoreUse& use) {
  for (const RuleSetting& setting : config.rules) {
    if (setting.severity != Severity::kOff) continue;
    std::size_t hidden = 0;
    bool ran = true;
    for (const RuleId rule : rules_named(setting.name)) {
      const auto muted = std::find(options.muted.begin(), options.muted.end(), rule);
      ran = ran && muted != options.muted.end();
      if (muted != options.muted.end()) {
        hidden += analysis.muted_counts[static_cast<std::size_t>(muted - options.muted.begin())];
      }
    }
    if (hidden > 0 || !ran) continue;
    use.unused.push_back(
        {Place{analysis.config_file, setting.span, setting.pointer, {}, {}}, setting.name, {}});
  }
}

void tell_baseline(const Baseline& baseline, const Severities& severities, Analysis& analysis,
                   IgnoreUse& use) {
  const FileId file =
      analysis.sources.add(source_from_text(baseline.text(), display_path(baseline.path()), ""));
  for (const auto& [key, line] : baseline.lines()) {
    const Place place{file, line.span, "", {}, {}};
    if (rules_named(key.rule).empty()) {
      use.unknown.push_back({place, key.rule, {}});
    } else if (!line.used && has_run(key.rule, severities)) {
      use.unused.push_back({place, key.rule, {}});
    }
  }
}

}  // namespace

Baseline::Key baseline_key(const Diagnostic& diagnostic, const Analysis& analysis) {
  const bool is_entry = diagnostic.place.file < analysis.entry_count;
  return {is_entry ? std::string(analysis.base.entries()[diagnostic.place.file].id.value) : "",
          info_of(diagnostic.rule).name, diagnostic.place.pointer};
}

void suppress(const Config& config, const AnalyseOptions& options, Baseline* baseline,
              Analysis& analysis) {
  EntryIgnores ignores(analysis.base);
  std::erase_if(analysis.diagnostics,
                [&](const Diagnostic& diagnostic) { return ignores.accepts(diagnostic); });
  if (baseline != nullptr) {
    std::erase_if(analysis.diagnostics, [&](const Diagnostic& diagnostic) {
      return baseline->find(baseline_key(diagnostic, analysis)) != nullptr;
    });
  }
  if (!options.severities.is_on(RuleId::ignore_unused)) return;
  IgnoreUse use;
  ignores.tell(options.severities, use);
  tell_settings(config, options, analysis, use);
  if (baseline != nullptr) tell_baseline(*baseline, options.severities, analysis, use);
  std::vector<Diagnostic> found;
  run_ignore_checks(use, options.severities, found);
  for (Diagnostic& diagnostic : found) {
    diagnostic.severity = options.severities.of(diagnostic.rule, diagnostic.exceptional);
    if (!ignores.accepts(diagnostic)) analysis.diagnostics.push_back(std::move(diagnostic));
  }
}

}  // namespace kbc
