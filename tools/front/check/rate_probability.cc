#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

#include "check/check.h"
#include "check/edge_index.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Thirds rounded up to two digits add up to this much more than 1.
constexpr double kTolerance = 0.01 + 1e-9;
constexpr double kTolerated = 0.05 + 1e-9;  // between two ends

// A link that occurs twice is link_duplicate's, and counts once.
double outgoing_sum(const KnowledgeBase& base, const EntryRecord& entry) {
  std::unordered_set<std::string_view> seen;
  double sum = 0;
  for (const Edge& edge : entry.edges) {
    if (edge.kind != LinkKind::kLeadsTo || !has_probability(edge)) continue;
    if (seen.insert(linked_id(base, edge.target.value)).second) sum += edge.probability;
  }
  return sum;
}

void check_sum(const KnowledgeBase& base, const EntryRecord& entry, Report& report) {
  if (entry.edges.size() < 2) return;
  const double sum = outgoing_sum(base, entry);
  if (sum <= 1 + kTolerance) return;
  Place list = entry.at_list(LinkKind::kLeadsTo);
  list.span.end = list.span.begin + 1;
  const double shown = std::round(sum * 1000) / 1000;
  report
      .at(list, "sum-above-one"_fault,
          "the probabilities in `leads_to` add up to " + decimal(shown))
      .help("lower them to a sum of at most 1; the rest is the share in which nothing follows");
}

void check_ends(const IndexedEdge& one, const IndexedEdge& other, Report& report) {
  if (!has_probability(*one.edge) || !has_probability(*other.edge)) return;
  if (std::abs(one.edge->probability - other.edge->probability) <= kTolerated) return;
  report
      .at(one.from->at_probability(*one.edge), "probability-mismatch"_fault,
          "probability `" + decimal(one.edge->probability) + "` is `" +
              decimal(other.edge->probability) + "` at the other end, in " +
              ticked(other.from->id.value, 128))
      .note(other.from->at_probability(*other.edge), "the same link from there")
      .help("write the same probability at both ends");
}

}  // namespace

void rate_probability(const KnowledgeBase& base, Report& report) {
  for (const EntryRecord& entry : base.entries()) check_sum(base, entry, report);
  const EdgeIndex index(base);
  for (const IndexedEdge& one : index.all()) {
    if (one.edge->kind == LinkKind::kPrecededBy) continue;
    const IndexedEdge* other = index.reverse_of(one);
    if (other == nullptr) continue;
    // Of a mutual link both ends come by.
    if (one.edge->kind == LinkKind::kConfusedWith && one.key > other->key) continue;
    check_ends(one, *other, report);
  }
}

extern const Explanation rate_probability_explanation = {
    "The probabilities in `leads_to` add up to more than 1, or the two ends of a link state "
    "probabilities that differ by more than 0.05. A sum of up to 1.01 passes as rounding.",
    "One error is followed by at most one of the others, so the shares of all cannot be more than "
    "the whole; and a link has one probability, from whichever end it is read.",
    R"("leads_to": [
  {"error_id": "git/a", "probability": 0.7},
  {"error_id": "git/b", "probability": 0.6}
])",
    R"("leads_to": [
  {"error_id": "git/a", "probability": 0.5},
  {"error_id": "git/b", "probability": 0.4}
])",
    "Correct the shares so that they fit together, and write the same number at both ends.",
};

}  // namespace kbc
