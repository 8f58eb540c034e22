#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "load/line_index.h"
#include "output/json_writer.h"
#include "rpc/json_object.h"

namespace kbc {

// In what a client counts the characters of a line.
enum class PositionEncoding : std::uint8_t { kUtf8, kUtf16, kUtf32 };

// The protocol's name for it: `utf-8`.
std::string_view name_of(PositionEncoding encoding);

// A place as the Language Server Protocol has it, from 0.
struct LspPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  auto operator<=>(const LspPosition&) const = default;
};

struct LspRange {
  LspPosition begin, end;

  bool operator==(const LspRange&) const = default;
};

// Whether a byte-order mark at the beginning is a character for the client. Editors take it off a
// file that they read.
enum class ByteOrderMark : std::uint8_t { kCounts, kIsHidden };

// Bytes of one text as positions, and back. A line ends with LF, CR or CR LF, as in the protocol.
// Views the text. Logarithmic, whatever the length of a line, but for offset_of() with UTF-16 and
// UTF-32, which reads the line.
class TextPositions {
 public:
  TextPositions(std::string_view text, PositionEncoding encoding,
                ByteOrderMark mark = ByteOrderMark::kCounts);

  std::string_view text() const { return text_; }

  LspPosition at(std::uint32_t offset) const;
  LspRange range(Span span) const { return {at(span.begin), at(span.end)}; }

  // A character beyond the line means its end, as the protocol says, and a line beyond the text the
  // text's end; one within a character (the half of a surrogate pair) means its beginning.
  std::uint32_t offset_of(LspPosition position) const;
  // Of which the end does not come before the beginning.
  Span span_of(LspRange range) const;

 private:
  // Characters of four bytes, which are two units of UTF-16, before each multiple of kStride.
  static constexpr std::uint32_t kStride = 256;

  std::uint32_t pairs_before(std::uint32_t offset) const;

  std::string_view text_;
  PositionEncoding encoding_;
  std::uint32_t hidden_;  // bytes at the beginning
  LineIndex lines_;
  std::vector<std::uint32_t> pairs_;  // empty where there is none
};

// What a client sends; anything else is the beginning of the text.
LspPosition read_position(const JsonObject& position);
LspRange read_range(const JsonObject& range);

void write_position(LspPosition position, JsonWriter& json);
void write_range(const LspRange& range, JsonWriter& json);
// An object Location.
void write_location(std::string_view uri, const LspRange& range, JsonWriter& json);
// An object TextEdit.
void write_text_edit(const LspRange& range, std::string_view text, JsonWriter& json);

}  // namespace kbc
