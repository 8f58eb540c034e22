#include "import/settle.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "analysis/repair.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "diagnostic/rule_id.h"
#include "format/format.h"
#include "load/discover.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// Every round drops all that is at fault, so more of them mean that something cannot be mended.
constexpr int kMostRounds = 8;

// The value of the canon that the value at a pointer, or what holds it, comes from.
std::uint32_t origin_of(std::string pointer, const CanonEntry& entry) {
  while (!pointer.empty()) {
    const auto origin = entry.origins.find(pointer);
    if (origin != entry.origins.end()) return origin->second;
    pointer.resize(pointer.rfind('/'));
  }
  return Document::kNoNode;
}

// Finds a repair for an error; false where there is none.
bool amend(const Canon& canon, const CanonEntry& entry, const Diagnostic& error,
           Amendments& amendments, std::vector<CanonNote>& lost) {
  if (error.rule == RuleId::text_control && error.fault == "line-break" &&
      error.place.pointer == "/signature") {
    return !std::exchange(amendments.joins_signature, true);
  }
  if (error.rule == RuleId::regex_signature) {
    return !std::exchange(amendments.quotes_signature, true);
  }
  const std::uint32_t node = origin_of(error.place.pointer.text(), entry);
  if (node == Document::kNoNode) return false;
  if (amendments.dropped.insert(node).second) {
    lost.push_back(
        {canon.pointer(node), info_of(error.rule).name + ": " + std::string(error.message.view())});
  }
  return true;
}

// What a rule looks at, as diagnostic/rules.def has it.
struct RuleInput {
  RuleId rule;
  std::string_view input;
};
constexpr RuleInput kInputs[] = {
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) {RuleId::name, #input},
#include "diagnostic/rules.def"
#undef KBC_RULE
};

// Turns off the rules that set entries side by side, of which there is one.
void keep_rules_of_one(RunRules& rules) {
  for (const RuleInput& rule : kInputs) {
    if (rule.input == "file" || rule.input == "entry") continue;
    rules.severities.set(rule.rule, Severity::kOff);
    rules.running.set(rule.rule, Severity::kOff);
  }
}

std::string reason_of(const Diagnostic& error) {
  const std::string pointer = error.place.pointer.text();
  return info_of(error.rule).name + (pointer.empty() ? "" : " at " + pointer) +
         " of the entry: " + std::string(error.message.view());
}

}  // namespace

Settler::Settler(const Config& config, std::chrono::year_month_day today) : config_(config) {
  settle_rules(config, {}, options_.rules);
  keep_rules_of_one(options_.rules);
  options_.today = Today::exactly(today);
  options_.texts.is_alone = true;
  parse_json(config.schema_text, Dialect::kJson, schema_);
}

SettledCanon Settler::settle(const Canon& canon,
                             const std::function<bool(const std::string&)>& is_known) const {
  const std::string path = config_.entries + "/" + path_of_id(canon.id());
  Amendments amendments;
  std::vector<CanonNote> lost;
  for (int round = 0;; ++round) {
    Result<CanonEntry> made = canon.entry(amendments, is_known, schema_);
    if (!made) return {{}, made.error().message};
    const std::vector<Diagnostic> findings = mend(path, *made);
    const Diagnostic* hopeless = nullptr;
    bool is_amended = false;
    for (const Diagnostic& finding : findings) {
      if (finding.severity != Severity::kError) continue;
      const bool is_mended = round < kMostRounds && amend(canon, *made, finding, amendments, lost);
      if (!is_mended && hopeless == nullptr) hopeless = &finding;
      is_amended = is_amended || is_mended;
    }
    if (hopeless != nullptr) return {std::move(*made), reason_of(*hopeless)};
    if (is_amended) continue;
    std::move(lost.begin(), lost.end(), std::back_inserter(made->lost));
    return {std::move(*made), ""};
  }
}

std::vector<Diagnostic> Settler::mend(const std::string& path, CanonEntry& entry) const {
  Repairs repairs(Safety::kSafe);
  AnalyseOptions options = options_;
  options.texts.overlay = Overlay{entry.text, path};
  options.texts.edited = &repairs.texts();
  for (;;) {
    Analysis analysis = analyse(config_, options);
    suppress(config_, options.rules, nullptr, analysis);
    locate_and_sort(analysis);
    if (repairs.mend(analysis)) continue;
    const std::string shown = analysis.sources[*analysis.overlay].path;
    if (repairs.has_changes()) {
      Document document;
      parse_json(repairs.texts().at(shown), Dialect::kJson, document);
      entry.text = formatted(document, schema_);
    }
    for (const std::string& line : repairs.done()) {
      entry.repairs.push_back(
          {"", line.substr(line.starts_with(shown + ": ") ? shown.size() + 2 : 0)});
    }
    std::erase_if(analysis.diagnostics, [&](const Diagnostic& finding) {
      return finding.place.file != *analysis.overlay;
    });
    return std::move(analysis.diagnostics);
  }
}

}  // namespace kbc
