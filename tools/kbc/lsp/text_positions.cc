#include "lsp/text_positions.h"

#include <algorithm>
#include <limits>

#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool begins_pair(char byte) { return static_cast<unsigned char>(byte) >= 0xF0; }

std::uint32_t count_pairs(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins_pair));
}

std::uint32_t units_of(const CodePoint& code, PositionEncoding encoding) {
  return encoding == PositionEncoding::kUtf16 && code.value > 0xFFFF ? 2 : 1;
}

// The bytes of a line that come before this many units.
std::uint32_t bytes_before(std::string_view line, std::uint32_t units, PositionEncoding encoding) {
  if (encoding == PositionEncoding::kUtf8) {
    const std::size_t at = std::min<std::size_t>(units, line.size());
    return static_cast<std::uint32_t>(character_start(line, at));
  }
  std::size_t at = 0;
  while (at < line.size()) {
    const CodePoint code = decode(line, at);
    const std::uint32_t width = units_of(code, encoding);
    if (width > units) break;
    units -= width;
    at += code.length;
  }
  return static_cast<std::uint32_t>(at);
}

std::uint32_t clamped(const std::optional<std::uint64_t>& number) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max() - 1;
  return static_cast<std::uint32_t>(std::min(number.value_or(0), kMost));
}

}  // namespace

std::string_view name_of(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::kUtf8:
      return "utf-8";
    case PositionEncoding::kUtf32:
      return "utf-32";
    case PositionEncoding::kUtf16:
      break;
  }
  return "utf-16";
}

TextPositions::TextPositions(std::string_view text, PositionEncoding encoding, ByteOrderMark mark)
    : text_(text),
      encoding_(encoding),
      hidden_(mark == ByteOrderMark::kIsHidden && text.starts_with(kMark) ? kMark.size() : 0),
      lines_(text) {
  if (encoding != PositionEncoding::kUtf16 || std::none_of(text.begin(), text.end(), begins_pair)) {
    return;
  }
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
    pairs_.push_back(count);
    count += count_pairs(text.substr(begin, kStride));
  }
}

std::uint32_t TextPositions::pairs_before(std::uint32_t offset) const {
  if (pairs_.empty()) return 0;
  const std::uint32_t begin = offset / kStride * kStride;
  return pairs_[offset / kStride] + count_pairs(text_.substr(begin, offset - begin));
}

LspPosition TextPositions::at(std::uint32_t offset) const {
  offset = std::max(hidden_, std::min(offset, static_cast<std::uint32_t>(text_.size())));
  const Position place = lines_.at(offset);
  const std::uint32_t start = lines_.line_start(place.line);
  const std::uint32_t hidden = place.line == 1 ? hidden_ : 0;
  if (encoding_ == PositionEncoding::kUtf8) return {place.line - 1, offset - start - hidden};
  const std::uint32_t pairs = pairs_before(offset) - pairs_before(start);
  // The mark is one character.
  return {place.line - 1, place.column - 1 + pairs - (hidden > 0 ? 1 : 0)};
}

std::uint32_t TextPositions::offset_of(LspPosition position) const {
  const std::uint32_t hidden = position.line == 0 ? hidden_ : 0;
  const std::uint32_t start = lines_.line_start(position.line + 1) + hidden;
  const std::string_view line = lines_.line(position.line + 1).substr(hidden);
  return start + bytes_before(line, position.character, encoding_);
}

Span TextPositions::span_of(LspRange range) const {
  const std::uint32_t begin = offset_of(range.begin);
  return {begin, std::max(begin, offset_of(range.end))};
}

LspPosition read_position(const JsonObject& position) {
  return {clamped(position.number("line")), clamped(position.number("character"))};
}

LspRange read_range(const JsonObject& range) {
  return {read_position(range.object("start")), read_position(range.object("end"))};
}

void write_position(LspPosition position, JsonWriter& json) {
  json.start_object();
  json.member("line", std::uint64_t{position.line});
  json.member("character", std::uint64_t{position.character});
  json.end_object();
}

void write_range(const LspRange& range, JsonWriter& json) {
  json.start_object();
  json.key("start");
  write_position(range.begin, json);
  json.key("end");
  write_position(range.end, json);
  json.end_object();
}

void write_location(std::string_view uri, const LspRange& range, JsonWriter& json) {
  json.start_object();
  json.member("uri", uri);
  json.key("range");
  write_range(range, json);
  json.end_object();
}

void write_text_edit(const LspRange& range, std::string_view text, JsonWriter& json) {
  json.start_object();
  json.key("range");
  write_range(range, json);
  json.member("newText", text);
  json.end_object();
}

}  // namespace kbc
