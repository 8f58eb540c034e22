#include "output/named_places.h"

#include <sstream>
#include <utility>

#include "output/json_writer.h"
#include "parse/parse.h"
#include "text/ascii.h"
#include "text/hash.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// The member of an object whose text says what the object is, if it has one.
std::optional<std::string_view> text_of_member(const Document& document, std::uint32_t object,
                                               std::string_view name) {
  const std::uint32_t value = document.member(object, name);
  if (value == Document::kNoNode || !document[value].is(Kind::kString)) return {};
  return document[value].text;
}

// What an element of an array is called wherever it is in the array.
std::string name_of(const Document& document, std::uint32_t element) {
  if (const auto id = text_of_member(document, element, "error_id")) return std::string(*id);
  for (const std::string_view name : {"action", "version"}) {
    if (const auto text = text_of_member(document, element, name)) return hash_text(*text);
  }
  if (document[element].is(Kind::kString)) return hash_text(document[element].text);
  return hash_text(canonical(document, element));
}

// The names of all elements; of equal ones the second and later ones with their number.
std::vector<std::string> names_of_elements(const Document& document, std::uint32_t array) {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> counts;
  for (std::uint32_t at = array + 1; at < document[array].next; at = document[at].next) {
    std::string name = name_of(document, at);
    const std::size_t earlier = counts[name]++;
    if (earlier > 0) name += "#" + std::to_string(earlier);
    names.push_back(std::move(name));
  }
  return names;
}

// Whether the pointer may lead through an array. What has no pointer may have a place all the same:
// a line of a baseline.
bool needs_document(std::string_view pointer) {
  if (pointer.empty()) return true;
  for (std::size_t slash = 0; slash != std::string_view::npos; slash = pointer.find('/', slash + 1))
    if (slash + 1 < pointer.size() && is_digit(pointer[slash + 1])) return true;
  return false;
}

void write_value(const Document& document, std::uint32_t node, JsonWriter& json) {
  const Node& value = document[node];
  switch (value.kind) {
    case Kind::kNull:
      return json.null();
    case Kind::kFalse:
    case Kind::kTrue:
      return json.boolean(value.kind == Kind::kTrue);
    case Kind::kNumber:
      return json.number(value.text);
    case Kind::kString:
      return json.string(value.text);
    case Kind::kArray:
      json.start_array();
      for (std::uint32_t at = node + 1; at < value.next; at = document[at].next) {
        write_value(document, at, json);
      }
      return json.end_array();
    case Kind::kObject:
      json.start_object();
      for (std::uint32_t at = node + 1; at < value.next; at = document[at].next) {
        json.key(document[at].text);
        write_value(document, at + 1, json);
      }
      return json.end_object();
  }
}

NamedValue value_of(const Document& document, std::uint32_t node) {
  NamedValue value;
  value.canonical = canonical(document, node);
  // A canonical form is longer by a length for each text, and shorter than what is escaped.
  if (value.canonical.size() > 2 * kMostValueBytes || first_invalid_utf8(value.canonical)) {
    return value;
  }
  std::ostringstream out;
  JsonWriter json(out);
  write_value(document, node, json);
  value.json = std::move(out).str();
  if (value.json.size() > kMostValueBytes) value.json.clear();
  return value;
}

}  // namespace

void NamedPlaces::enter(FileId file) {
  if (file_ == file) return;
  file_ = file;
  is_read_ = false;
}

const Document& NamedPlaces::document() {
  if (!is_read_) {
    is_read_ = true;
    elements_.clear();
    values_.clear();
    parse_json(sources_.text(*file_), Dialect::kJsonWithComments, document_);
  }
  return document_;
}

const std::string& NamedPlaces::name_of_element(std::uint32_t element) {
  const Node& node = document_[element];
  const auto [names, is_new] = elements_.try_emplace(node.parent);
  if (is_new) names->second = names_of_elements(document_, node.parent);
  return names->second[node.ordinal];
}

std::string NamedPlaces::steps_to(const Place& place) {
  enter(place.file);
  std::string pointer = place.pointer.text();
  if (!needs_document(pointer) || document().empty()) return pointer;
  std::vector<std::uint32_t> path;
  for (std::uint32_t at = document_.node_at(place.span.begin); at != 0; at = document_[at].parent) {
    if (!document_[document_[at].parent].is_name) path.push_back(at);
  }
  std::string steps;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    const Node& node = document_[*step];
    append_pointer_token(steps, node.is_name ? node.text : name_of_element(*step));
  }
  return steps;
}

std::optional<NamedValue> NamedPlaces::value_at(const Place& place) {
  enter(place.file);
  if (document().empty()) return {};
  std::uint32_t node = document_.node_at(place.span.begin);
  if (document_[node].is_name) ++node;
  if (node == 0) return {};
  const auto [value, is_new] = values_.try_emplace(node);
  if (is_new) value->second = value_of(document_, node);
  return value->second;
}

std::optional<Place> NamedPlaces::place_of(FileId file, std::string_view pointer) {
  enter(file);
  if (document().empty()) return {};
  const std::uint32_t node = document_.at_pointer(0, pointer);
  if (node == Document::kNoNode) return {};
  return Place{file, document_[node].span, pointer, {}, {}};
}

}  // namespace kbc
