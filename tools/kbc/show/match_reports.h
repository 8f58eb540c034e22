// What the systems that run jobs show of a job's log: the known errors in it.
#pragma once

#include <ostream>
#include <vector>

#include "match/hit_groups.h"
#include "show/show_match.h"

namespace kbc {

// CommonMark, for the summary of a job or a comment: of several hits a list, then the first of them
// as `kbc show --format markdown` shows it.
void show_match_markdown(const Matcher& matcher, const std::vector<HitGroup>& groups,
                         const MatchView& view, const ShowOptions& options, Printer& out);

// Annotations of GitHub Actions, one for each entry: where it was found, the cause, and what helps.
void write_match_annotations(const Matcher& matcher, const std::vector<HitGroup>& groups,
                             const MatchView& view, const ShowOptions& options, std::ostream& out);

// A log in SARIF 2.1.0: a rule for each entry, whose help is the whole of it, and one result with
// the places where it was found. The groups are as many as its reader takes.
void write_match_sarif(const Matcher& matcher, const std::vector<HitGroup>& groups,
                       const MatchView& view, const ShowOptions& options, std::ostream& out);

}  // namespace kbc
