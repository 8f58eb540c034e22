#include "check/registry.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <variant>

#include "check/checks.h"
#include "core/parallel.h"
#include "diagnostic/rule_id.h"

namespace kbc {
namespace {

// A row of the registry: the check by what it looks at.
struct Registered {
  RuleId rule;
  std::variant<inputs::file*, inputs::entry*, inputs::base*, inputs::cross*, inputs::change*,
               inputs::ids*, inputs::run*>
      check;
  const Explanation* explanation;
};

// Indexed by RuleId.
constexpr Registered kRules[] = {
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) \
  {RuleId::name, &name, &name##_explanation},
#include "diagnostic/rules.def"
#undef KBC_RULE
};

// Calls run with each check of one input that severities has not turned off.
template <typename Check, typename Run>
void for_each_check(const Severities& severities, Run run) {
  for (const Registered& row : kRules) {
    Check* const* check = std::get_if<Check*>(&row.check);
    if (check != nullptr && severities.is_on(row.rule)) run(row.rule, **check);
  }
}

}  // namespace

const Explanation& explanation_of(RuleId rule) {
  return *kRules[static_cast<std::size_t>(rule)].explanation;
}

void run_file_checks(const ParsedFile& file, FileId id, const Severities& severities,
                     std::vector<Diagnostic>& out) {
  Pointers pointers(file.document);
  for_each_check<inputs::file>(severities, [&](RuleId rule, inputs::file& check) {
    Report report(rule, id, &pointers, out);
    check(file, report);
  });
}

void run_entry_checks(const Entry& entry, const Document& document, const Context& context,
                      FileId id, const Severities& severities, std::vector<Diagnostic>& out) {
  Pointers pointers(document);
  for_each_check<inputs::entry>(severities, [&](RuleId rule, inputs::entry& check) {
    Report report(rule, id, &pointers, out);
    check(entry, context, report);
  });
}

void run_change_checks(const Entry& before, const Entry& after, const Document& document, FileId id,
                       const Severities& severities, std::vector<Diagnostic>& out) {
  Pointers pointers(document);
  for_each_check<inputs::change>(severities, [&](RuleId rule, inputs::change& check) {
    Report report(rule, id, &pointers, out);
    check(before, after, report);
  });
}

void run_id_checks(const EarlierIds& earlier, const Severities& severities,
                   std::vector<Diagnostic>& out) {
  for_each_check<inputs::ids>(severities, [&](RuleId rule, inputs::ids& check) {
    Report report(rule, out);
    check(earlier, report);
  });
}

bool is_about_change(RuleId rule) {
  const auto& check = kRules[static_cast<std::size_t>(rule)].check;
  return std::holds_alternative<inputs::change*>(check) ||
         std::holds_alternative<inputs::ids*>(check);
}

void run_taxonomy_checks(const std::vector<UnknownRemoval>& removals, const Taxonomy& extended,
                         FileId id, const Severities& severities, std::vector<Diagnostic>& out) {
  if (!severities.is_on(RuleId::taxonomy_unknown)) return;
  Report report(RuleId::taxonomy_unknown, out);
  for (const UnknownRemoval& removal : removals) {
    report_removal(removal, extended, {id, removal.span, removal.pointer, {}, {}}, report);
  }
}

bool needs_literals(const Severities& severities) {
  bool is_needed = false;
  for_each_check<inputs::cross>(severities, [&](RuleId, inputs::cross&) { is_needed = true; });
  return is_needed;
}

namespace {

// One search for all of them.
void run_cross_checks(const CrossSearch& search, const Severities& severities,
                      std::vector<Diagnostic>& out) {
  if (!needs_literals(severities)) return;
  const CrossMatches cross = search();
  for_each_check<inputs::cross>(severities, [&](RuleId rule, inputs::cross& check) {
    Report report(rule, out);
    check(cross, report);
  });
}

struct BaseCheck {
  RuleId rule;
  inputs::base* check;
};

}  // namespace

void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     const CrossSearch& search, std::vector<Diagnostic>& out) {
  std::vector<BaseCheck> checks;
  for_each_check<inputs::base>(severities, [&](RuleId rule, inputs::base& check) {
    checks.push_back({rule, &check});
  });
  // The longest comes first, so that the others run beside it.
  std::vector<std::vector<Diagnostic>> found(1 + checks.size());
  parallel_for(
      found.size(), jobs,
      [&](std::size_t index, unsigned) {
        if (index == 0) return run_cross_checks(search, severities, found[index]);
        Report report(checks[index - 1].rule, found[index]);
        checks[index - 1].check(base, report);
      },
      1);
  std::size_t count = out.size();
  for (const std::vector<Diagnostic>& diagnostics : found) count += diagnostics.size();
  out.reserve(count);
  for (std::vector<Diagnostic>& diagnostics : found) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(out));
    std::vector<Diagnostic>().swap(diagnostics);
  }
}

void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     std::vector<Diagnostic>& out) {
  run_base_checks(
      base, severities, jobs, [&] { return cross_matches(base, jobs); }, out);
}

void run_ignore_checks(const IgnoreUse& use, const Severities& severities,
                       std::vector<Diagnostic>& out) {
  for_each_check<inputs::run>(severities, [&](RuleId rule, inputs::run& check) {
    Report report(rule, out);
    check(use, report);
  });
}

}  // namespace kbc
