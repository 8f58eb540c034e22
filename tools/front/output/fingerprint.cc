#include "output/fingerprint.h"

#include <algorithm>
#include <string_view>

#include "diagnostic/rule.h"
#include "parse/parse.h"
#include "text/ascii.h"
#include "text/hash.h"
#include "text/number_text.h"

namespace kbc {
namespace {

// A text with its end, so that `ab`, `c` is not `a`, `bc`. 0xFF is no byte of UTF-8.
void add_whole(std::string_view text, Fnv1a& hash) {
  hash.add(text);
  hash.add('\xFF');
}

std::string hash_of(std::string_view text) {
  Fnv1a hash;
  hash.add(text);
  return hexadecimal(hash.value(), 16);
}

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
    if (const auto text = text_of_member(document, element, name)) return hash_of(*text);
  }
  if (document[element].is(Kind::kString)) return hash_of(document[element].text);
  return hash_of(canonical(document, element));
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

}  // namespace

void Fingerprints::enter(FileId file) {
  if (file_ == file) return;
  file_ = file;
  path_ = sources_.path_in_repository(file);
  seen_.clear();
  is_read_ = false;
}

const std::string& Fingerprints::name_of_element(std::uint32_t element) {
  const Node& node = document_[element];
  const auto [names, is_new] = elements_.try_emplace(node.parent);
  if (is_new) names->second = names_of_elements(document_, node.parent);
  return names->second[node.ordinal];
}

// The place's JSON Pointer with names for indices.
std::string Fingerprints::steps_to(const Place& place) {
  std::string pointer = place.pointer.text();
  if (!needs_document(pointer)) return pointer;
  if (!is_read_) {
    is_read_ = true;
    elements_.clear();
    parse_json(sources_.text(place.file), Dialect::kJsonWithComments, document_);
  }
  if (document_.empty()) return pointer;
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

std::string Fingerprints::next(const Diagnostic& finding) {
  enter(finding.place.file);
  Fnv1a hash;
  add_whole(path_, hash);
  add_whole(info_of(finding.rule).name, hash);
  add_whole(steps_to(finding.place), hash);
  add_whole(finding.fault, hash);
  add_whole(finding.subject, hash);
  const std::uint64_t earlier = seen_[hash.value()]++;
  if (earlier > 0) add_whole(std::to_string(earlier), hash);
  return hexadecimal(hash.value(), 16);
}

}  // namespace kbc
