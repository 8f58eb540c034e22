#include "text/private_host.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <cstdint>
#include <string>

#include "text/ascii.h"

namespace kbc {
namespace {

using Reason = std::optional<std::string_view>;

constexpr std::string_view kLoopback = "a loopback address";
constexpr std::string_view kPrivate = "an address of a private network";
constexpr std::string_view kLinkLocal = "a link-local address";
constexpr std::string_view kUnspecified = "the unspecified address";
constexpr std::string_view kLocalName = "a name of the reader's own machine";
constexpr std::string_view kNetworkName = "a name of a private network";

struct Ipv4Block {
  std::uint32_t address;
  int bits;
  std::string_view reason;
};

// Of RFC 6890 those that are used: RFC 1918, 1122 and 3927.
constexpr Ipv4Block kIpv4Blocks[] = {
    {0xA9FEA9FE, 32, "a cloud metadata endpoint"},  // 169.254.169.254
    {0x00000000, 32, kUnspecified},                 // 0.0.0.0
    {0x0A000000, 8, kPrivate},                      // 10/8
    {0x7F000000, 8, kLoopback},                     // 127/8
    {0xA9FE0000, 16, kLinkLocal},                   // 169.254/16
    {0xAC100000, 12, kPrivate},                     // 172.16/12
    {0xC0A80000, 16, kPrivate},                     // 192.168/16
};

struct NamedHost {
  std::string_view name;  // the host itself, or what it ends in after a dot
  std::string_view reason;
};

// RFC 6761, 6762 (with its appendix G) and 8375, and ICANN's .internal.
constexpr NamedHost kNames[] = {
    {"localhost", kLocalName},  {"localhost.localdomain", kLocalName},
    {"local", kNetworkName},    {"internal", kNetworkName},
    {"intranet", kNetworkName}, {"private", kNetworkName},
    {"corp", kNetworkName},     {"home", kNetworkName},
    {"lan", kNetworkName},      {"home.arpa", kNetworkName},
};

Reason private_ipv4(std::uint32_t address) {
  for (const Ipv4Block& block : kIpv4Blocks) {
    if (((address ^ block.address) >> (32 - block.bits)) == 0) return block.reason;
  }
  return {};
}

Reason private_ipv6(const in6_addr& address) {
  if (IN6_IS_ADDR_UNSPECIFIED(&address)) return kUnspecified;
  if (IN6_IS_ADDR_LOOPBACK(&address)) return kLoopback;
  if (IN6_IS_ADDR_LINKLOCAL(&address)) return kLinkLocal;
  if ((address.s6_addr[0] & 0xFE) == 0xFC) return kPrivate;  // unique local: RFC 4193
  if (!IN6_IS_ADDR_V4MAPPED(&address)) return {};
  std::uint32_t mapped = 0;
  for (int at = 12; at < 16; ++at) mapped = mapped << 8 | address.s6_addr[at];
  return private_ipv4(mapped);
}

Reason private_name(std::string_view host) {
  for (const NamedHost& known : kNames) {
    if (!host.ends_with(known.name)) continue;
    const std::size_t rest = host.size() - known.name.size();
    if (rest == 0 || host[rest - 1] == '.') return known.reason;
  }
  return {};
}

}  // namespace

std::optional<std::string_view> private_host(std::string_view host) {
  // A DNS name has 253 characters at most; what inet_aton would pass over ends no host.
  constexpr std::size_t kLongestHost = 256;
  constexpr std::string_view kNowhere(" \t\r\n\0", 5);
  if (host.size() > kLongestHost || host.find_first_of(kNowhere) != host.npos) return {};
  std::string text = lower_ascii(host);
  while (text.ends_with('.')) text.pop_back();
  in_addr ipv4{};
  if (inet_aton(text.c_str(), &ipv4) == 1) return private_ipv4(ntohl(ipv4.s_addr));
  std::string_view bare = text;
  if (bare.starts_with('[') && bare.ends_with(']')) bare = bare.substr(1, bare.size() - 2);
  in6_addr ipv6{};
  const std::string address(bare.substr(0, bare.find('%')));  // without the zone
  if (inet_pton(AF_INET6, address.c_str(), &ipv6) == 1) return private_ipv6(ipv6);
  return private_name(text);
}

bool is_private_host(std::string_view host) { return private_host(host).has_value(); }

}  // namespace kbc
