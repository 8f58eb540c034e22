#include <map>
#include <utility>

#include "change/id_change.h"
#include "output/named_places.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// How a line keeps a value that is an id.
Baseline::Line line_with(std::string_view id, std::string& identity) {
  const std::string json = quote(id);
  Document document;
  parse_json(json, Dialect::kJson, document);
  NamedValue value{canonical(document, 0), json.size() > kMostValueBytes ? "" : json};
  identity = Baseline::identity_of(value);
  return {{}, false, std::move(value.json)};
}

class BaselineChanges {
 public:
  explicit BaselineChanges(const IdChange& change) : change_(change) {
    for (const std::string& id : change.from) {
      std::string identity;
      line_with(id, identity);
      values_.insert(std::move(identity));
      std::string token;
      append_pointer_token(token, id);
      places_.emplace(std::move(token));
    }
    if (change.to) append_pointer_token(place_, *change.to);
  }

  // False for a line that goes.
  bool change(Baseline::Key& key, Baseline::Line& line) {
    bool is_other = false;
    if (change_.from.contains(key.entry)) {
      if (change_.is_gone || !change_.to) return false;
      key.entry = *change_.to;
      is_other = true;
    }
    if (!change_place(key.place, is_other)) return false;
    if (values_.contains(key.value)) {
      if (!change_.to) return false;
      line = line_with(*change_.to, key.value);
      is_other = true;
    }
    if (is_other) ++renamed_;
    return true;
  }

  std::size_t renamed() const { return renamed_; }

 private:
  // Elements of a list of links are called by their ids; of equal ones the second has `#1`.
  bool change_place(std::string& place, bool& is_other) const {
    constexpr std::string_view kLinks = "/transition_graph/";
    if (!place.starts_with(kLinks)) return true;
    const std::size_t begin = place.find('/', kLinks.size());
    if (begin == std::string::npos) return true;
    const std::size_t end = std::min(place.find_first_of("/#", begin + 1), place.size());
    if (!places_.contains(place.substr(begin, end - begin))) return true;
    if (!change_.to) return false;
    place.replace(begin, end - begin, place_);
    is_other = true;
    return true;
  }

  const IdChange& change_;
  std::set<std::string, std::less<>> values_;  // as Baseline::Key::value has the ids
  std::set<std::string, std::less<>> places_;  // steps of a JSON Pointer
  std::string place_;
  std::size_t renamed_ = 0;
};

// Version 1 has JSON Pointers and no values: nothing but its keys name an entry.
ChangedText change_first_version(const Baseline& baseline, const IdChange& change) {
  ChangedText changed{baseline.text(), {}};
  Document document;
  parse_json(changed.text, Dialect::kJson, document);
  JsonEdits edits(baseline.text(), document);
  const std::uint32_t findings = document.member(0, "findings");
  for (std::uint32_t at = findings + 1; at < document[findings].next; at = document[at].next) {
    if (!change.from.contains(document[at].text)) continue;
    if (change.is_gone || !change.to) {
      edits.remove(at);
      ++changed.places.removed;
    } else {
      edits.replace(at, quote(*change.to));
      ++changed.places.renamed;
    }
  }
  if (!edits.empty()) changed.text = edits.text();
  return changed;
}

}  // namespace

ChangedText change_baseline(const Baseline& baseline, const IdChange& change) {
  if (baseline.version() == 1) return change_first_version(baseline, change);
  BaselineChanges changes(change);
  std::map<Baseline::Key, Baseline::Line> lines;
  ChangedPlaces places;
  for (const auto& [old_key, old_line] : baseline.lines()) {
    Baseline::Key key = old_key;
    Baseline::Line line = old_line;
    if (!changes.change(key, line)) {
      ++places.removed;
      continue;
    }
    lines.emplace(std::move(key), std::move(line));
  }
  places.renamed = changes.renamed();
  if (!places.any()) return {baseline.text(), {}};
  return {Baseline::render(lines), places};
}

}  // namespace kbc
