#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/check.h"
#include "check/edge_index.h"
#include "check/likely_links.h"
#include "parse/literal.h"
#include "text/entry_id.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// A link as the canonical layout writes it, below `transition_graph` and the name of its list.
std::string link_text(std::string_view id, double probability) {
  return "\n      {\n        \"error_id\": " + quote(id) +
         ",\n        \"probability\": " + decimal(probability) + "\n      }";
}

// The edges of an entry are sorted by kind.
const Edge* last_of(const EntryRecord& entry, LinkKind kind) {
  const auto end = std::partition_point(entry.edges.begin(), entry.edges.end(),
                                        [&](const Edge& edge) { return edge.kind <= kind; });
  if (end == entry.edges.begin() || std::prev(end)->kind != kind) return nullptr;
  return &*std::prev(end);
}

// What adds the link, where all of it is known: a confusion needs a distinction, which nobody but
// its author can write.
std::optional<Edit> link_back(const IndexedEdge& one, LinkKind kind) {
  const Edge& edge = *one.edge;
  const Span list = one.to->at_list(kind).span;
  if (kind == LinkKind::kConfusedWith || !has_probability(edge) || list.size() == 0) return {};
  if (one.from->id.value.size() > kMaxIdBytes) return {};  // no id, and each finding would hold it
  const std::string link = link_text(one.from->id.value, edge.probability);
  constexpr std::uint32_t kEmptyList = 2;  // `[]`
  if (list.size() == kEmptyList) return Edit{one.to->file, list, "[" + link + "\n    ]"};
  const Edge* last = last_of(*one.to, kind);
  if (last == nullptr) return {};
  return Edit{one.to->file, {last->span.end, last->span.end}, "," + link};
}

void offer_link_back(const IndexedEdge& one, LinkKind kind, const Edge* dangling,
                     std::string message, Finding& finding) {
  if (dangling != nullptr) {
    finding.help("its link to " + ticked(dangling->target.value, 128) +
                 " leads nowhere: if this entry is meant, write " +
                 ticked(one.from->id.value, 128) + " there; else " + message);
    return;
  }
  std::optional<Edit> edit = link_back(one, kind);
  if (!edit) {
    finding.help(message);
    return;
  }
  if (kind == LinkKind::kLeadsTo) {
    finding.help("the probabilities in its `leads_to` must still add up to at most 1");
  }
  finding.fix(message + " with the same probability", Safety::kUnsafe, {*std::move(edit)});
}

Place other_end(const EntryRecord& entry, LinkKind kind) {
  Place list = entry.at_list(kind);
  if (list.span.size() == 0) return entry.at_id();
  list.span.end = list.span.begin + 1;
  return list;
}

// The first link of each list that leads nowhere: it may be the link back, under an id that the
// entry had before, and a second one beside it would stay when the first is corrected.
class DanglingLinks {
 public:
  explicit DanglingLinks(const KnowledgeBase& base) : base_(base) {}

  const Edge* first_of(const EntryRecord& entry, LinkKind kind) {
    const auto [known, is_new] = by_entry_.try_emplace(&entry);
    if (is_new) {
      for (const Edge& edge : entry.edges) {
        const Edge*& first = known->second[static_cast<std::size_t>(edge.kind)];
        if (first == nullptr && linked_entry(base_, edge.target.value) == nullptr) first = &edge;
      }
    }
    return known->second[static_cast<std::size_t>(kind)];
  }

 private:
  const KnowledgeBase& base_;
  std::unordered_map<const EntryRecord*, std::array<const Edge*, kLinkKinds>> by_entry_;
};

}  // namespace

void link_one_way(const KnowledgeBase& base, Report& report) {
  const EdgeIndex index(base);
  DanglingLinks dangling(base);
  LikelyLinks likely(base);
  for (const IndexedEdge& one : index.all()) {
    if (!one.to->is_sound || index.reverse_of(one) != nullptr) continue;
    const LinkKind kind = reverse_of(one.edge->kind);
    // What could not be read there may be the link; what is wrong with it has been reported.
    if (one.to->is_doubtful[static_cast<std::size_t>(kind)]) continue;
    if (likely.contain(*one.to, kind, *one.from)) continue;
    const std::string field = "`" + std::string(field_of(kind)) + "`";
    const std::string from = ticked(one.from->id.value, 128);
    const std::string to = ticked(one.to->id.value, 128);
    Finding finding =
        report.at(one.from->at_target(*one.edge), "no-link-back"_fault, to + " does not link back");
    finding.note(other_end(*one.to, kind), "its " + field + " lacks " + from);
    offer_link_back(one, kind, dangling.first_of(*one.to, kind),
                    "add " + from + " to " + field + " of " + to, finding);
  }
}

extern const Explanation link_one_way_explanation = {
    "Two entries disagree about whether they are linked. An entry in `leads_to` should list this "
    "one in its `preceded_by`, the other way round, and `frequently_confused_with` is mutual.",
    "A reader who comes from the other entry does not see the link.",
    R"(in git/a:  "leads_to": [{"error_id": "git/b", "probability": 0.4}]
in git/b:  "preceded_by": [])",
    R"(in git/a:  "leads_to": [{"error_id": "git/b", "probability": 0.4}]
in git/b:  "preceded_by": [{"error_id": "git/a", "probability": 0.4}])",
    "Add the link to the other entry, or remove this one. The fix adds it with the same "
    "probability "
    "and nothing else: copy the `condition` if it holds from that end too. Where it adds to "
    "`leads_to`, above all where many entries name the same one in `preceded_by`, the "
    "probabilities "
    "there can come to more than 1, which rate-probability then reports. A confusion needs its own "
    "`distinction`, so there the author has to write it. Nor is there a fix where the list has a "
    "link "
    "that leads nowhere: it may be the one that is missing, under an old id.",
};

}  // namespace kbc
