#include "text/private_host.h"

#include <arpa/inet.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <string>
#include <system_error>

#include "text/ascii.h"
#include "text/percent.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Reason = std::optional<std::string_view>;
using Ipv4 = std::uint32_t;
using Ipv6 = std::array<std::uint8_t, 16>;

// A DNS name has 253 characters at most, each percent-encoded at most three times as long.
constexpr std::size_t kLongestHost = 1024;

struct Ipv4Block {
  Ipv4 address;
  int bits;
  std::string_view reason;
};

constexpr std::string_view kMetadata = kMetadataHost;
constexpr std::string_view kLoopback = "a loopback address";
constexpr std::string_view kPrivate = "an address of a private network";
constexpr std::string_view kLinkLocal = "a link-local address";
constexpr std::string_view kUnspecified = "the unspecified address";

// The special-purpose registries of RFC 6890, without the blocks for documentation; the single
// addresses are those at which AWS, Azure, Oracle and Alibaba serve an instance its metadata.
constexpr Ipv4Block kIpv4Blocks[] = {
    {0xA9FEA9FE, 32, kMetadata},     // 169.254.169.254
    {0xA9FEAA02, 32, kMetadata},     // 169.254.170.2
    {0x646464C8, 32, kMetadata},     // 100.100.100.200
    {0xA83F8110, 32, kMetadata},     // 168.63.129.16
    {0xC00000C0, 32, kMetadata},     // 192.0.0.192
    {0x00000000, 32, kUnspecified},  // 0.0.0.0
    {0x00000000, 8, "an address of \"this\" network"},
    {0x0A000000, 8, kPrivate},                                  // 10/8
    {0x64400000, 10, "an address behind a carrier's NAT"},      // 100.64/10
    {0x7F000000, 8, kLoopback},                                 // 127/8
    {0xA9FE0000, 16, kLinkLocal},                               // 169.254/16
    {0xAC100000, 12, kPrivate},                                 // 172.16/12
    {0xC0000000, 24, kPrivate},                                 // 192.0.0/24
    {0xC0A80000, 16, kPrivate},                                 // 192.168/16
    {0xC6120000, 15, "an address for benchmarks of networks"},  // 198.18/15
    {0xE0000000, 4, "a multicast address"},
    {0xF0000000, 4, "a reserved address"},
};

Reason private_ipv4(Ipv4 address) {
  for (const Ipv4Block& block : kIpv4Blocks) {
    if (((address ^ block.address) >> (32 - block.bits)) == 0) return block.reason;
  }
  return std::nullopt;
}

enum class LeadingZero : std::uint8_t { kOctal, kDecimal };

unsigned digit_value(char c) { return is_hex(c) ? hex_value(c) : 99; }

// One part of an IPv4 address as inet_aton reads it: 0x… hexadecimal, 0… octal, else decimal.
std::optional<std::uint64_t> ipv4_part(std::string_view part, LeadingZero zero) {
  unsigned base = 10;
  if (part.starts_with("0x")) {
    base = 16;
    part.remove_prefix(2);
  } else if (part.size() > 1 && part[0] == '0' && zero == LeadingZero::kOctal) {
    base = 8;
  }
  if (part.empty() && base == 10) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : part) {
    if (digit_value(c) >= base || value > 0xFFFFFFFF) return std::nullopt;
    value = value * base + digit_value(c);
  }
  return value;
}

// One to four parts, of which the last fills all the bytes that the others leave.
std::optional<Ipv4> parse_ipv4(std::string_view host, LeadingZero zero) {
  std::uint64_t address = 0;
  int bytes_left = 4;
  for (;;) {
    const std::size_t dot = host.find('.');
    const auto part = ipv4_part(host.substr(0, dot), zero);
    if (!part || bytes_left == 0) return std::nullopt;
    if (dot == std::string_view::npos) {
      if (*part >> (8 * bytes_left) != 0) return std::nullopt;
      return static_cast<Ipv4>(address | *part);
    }
    if (*part > 255) return std::nullopt;
    --bytes_left;
    address |= *part << (8 * bytes_left);
    host.remove_prefix(dot + 1);
  }
}

Reason private_ipv4_text(std::string_view host) {
  for (const LeadingZero zero : {LeadingZero::kOctal, LeadingZero::kDecimal}) {
    const auto address = parse_ipv4(host, zero);
    if (!address) continue;
    if (const Reason reason = private_ipv4(*address)) return reason;
  }
  return std::nullopt;
}

Ipv4 ipv4_at(const Ipv6& address, std::size_t offset) {
  Ipv4 value = 0;
  for (std::size_t at = offset; at < offset + 4; ++at) value = value << 8 | address[at];
  return value;
}

// Whether the address begins with these bytes.
bool begins(const Ipv6& address, std::initializer_list<std::uint8_t> bytes) {
  return std::equal(bytes.begin(), bytes.end(), address.begin());
}

// The IPv4 address that an IPv6 address stands for, by the notations of RFC 4291, 6052, 3056, 4380,
// 2765 and 5214.
std::optional<Ipv4> embedded_ipv4(const Ipv6& address) {
  if (begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return ipv4_at(address, 12);
  if (begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0})) return ipv4_at(address, 12);
  if (begins(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})) return ipv4_at(address, 12);
  if (begins(address, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return ipv4_at(address, 12);
  if (begins(address, {0x20, 0x02})) return ipv4_at(address, 2);
  if (begins(address, {0x20, 0x01, 0, 0})) return ~ipv4_at(address, 12);
  // ISATAP: the interface identifier is 0000:5efe or 0200:5efe, then the address.
  const bool is_isatap =
      (address[8] & 0xFD) == 0 && address[9] == 0 && address[10] == 0x5E && address[11] == 0xFE;
  return is_isatap ? std::optional<Ipv4>(ipv4_at(address, 12)) : std::nullopt;
}

Reason private_ipv6(const Ipv6& address) {
  constexpr Ipv6 kLoopback6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  constexpr Ipv6 kAwsMetadata{0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54};
  if (address == Ipv6{}) return kUnspecified;
  if (address == kLoopback6) return kLoopback;
  if (address == kAwsMetadata) return kMetadata;
  if ((address[0] & 0xFE) == 0xFC) return kPrivate;
  if (address[0] == 0xFE && (address[1] & 0xC0) == 0x80) return kLinkLocal;
  if (address[0] == 0xFE && (address[1] & 0xC0) == 0xC0) return kPrivate;
  if (address[0] == 0xFF) return "a multicast address";
  if (begins(address, {0, 0x64, 0xFF, 0x9B, 0, 1})) return kPrivate;
  if (const auto embedded = embedded_ipv4(address)) return private_ipv4(*embedded);
  return std::nullopt;
}

struct NamedHost {
  std::string_view name;  // the host itself, or what it ends in after a dot; `.a.b` is the latter
  std::string_view reason;
};

constexpr std::string_view kLocalName = "a name of the reader's own machine";
constexpr std::string_view kNetworkName = "a name of a private network";

// RFC 6761, 6762 (with its appendix G) and 8375, and the names of metadata services.
constexpr NamedHost kNames[] = {
    {"metadata.google.internal", kMetadata},
    {"metadata.goog", kMetadata},
    {"instance-data.ec2.internal", kMetadata},
    {"instance-data", kMetadata},
    {"localhost", kLocalName},
    {"localhost.localdomain", kLocalName},
    {"localhost6", kLocalName},
    {"ip6-localhost", kLocalName},
    {"ip6-loopback", kLocalName},
    {"localdomain", kNetworkName},
    {"local", kNetworkName},
    {"internal", kNetworkName},
    {"intranet", kNetworkName},
    {"private", kNetworkName},
    {"corp", kNetworkName},
    {"home", kNetworkName},
    {"lan", kNetworkName},
    {"home.arpa", kNetworkName},
    {"test", kReservedHost},
    {"invalid", kReservedHost},
    {"svc", kReservedHost},  // of Kubernetes
    {"fritz.box", kReservedHost},
    {".nip.io", kMirrorHost},  // their own pages explain them
    {".sslip.io", kMirrorHost},
    {"localtest.me", kMirrorHost},
    {"lvh.me", kMirrorHost},
};

Reason private_name(std::string_view host) {
  for (const NamedHost& known : kNames) {
    const bool may_end = !host.empty() && host.back() == known.name.back();
    if (!may_end || !host.ends_with(known.name)) continue;
    const std::size_t rest = host.size() - known.name.size();
    if (rest == 0 || host[rest - 1] == '.' || known.name[0] == '.') return known.reason;
  }
  return std::nullopt;
}

// Case and compatibility forms as name resolution folds them: a full-width `１２７` is 127, and an
// ideographic full stop separates labels. Bytes that are no characters stay.
std::string folded(const std::string& host) {
  std::string text = lower_ascii(host);
  if (std::all_of(host.begin(), host.end(), [](char c) { return c >= 0; })) return text;
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(host.data()),
                                   static_cast<utf8proc_ssize_t>(host.size()), &out, options);
  if (length >= 0)
    text.assign(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
  std::free(out);
  constexpr std::string_view kIdeographicStop = "\xE3\x80\x82";
  for (auto at = text.find(kIdeographicStop); at != std::string::npos;
       at = text.find(kIdeographicStop, at)) {
    text.replace(at, kIdeographicStop.size(), ".");
  }
  return text;
}

std::optional<Ipv6> parse_ipv6(std::string_view host) {
  if (host.find(':') == std::string_view::npos) return std::nullopt;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string text(host.substr(0, host.find('%')));
  Ipv6 address{};
  if (inet_pton(AF_INET6, text.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

// A host as it is compared: decoded, folded, without dots at its end.
std::string plain_host(std::string_view host) {
  std::string text = folded(percent_decoded(host));
  while (text.ends_with('.')) text.pop_back();
  return text;
}

Ipv6 mapped(Ipv4 address) {
  Ipv6 bytes{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  for (std::size_t at = 0; at < 4; ++at) {
    bytes[12 + at] = static_cast<std::uint8_t>(address >> (24 - 8 * at));
  }
  return bytes;
}

// The address that a host is in any spelling, IPv4 as mapped into IPv6.
std::optional<Ipv6> address_of(const std::string& host) {
  if (const auto address = parse_ipv6(host)) return address;
  const auto ipv4 = parse_ipv4(host, LeadingZero::kOctal);
  return ipv4 ? std::optional<Ipv6>(mapped(*ipv4)) : std::nullopt;
}

bool is_number(std::string_view label) {
  const bool is_hexadecimal = label.starts_with("0x");
  if (is_hexadecimal) label.remove_prefix(2);
  return (is_hexadecimal || !label.empty()) && std::all_of(label.begin(), label.end(), [&](char c) {
           return is_hexadecimal ? is_hex(c) : is_digit(c);
         });
}

bool has_same_bits(const Ipv6& a, const Ipv6& b, int bits) {
  for (std::size_t at = 0; bits > 0; ++at, bits -= 8) {
    const int mask = bits >= 8 ? 0xFF : 0xFF << (8 - bits) & 0xFF;
    if (((a[at] ^ b[at]) & mask) != 0) return false;
  }
  return true;
}

// A name as DNS has it: letters, digits, hyphens and dots.
bool is_name(std::string_view text) {
  return !text.empty() && text[0] != '.' && text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_';
         });
}

}  // namespace

std::optional<std::string_view> private_host(std::string_view host) {
  if (host.size() > kLongestHost) return std::nullopt;
  if (const auto address = parse_ipv6(host)) return private_ipv6(*address);
  const std::string text = plain_host(host);
  if (const auto address = parse_ipv6(text)) return private_ipv6(*address);
  if (const Reason reason = private_ipv4_text(text)) return reason;
  if (const Reason reason = private_name(text)) return reason;
  const bool is_dotless = is_name(text) && text.find('.') == std::string::npos && !is_number(text);
  return is_dotless ? Reason(kDotlessHost) : std::nullopt;
}

bool is_private_host(std::string_view host) { return private_host(host).has_value(); }

bool is_broken_address(std::string_view host) {
  std::string text = lower_ascii(host);
  if (text.ends_with('.')) text.pop_back();
  return is_number(std::string_view(text).substr(text.rfind('.') + 1)) &&
         !parse_ipv4(text, LeadingZero::kOctal);
}

Result<HostList> HostList::of(const std::vector<std::string>& patterns) {
  HostList list;
  for (const std::string& pattern : patterns) {
    const std::size_t slash = pattern.find('/');
    const auto address = address_of(pattern.substr(0, slash));
    if (address) {
      const int most = parse_ipv6(pattern.substr(0, slash)) ? 128 : 32;
      int bits = most;
      const char* end = pattern.data() + pattern.size();
      if (slash != std::string::npos) {
        const auto [stop, failed] = std::from_chars(pattern.data() + slash + 1, end, bits);
        if (failed != std::errc() || stop != end) bits = -1;
      }
      if (bits < 0 || bits > most)
        return Error{ticked(pattern) + " has no length from 0 to " + std::to_string(most) +
                     " after its slash"};
      list.blocks_.push_back({*address, bits + 128 - most});
      continue;
    }
    const bool is_suffix = pattern.starts_with("*.");
    const std::string name = lower_ascii(std::string_view(pattern).substr(is_suffix ? 2 : 0));
    if (!is_name(name)) {
      return Error{ticked(pattern) + " is no host; write a name, `*.corp.example` or `10.0.0.0/8`"};
    }
    list.names_.push_back(is_suffix ? "." + name : name);
  }
  return list;
}

bool HostList::contains(std::string_view host) const {
  if (host.size() > kLongestHost || private_host(host) == kMetadataHost) return false;
  const std::string text = plain_host(host);
  const auto address = address_of(text);
  const auto holds = [&](const Block& block) {
    return address && has_same_bits(*address, block.address, block.bits);
  };
  const auto names = [&](const std::string& name) {
    return name[0] == '.' ? text.ends_with(name) : text == name;
  };
  return std::any_of(blocks_.begin(), blocks_.end(), holds) ||
         std::any_of(names_.begin(), names_.end(), names);
}

}  // namespace kbc
