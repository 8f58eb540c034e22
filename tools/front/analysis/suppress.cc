// There are three passes over findings, because what `ignore-unused` finds
// may itself be ignored, and what an ignore hides is known only when all that it could hide has
// been held against it:
//   1. names that no rule has. They do not depend on other findings, and take the place of what the
//      schema finds wrong with the name;
//   2. all findings so far are held against the ignores and the baseline;
//   3. what was not used in step 2 is reported. These findings are held against both as well, so
//      that lines of the baseline come last.
#include "analysis/suppress.h"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "check/registry.h"
#include "diagnostic/rule_id.h"
#include "load/source.h"
#include "text/ticked.h"

namespace kbc {
namespace {

bool is_muted(const RunRules& rules, RuleId rule) {
  return std::find(rules.muted.begin(), rules.muted.end(), rule) != rules.muted.end();
}

bool has_run(RuleId rule, const Severities& severities) {
  if (is_about_change(rule)) return false;
  if (rule != RuleId::ignore_unused) return severities.is_on(rule);
  // What it finds depends on which of the others ran.
  const std::vector<RuleInfo>& rules = all_rules();
  return std::all_of(rules.begin(), rules.end(),
                     [&](const RuleInfo& one) { return severities.is_on(one.id); });
}

// Whether the run can tell that an entry has nothing for this name to ignore.
bool is_told(std::string_view name, const Severities& severities) {
  std::vector<RuleId> rules = rules_named(name);
  std::erase_if(rules, is_about_change);
  return !rules.empty() && std::all_of(rules.begin(), rules.end(), [&](RuleId rule) {
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

void tell_settings(const Config& config, const RunRules& rules, const Analysis& analysis,
                   IgnoreUse& use) {
  for (const RuleSetting& setting : config.rules) {
    if (setting.severity != Severity::kOff) continue;
    std::size_t hidden = 0;
    std::vector<RuleId> named = rules_named(setting.name);
    std::erase_if(named, is_about_change);
    bool ran = !named.empty();
    for (const RuleId rule : named) {
      const auto muted = std::find(rules.muted.begin(), rules.muted.end(), rule);
      ran = ran && muted != rules.muted.end();
      if (muted != rules.muted.end()) {
        hidden += analysis.muted_counts[static_cast<std::size_t>(muted - rules.muted.begin())];
      }
    }
    if (hidden > 0 || !ran) continue;
    use.unused.push_back(
        {Place{analysis.config_file, setting.span, setting.pointer, {}, {}}, setting.name, {}});
  }
}

// The entry that a baseline would name, or `kbc.json`; nothing for any other file.
std::optional<std::string> entry_of(const Diagnostic& diagnostic, const Analysis& analysis) {
  const FileId file = diagnostic.place.file;
  if (file < analysis.entry_count) return std::string(analysis.base.entries()[file].get().id.value);
  if (file == analysis.config_file) return std::string(kConfigName);
  return {};
}

// What a baseline says of findings.
class Acceptance {
 public:
  Acceptance(Baseline& baseline, Analysis& analysis)
      : baseline_(baseline),
        analysis_(analysis),
        file_(analysis.sources.add(
            source_from_text(baseline.text(), display_path(baseline.path()), ""))),
        places_(analysis.sources) {}

  // A finding at another value than the accepted one says so.
  bool accepts(Diagnostic& diagnostic) {
    const std::string& rule = info_of(diagnostic.rule).name;
    const std::optional<std::string> entry = entry_of(diagnostic, analysis_);
    if (!entry || !baseline_.has(*entry, rule)) return false;
    if (baseline_.version() == 1) return use({*entry, rule, diagnostic.place.pointer.text(), {}});
    const auto line = baseline_line(diagnostic, analysis_, places_);
    if (use(line->first)) return true;
    if (Baseline::Line* other = baseline_.find_other_value(line->first)) tell(*other, diagnostic);
    return false;
  }

  void tell_unused(const Severities& severities, IgnoreUse& use) const {
    for (const auto& [key, line] : baseline_.lines()) {
      const Place place{file_, line.span, "", {}, {}};
      const std::optional<RuleId> rule = rule_named(key.rule);
      if (!rule) {
        use.unknown.push_back({place, key.rule, {}});
      } else if (!line.used && has_run(*rule, severities)) {
        use.unused.push_back({place, key.rule, {}});
      }
    }
  }

 private:
  bool use(const Baseline::Key& key) {
    Baseline::Line* const line = baseline_.find(key);
    if (line != nullptr) line->used = true;
    return line != nullptr;
  }

  // The finding speaks for the line, which is not reported as unused.
  void tell(Baseline::Line& line, Diagnostic& diagnostic) const {
    line.used = true;
    const std::string was = line.json.empty() ? "another" : ticked(line.json, kMostValueBytes);
    diagnostic.details().notes.push_back(
        {Place{file_, line.span, "", {}, {}}, "the accepted value was " + was});
  }

  Baseline& baseline_;
  Analysis& analysis_;
  FileId file_;
  NamedPlaces places_;
};

std::vector<Diagnostic> unused_ignores(const IgnoreUse& use, const RunRules& rules) {
  std::vector<Diagnostic> found;
  run_ignore_checks(use, rules.running, found);
  for (Diagnostic& diagnostic : found) {
    diagnostic.severity = rules.severities.of(diagnostic.rule, diagnostic.exceptional);
  }
  return found;
}

}  // namespace

std::optional<std::pair<Baseline::Key, Baseline::Line>> baseline_line(const Diagnostic& diagnostic,
                                                                      const Analysis& analysis,
                                                                      NamedPlaces& places) {
  const std::optional<std::string> entry = entry_of(diagnostic, analysis);
  if (!entry) return {};
  std::pair<Baseline::Key, Baseline::Line> line;
  line.first = {*entry, info_of(diagnostic.rule).name, places.steps_to(diagnostic.place), {}};
  if (std::optional<NamedValue> value = places.value_at(diagnostic.place)) {
    line.first.value = Baseline::identity_of(*value);
    line.second = {{}, false, std::move(value->json)};
  }
  return line;
}

bool keeps_line(const Baseline::Key& key, const Severities& severities) {
  const std::optional<RuleId> rule = rule_named(key.rule);
  return rule && !has_run(*rule, severities);
}

namespace {

// The steps of suppress().
class Suppression {
 public:
  Suppression(const Config& config, const RunRules& rules, Baseline* baseline, Analysis& analysis,
              std::vector<Diagnostic>* accepted)
      : config_(config),
        rules_(rules),
        analysis_(analysis),
        accepted_(accepted),
        ignores_(analysis.base) {
    if (baseline != nullptr) baseline_.emplace(*baseline, analysis);
  }

  void report_unknown_names() {
    IgnoreUse use;
    ignores_.tell_unknown(use);
    std::vector<Diagnostic> found = unused_ignores(use, rules_);
    if (found.empty()) return;
    add(std::move(found));
    drop_refined(analysis_.diagnostics);
    if (is_wanted()) return;
    std::erase_if(analysis_.diagnostics, [](const Diagnostic& diagnostic) {
      return diagnostic.rule == RuleId::ignore_unused;
    });
  }

  void drop_accepted(std::vector<Diagnostic>& diagnostics) {
    std::erase_if(diagnostics,
                  [&](const Diagnostic& diagnostic) { return ignores_.accepts(diagnostic); });
    if (!baseline_) return;
    // Each file is parsed once for all of its findings.
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.place.file < b.place.file; });
    std::erase_if(diagnostics, [&](Diagnostic& diagnostic) {
      if (!baseline_->accepts(diagnostic)) return false;
      if (accepted_ != nullptr) accepted_->push_back(std::move(diagnostic));
      return true;
    });
  }

  void report_unused() {
    if (!is_wanted()) return;
    IgnoreUse use;
    ignores_.tell_unused(rules_.severities, use);
    tell_settings(config_, rules_, analysis_, use);
    std::vector<Diagnostic> found = unused_ignores(use, rules_);
    drop_accepted(found);
    add(std::move(found));
    if (!baseline_) return;
    IgnoreUse lines;
    baseline_->tell_unused(rules_.severities, lines);
    add(unused_ignores(lines, rules_));
  }

 private:
  // Whether ignore-unused is to be reported.
  bool is_wanted() const {
    return rules_.severities.is_on(RuleId::ignore_unused) &&
           !is_muted(rules_, RuleId::ignore_unused);
  }

  void add(std::vector<Diagnostic> found) {
    std::move(found.begin(), found.end(), std::back_inserter(analysis_.diagnostics));
  }

  const Config& config_;
  const RunRules& rules_;
  Analysis& analysis_;
  std::vector<Diagnostic>* accepted_;  // null for nobody who asks
  std::optional<Acceptance> baseline_;
  EntryIgnores ignores_;
};

}  // namespace

void suppress(const Config& config, const RunRules& rules, Baseline* baseline, Analysis& analysis,
              std::vector<Diagnostic>* accepted) {
  Suppression suppression(config, rules, baseline, analysis, accepted);
  suppression.report_unknown_names();
  suppression.drop_accepted(analysis.diagnostics);
  suppression.report_unused();
}

}  // namespace kbc
