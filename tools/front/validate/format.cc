#include "validate/format.h"

#include <arpa/inet.h>

#include <string>
#include <variant>

#include "core/re2.h"
#include "text/date.h"
#include "text/uri.h"
#include "validate/schema_regex.h"

namespace kbc {
namespace {

bool is_date(std::string_view text) {
  return std::holds_alternative<std::chrono::year_month_day>(parse_date(text));
}

bool is_time(std::string_view text) {
  static const RE2 time(
      "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?"
      "([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])");
  return RE2::FullMatch(re2_piece(text), time);
}

bool is_date_time(std::string_view text) {
  const bool has_separator = text.size() > 10 && (text[10] == 'T' || text[10] == 't');
  return has_separator && is_date(text.substr(0, 10)) && is_time(text.substr(11));
}

bool is_email(std::string_view text) {
  static const RE2 email("[^@\\s]+@[^@\\s]+");
  return RE2::FullMatch(re2_piece(text), email);
}

bool is_hostname(std::string_view text) {
  static const RE2 hostname("([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.?)+");
  return text.size() <= 253 && RE2::FullMatch(re2_piece(text), hostname);
}

bool is_address(std::string_view text, int family) {
  unsigned char address[sizeof(in6_addr)];
  return text.size() < 64 && text.find('\0') == std::string_view::npos &&
         ::inet_pton(family, std::string(text).c_str(), address) == 1;
}

bool is_json_pointer(std::string_view text) {
  static const RE2 pointer("(/([^~/]|~[01])*)*");
  return RE2::FullMatch(re2_piece(text), pointer);
}

// An absolute URI of RFC 3986; unlike an entry's URLs it needs no host.
bool is_uri(std::string_view text) {
  const auto parsed = parse_uri(text);
  const Uri* uri = std::get_if<Uri>(&parsed);
  return uri != nullptr && !uri->scheme.empty();
}

bool is_regex(std::string_view text) { return compile_schema_regex(text).regex != nullptr; }

}  // namespace

bool has_format(std::string_view text, std::string_view format) {
  if (format == "date") return is_date(text);
  if (format == "uri") return is_uri(text);
  if (format == "time") return is_time(text);
  if (format == "date-time") return is_date_time(text);
  if (format == "email") return is_email(text);
  if (format == "hostname") return is_hostname(text);
  if (format == "ipv4") return is_address(text, AF_INET);
  if (format == "ipv6") return is_address(text, AF_INET6);
  if (format == "json-pointer") return is_json_pointer(text);
  if (format == "regex") return is_regex(text);
  return true;
}

}  // namespace kbc
