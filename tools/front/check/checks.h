#ifndef KBC_CHECK_CHECKS_H_
#define KBC_CHECK_CHECKS_H_

#include "check/cross_matches.h"
#include "check/registry.h"

// The declaration of every check and of its explanation, from diagnostic/rules.def. A check is a
// pure function: it reports what it finds and knows nothing of severities, rules or output.

namespace kbc {

#define KBC_CHECK_file(name) void name(const ParsedFile& file, Report& report);
#define KBC_CHECK_entry(name) void name(const Entry& entry, const Context& context, Report& report);
#define KBC_CHECK_base(name) void name(const KnowledgeBase& base, Report& report);
#define KBC_CHECK_cross(name) void name(const CrossMatches& cross, Report& report);
#define KBC_CHECK_run(name) void name(const IgnoreUse& use, Report& report);
#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) \
  KBC_CHECK_##input(name) extern const Explanation name##_explanation;
#include "diagnostic/rules.def"
#undef KBC_RULE
#undef KBC_CHECK_file
#undef KBC_CHECK_entry
#undef KBC_CHECK_base
#undef KBC_CHECK_cross
#undef KBC_CHECK_run

}  // namespace kbc

#endif  // KBC_CHECK_CHECKS_H_
