#ifndef KBC_CHECK_REGISTRY_H_
#define KBC_CHECK_REGISTRY_H_

#include <string_view>
#include <vector>

#include "check/input.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/report.h"
#include "diagnostic/rule.h"
#include "lower/entry.h"
#include "lower/knowledge_base.h"

namespace kbc {

// What `kbc explain` and docs/rules.md say of a rule. Sentences, with code in back-ticks; bad and
// good are JSON, cut down to what matters.
struct Explanation {
  std::string_view meaning;
  std::string_view why;
  std::string_view bad;
  std::string_view good;
  std::string_view fix;
};

const Explanation& explanation_of(RuleId rule);

// Each runs the checks of one input that severities has not turned off and appends what they find,
// without severities or positions.
void run_file_checks(const ParsedFile& file, FileId id, const Severities& severities,
                     std::vector<Diagnostic>& out);
void run_entry_checks(const Entry& entry, const Document& document, const Context& context,
                      FileId id, const Severities& severities, std::vector<Diagnostic>& out);
void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     std::vector<Diagnostic>& out);

// Whether a check will ask what the regexes match in other entries: then the records must keep
// their literals.
bool needs_literals(const Severities& severities);

// How the ignores of a run were used; what `ignore-unused` looks at. analysis/suppress.h makes it.
struct IgnoreUse {
  struct Line {
    Place place;
    std::string_view rule;  // as the author wrote it
    Span removal;           // what to delete to be rid of it; empty when that is not certain
  };
  std::vector<Line> unused;   // names rules that ran and found nothing there
  std::vector<Line> unknown;  // names no rule
};

void run_ignore_checks(const IgnoreUse& use, const Severities& severities,
                       std::vector<Diagnostic>& out);

}  // namespace kbc

#endif  // KBC_CHECK_REGISTRY_H_
