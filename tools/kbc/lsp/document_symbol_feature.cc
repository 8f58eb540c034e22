#include "lsp/answers.h"
#include "lsp/symbols.h"

namespace kbc {
namespace {

constexpr std::size_t kMost = 5000;

// By OutlineItem::Kind, the protocol's numbers.
constexpr std::uint64_t kKinds[] = {5, 15, 16, 18, 19, 13};

class SymbolWriter {
 public:
  SymbolWriter(const FeatureRequest& request, JsonWriter& json)
      : request_(request), positions_(request.document->positions()), json_(json) {}

  // An item and all that is inside of it; gives the number of the next.
  std::size_t write_tree(const std::vector<OutlineItem>& items, std::size_t at) {
    const OutlineItem& item = items[at++];
    json_.start_object();
    write_name(item);
    if (!item.detail.empty()) json_.member("detail", item.detail);
    json_.key("range");
    write_range(positions_.range(item.whole), json_);
    json_.key("selectionRange");
    write_range(positions_.range(item.name_span), json_);
    if (at < items.size() && items[at].level > item.level) {
      json_.start_array("children");
      while (at < items.size() && items[at].level > item.level) at = write_tree(items, at);
      json_.end_array();
    }
    json_.end_object();
    return at;
  }

  void write_flat(const OutlineItem& item) {
    json_.start_object();
    write_name(item);
    json_.key("location");
    write_location(request_.document->uri(), positions_.range(item.whole), json_);
    json_.end_object();
  }

 private:
  void write_name(const OutlineItem& item) {
    json_.member("name", item.name);
    json_.member("kind", kKinds[static_cast<std::size_t>(item.kind)]);
  }

  const FeatureRequest& request_;
  const TextPositions& positions_;
  JsonWriter& json_;
};

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  const std::vector<OutlineItem> items = entry_asked(request)
                                             ? outline_of(request.document->json(), kMost)
                                             : std::vector<OutlineItem>();
  SymbolWriter writer(request, result);
  result.start_array();
  for (std::size_t at = 0; at < items.size();) {
    if (request.client.takes_symbol_trees) {
      at = writer.write_tree(items, at);
    } else {
      writer.write_flat(items[at++]);
    }
  }
  result.end_array();
  return {};
}

void offer(const ClientAbilities&, JsonWriter& capabilities) {
  capabilities.key("documentSymbolProvider");
  capabilities.boolean(true);
}

}  // namespace

Feature document_symbol_feature() { return {.offer = offer, .answer = answer}; }

}  // namespace kbc
