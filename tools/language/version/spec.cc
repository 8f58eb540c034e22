#include "version/spec.h"

#include <algorithm>
#include <utility>

#include "version/characters.h"

namespace kbc {
namespace {

std::string canonical_product(std::string_view product) {
  std::string text;
  for (const char c : product) {
    if (!is_blank(c)) {
      text += to_lower(c);
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

std::string joined(std::vector<std::string> texts, std::string_view separator) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

// An alternative with codenames: `>=humble`, `>=1,<humble`, `(<1 || >1),<humble`.
std::string canonical_alternative(const ConditionalRange& range) {
  std::vector<std::string> demands;
  for (const Codename& codename : range.codenames) {
    demands.push_back(std::string(codename.op) + canonical_product(codename.name));
  }
  std::string text = joined(std::move(demands), ",");
  if (range.intervals == std::vector<Interval>{everything()}) return text;
  const std::string numbers = to_text(range.intervals);
  return (range.intervals.size() > 1 ? '(' + numbers + ')' : numbers) + ',' + text;
}

}  // namespace

Affects VersionSpec::affects(const Version& version) const {
  if (contains(intervals, version)) return Affects::kYes;
  for (const ConditionalRange& range : conditional) {
    if (contains(range.intervals, version)) return Affects::kUnknown;
  }
  return Affects::kNo;
}

std::string canonical_text(const VersionSpec& spec) {
  const std::string product = canonical_product(spec.product) + ' ';
  if (spec.is_any() || spec.conditional.empty()) return product + to_text(spec.intervals);
  std::vector<std::string> alternatives;
  for (const ConditionalRange& range : spec.conditional) {
    alternatives.push_back(canonical_alternative(range));
  }
  const std::string conditional = joined(std::move(alternatives), " || ");
  if (spec.intervals.empty()) return product + conditional;
  return product + to_text(spec.intervals) + " || " + conditional;
}

}  // namespace kbc
