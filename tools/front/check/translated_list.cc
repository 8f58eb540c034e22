#include "check/translated_list.h"

namespace kbc {
namespace {

template <typename Way>
TranslatedList list_of(std::string_view noun, Span span, const std::vector<Way>& ways,
                       const Text Way::*detail) {
  TranslatedList list;
  list.noun = noun;
  list.span = span;
  for (const Way& way : ways) list.items.push_back({&way.action, &(way.*detail)});
  list.is_whole = ways.empty() || ways.back().ordinal + 1 == ways.size();
  return list;
}

}  // namespace

TranslatedList translated_list(const Entry& entry, const Translation& translation) {
  if (std::string_view(translation.source->name) == "dead_ends") {
    return list_of("dead end", entry.dead_ends_span, entry.dead_ends, &DeadEnd::why_fails);
  }
  return list_of("workaround", entry.workarounds_span, entry.workarounds, &Workaround::how);
}

}  // namespace kbc
