#include "output/xml_text.h"

#include <cstddef>

#include "text/printable.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// XML 1.0, production 2. What decode() gives is never a surrogate.
bool is_xml_character(char32_t value) {
  if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
  return value != 0xFFFE && value != 0xFFFF;
}

// Line ends and tabs go as references too, since a reader of XML may change them otherwise.
std::string_view reference_to(char32_t value) {
  switch (value) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string escape_xml(std::string_view unknown) {
  const std::string text = printable(unknown);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = decode(text, at);
    const std::string_view reference = reference_to(code.value);
    if (!reference.empty()) {
      out += reference;
    } else {
      append_utf8(out, is_xml_character(code.value) ? code.value : kReplacementCharacter);
    }
    at += code.length;
  }
  return out;
}

}  // namespace kbc
