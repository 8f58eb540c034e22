#include "parse/document.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "parse/exact_number.h"
#include "parse/literal.h"

namespace kbc {

namespace {

// One token of a JSON Pointer as the name it stands for; nothing for a `~` that is no escape.
std::optional<std::string> unescape(std::string_view token) {
  std::string name;
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (token[at] != '~') {
      name += token[at];
      continue;
    }
    if (++at == token.size() || (token[at] != '0' && token[at] != '1')) return {};
    name += token[at] == '0' ? '~' : '/';
  }
  return name;
}

std::uint32_t element(const Document& document, std::uint32_t array, std::string_view token) {
  for (std::uint32_t at = array + 1; at < document[array].next; at = document[at].next) {
    if (std::to_string(document[at].ordinal) == token) return at;
  }
  return Document::kNoNode;
}

}  // namespace

double Node::number() const {
  if (kind != Kind::kNumber) return 0;
  return parse_number(text);
}

void Document::clear() {
  nodes_.clear();
  arena_.clear();
  kept_.reset();
}

void Document::mark_damaged(std::uint32_t offset) {
  if (!nodes_.empty()) nodes_[node_at(offset)].damaged = true;
}

void Document::set_text(std::uint32_t offset, std::string_view text) {
  if (!nodes_.empty()) nodes_[node_at(offset)].text = text;
}

std::uint32_t Document::member(std::uint32_t object, std::string_view name) const {
  if (!nodes_[object].is(Kind::kObject)) return kNoNode;
  for (std::uint32_t at = object + 1; at < nodes_[object].next; at = nodes_[at].next) {
    if (nodes_[at].text == name) return at + 1;
  }
  return kNoNode;
}

std::uint32_t Document::at_pointer(std::uint32_t from, std::string_view pointer) const {
  std::uint32_t node = from;
  while (!pointer.empty() && node != kNoNode) {
    if (pointer.front() != '/') return kNoNode;
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    const std::optional<std::string> name = unescape(token);
    if (!name) return kNoNode;
    node = nodes_[node].is(Kind::kArray) ? element(*this, node, *name) : member(node, *name);
  }
  return node;
}

std::uint32_t Document::node_at(std::uint32_t offset) const {
  auto after = std::upper_bound(
      nodes_.begin(), nodes_.end(), offset,
      [](std::uint32_t place, const Node& node) { return place < node.span.begin; });
  if (after == nodes_.begin()) return 0;
  auto index = static_cast<std::uint32_t>(after - nodes_.begin() - 1);
  while (index != 0 && offset >= nodes_[index].span.end) index = nodes_[index].parent;
  return index;
}

std::string Document::pointer(std::uint32_t node) const {
  if (nodes_.empty()) return {};
  std::vector<std::uint32_t> path;
  for (std::uint32_t at = node; at != 0; at = nodes_[at].parent) {
    const bool is_member_value = nodes_[nodes_[at].parent].is_name;
    if (!is_member_value) path.push_back(at);
  }
  std::string text;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    append_pointer_step(text, nodes_[*step]);
  }
  return text;
}

void append_pointer_step(std::string& pointer, const Node& step) {
  if (step.is_name) return append_pointer_token(pointer, step.text);
  append_pointer_token(pointer, std::to_string(step.ordinal));
}

void append_pointer_token(std::string& pointer, std::string_view token) {
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
}

namespace {

std::string canonical_number(const Node& node) {
  const std::optional<std::string> text = double_text(node.text);
  return "n" + (text ? *text : ExactNumber(node.text).text());
}

std::string canonical_string(std::string_view text) {
  return "s" + std::to_string(text.size()) + ":" + std::string(text);
}

std::string canonical_array(const Document& document, std::uint32_t node) {
  std::string text = "[";
  for (std::uint32_t at = node + 1; at < document[node].next; at = document[at].next) {
    text += canonical(document, at) + ",";
  }
  return text + "]";
}

std::string canonical_object(const Document& document, std::uint32_t node) {
  std::vector<std::string> members;
  for (std::uint32_t at = node + 1; at < document[node].next; at = document[at].next) {
    members.push_back(canonical_string(document[at].text) + canonical(document, at + 1));
  }
  std::sort(members.begin(), members.end());
  std::string text = "{";
  for (const std::string& member : members) text += member + ",";
  return text + "}";
}

}  // namespace

// Recursion is bounded by the parser's limit on nesting.
std::string canonical(const Document& document, std::uint32_t node) {
  switch (document[node].kind) {
    case Kind::kNull:
      return "null";
    case Kind::kFalse:
      return "false";
    case Kind::kTrue:
      return "true";
    case Kind::kNumber:
      return canonical_number(document[node]);
    case Kind::kString:
      return canonical_string(document[node].text);
    case Kind::kArray:
      return canonical_array(document, node);
    case Kind::kObject:
      return canonical_object(document, node);
  }
  return {};
}

}  // namespace kbc
