#include "output/annotation.h"

#include <string_view>

#include "text/printable.h"

namespace kbc {
namespace {

// What the runner decodes in a message.
std::string_view escape_in_data(char c) {
  switch (c) {
    case '%':
      return "%25";
    case '\r':
      return "%0D";
    case '\n':
      return "%0A";
    default:
      break;
  }
  // A path can hold any other control character; messages come without them.
  const bool is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  return is_control ? "\uFFFD" : "";
}

// What it decodes in a property's value, which `,` and `:` would end.
std::string_view escape_in_property(char c) {
  if (c == ':') return "%3A";
  return c == ',' ? "%2C" : escape_in_data(c);
}

void write_escaped(std::string_view text, std::string_view (*escape)(char), std::ostream& out) {
  for (const char c : text) {
    const std::string_view escaped = escape(c);
    if (escaped.empty()) {
      out << c;
    } else {
      out << escaped;
    }
  }
}

void write_place(const Annotation& annotation, std::ostream& out) {
  out << " file=";
  write_escaped(valid_utf8(annotation.file), escape_in_property, out);
  out << ',';
  const Position& begin = annotation.begin;
  const Position& end = annotation.end;
  if (begin.line == 0) return;
  out << "line=" << begin.line << ",endLine=" << end.line << ',';
  // GitHub refuses columns of an annotation over several lines.
  if (begin.line == end.line) out << "col=" << begin.column << ",endColumn=" << end.column << ',';
}

}  // namespace

std::string_view annotation_level(Severity severity) {
  if (severity == Severity::kError) return "error";
  return severity == Severity::kWarning ? "warning" : "notice";
}

void write_annotation(const Annotation& annotation, std::ostream& out) {
  out << "::" << annotation.level;
  if (annotation.file.empty()) {
    out << ' ';
  } else {
    write_place(annotation, out);
  }
  out << "title=";
  write_escaped(printable(annotation.title), escape_in_property, out);
  out << "::";
  write_escaped(annotation.body, escape_in_data, out);
  out << '\n';
}

}  // namespace kbc
