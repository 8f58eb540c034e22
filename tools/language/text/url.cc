// RFC 3986's grammar decides (text/uri.h); the rest says in words what is wrong with what it
// refuses, and what was probably meant: a suggestion is given only when it parses itself.
#include "text/url.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/percent.h"
#include "text/private_host.h"
#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// The part of a URI between the two slashes and the path.
std::string_view authority_of(std::string_view text) {
  const std::size_t slashes = text.find("//");
  if (slashes == std::string_view::npos) return {};
  const std::string_view rest = text.substr(slashes + 2);
  return rest.substr(0, rest.find_first_of("/?#"));
}

// Which bytes RFC 3986 has nowhere. Every byte of every URL is asked about.
constexpr std::array<bool, 256> kIsForbidden = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = byte <= ' ' || byte >= 0x7F;
  for (const char c : std::string_view("\"<>\\^`{|}")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

// Such a character, or a percent sign that begins no encoded byte.
bool is_forbidden(std::string_view text, std::size_t at) {
  if (text[at] == '%') return !is_encoded_byte(text, at);
  return kIsForbidden[static_cast<unsigned char>(text[at])];
}

std::size_t first_forbidden(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_forbidden(text, at)) ++at;
  return at;
}

UrlFault fault_at(std::string_view text, std::string_view part, FaultName name,
                  std::string message) {
  const auto offset = static_cast<std::size_t>(part.data() - text.data());
  return {name, offset, part.size(), std::move(message), "", ""};
}

// The host as it is written. Requires: no address in brackets. Empty without `://`.
std::string_view host_text(std::string_view text) {
  const std::string_view authority = authority_of(text);
  if (!text.substr(0, text.find("//")).ends_with(':')) return {};
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  return host.substr(0, host.find(':'));
}

// Percent-encoding would make another name of it.
std::optional<UrlFault> foreign_host_fault(std::string_view text, std::size_t at) {
  const std::string_view host = host_text(text);
  const char* place = text.data() + at;
  if (host.empty() || place < host.data() || place >= host.data() + host.size()) return {};
  UrlFault fault =
      fault_at(text, host, "non-ascii-host"_fault, "a host with characters outside ASCII");
  fault.help = "write the host in its ASCII form, `xn--…`, as browsers copy it";
  return fault;
}

UrlFault forbidden_fault(std::string_view text, std::size_t at) {
  const CodePoint character = decode(text, at);
  UrlFault fault{"forbidden-character"_fault, at, character.length, "", "", ""};
  if (text[at] == ' ') {
    fault.name = "space"_fault;
    fault.message = "space in a URL";
  } else if (text[at] == '%') {
    fault.name = "bad-percent-encoding"_fault;
    fault.length = std::min<std::size_t>(3, text.size() - at);
    fault.message = "`%` that is not followed by two hexadecimal digits";
  } else if (character.value < 0x20 || character.value == 0x7F) {
    fault.name = "control-character"_fault;
    fault.message = "control character in a URL";
  } else if (character.value >= 0x80) {
    if (auto foreign = foreign_host_fault(text, at)) return *std::move(foreign);
    fault.name = "non-ascii-character"_fault;
    fault.message = "a character outside ASCII in a URL";
  } else {
    fault.message = "`" + std::string(1, text[at]) + "` in a URL";
  }
  return fault;
}

// What is after the host's colon, digits or not. Requires: no IPv6 address in brackets is open.
std::string_view port_text(std::string_view authority) {
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  const std::size_t bracket = host.find(']');
  const std::size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  return colon == std::string_view::npos ? std::string_view() : host.substr(colon + 1);
}

bool is_port(std::string_view digits) {
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.size() < 5 || (digits.size() == 5 && digits <= "65535");
}

UrlFault port_fault(std::string_view text, std::string_view port) {
  return fault_at(text, port, "bad-port"_fault, "`" + std::string(port) + "` is not a port number");
}

UrlFault syntax_fault(std::string_view text, std::size_t at) {
  const std::string_view authority = authority_of(text);
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  const std::string_view port = port_text(authority);
  if (host.starts_with('['))
    return fault_at(text, host, "bad-address"_fault, "not an IP address in brackets");
  if (!is_port(port)) return port_fault(text, port);
  if (at >= text.size()) {
    return {"early-end"_fault, text.size(), 0, "the URL ends too early", "", ""};
  }
  return {"misplaced-character"_fault,
          at,
          1,
          "`" + std::string(1, text[at]) + "` is not allowed here in a URL",
          "",
          ""};
}

// Between two dots of a name there is something, and it does not begin with a hyphen. A last dot
// stands for the root.
std::optional<UrlFault> label_fault(std::string_view host, std::string_view text) {
  const bool is_ipv6 = host.find(':') != std::string_view::npos;
  if (is_ipv6) return {};
  std::string_view rest = host;
  if (rest.ends_with('.')) rest.remove_suffix(1);
  for (;;) {
    const std::size_t dot = rest.find('.');
    const std::string_view label = rest.substr(0, dot);
    if (label.empty())
      return fault_at(text, host, "extra-dot"_fault, ticked(host) + " has an extra dot");
    if (label[0] == '-')
      return fault_at(text, label, "leading-hyphen"_fault, ticked(label) + " begins with a hyphen");
    if (dot == std::string_view::npos) return {};
    rest.remove_prefix(dot + 1);
  }
}

std::optional<UrlFault> fault_of(const Url& url, std::string_view text) {
  if (url.scheme.empty()) {
    return fault_at(text, text, "missing-scheme"_fault, "missing scheme, such as `https://`");
  }
  if (url.host.empty()) return fault_at(text, text, "missing-host"_fault, "missing host");
  if (is_port(url.port)) return label_fault(url.host, text);
  return port_fault(text, url.port);
}

// The URL, or its fault without a suggestion. Requires: 1 to kLongestUrl bytes.
ParsedUrl read_url(std::string_view text) {
  const std::size_t forbidden = first_forbidden(text);
  if (forbidden < text.size()) return forbidden_fault(text, forbidden);
  const std::variant<Uri, std::size_t> parsed = parse_uri(text);
  if (const auto* at = std::get_if<std::size_t>(&parsed)) return syntax_fault(text, *at);
  const Url& url = std::get<Uri>(parsed);
  if (auto fault = fault_of(url, text)) return *std::move(fault);
  return url;
}

// The text with `scheme://` before the host, where it lacks a part of that; a text that begins with
// the scheme of something other than a web page stays.
std::string with_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view scheme = text.substr(0, colon);
  const bool is_web = scheme_kind(scheme) != SchemeKind::kOther;
  // `example.com:80/x` has a scheme `example.com` as far as RFC 3986 goes.
  const bool has_scheme =
      colon != std::string_view::npos && scheme.find_first_of("./?#[") == std::string_view::npos;
  if (has_scheme && !is_web) return std::string(text);
  const std::string_view rest = has_scheme ? text.substr(colon + 1) : text;
  const std::size_t host = std::min(rest.find_first_not_of('/'), rest.size());
  const std::string prefix(has_scheme ? scheme : "https");
  return prefix + "://" + std::string(rest.substr(host));
}

// What was probably meant: blanks at the ends removed, the scheme completed, what has to be encoded
// encoded. Not in the host, where encoding makes another name, and only for a host with a dot.
std::string suggestion_for(std::string_view text) {
  // `<id>` and `{id}` stand for something that encoding them would not put in.
  if (text.find_first_of("<>{}") != std::string_view::npos) return {};
  const std::string meant = with_scheme(trimmed(text));
  const std::string_view authority = authority_of(meant);
  if (authority.find('.') == std::string_view::npos) return {};
  if (first_forbidden(authority) < authority.size()) return {};
  // Brackets belong to an address; browsers copy them in a query as they are.
  const auto end = static_cast<std::size_t>(authority.data() + authority.size() -
                                            std::string_view(meant).data());
  const auto is_encoded = [&](std::string_view whole, std::size_t at) {
    return is_forbidden(whole, at) || (at >= end && (whole[at] == '[' || whole[at] == ']'));
  };
  std::string encoded = percent_encoded(meant, is_encoded);
  const bool is_url = std::holds_alternative<Url>(read_url(encoded));
  return is_url && encoded != text ? encoded : std::string();
}

}  // namespace

ParsedUrl parse_url(std::string_view text) {
  if (text.empty()) return UrlFault{"empty"_fault, 0, 0, "an empty text is not a URL", "", ""};
  if (text.size() > kLongestUrl) {
    return UrlFault{"too-long"_fault,
                    kLongestUrl,
                    text.size() - kLongestUrl,
                    "a URL of more than " + std::to_string(kLongestUrl) + " bytes",
                    "",
                    ""};
  }
  ParsedUrl parsed = read_url(text);
  if (auto* fault = std::get_if<UrlFault>(&parsed)) fault->suggestion = suggestion_for(text);
  return parsed;
}

std::optional<UrlFault> odd_host(const Url& url, std::string_view text) {
  constexpr std::size_t kLongestLabel = 63;
  const std::string_view host = url.host;
  const auto fault = [&](std::string_view part, FaultName name, std::string message) {
    UrlFault found = fault_at(text, part, name, std::move(message));
    found.help = "no browser opens such a host; open the page and copy its address";
    return found;
  };
  const bool is_bracketed = host.data() != text.data() && host.data()[-1] == '[';
  if (is_bracketed && !host.empty() && lower_ascii(host[0]) == 'v') {
    return fault(host, "future-address"_fault, ticked(host) + " is an address of no known version");
  }
  if (is_bracketed) return {};
  if (host.find('%') != std::string_view::npos) {
    return fault(host, "encoded-host"_fault, "a host with percent-encoded characters");
  }
  if (is_broken_address(host)) {
    return fault(host, "broken-address"_fault,
                 ticked(host) + " ends with a number, but is no IPv4 address");
  }
  for (std::string_view rest = host; !rest.empty();) {
    const std::string_view label = rest.substr(0, rest.find('.'));
    if (label.size() > kLongestLabel) {
      return fault(label, "long-label"_fault, "a part of a host with more than 63 characters");
    }
    if (label.ends_with('-')) {
      UrlFault found = fault(label, "trailing-hyphen"_fault, ticked(label) + " ends with a hyphen");
      found.help = "the names of hosts do not; open the page and copy its address";
      return found;
    }
    rest.remove_prefix(std::min(rest.size(), label.size() + 1));
  }
  return {};
}

SchemeKind scheme_kind(std::string_view scheme) {
  const std::string text = lower_ascii(scheme);
  if (text == "https") return SchemeKind::kHttps;
  return text == "http" ? SchemeKind::kHttp : SchemeKind::kOther;
}

bool has_password(const Url& url) {
  const std::size_t colon = url.user_info.find(':');
  return colon != std::string_view::npos && colon + 1 < url.user_info.size();
}

}  // namespace kbc
