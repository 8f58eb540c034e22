#include "text/uri.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/ascii.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_one_of(char c, std::string_view characters) { return characters.find(c) != kNone; }

// RFC 3986's unreserved and sub-delims, which may be in any part. Every byte of every URL is asked
// about.
constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < 128; ++byte)
    table[byte] = is_alphanumeric(static_cast<char>(byte));
  for (const char c : std::string_view("-._~!$&'()*+,;="))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// The end of the bytes from `at` that may be in any part, encoded bytes, and those in `more`.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view more) {
  while (at < text.size()) {
    if (is_encoded_byte(text, at)) {
      at += 3;
    } else if (kIsPlain[static_cast<unsigned char>(text[at])] || is_one_of(text[at], more)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// A view of what begins at `at`, which moves to its end.
std::string_view take(std::string_view text, std::size_t& at, std::size_t end) {
  const std::string_view part = text.substr(at, end - at);
  at = end;
  return part;
}

std::string_view scheme_of(std::string_view text) {
  const std::string_view scheme = text.substr(0, text.find(':'));
  const bool is_scheme = scheme.size() < text.size() && !scheme.empty() && is_letter(scheme[0]) &&
                         std::all_of(scheme.begin(), scheme.end(), [](char c) {
                           return is_alphanumeric(c) || is_one_of(c, "+-.");
                         });
  return is_scheme ? scheme : std::string_view();
}

bool is_ip_version_6(std::string_view text) {
  in6_addr address;
  return text.size() < INET6_ADDRSTRLEN &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_hex(c) || c == ':' || c == '.'; }) &&
         ::inet_pton(AF_INET6, std::string(text).c_str(), &address) == 1;
}

// IPvFuture: `v`, hexadecimal digits, a dot and something.
bool is_ip_of_the_future(std::string_view text) {
  if (!text.starts_with('v') && !text.starts_with('V')) return false;
  const std::size_t dot = text.find('.');
  return dot != kNone && dot > 1 && std::all_of(text.begin() + 1, text.begin() + dot, is_hex) &&
         dot + 1 < text.size() && text.find('%') == kNone &&
         end_of(text, dot + 1, ":") == text.size();
}

// Reads `user@host:port` from `at`, which moves to its end or to the byte that is wrong.
bool read_authority(std::string_view text, std::size_t& at, Uri& uri) {
  const std::size_t user_end = end_of(text, at, ":");
  if (text.substr(user_end).starts_with('@')) {
    uri.user_info = take(text, at, user_end);
    ++at;
  }
  if (text.substr(at).starts_with('[')) {
    const std::size_t bracket = std::min(text.find(']', at), text.size());
    const std::string_view host = text.substr(at + 1, bracket - at - 1);
    if (bracket == text.size() || !(is_ip_version_6(host) || is_ip_of_the_future(host)))
      return false;
    uri.host = host;
    at = bracket + 1;
  } else {
    uri.host = take(text, at, end_of(text, at, ""));
  }
  if (text.substr(at).starts_with(':')) {
    ++at;
    const auto digits = text.substr(at);
    const auto end = std::find_if_not(digits.begin(), digits.end(), is_digit);
    uri.port = take(text, at, at + static_cast<std::size_t>(end - digits.begin()));
  }
  return at == text.size() || is_one_of(text[at], "/?#");
}

// RFC 3986, section 5.2.4: `.` and `..` are steps.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> steps;
  bool is_folder = false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view step = path.substr(at, end - at);
    is_folder = step == "." || step == "..";
    if (step == ".." && steps.size() > 1) steps.pop_back();
    if (!is_folder) steps.push_back(step);
    at = end + 1;
  }
  std::string text;
  for (std::size_t index = 0; index < steps.size(); ++index) {
    if (index > 0) text += '/';
    text += steps[index];
  }
  if (is_folder) text += '/';
  return text;
}

// The part with the delimiter before it; nothing for an empty part.
std::string with_mark(std::string_view mark, std::string_view part) {
  return part.empty() ? std::string() : std::string(mark) + std::string(part);
}

// The authority as it is written, `//` included.
std::string_view authority_of(std::string_view text, const Uri& uri) {
  const std::size_t begin = uri.scheme.empty() ? 0 : uri.scheme.size() + 1;
  if (!text.substr(begin).starts_with("//")) return {};
  return text.substr(begin, std::min(text.find_first_of("/?#", begin + 2), text.size()) - begin);
}

}  // namespace

std::variant<Uri, std::size_t> parse_uri(std::string_view text) {
  Uri uri;
  uri.scheme = scheme_of(text);
  std::size_t at = uri.scheme.empty() ? 0 : uri.scheme.size() + 1;
  const bool has_authority = text.substr(at).starts_with("//");
  if (has_authority) {
    at += 2;
    if (!read_authority(text, at, uri)) return at;
  }
  uri.path = take(text, at, end_of(text, at, ":@/"));
  // The first segment of a relative path has no colon: it would be the end of a scheme.
  const std::size_t colon = uri.path.substr(0, uri.path.find('/')).find(':');
  if (uri.scheme.empty() && !has_authority && colon != kNone) return colon;
  if (text.substr(at).starts_with('?')) {
    ++at;
    uri.query = take(text, at, end_of(text, at, ":@/?"));
  }
  if (text.substr(at).starts_with('#')) {
    ++at;
    uri.fragment = take(text, at, end_of(text, at, ":@/?"));
  }
  if (at < text.size()) return at;
  return uri;
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
  const auto parsed_base = parse_uri(base);
  const auto parsed = parse_uri(reference);
  const Uri* around = std::get_if<Uri>(&parsed_base);
  const Uri* uri = std::get_if<Uri>(&parsed);
  if (around == nullptr || uri == nullptr || base.empty() || !uri->scheme.empty()) {
    return std::string(reference);
  }
  const std::string scheme = around->scheme.empty() ? "" : std::string(around->scheme) + ':';
  const std::string_view authority = authority_of(base, *around);
  const std::string fragment = with_mark("#", uri->fragment);
  if (reference.starts_with("//")) return scheme + std::string(reference);
  const std::string root = scheme + std::string(authority);
  if (uri->path.empty()) {
    const std::string_view query = uri->query.empty() ? around->query : uri->query;
    return root + std::string(around->path) + with_mark("?", query) + fragment;
  }
  std::string path(uri->path);
  if (!path.starts_with('/')) {
    const std::size_t folder = around->path.rfind('/');
    const bool has_none = folder == kNone;
    path.insert(0, has_none ? std::string(authority.empty() ? "" : "/")
                            : std::string(around->path.substr(0, folder + 1)));
  }
  return root + without_dots(path) + with_mark("?", uri->query) + fragment;
}

}  // namespace kbc
