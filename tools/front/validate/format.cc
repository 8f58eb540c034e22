#include "validate/format.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>
#include <variant>

#include "core/re2.h"
#include "text/ascii.h"
#include "text/date.h"
#include "text/uri.h"
#include "validate/schema_regex.h"

namespace kbc {
namespace {

bool is_date(std::string_view text) {
  return std::holds_alternative<std::chrono::year_month_day>(parse_date(text));
}

// RFC 3339: the second 60 is where leap seconds are, at the end of a day in UTC.
bool is_time(std::string_view text) {
  static const RE2 time(
      "([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]|60)(?:\\.[0-9]+)?"
      "(?:[zZ]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");
  int hour = 0, minute = 0, second = 0;
  std::string sign, hours, minutes;
  if (!RE2::FullMatch(re2_piece(text), time, &hour, &minute, &second, &sign, &hours, &minutes)) {
    return false;
  }
  if (second < 60) return true;
  int offset = 0;
  if (!sign.empty()) {
    offset = std::stoi(hours) * 60 + std::stoi(minutes);
    if (sign == "-") offset = -offset;
  }
  constexpr int kDay = 24 * 60;
  return (hour * 60 + minute - offset + kDay) % kDay == kDay - 1;
}

bool is_date_time(std::string_view text) {
  const bool has_separator = text.size() > 10 && (text[10] == 'T' || text[10] == 't');
  return has_separator && is_date(text.substr(0, 10)) && is_time(text.substr(11));
}

// RFC 1123, section 2.1; the two hyphens of RFC 5890 at the third place are those of `xn--`.
bool is_hostname(std::string_view text) {
  constexpr std::size_t kMost = 253;
  static const RE2 label("[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
  if (text.empty() || text.size() > kMost) return false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('.', at), text.size());
    const std::string_view part = text.substr(at, end - at);
    const bool is_reserved =
        part.size() >= 4 && part.substr(2, 2) == "--" && lower_ascii(part.substr(0, 2)) != "xn";
    if (is_reserved || !RE2::FullMatch(re2_piece(part), label)) return false;
    at = end + 1;
  }
  return true;
}

bool is_address(std::string_view text, int family) {
  unsigned char address[sizeof(in6_addr)];
  return text.size() < 64 && text.find('\0') == std::string_view::npos &&
         ::inet_pton(family, std::string(text).c_str(), address) == 1;
}

// A mailbox of RFC 5321, section 4.1.2: atoms with dots between them, or a quoted text; then a host
// name, or an address in brackets.
bool is_email(std::string_view text) {
  static const RE2 local(
      "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*"
      "|\"([ !#-\\[\\]-~]|\\\\[ -~])*\"");
  const std::size_t sign = text.rfind('@');
  if (sign == std::string_view::npos) return false;
  if (!RE2::FullMatch(re2_piece(text.substr(0, sign)), local)) return false;
  std::string_view host = text.substr(sign + 1);
  if (!host.starts_with('[') || !host.ends_with(']')) return is_hostname(host);
  host = host.substr(1, host.size() - 2);
  constexpr std::string_view kVersion6 = "IPv6:";
  return host.starts_with(kVersion6) ? is_address(host.substr(kVersion6.size()), AF_INET6)
                                     : is_address(host, AF_INET);
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
