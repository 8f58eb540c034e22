#include "analysis/suppress.h"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "check/registry.h"
#include "diagnostic/rule_id.h"
#include "load/source.h"

namespace kbc {
namespace {

bool is_muted(const AnalyseOptions& options, RuleId rule) {
  return std::find(options.muted.begin(), options.muted.end(), rule) != options.muted.end();
}

bool has_run(RuleId rule, const Severities& severities) {
  if (rule != RuleId::ignore_unused) return severities.is_on(rule);
  // What it finds depends on which of the others ran.
  const std::vector<RuleInfo>& rules = all_rules();
  return std::all_of(rules.begin(), rules.end(),
                     [&](const RuleInfo& one) { return severities.is_on(one.id); });
}

// Whether the run can tell that an entry has nothing for this name to ignore.
bool is_told(std::string_view name, const Severities& severities) {
  const std::vector<RuleId> rules = rules_named(name);
  return std::all_of(rules.begin(), rules.end(), [&](RuleId rule) {
    // ignore-unused itself runs when this question is asked.
    return severities.is_on(rule) && rule != RuleId::ignore_unused;
  });
}

// What to delete to take one name out of a list.
Span removal_of(const std::vector<Located>& list, std::size_t index) {
  if (index > 0) return {list[index - 1].span.end, list[index].span.end};
  if (list.size() > 1) return {list[0].span.begin, list[1].span.begin};
  return list[0].span;
}

using RuleSet = std::bitset<kRuleCount>;

// The kbc_ignore lists of all entries, and which of the rules they name they were asked for. By
// rules, not names: an entry may have any number of names, and of findings.
class EntryIgnores {
 public:
  explicit EntryIgnores(const KnowledgeBase& base) : base_(base) {
    for (const EntryRecord& entry : base.entries()) {
      if (entry.ignores.empty()) continue;
      RuleSet& accepted = uses_[entry.file].accepted;
      for (const Located& name : entry.ignores) {
        for (const RuleId rule : rules_named(name.value)) accepted.set(index_of(rule));
      }
    }
  }

  bool accepts(const Diagnostic& diagnostic) {
    const auto use = uses_.find(diagnostic.place.file);
    if (use == uses_.end() || !use->second.accepted[index_of(diagnostic.rule)]) return false;
    use->second.met.set(index_of(diagnostic.rule));
    return true;
  }

  void tell_unknown(IgnoreUse& use) const {
    for (const EntryRecord& entry : base_.entries()) {
      for (std::size_t index = 0; index < entry.ignores.size(); ++index) {
        const std::string_view name = entry.ignores[index].value;
        if (!rules_named(name).empty()) continue;
        use.unknown.push_back({entry.at_ignore(index), name, removal_of(entry.ignores, index)});
      }
    }
  }

  void tell_unused(const Severities& severities, IgnoreUse& use) const {
    for (const EntryRecord& entry : base_.entries()) {
      for (std::size_t index = 0; index < entry.ignores.size(); ++index) {
        const std::string_view name = entry.ignores[index].value;
        if (rules_named(name).empty() || is_used(entry, name) || !is_told(name, severities)) {
          continue;
        }
        use.unused.push_back({entry.at_ignore(index), name, removal_of(entry.ignores, index)});
      }
    }
  }

 private:
  struct Use {
    RuleSet accepted, met;
  };

  static std::size_t index_of(RuleId rule) { return static_cast<std::size_t>(rule); }

  bool is_used(const EntryRecord& entry, std::string_view name) const {
    const RuleSet& met = uses_.at(entry.file).met;
    const std::vector<RuleId> rules = rules_named(name);
    return std::any_of(rules.begin(), rules.end(),
                       [&](RuleId rule) { return met[index_of(rule)]; });
  }

  const KnowledgeBase& base_;
  std::unordered_map<FileId, Use> uses_;
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
    const std::optional<RuleId> rule = rule_named(key.rule);
    if (!rule) {
      use.unknown.push_back({place, key.rule, {}});
    } else if (!line.used && has_run(*rule, severities)) {
      use.unused.push_back({place, key.rule, {}});
    }
  }
}

std::vector<Diagnostic> unused_ignores(const IgnoreUse& use, const AnalyseOptions& options) {
  std::vector<Diagnostic> found;
  run_ignore_checks(use, options.running, found);
  for (Diagnostic& diagnostic : found) {
    diagnostic.severity = options.severities.of(diagnostic.rule, diagnostic.exceptional);
  }
  return found;
}

// A name that is no rule's has no form that the schema could ask for: that is one mistake.
void add_unknown_ignores(const EntryIgnores& ignores, const AnalyseOptions& options,
                         std::vector<Diagnostic>& diagnostics) {
  IgnoreUse use;
  ignores.tell_unknown(use);
  std::vector<Diagnostic> found = unused_ignores(use, options);
  if (found.empty()) return;
  std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  drop_refined(diagnostics);
}

}  // namespace

std::optional<Baseline::Key> baseline_key(const Diagnostic& diagnostic, const Analysis& analysis) {
  const FileId file = diagnostic.place.file;
  const bool is_entry = file < analysis.entry_count;
  if (!is_entry && file != analysis.config_file) return {};
  return Baseline::Key{
      is_entry ? std::string(analysis.base.entries()[file].id.value) : std::string(kConfigName),
      info_of(diagnostic.rule).name, diagnostic.place.pointer};
}

bool keeps_line(const Baseline::Key& key, const Severities& severities) {
  const std::optional<RuleId> rule = rule_named(key.rule);
  return rule && !has_run(*rule, severities);
}

void suppress(const Config& config, const AnalyseOptions& options, Baseline* baseline,
              Analysis& analysis) {
  EntryIgnores ignores(analysis.base);
  const auto is_accepted = [&](const Diagnostic& diagnostic) {
    if (ignores.accepts(diagnostic)) return true;
    const auto key = baseline_key(diagnostic, analysis);
    return baseline != nullptr && key && baseline->find(*key) != nullptr;
  };
  add_unknown_ignores(ignores, options, analysis.diagnostics);
  const bool is_wanted =
      options.severities.is_on(RuleId::ignore_unused) && !is_muted(options, RuleId::ignore_unused);
  std::erase_if(analysis.diagnostics, [&](const Diagnostic& diagnostic) {
    return diagnostic.rule == RuleId::ignore_unused && !is_wanted;
  });
  std::erase_if(analysis.diagnostics, is_accepted);
  if (!is_wanted) return;
  IgnoreUse use;
  ignores.tell_unused(options.severities, use);
  tell_settings(config, options, analysis, use);
  std::vector<Diagnostic> found = unused_ignores(use, options);
  std::erase_if(found, is_accepted);
  // Last, when all that the baseline can accept has been held against it.
  IgnoreUse lines;
  if (baseline != nullptr) tell_baseline(*baseline, options.severities, analysis, lines);
  for (Diagnostic& line : unused_ignores(lines, options)) found.push_back(std::move(line));
  std::move(found.begin(), found.end(), std::back_inserter(analysis.diagnostics));
}

}  // namespace kbc
