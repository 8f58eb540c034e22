#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kbx/version_key.h"
#include "version/version.h"

namespace kbc {

// Whether the order of two versions means anything. A label that is no known pre-release
// (`8.0.35-0ubuntu1`, `-Final`) is before its release in one world and after it in another; and of
// two such labels that differ by words, neither is the first.
bool are_ordered(const Version& a, const Version& b);

// The versions from one cut up to another. A cut is a place between versions: the key of a version
// is the place just before it, that key and one more 0x00 the place just after it. So open and
// closed ends need no flags, and two intervals meet where one's high is the other's low. What is
// inside, kbx::KeyRange says, for every reader of an index, too.
struct Interval {
  std::string low;
  std::string high;

  kbx::KeyRange range() const { return {low, high}; }

  // Whether no version can be inside.
  bool is_empty() const { return range().is_empty(); }
  bool is_everything() const;
  bool contains(const Version& version) const { return range().contains(version.key()); }

  bool operator==(const Interval&) const = default;
};

std::string just_before(const Version& version);
std::string just_after(const Version& version);
// Below and above every version.
std::string lowest_cut();
std::string highest_cut();

Interval everything();
Interval exactly(const Version& version);

// The versions in any of them as the fewest intervals: sorted, none empty, and none that can be
// joined with the next. So they are disjoint and do not touch, but where a label keeps them apart.
std::vector<Interval> unite(std::vector<Interval> intervals);

// `whole` without the intervals, in the same form. Those that are not between its ends do no harm.
// Requires: low < high in each of them.
std::vector<Interval> without(const Interval& whole, std::vector<Interval> left_out);

// `intervals` must be in that form.
bool contains(const std::vector<Interval>& intervals, const Version& version);

// As an author would write it: ">=3.11,<3.13", "==2", "<=1.5", and "any" for everything.
std::string to_text(const Interval& interval);
// Joined by " || "; "none" when there is none.
std::string to_text(const std::vector<Interval>& intervals);

}  // namespace kbc
