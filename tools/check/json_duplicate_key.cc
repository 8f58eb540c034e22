#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "check/checks.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr std::size_t kMostReported = 50;

using NodePair = std::pair<std::uint32_t, std::uint32_t>;

// The names of an object that stand there again, each with the first of its kind, in their order.
std::vector<NodePair> repeated_names(const Document& document, std::uint32_t object) {
  std::vector<std::uint32_t> names;
  const std::uint32_t end = document[object].next;
  for (std::uint32_t at = object + 1; at < end; at = document[at].next) {
    if (!document[at].damaged) names.push_back(at);
  }
  std::stable_sort(names.begin(), names.end(), [&](std::uint32_t left, std::uint32_t right) {
    const std::string_view a = document[left].text;
    const std::string_view b = document[right].text;
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  std::vector<NodePair> repeated;
  for (std::size_t first = 0, next = 1; next < names.size(); ++next) {
    if (document[names[first]].text == document[names[next]].text) {
      repeated.emplace_back(names[first], names[next]);
    } else {
      first = next;
    }
  }
  std::sort(repeated.begin(), repeated.end(),
            [](const NodePair& left, const NodePair& right) { return left.second < right.second; });
  return repeated;
}

}  // namespace

// In one object, by sorting: linear but for a logarithm, whatever the names are.
void json_duplicate_key(const ParsedFile& file, Report& report) {
  std::size_t reported = 0;
  for (std::uint32_t at = 0; at < file.document.size(); ++at) {
    if (!file.document[at].is(Kind::kObject)) continue;
    for (const auto& [first, again] : repeated_names(file.document, at)) {
      if (++reported > kMostReported) return;
      report
          .at(file.document[again].span,
              "field " + ticked(file.document[again].text) + " stands in this object already")
          .note(file.document[first].span, "first here; kbc reads this one")
          .help("remove one of the two");
    }
  }
}

const Explanation json_duplicate_key_explanation = {
    "One object has two fields of the same name, perhaps spelt with different escapes.",
    "RFC 8259 leaves open which of the two counts: some programs take the first, most the "
    "last, some refuse the file.",
    R"({ "confidence": 0.8, "confidence": 0.9 })",
    R"({ "confidence": 0.8 })",
    "Remove one of the two, or rename the one that was meant to be another field.",
};

}  // namespace kbc
