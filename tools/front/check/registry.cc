#include "check/registry.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "check/checks.h"
#include "core/parallel.h"

namespace kbc {
namespace {

template <typename Check>
struct Registered {
  RuleId rule;
  Check* check;
};

using FileCheck = void(const ParsedFile&, Report&);
using EntryCheck = void(const Entry&, const Context&, Report&);
using BaseCheck = void(const KnowledgeBase&, Report&);
using CrossCheck = void(const CrossMatches&, Report&);
using RunCheck = void(const IgnoreUse&, Report&);

// One table for each input: its own macro makes a row, the others' make nothing.
#define KBC_NOTHING(name)
#define KBC_ROW(name) {RuleId::name, &name},
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) KBC_##input(name)

#define KBC_file KBC_ROW
#define KBC_entry KBC_NOTHING
#define KBC_base KBC_NOTHING
#define KBC_cross KBC_NOTHING
#define KBC_run KBC_NOTHING
constexpr Registered<FileCheck> kFileChecks[] = {
#include "diagnostic/rules.def"
};
#undef KBC_file
#undef KBC_entry
#define KBC_file KBC_NOTHING
#define KBC_entry KBC_ROW
constexpr Registered<EntryCheck> kEntryChecks[] = {
#include "diagnostic/rules.def"
};
#undef KBC_entry
#undef KBC_base
#define KBC_entry KBC_NOTHING
#define KBC_base KBC_ROW
constexpr Registered<BaseCheck> kBaseChecks[] = {
#include "diagnostic/rules.def"
};
#undef KBC_base
#undef KBC_cross
#define KBC_base KBC_NOTHING
#define KBC_cross KBC_ROW
constexpr Registered<CrossCheck> kCrossChecks[] = {
#include "diagnostic/rules.def"
};
#undef KBC_cross
#undef KBC_run
#define KBC_cross KBC_NOTHING
#define KBC_cross KBC_NOTHING
#define KBC_run KBC_ROW
constexpr Registered<RunCheck> kRunChecks[] = {
#include "diagnostic/rules.def"
};
#undef KBC_file
#undef KBC_entry
#undef KBC_base
#undef KBC_cross
#undef KBC_run
#undef KBC_RULE
#undef KBC_ROW
#undef KBC_NOTHING

constexpr const Explanation* kExplanations[] = {
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) &name##_explanation,
#include "diagnostic/rules.def"
#undef KBC_RULE
};

}  // namespace

const Explanation& explanation_of(RuleId rule) {
  return *kExplanations[static_cast<std::size_t>(rule)];
}

void run_file_checks(const ParsedFile& file, FileId id, const Severities& severities,
                     std::vector<Diagnostic>& out) {
  for (const auto& [rule, check] : kFileChecks) {
    if (!severities.is_on(rule)) continue;
    Report report(rule, id, &file.document, out);
    check(file, report);
  }
}

void run_entry_checks(const Entry& entry, const Document& document, const Context& context,
                      FileId id, const Severities& severities, std::vector<Diagnostic>& out) {
  for (const auto& [rule, check] : kEntryChecks) {
    if (!severities.is_on(rule)) continue;
    Report report(rule, id, &document, out);
    check(entry, context, report);
  }
}

bool needs_literals(const Severities& severities) {
  return std::any_of(std::begin(kCrossChecks), std::end(kCrossChecks),
                     [&](const auto& check) { return severities.is_on(check.rule); });
}

namespace {

// One search for all of them.
void run_cross_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                      std::vector<Diagnostic>& out) {
  if (!needs_literals(severities)) return;
  const CrossMatches cross = cross_matches(base, jobs);
  for (const auto& [rule, check] : kCrossChecks) {
    if (!severities.is_on(rule)) continue;
    Report report(rule, out);
    check(cross, report);
  }
}

}  // namespace

void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     std::vector<Diagnostic>& out) {
  // The longest comes first, so that the others run beside it.
  std::array<std::vector<Diagnostic>, 1 + std::size(kBaseChecks)> found;
  parallel_for(
      found.size(), jobs,
      [&](std::size_t index, unsigned) {
        if (index == 0) return run_cross_checks(base, severities, jobs, found[index]);
        const auto& [rule, check] = kBaseChecks[index - 1];
        if (!severities.is_on(rule)) return;
        Report report(rule, found[index]);
        check(base, report);
      },
      1);
  for (std::vector<Diagnostic>& diagnostics : found) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(out));
  }
}

void run_ignore_checks(const IgnoreUse& use, const Severities& severities,
                       std::vector<Diagnostic>& out) {
  for (const auto& [rule, check] : kRunChecks) {
    if (!severities.is_on(rule)) continue;
    Report report(rule, out);
    check(use, report);
  }
}

}  // namespace kbc
