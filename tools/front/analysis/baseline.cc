#include "analysis/baseline.h"

#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "load/line_index.h"
#include "load/source.h"
#include "output/json_writer.h"
#include "parse/document.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// A baseline of a million entries is larger than one entry may be.
constexpr std::size_t kMaxBaselineBytes = std::size_t{1} << 30;

constexpr std::string_view kShape =
    "a baseline is `{\"version\": 1, \"findings\": {\"<entry>\": {\"<rule>\": [\"<pointer>\"]}}}`";

// Reads the lines of a file, up to the first thing that is none.
class BaselineReader {
 public:
  BaselineReader(const std::string& path, std::string_view text) : path_(path), text_(text) {}

  Status read(std::map<Baseline::Key, Baseline::Line>& lines) {
    const auto faults = parse_json(text_, Dialect::kJson, document_);
    // Nothing is quoted: the path may be a link to what is no baseline at all.
    if (!faults.empty()) return fault_at(faults.front().span, kShape);
    if (!document_.root().is(Kind::kObject)) return fault_at(document_.root().span, kShape);
    for (const std::uint32_t name : names_in(0)) {
      if (document_[name].text != "version" && document_[name].text != "findings") {
        return fault_at(document_[name].span, kShape);
      }
    }
    const std::uint32_t version = document_.member(0, "version");
    if (version == Document::kNoNode) return fault_at(document_.root().span, kShape);
    if (document_[version].number() != 1) {
      return fault_at(document_[version].span,
                      "unsupported version; this kbc reads baselines of version 1");
    }
    const std::uint32_t findings = document_.member(0, "findings");
    if (findings == Document::kNoNode) return fault_at(document_.root().span, kShape);
    return read_findings(findings, lines);
  }

 private:
  Status read_findings(std::uint32_t findings, std::map<Baseline::Key, Baseline::Line>& lines) {
    if (!document_[findings].is(Kind::kObject)) return fault_at(document_[findings].span, kShape);
    for (const std::uint32_t entry : names_in(findings)) {
      const Node& rules = document_[entry + 1];
      if (!rules.is(Kind::kObject)) return fault_at(rules.span, kShape);
      for (const std::uint32_t rule : names_in(entry + 1)) {
        if (Status failed = read_pointers(entry, rule, lines)) return failed;
      }
    }
    return {};
  }

  Status read_pointers(std::uint32_t entry, std::uint32_t rule,
                       std::map<Baseline::Key, Baseline::Line>& lines) {
    const Node& pointers = document_[rule + 1];
    if (!pointers.is(Kind::kArray)) return fault_at(pointers.span, kShape);
    for (std::uint32_t at = rule + 2; at < pointers.next; at = document_[at].next) {
      const Node& pointer = document_[at];
      if (!pointer.is(Kind::kString)) return fault_at(pointer.span, kShape);
      lines[{std::string(document_[entry].text), std::string(document_[rule].text),
             std::string(pointer.text)}] = {pointer.span};
    }
    return {};
  }

  std::vector<std::uint32_t> names_in(std::uint32_t object) const {
    std::vector<std::uint32_t> names;
    for (std::uint32_t at = object + 1; at < document_[object].next; at = document_[at].next) {
      names.push_back(at);
    }
    return names;
  }

  Error fault_at(Span span, std::string_view what) const {
    const Position at = LineIndex(text_).at(span.begin);
    return {path_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
            ": error: " + std::string(what)};
  }

  const std::string& path_;
  std::string_view text_;
  Document document_;
};

}  // namespace

Result<Baseline> Baseline::read(const std::string& path, const Snapshot* snapshot) {
  Result<std::string> text = read_file(snapshot, {}, path, kMaxBaselineBytes, Border::By::kPerson);
  if (!text) return text.error();
  Baseline baseline;
  baseline.path_ = path;
  baseline.text_ = std::move(*text);
  BaselineReader reader(path, baseline.text_);
  if (Status failed = reader.read(baseline.lines_)) return *failed;
  return baseline;
}

void Baseline::keep_lines_of(const Baseline& other) {
  std::erase_if(lines_, [&](const auto& line) { return !other.lines_.contains(line.first); });
}

Baseline::Line* Baseline::find(const Key& key) {
  const auto line = lines_.find(key);
  if (line == lines_.end()) return nullptr;
  line->second.used = true;
  return &line->second;
}

std::string Baseline::render(const std::vector<Key>& keys) {
  std::map<std::string_view, std::map<std::string_view, std::set<std::string_view>>> findings;
  for (const Key& key : keys) findings[key.entry][key.rule].insert(key.pointer);
  std::ostringstream out;
  JsonWriter json(out, JsonLayout::kArraysInLine);
  json.start_object();
  json.member("version", 1);
  json.start_object("findings");
  for (const auto& [entry, rules] : findings) {
    json.start_object(entry);
    for (const auto& [rule, pointers] : rules) {
      json.start_array(rule);
      for (const std::string_view pointer : pointers) json.string(pointer);
      json.end_array();
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return out.str() + '\n';
}

}  // namespace kbc
