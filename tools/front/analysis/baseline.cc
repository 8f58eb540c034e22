#include "analysis/baseline.h"

#include <sstream>
#include <string_view>
#include <utility>

#include "load/line_index.h"
#include "load/source.h"
#include "output/json_writer.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "text/hash.h"

namespace kbc {
namespace {

// A baseline of a million entries is larger than one entry may be.
constexpr std::size_t kMaxBaselineBytes = std::size_t{1} << 30;

// Before a hash in a key; no canonical form begins with it.
constexpr char kHashMark = '#';

constexpr std::string_view kShape =
    "a baseline is `{\"version\": 2, \"findings\": {\"<entry>\": {\"<rule>\": [{\"at\": "
    "\"<place>\", \"value\": …}]}}}`";

// Reads the lines of a file, up to the first thing that is none.
class BaselineReader {
 public:
  BaselineReader(const std::string& path, std::string_view text) : path_(path), text_(text) {}

  int version() const { return version_; }

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
    version_ = document_[version].number() == 1 ? 1 : 2;
    if (document_[version].number() != version_) {
      return fault_at(document_[version].span,
                      "unsupported version; this kbc reads baselines of versions 1 and 2");
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
        if (Status failed = read_lines(entry, rule, lines)) return failed;
      }
    }
    return {};
  }

  Status read_lines(std::uint32_t entry, std::uint32_t rule,
                    std::map<Baseline::Key, Baseline::Line>& lines) {
    const Node& pointers = document_[rule + 1];
    if (!pointers.is(Kind::kArray)) return fault_at(pointers.span, kShape);
    for (std::uint32_t at = rule + 2; at < pointers.next; at = document_[at].next) {
      if (Status failed = read_line(entry, rule, at, lines)) return failed;
    }
    return {};
  }

  Status read_line(std::uint32_t entry, std::uint32_t rule, std::uint32_t line,
                   std::map<Baseline::Key, Baseline::Line>& lines) {
    if (document_[line].kind != (version_ == 1 ? Kind::kString : Kind::kObject)) {
      return fault_at(document_[line].span, kShape);
    }
    Baseline::Key key{
        std::string(document_[entry].text), std::string(document_[rule].text), {}, {}};
    if (version_ == 1) {
      key.place = document_[line].text;
      lines[std::move(key)] = {document_[line].span, false, {}};
      return {};
    }
    std::string json;
    const std::uint32_t place = document_.member(line, "at");
    for (const std::uint32_t name : names_in(line)) {
      if (!read_member(name, key, json)) return fault_at(document_[name].span, kShape);
    }
    if (place == Document::kNoNode) return fault_at(document_[line].span, kShape);
    lines[std::move(key)] = {document_[place].span, false, std::move(json)};
    return {};
  }

  // False for what is no part of a line.
  bool read_member(std::uint32_t name, Baseline::Key& key, std::string& json) const {
    const Node& value = document_[name + 1];
    if (document_[name].text == "value" && key.value.empty()) {
      const Span span = value.span;
      json = text_.substr(span.begin, span.size());
      key.value = Baseline::identity_of({canonical(document_, name + 1), json});
      return true;
    }
    if (!value.is(Kind::kString)) return false;
    if (document_[name].text == "hash" && key.value.empty()) {
      key.value = kHashMark + std::string(value.text);
      return true;
    }
    if (document_[name].text != "at" || !key.place.empty()) return false;
    key.place = value.text;
    return true;
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
  int version_ = 2;
};

}  // namespace

Result<Baseline> Baseline::read(const std::string& path, const Border& border, Border::By by,
                                const Snapshot* snapshot) {
  Result<std::string> text = read_file(snapshot, border, path, kMaxBaselineBytes, by);
  if (!text) return text.error();
  Baseline baseline;
  baseline.path_ = path;
  baseline.text_ = std::move(*text);
  BaselineReader reader(path, baseline.text_);
  if (Status failed = reader.read(baseline.lines_)) return *failed;
  baseline.version_ = reader.version();
  return baseline;
}

std::string Baseline::identity_of(const NamedValue& value) {
  if (!value.json.empty()) return value.canonical;
  return kHashMark + hash_text(value.canonical);
}

void Baseline::keep_lines_of(const Baseline& other) {
  if (version_ != other.version_ && !other.lines_.empty()) return;
  std::erase_if(lines_, [&](const auto& line) { return !other.lines_.contains(line.first); });
}

bool Baseline::has(const std::string& entry, const std::string& rule) const {
  const auto line = lines_.lower_bound({entry, rule, {}, {}});
  return line != lines_.end() && line->first.entry == entry && line->first.rule == rule;
}

Baseline::Line* Baseline::find(const Key& key) {
  const auto line = lines_.find(key);
  return line == lines_.end() ? nullptr : &line->second;
}

Baseline::Line* Baseline::find_other_value(const Key& key) {
  auto line = lines_.lower_bound({key.entry, key.rule, key.place, {}});
  if (line != lines_.end() && line->first == key) ++line;
  if (line == lines_.end()) return nullptr;
  const Key& found = line->first;
  const bool is_there =
      found.entry == key.entry && found.rule == key.rule && found.place == key.place;
  return is_there ? &line->second : nullptr;
}

namespace {

// A line of its own in the file, so that two branches can change two of them.
std::string rendered(const Baseline::Key& key, const Baseline::Line& line) {
  std::ostringstream out;
  JsonWriter json(out);
  json.start_object();
  json.member("at", key.place);
  if (!line.json.empty()) {
    json.key("value");
    json.json(line.json);
  } else if (!key.value.empty()) {
    json.member("hash", std::string_view(key.value).substr(1));
  }
  json.end_object();
  return std::move(out).str();
}

}  // namespace

std::string Baseline::render(const std::map<Key, Line>& lines) {
  std::ostringstream out;
  JsonWriter json(out, JsonLayout::kIndented);
  json.start_object();
  json.member("version", 2);
  json.start_object("findings");
  for (auto line = lines.begin(); line != lines.end();) {
    const std::string& entry = line->first.entry;
    json.start_object(entry);
    while (line != lines.end() && line->first.entry == entry) {
      const std::string& rule = line->first.rule;
      json.start_array(rule);
      for (; line != lines.end() && line->first.entry == entry && line->first.rule == rule;
           ++line) {
        json.json(rendered(line->first, line->second));
      }
      json.end_array();
    }
    json.end_object();
  }
  json.end_object();
  json.end_object();
  return out.str() + '\n';
}

}  // namespace kbc
