// Both ends of a link may tell it: `leads_to` of the cause, `preceded_by` of the effect.
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mcp/entry_text.h"
#include "mcp/tool.h"

namespace kbc {
namespace {

using EntryLink = kbx::Link<kbx::Mapped>;

constexpr std::size_t kUsualDepth = 2, kMostNodes = 40, kMostEdges = 80, kMostOfText = 200;

// A link from what comes first to what follows.
struct Edge {
  std::uint32_t cause = kbx::kNone, effect = kbx::kNone;  // kNone: an entry that is not there
  EntryLink link;
};

class Chain {
 public:
  Chain(Knowledge& knowledge, std::string_view direction)
      : index_(knowledge.index()),
        wants_causes_(direction != "effects"),
        wants_effects_(direction != "causes") {}

  void follow(std::uint32_t start, std::size_t depth) {
    distances_.emplace(start, 0);
    nodes_.push_back(start);
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
      if (distances_[nodes_[at]] < depth) visit(nodes_[at]);
    }
  }

  void write(Knowledge& knowledge, ShownJson& json) const {
    std::size_t room = kLongestAnswer - 1'000;
    bool is_cut = is_cut_;
    json.start_array("nodes");
    for (const std::uint32_t node : nodes_) {
      is_cut = !add_if_fits(node_text(knowledge, node), room, json) || is_cut;
    }
    json.end_array();
    json.start_array("edges");
    for (const Edge& edge : edges_) is_cut = !add_if_fits(edge_text(edge), room, json) || is_cut;
    json.end_array();
    json.key("truncated");
    json.boolean(is_cut);
    if (is_cut) json.member("next", "ask for the chain of a node, with a smaller `depth`");
  }

 private:
  void visit(std::uint32_t node) {
    const auto entry = index_.at(node);
    for (const EntryLink& link : entry->leads_to()) add({node, link.target, link}, node);
    for (const EntryLink& link : entry->preceded_by()) add({link.target, node, link}, node);
    for (const EntryLink& link : index_.incoming(node)) {
      if (link.kind == kbx::LinkKind::kLeadsTo) add({link.source, node, link}, node);
      if (link.kind == kbx::LinkKind::kPrecededBy) add({node, link.source, link}, node);
    }
  }

  void add(const Edge& edge, std::uint32_t from) {
    const bool is_to_effect = edge.cause == from;
    if (is_to_effect ? !wants_effects_ : !wants_causes_) return;
    const std::uint32_t other = is_to_effect ? edge.effect : edge.cause;
    const bool is_new_node = other != kbx::kNone && !distances_.contains(other);
    if (edges_.size() == kMostEdges || (is_new_node && nodes_.size() == kMostNodes)) {
      is_cut_ = true;
      return;
    }
    if (is_new_node) {
      distances_.emplace(other, distances_[from] + 1);
      nodes_.push_back(other);
    }
    if (known_.insert({edge.link.source, id_of(edge, edge.cause), id_of(edge, edge.effect)})
            .second) {
      edges_.push_back(edge);
    }
  }

  // Of an entry that is not there, what its link says.
  std::string_view id_of(const Edge& edge, std::uint32_t entry) const {
    return entry == kbx::kNone ? edge.link.error_id : index_.at(entry)->id();
  }

  std::string node_text(Knowledge& knowledge, std::uint32_t node) const {
    ShownJson json;
    json.start_object();
    write_name(knowledge, *index_.at(node), kMostOfText, json);
    json.member("distance", distances_.at(node));
    json.end_object();
    return std::move(json).take();
  }

  std::string edge_text(const Edge& edge) const {
    ShownJson json;
    json.start_object();
    json.member("from", clipped(id_of(edge, edge.cause), kMostOfText));
    json.member("to", clipped(id_of(edge, edge.effect), kMostOfText));
    json.rate_if("probability", edge.link.probability);
    json.member_if("condition", clipped(edge.link.condition, kMostOfText));
    json.member_if("typical_delay", clipped(edge.link.typical_delay, kMostOfText));
    json.member("source", index_.at(edge.link.source)->id());
    json.end_object();
    return std::move(json).take();
  }

  struct EdgeKey {
    std::uint32_t source;
    std::string_view cause, effect;
    auto operator<=>(const EdgeKey&) const = default;
  };

  const kbx::Index& index_;
  bool wants_causes_, wants_effects_;
  std::vector<std::uint32_t> nodes_;  // in the order of their distances
  std::unordered_map<std::uint32_t, std::uint64_t> distances_;
  std::vector<Edge> edges_;
  std::set<EdgeKey> known_;
  bool is_cut_ = false;
};

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const std::string_view id = arguments.text("id");
  const auto entry = knowledge.index().find(id);
  if (!entry) return ToolAnswer::refuse(unknown_entry(knowledge, id));
  Chain chain(knowledge, arguments.text("direction"));
  chain.follow(entry.index(), arguments.number("depth").value_or(kUsualDepth));
  ShownJson json;
  json.start_object();
  chain.write(knowledge, json);
  json.end_object();
  return ToolAnswer::of(std::move(json));
}

}  // namespace

Tool error_chain_tool() {
  return {
      .description =
          "Shows what an error comes from and what it leads to. An edge goes from cause to effect; "
          "`source` is the entry that says so.",
      .input =
          R"({"type":"object","properties":{"id":{"type":"string"},"direction":{"enum":["causes","effects","both"]},"depth":{"type":"integer","minimum":1,"maximum":3}},"required":["id"],"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"nodes":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"},"text_faults":{"type":"array","items":{"type":"string"}},"distance":{"type":"integer"}},"required":["id","distance"]}},"edges":{"type":"array","items":{"type":"object","properties":{"from":{"type":"string"},"to":{"type":"string"},"probability":{"type":"number"},"condition":{"type":"string"},"typical_delay":{"type":"string"},"source":{"type":"string"}},"required":["from","to","source"]}},"truncated":{"type":"boolean"},"next":{"type":"string"}},"required":["nodes","edges","truncated"]})",
      .call = call};
}

}  // namespace kbc
