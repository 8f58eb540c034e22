#pragma once

#include <functional>
#include <vector>

#include "check/check.h"
#include "check/cross_matches.h"
#include "diagnostic/diagnostic.h"
#include "diagnostic/rule.h"
#include "lower/entry.h"
#include "lower/knowledge_base.h"
#include "lower/taxonomy.h"

namespace kbc {

const Explanation& explanation_of(RuleId rule);

// Each runs the checks of one input that severities has not turned off and appends what they find,
// without severities or positions.
void run_file_checks(const ParsedFile& file, FileId id, const Severities& severities,
                     std::vector<Diagnostic>& out);
void run_entry_checks(const Entry& entry, const Document& document, const Context& context,
                      FileId id, const Severities& severities, std::vector<Diagnostic>& out);
void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     std::vector<Diagnostic>& out);

// The same with another search for what the regexes match, which is called at most once.
using CrossSearch = std::function<CrossMatches()>;
void run_base_checks(const KnowledgeBase& base, const Severities& severities, unsigned jobs,
                     const CrossSearch& search, std::vector<Diagnostic>& out);

void run_change_checks(const Entry& before, const Entry& after, const Document& document, FileId id,
                       const Severities& severities, std::vector<Diagnostic>& out);

void run_id_checks(const EarlierIds& earlier, const Severities& severities,
                   std::vector<Diagnostic>& out);

// Whether the rule looks at a change: without one it does not run, and what it finds in one says
// nothing of the next.
bool is_about_change(RuleId rule);

// What is wrong with the taxonomy's own file, of which FileId is the number.
void run_taxonomy_checks(const std::vector<UnknownRemoval>& removals, const Taxonomy& extended,
                         FileId id, const Severities& severities, std::vector<Diagnostic>& out);

// Whether a check will ask what the regexes match in other entries: then the records must keep
// their literals.
bool needs_literals(const Severities& severities);

void run_ignore_checks(const IgnoreUse& use, const Severities& severities,
                       std::vector<Diagnostic>& out);

}  // namespace kbc
