#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "version/fault.h"
#include "version/interval.h"
#include "version/version.h"

namespace kbc {

enum class Affects : std::uint8_t {
  kNo,
  kUnknown,  // it depends on a codename
  kYes,
};

// A part such as `>=humble`. Codenames do not compare, so it is kept as it was written.
struct Codename {
  std::string_view op;
  std::string_view name;
};

// One of the alternatives between `||` that also demands codenames: whether a version in
// `intervals` is meant nobody can say, every other version is not.
struct ConditionalRange {
  std::vector<Interval> intervals;
  std::vector<Codename> codenames;
};

// An alternative that no version satisfies, and the two parts that say so. They are the same part
// when the ends of `5-3` are the wrong way round.
struct Contradiction {
  TextSpan alternative;
  TextSpan first;
  TextSpan second;
};

// `product [range]`. Borrows the text it was parsed from. All interval lists have the form that
// unite() gives.
struct VersionSpec {
  std::string_view product;
  // The versions that are meant; all of them when there is no range, or `any`.
  std::vector<Interval> intervals;
  std::vector<ConditionalRange> conditional;
  std::vector<Contradiction> contradictions;

  bool is_any() const { return intervals.size() == 1 && intervals[0].is_everything(); }
  // Only then is the range as a whole an error; a contradiction may be one alternative of several.
  bool is_empty() const { return intervals.empty() && conditional.empty(); }
  Affects affects(const Version& version) const;
};

// No more faults than this are looked for in one text.
inline constexpr std::size_t kMaxSpecFaults = 20;

struct ParsedSpec {
  VersionSpec spec;
  std::vector<VersionFault> faults;  // in the order of their places
};

// Where there are faults, the spec holds what the rest of the text says: good for its
// contradictions, not for asking whether a version is affected.
//
// A word of the product ends before a blank or an operator. A later word that is a number begins
// the range; one that only starts as a number does (`1.1.1k`) is a fault, not a word. A codename
// starts with a letter.
ParsedSpec parse_version_spec(std::string_view text);

// One text for all specs of one product and range: `Python 3.11+` and `python  >=3.11.0` both give
// "python >=3.11". Product names do not differ by case (ASCII) or by the width of blanks.
std::string canonical_text(const VersionSpec& spec);

}  // namespace kbc
