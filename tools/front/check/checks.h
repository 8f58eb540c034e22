#pragma once

#include "check/check.h"
#include "check/cross_matches.h"

// The declaration of every check and of its explanation, from diagnostic/rules.def. For the
// registry and for tests of single checks.

namespace kbc {

// What a check of each input is, by the input's name in rules.def.
namespace inputs {
using file = void(const ParsedFile&, Report&);
using entry = void(const Entry&, const Context&, Report&);
using base = void(const KnowledgeBase&, Report&);
using cross = void(const CrossMatches&, Report&);
// An entry before a change and after it.
using change = void(const Entry& before, const Entry& after, Report&);
// The ids before a change, and the entries after it.
using ids = void(const EarlierIds&, Report&);
using run = void(const IgnoreUse&, Report&);
}  // namespace inputs

#define KBC_RULE(name, input, severity, exceptional, fix, refines, summary) \
  inputs::input name;                                                       \
  extern const Explanation name##_explanation;
#include "diagnostic/rules.def"
#undef KBC_RULE

// What taxonomy_unknown says of a taxonomy's own file.
void report_removal(const UnknownRemoval& removal, const Taxonomy& extended, Place place,
                    Report& report);

}  // namespace kbc
