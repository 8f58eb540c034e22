// Which lists of links may lack a link that the author wrote. Each fault of the schema and each
// repeated or damaged name is traced to the list that it lies in, or to all three when it lies
// above them. Rules about missing links keep silent about those, or they would report one slip
// twice.

#include "lower/doubtful_links.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace kbc {
namespace {

constexpr std::string_view kGraph = "transition_graph";

class Doubts {
 public:
  explicit Doubts(const Document& document) : document_(document) {}

  // What occurs twice, or has a value that the parser had to guess.
  void look_at_names() {
    std::size_t graphs = 0;
    each_name(0, [&](std::uint32_t name) {
      if (document_[name].text == kGraph && (++graphs > 1 || document_[name + 1].damaged)) {
        doubt_all();
      }
    });
    const std::uint32_t graph = document_.member(0, kGraph);
    if (graph == Document::kNoNode) return;
    std::array<std::size_t, kLinkKinds> lists = {};
    each_name(graph, [&](std::uint32_t name) {
      for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
        if (document_[name].text != kLinkFields[kind]) continue;
        if (++lists[kind] > 1 || has_damage(name + 1)) found_[kind] = true;
      }
    });
  }

  void look_at(const SchemaFault& fault) {
    // The names that lead to the fault's value, from its own up to the outermost.
    std::vector<std::uint32_t> names;
    for (std::uint32_t at = fault.node; at != 0; at = document_[at].parent) {
      if (document_[at].is_name) names.push_back(at);
    }
    const bool is_unknown = fault.keyword == Keyword::kUnknownName;
    const std::size_t depth = names.size() - (is_unknown && !names.empty() ? 1 : 0);
    if (depth == 0) {
      if (fault.name == kGraph) doubt_all();
      return;
    }
    if (document_[names.back()].text != kGraph) return;
    if (depth > 1) {
      if (depth == 2 || is_link_name(names.front())) doubt(document_[names[names.size() - 2]].text);
    } else if (!fault.name.empty()) {
      doubt(fault.name);
    } else if (!is_unknown) {
      doubt_all();
    }
  }

  const std::array<bool, kLinkKinds>& found() const { return found_; }

 private:
  template <typename Work>
  void each_name(std::uint32_t object, const Work& work) const {
    if (!document_[object].is(Kind::kObject)) return;
    const std::uint32_t end = document_[object].next;
    for (std::uint32_t name = object + 1; name < end; name = document_[name].next) work(name);
  }

  // Of the list, one of its links or an id in it.
  bool has_damage(std::uint32_t list) const {
    if (document_[list].damaged) return true;
    for (std::uint32_t at = list + 1; at < document_[list].next; ++at) {
      if (document_[at].damaged && !document_[document_[at].parent].is_name) return true;
      if (document_[at].is_name && is_link_name(at) && document_[at + 1].damaged) return true;
    }
    return false;
  }

  // Whether it names what a link leads to, well or badly.
  bool is_link_name(std::uint32_t name) const { return document_[name].text == "error_id"; }

  void doubt(std::string_view field) {
    for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
      if (kLinkFields[kind] == field) found_[kind] = true;
    }
  }
  void doubt_all() { found_.fill(true); }

  const Document& document_;
  std::array<bool, kLinkKinds> found_ = {};
};

}  // namespace

std::array<bool, kLinkKinds> doubtful_links(const Document& document,
                                            const std::vector<SchemaFault>& faults) {
  Doubts doubts(document);
  if (document.empty()) return doubts.found();
  doubts.look_at_names();
  for (const SchemaFault& fault : faults) doubts.look_at(fault);
  return doubts.found();
}

}  // namespace kbc
