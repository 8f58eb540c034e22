// The grammar of RFC 3986: URIs and relative references of any scheme.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace kbc {

// The parts of a URI reference, as written, without the delimiters around them; absent parts are
// empty. They are views of the parsed text. An IP address in brackets comes without the brackets.
struct Uri {
  std::string_view scheme;  // empty: a relative reference
  std::string_view user_info;
  std::string_view host;
  std::string_view port;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
};

// The parts, or the offset of the first byte that cannot be where it is.
std::variant<Uri, std::size_t> parse_uri(std::string_view text);

// What a reference means in a document with the address `base` (RFC 3986, section 5.2). What cannot
// be parsed, and a reference in a document without an address, is as it is.
std::string resolve_uri(std::string_view base, std::string_view reference);

}  // namespace kbc
