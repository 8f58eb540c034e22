#include "lsp/symbols.h"

#include <algorithm>

#include "lsp/entry_search.h"
#include "text/ascii.h"
#include "text/languages.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::size_t kMostOfDetail = 80;  // bytes
constexpr std::size_t kDeepest = 3;

// What tells one element of a list from another.
constexpr std::string_view kNames[] = {"action", "error_id", "version", "name"};

std::string cut(std::string_view text) {
  std::string line(text.substr(0, character_start(text, std::min(text.size(), kMostOfDetail))));
  std::replace_if(line.begin(), line.end(), is_blank, ' ');
  return printable(line) + (text.size() > kMostOfDetail ? "…" : "");
}

OutlineItem::Kind kind_of(Kind kind) {
  switch (kind) {
    case Kind::kString:
      return OutlineItem::Kind::kText;
    case Kind::kNumber:
      return OutlineItem::Kind::kNumber;
    case Kind::kArray:
      return OutlineItem::Kind::kList;
    case Kind::kObject:
      return OutlineItem::Kind::kObject;
    default:
      return OutlineItem::Kind::kOther;
  }
}

class Outlining {
 public:
  Outlining(const Document& document, std::size_t most) : document_(document), most_(most) {}

  std::vector<OutlineItem> run() && {
    if (document_.empty() || most_ == 0 || !document_.root().is(Kind::kObject)) return {};
    const std::uint32_t id = document_.member(0, "id");
    OutlineItem entry;
    entry.name = id == Document::kNoNode ? "" : cut(document_[id].text);
    if (entry.name.empty()) entry.name = "entry";
    entry.detail = text_of_member(0, "signature");
    entry.kind = OutlineItem::Kind::kEntry;
    entry.whole = document_.root().span;
    entry.name_span = id == Document::kNoNode ? Span{entry.whole.begin, entry.whole.begin + 1}
                                              : document_[id].span;
    items_.push_back(std::move(entry));
    add_inside(0, 1);
    return std::move(items_);
  }

 private:
  // Nodes are in the order of their places, so that what is inside follows.
  void add_inside(std::uint32_t holder, std::size_t level) {
    if (level > kDeepest) return;
    for (std::uint32_t at = holder + 1; at < document_[holder].next; at = document_[at].next) {
      if (items_.size() == most_) return;
      const Node& node = document_[at];
      const std::uint32_t value = node.is_name ? at + 1 : at;
      OutlineItem item;
      item.name = node.is_name ? cut(node.text) : name_of_element(at);
      if (item.name.empty()) item.name = "\"\"";
      item.detail = node.is_name ? detail_of(value) : "";
      item.kind = kind_of(document_[value].kind);
      item.whole = {node.span.begin, document_[value].span.end};
      item.name_span = node.span;
      item.level = level;
      if (!node.is_name && !is_leaf(value)) item.name_span.end = item.name_span.begin + 1;
      items_.push_back(std::move(item));
      if (!is_leaf(value)) add_inside(value, level + 1);
    }
  }

  bool is_leaf(std::uint32_t node) const {
    return !document_[node].is(Kind::kArray) && !document_[node].is(Kind::kObject);
  }

  std::string text_of_member(std::uint32_t object, std::string_view name) const {
    const std::uint32_t node = document_.member(object, name);
    return node == Document::kNoNode ? "" : cut(document_[node].text);
  }

  std::string name_of_element(std::uint32_t node) const {
    std::string number = std::to_string(document_[node].ordinal + 1);
    if (is_leaf(node)) return cut(document_[node].text);
    if (!document_[node].is(Kind::kObject)) return number;
    for (const std::string_view name : kNames) {
      std::string text = text_of_member(node, name);
      if (!text.empty()) return text;
    }
    return number;
  }

  std::string detail_of(std::uint32_t value) const {
    const Node& node = document_[value];
    switch (node.kind) {
      case Kind::kArray:
        return counted(node.count, "element");
      case Kind::kObject:
        return counted(node.count, "member");
      case Kind::kString:
      case Kind::kNumber:
        return cut(node.text);
      case Kind::kNull:
        return "null";
      case Kind::kFalse:
        return "false";
      case Kind::kTrue:
        return "true";
    }
    return {};
  }

  const Document& document_;
  std::size_t most_;
  std::vector<OutlineItem> items_;
};

// Whether the entry's translated signature has the text; where the file has it nowhere, nothing
// need be read.
bool is_translated_as(const BaseView& view, const EntryRecord& entry, std::string_view query) {
  if (view.text(entry.file).find(query) == std::string_view::npos) return false;
  const ReadText read = read_text(view, entry.file);
  if (read.document.empty() || !read.document.root().is(Kind::kObject)) return false;
  return std::any_of(kTranslations.begin(), kTranslations.end(), [&](const Translation& known) {
    const bool is_signature = std::string_view(known.source->name) == "signature";
    const std::uint32_t node =
        is_signature ? read.document.member(0, known.field->name) : Document::kNoNode;
    return node != Document::kNoNode &&
           read.document[node].text.find(query) != std::string_view::npos;
  });
}

}  // namespace

std::vector<OutlineItem> outline_of(const Document& document, std::size_t most) {
  return Outlining(document, most).run();
}

std::vector<const EntryRecord*> entries_found(const BaseView& view, std::string_view query,
                                              std::size_t most) {
  std::vector<const EntryRecord*> found = entries_like(view.base, query, "", most);
  // Words of English are in the signature itself.
  if (is_ascii(query)) return found;
  for (const EntryRecord& entry : view.base.entries()) {
    if (found.size() >= most) break;
    const bool is_known = std::find(found.begin(), found.end(), &entry) != found.end();
    if (!is_known && is_translated_as(view, entry, query)) found.push_back(&entry);
  }
  return found;
}

}  // namespace kbc
