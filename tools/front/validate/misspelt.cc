#include "validate/misspelt.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "text/nearest.h"

namespace kbc {
namespace {

// A member of an object, by the object's node and the member's name.
using Member = std::pair<std::uint32_t, std::string_view>;

std::vector<std::string_view> names_of(const SchemaRule& rule) {
  std::vector<std::string_view> names;
  for (const auto& name : rule.names) names.push_back(*name);
  return names;
}

}  // namespace

void join_misspelt_names(const Schema& schema, const Document& document,
                         std::vector<SchemaFault>& faults) {
  std::set<Member> meant;
  std::size_t looked_up = 0;
  for (SchemaFault& fault : faults) {
    if (fault.keyword != Keyword::kUnknownName) continue;
    if (++looked_up > Schema::kMaxFaults) break;  // the rest will not be reported
    const Node& name = document[fault.node];
    const auto near = nearest(name.text, names_of(schema.rule(fault.rule)));
    if (near && meant.emplace(name.parent, *near).second) fault.name = *near;
  }
  if (meant.empty()) return;
  std::erase_if(faults, [&](const SchemaFault& fault) {
    return fault.keyword == Keyword::kRequired && meant.contains({fault.node, fault.name});
  });
}

}  // namespace kbc
