#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lower/knowledge_base.h"

namespace kbc {

// A text that no regex of another domain should match.
struct UnrelatedText {
  std::string_view text;
  std::string_view domain;             // empty for a line of the background
  const EntryRecord* entry = nullptr;  // whose signature or root cause it is
  bool is_signature = false;
};

// A branch of a regex (what is between two `|` that are in no group) that matches texts which
// its entry has nothing to do with.
struct GenericBranch {
  const EntryRecord* entry = nullptr;
  Span span;             // of the regex
  UnrelatedText sample;  // one of the texts
  bool is_torn = false;  // the match there is a piece of a longer word
};

// A regex that matches the signature of another entry, though neither lists the other in
// `frequently_confused_with`.
struct Shadow {
  const EntryRecord* entry = nullptr;  // whose regex it is
  const EntryRecord* other = nullptr;  // whose signature it is
  Span branch;                         // of the regex: what matches
  std::string_view match;              // in the signature
  bool is_mutual = false;              // the other's regex matches this one's signature, too
};

struct CrossMatches {
  // In the order of the entries.
  std::vector<GenericBranch> generic;

  // In the order of the entries whose regexes they are, of one entry the worst first: those where
  // each regex matches the other's signature, then those of another domain. A pair occurs once; of
  // two that match each other, at the later one. Not here is what a generic branch matches.
  std::vector<Shadow> shadows;
};

// So many signatures are looked for that one branch matches; one that matches more is too broad,
// whatever their number.
inline constexpr std::size_t kMostShadowed = 20;

// What the regexes match in texts of other entries, on at most jobs threads; the same on any
// number. Requires: the records keep their literals. Of the entries, which must outlive it. The
// cost grows with the texts and with the branches, not with their product: what was found in few
// texts, or in many, is enough.
//
// The answers depend on which branches are plain (regex/plain_regex.h). Whether any other matches a
// text that has its literals, only RE2 could tell, whose compiling costs more than all the rest.
// Such a branch counts as not matching for `generic`; for `shadows`, of which few remain, RE2 is
// asked.
CrossMatches cross_matches(const KnowledgeBase& base, unsigned jobs);

// The same answers, while the automata of plain branches may take so many bytes, or a single one on
// each thread may; what does not fit is made again when it is needed.
CrossMatches cross_matches(const KnowledgeBase& base, unsigned jobs, std::size_t held_bytes);

}  // namespace kbc
