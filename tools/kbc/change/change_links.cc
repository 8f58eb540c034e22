#include <vector>

#include "change/id_change.h"
#include "lower/entry.h"
#include "parse/literal.h"

namespace kbc {
namespace {

// The node of a link's `error_id`, if it has one.
std::uint32_t target_of(const Document& document, std::uint32_t link) {
  if (!document[link].is(Kind::kObject)) return Document::kNoNode;
  const std::uint32_t target = document.member(link, "error_id");
  const bool is_text = target != Document::kNoNode && document[target].is(Kind::kString);
  return is_text ? target : Document::kNoNode;
}

void change_list(const Document& document, std::uint32_t list, const IdChange& change,
                 std::string_view own, JsonEdits& edits, ChangedPlaces& places) {
  std::vector<std::uint32_t> meant;  // links to what is moved or removed
  bool is_needless = change.merged_with.contains(own);
  for (std::uint32_t at = list + 1; at < document[list].next; at = document[at].next) {
    const std::uint32_t target = target_of(document, at);
    if (target == Document::kNoNode) continue;
    if (change.from.contains(document[target].text)) {
      meant.push_back(at);
    } else if (change.merged_with.contains(document[target].text)) {
      is_needless = true;
    }
  }
  for (const std::uint32_t link : meant) {
    if (!change.to || is_needless) {
      edits.remove(link);
      ++places.removed;
      continue;
    }
    edits.replace(target_of(document, link), quote(*change.to));
    ++places.renamed;
    is_needless = !change.merged_with.empty();
  }
}

}  // namespace

ChangedPlaces change_links(const Document& document, const IdChange& change, std::string_view own,
                           JsonEdits& edits) {
  ChangedPlaces places;
  if (document.empty() || !document.root().is(Kind::kObject)) return places;
  const std::uint32_t graph = document.member(0, "transition_graph");
  if (graph == Document::kNoNode || !document[graph].is(Kind::kObject)) return places;
  for (const char* field : kLinkFields) {
    const std::uint32_t list = document.member(graph, field);
    if (list == Document::kNoNode || !document[list].is(Kind::kArray)) continue;
    change_list(document, list, change, own, edits, places);
  }
  return places;
}

}  // namespace kbc
