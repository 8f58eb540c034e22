#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "version/version.h"

namespace kbc {

// Whether the order of two versions means anything. A label that is no known pre-release
// (`8.0.35-0ubuntu1`, `-Final`) is before its release in one world and after it in another; and of
// two such labels that differ by words, neither is the first.
bool are_ordered(const Version& a, const Version& b);

// The versions from one cut up to another. A cut is a place between versions: the key of a version
// is the place just before it, that key and one more 0x00 the place just after it. So open and
// closed ends need no flags, a version is inside where low <= key < high (bytes compared as in
// Version), and two intervals meet where one's high is the other's low.
struct Interval {
  std::string low;
  std::string high;

  // Whether no version can be inside.
  bool is_empty() const { return low >= high; }
  bool is_everything() const;
  bool contains(const Version& version) const {
    return low <= version.key() && version.key() < high;
  }

  bool operator==(const Interval&) const = default;
};

std::string just_before(const Version& version);
std::string just_after(const Version& version);
// Below and above every version.
std::string lowest_cut();
std::string highest_cut();

Interval everything();
Interval exactly(const Version& version);

// The versions in any of them as the fewest intervals: sorted, disjoint, not touching, none empty.
std::vector<Interval> unite(std::vector<Interval> intervals);

// `whole` without the points, in the same form. Points that it does not contain do no harm.
std::vector<Interval> without(const Interval& whole, std::vector<Version> points);

// `intervals` must be in that form.
bool contains(const std::vector<Interval>& intervals, const Version& version);

// As an author would write it: ">=3.11,<3.13", "==2", "<=1.5", and "any" for everything.
std::string to_text(const Interval& interval);
// Joined by " || "; "none" when there is none.
std::string to_text(const std::vector<Interval>& intervals);

}  // namespace kbc
