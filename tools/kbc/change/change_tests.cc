#include "change/id_change.h"
#include "load/line_index.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

class TestChanges {
 public:
  TestChanges(const std::string& path, const IdChange& change) : path_(path), change_(change) {}

  // The part of a file that is one JSON text, and begins in this line of it.
  Result<std::string> change(std::string_view text, std::uint32_t line) {
    if (!may_name(text)) return std::string(text);
    Document document;
    const std::vector<JsonFault> faults = parse_json(text, Dialect::kJson, document);
    if (!faults.empty()) {
      const Position at = LineIndex(text).at(faults.front().span.begin);
      return Error{path_ + ":" + std::to_string(line + at.line) + ":" + std::to_string(at.column) +
                   ": " + faults.front().message};
    }
    JsonEdits edits(text, document);
    if (document.root().is(Kind::kArray)) {
      for (std::uint32_t at = 1; at < document.root().next; at = document[at].next) {
        change_test(document, at, edits);
      }
    } else {
      change_test(document, 0, edits);
    }
    return edits.empty() ? std::string(text) : edits.text();
  }

  const ChangedPlaces& places() const { return places_; }

 private:
  // A text is seldom about one entry; a slash may be escaped.
  bool may_name(std::string_view text) const {
    if (text.find('\\') != std::string_view::npos) return true;
    for (const std::string& id : change_.from) {
      if (text.find(id) != std::string_view::npos) return true;
    }
    return false;
  }

  bool is_meant(const Node& node) const {
    return node.is(Kind::kString) && change_.from.contains(node.text);
  }

  void change_test(const Document& document, std::uint32_t test, JsonEdits& edits) {
    if (!document[test].is(Kind::kObject)) return;
    const std::uint32_t expected = document.member(test, "expect");
    if (expected != Document::kNoNode && is_meant(document[expected])) {
      rename(expected, edits, places_.left);
    }
    const std::uint32_t refused = document.member(test, "not");
    if (refused == Document::kNoNode) return;
    for (std::uint32_t at = refused + 1; at < document[refused].next; at = document[at].next) {
      if (!is_meant(document[at])) continue;
      if (!change_.to) edits.remove(at);
      rename(at, edits, places_.removed);
    }
  }

  void rename(std::uint32_t node, JsonEdits& edits, std::size_t& otherwise) {
    if (!change_.to) {
      ++otherwise;
      return;
    }
    edits.replace(node, quote(*change_.to));
    ++places_.renamed;
  }

  const std::string& path_;
  const IdChange& change_;
  ChangedPlaces places_;
};

}  // namespace

Result<ChangedText> change_tests(const std::string& path, const std::string& text,
                                 const IdChange& change) {
  TestChanges tests(path, change);
  if (!path.ends_with(".ndjson")) {
    Result<std::string> changed = tests.change(text, 0);
    if (!changed) return changed.error();
    return ChangedText{std::move(*changed), tests.places()};
  }
  std::string all;
  std::uint32_t line = 0;
  for (std::size_t begin = 0; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    Result<std::string> changed =
        tests.change(std::string_view(text).substr(begin, end - begin), line);
    if (!changed) return changed.error();
    all += *changed;
    begin = end;
  }
  return ChangedText{std::move(all), tests.places()};
}

}  // namespace kbc
