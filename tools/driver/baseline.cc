#include "driver/baseline.h"

#include <algorithm>
#include <utility>

#include "load/line_index.h"
#include "load/source.h"
#include "parse/document.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// A baseline of a million entries is larger than one entry may be.
constexpr std::size_t kMaxBaselineBytes = std::size_t{1} << 30;

Error fault_at(const std::string& path, std::string_view text, Span span, std::string_view what) {
  const Position at = LineIndex(text).at(span.begin);
  return {path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
          ": error: " + std::string(what)};
}

constexpr std::string_view kShape =
    "a baseline is `{\"version\": 1, \"findings\": {\"<entry>\": {\"<rule>\": [\"<pointer>\"]}}}`";

// The findings object of a document of the right shape and version, or kNoNode.
std::uint32_t findings_of(const Document& document) {
  const std::uint32_t version = document.member(0, "version");
  if (version == Document::kNoNode || document[version].number() != 1) return Document::kNoNode;
  const std::uint32_t findings = document.member(0, "findings");
  const bool is_object = findings != Document::kNoNode && document[findings].is(Kind::kObject);
  return is_object ? findings : Document::kNoNode;
}

}  // namespace

Result<Baseline> Baseline::read(const std::string& path) {
  Result<std::string> text = read_file(path, kMaxBaselineBytes);
  if (!text) return text.error();
  Baseline baseline;
  baseline.path_ = path;
  baseline.text_ = std::move(*text);
  Document document;
  const auto faults = parse_json(baseline.text_, Dialect::kJson, document);
  if (!faults.empty()) {
    return fault_at(path, baseline.text_, faults.front().span, faults.front().message);
  }
  const std::uint32_t findings = findings_of(document);
  if (findings == Document::kNoNode) return fault_at(path, baseline.text_, {}, kShape);
  for (std::uint32_t at = findings + 1; at < document[findings].next; ++at) {
    const Node& node = document[at];
    if (node.is_name || !node.is(Kind::kString)) continue;
    const std::uint32_t rule = document[node.parent].parent;
    const std::uint32_t entry = document[document[rule].parent].parent;
    const bool is_placed = document[node.parent].is(Kind::kArray) && document[rule].is_name &&
                           document[entry].is_name && document[entry].parent == findings;
    if (!is_placed) return fault_at(path, baseline.text_, node.span, kShape);
    baseline.lines_[{std::string(document[entry].text), std::string(document[rule].text),
                     std::string(node.text)}] = {node.span};
  }
  return baseline;
}

Baseline::Line* Baseline::find(const Key& key) {
  const auto line = lines_.find(key);
  if (line == lines_.end()) return nullptr;
  line->second.used = true;
  return &line->second;
}

std::string Baseline::render(std::vector<Key> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::string text = "{\n  \"version\": 1,\n  \"findings\": {";
  const Key* previous = nullptr;
  for (const Key& key : keys) {
    const bool same_entry = previous != nullptr && previous->entry == key.entry;
    const bool same_rule = same_entry && previous->rule == key.rule;
    if (!same_rule && previous != nullptr) text += "]";
    if (!same_entry && previous != nullptr) text += "\n    }";
    if (!same_rule && previous != nullptr) text += ",";
    if (!same_entry) text += "\n    " + quote(key.entry) + ": {";
    if (!same_rule) text += "\n      " + quote(key.rule) + ": [";
    if (same_rule) text += ", ";
    text += quote(key.pointer);
    previous = &key;
  }
  if (previous != nullptr) text += "]\n    }\n  ";
  return text + "}\n}\n";
}

}  // namespace kbc
