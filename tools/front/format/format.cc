#include "format/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "parse/exact_number.h"
#include "parse/literal.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr std::size_t kIndent = 2;
constexpr int kMostReferences = 16;  // that follow each other: a circle must end

// One subschema, as far as the order of names goes; kNoNode where nothing is known.
class SchemaPlace {
 public:
  SchemaPlace(const Document& schema, std::uint32_t node) : schema_(schema), node_(node) {
    for (int step = 0; step < kMostReferences; ++step) {
      const std::uint32_t reference = member(node_, "$ref");
      if (reference == Document::kNoNode) return;
      const std::string_view target = schema_[reference].text;
      node_ = target.starts_with('#') ? schema_.at_pointer(0, percent_decoded(target.substr(1)))
                                      : Document::kNoNode;
    }
  }

  // Where the property is in the list of properties; the greatest number for an unknown one.
  std::uint32_t rank_of(std::string_view name) const {
    const std::uint32_t value = member(member(node_, "properties"), name);
    if (value == Document::kNoNode) return std::numeric_limits<std::uint32_t>::max();
    return schema_[schema_[value].parent].ordinal;
  }

  SchemaPlace property(std::string_view name) const {
    return {schema_, member(member(node_, "properties"), name)};
  }
  SchemaPlace items() const { return {schema_, member(node_, "items")}; }

 private:
  std::uint32_t member(std::uint32_t object, std::string_view name) const {
    const bool is_object =
        object != Document::kNoNode && object < schema_.size() && schema_[object].is(Kind::kObject);
    return is_object ? schema_.member(object, name) : Document::kNoNode;
  }

  const Document& schema_;
  std::uint32_t node_;
};

class Formatter {
 public:
  explicit Formatter(const Document& document) : document_(document) {}

  void value(std::uint32_t node, const SchemaPlace& place, std::size_t depth);
  std::string take() { return std::move(text_) + '\n'; }

 private:
  void object(std::uint32_t node, const SchemaPlace& place, std::size_t depth);
  void array(std::uint32_t node, const SchemaPlace& place, std::size_t depth);

  void new_line(std::size_t depth) {
    text_ += '\n';
    text_.append(depth * kIndent, ' ');
  }

  const Document& document_;
  std::string text_;
};

void Formatter::object(std::uint32_t node, const SchemaPlace& place, std::size_t depth) {
  std::vector<std::uint32_t> names;
  for (std::uint32_t name = node + 1; name < document_[node].next; name = document_[name].next) {
    names.push_back(name);
  }
  std::stable_sort(names.begin(), names.end(), [&](std::uint32_t left, std::uint32_t right) {
    return place.rank_of(document_[left].text) < place.rank_of(document_[right].text);
  });
  text_ += '{';
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) text_ += ',';
    new_line(depth + 1);
    const std::string_view name = document_[names[at]].text;
    text_ += quote(name) + ": ";
    value(names[at] + 1, place.property(name), depth + 1);
  }
  if (!names.empty()) new_line(depth);
  text_ += '}';
}

void Formatter::array(std::uint32_t node, const SchemaPlace& place, std::size_t depth) {
  const SchemaPlace items = place.items();
  text_ += '[';
  for (std::uint32_t item = node + 1; item < document_[node].next; item = document_[item].next) {
    if (item > node + 1) text_ += ',';
    new_line(depth + 1);
    value(item, items, depth + 1);
  }
  if (document_[node].count > 0) new_line(depth);
  text_ += ']';
}

// As deep as the parser allows: kMaxDepth.
void Formatter::value(std::uint32_t node, const SchemaPlace& place, std::size_t depth) {
  switch (document_[node].kind) {
    case Kind::kNull:
      text_ += "null";
      return;
    case Kind::kFalse:
      text_ += "false";
      return;
    case Kind::kTrue:
      text_ += "true";
      return;
    case Kind::kNumber:
      text_ += plain_number(document_[node].text);
      return;
    case Kind::kString:
      text_ += quote(document_[node].text);
      return;
    case Kind::kArray:
      return array(node, place, depth);
    case Kind::kObject:
      return object(node, place, depth);
  }
}

bool is_whole(std::string_view number) {
  return number.find_first_of(".eE") == std::string_view::npos;
}

}  // namespace

std::string plain_number(std::string_view number) {
  // 2^53: up to here every whole number is a double of its own.
  constexpr double kExact = 9007199254740992;
  const double value = parse_number(number);
  if (!std::isfinite(value) || (is_whole(number) && std::abs(value) >= kExact)) {
    return std::string(number);
  }
  const bool is_readable = value == 0 || (std::abs(value) >= 1e-6 && std::abs(value) < 1e21);
  std::array<char, 64> text;
  const auto written =
      std::to_chars(text.data(), text.data() + text.size(), value,
                    is_readable ? std::chars_format::fixed : std::chars_format::scientific);
  const std::string plain(text.data(), written.ptr);
  return ExactNumber(plain) == ExactNumber(number) ? plain : std::string(number);
}

std::string formatted(const Document& document, const Document& schema) {
  Formatter formatter(document);
  formatter.value(0, SchemaPlace(schema, schema.empty() ? Document::kNoNode : 0), 0);
  return formatter.take();
}

std::string formatted_like(std::string_view text, const Document& document,
                           const Document& schema) {
  std::string plain = formatted(document, schema);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end == 0 || text[end - 1] != '\r') return plain;
  std::string with_returns;
  for (const char c : plain) {
    if (c == '\n') with_returns += '\r';
    with_returns += c;
  }
  return with_returns;
}

}  // namespace kbc
