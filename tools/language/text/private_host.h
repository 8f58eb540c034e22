// Hosts that the rest of the world cannot reach, or would reach another machine by.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kbc {

inline constexpr std::string_view kMetadataHost = "a cloud metadata endpoint";
inline constexpr std::string_view kDotlessHost =
    "a name without a dot, which only a private network knows";
inline constexpr std::string_view kReservedHost = "a name that no public network knows";
inline constexpr std::string_view kMirrorHost =
    "a public name for the reader's own machine or network";

// What keeps the host from being one and the same public machine for every reader, as a noun phrase
// ("a loopback address"); nothing for any other host. IPv4 in every spelling that some program
// takes for an address (octal, hexadecimal, fewer parts, leading zeros), also inside of an IPv6
// address; upper case, percent-encoding, compatibility characters, a dot at the end and a zone make
// no difference. Names and addresses reserved for documentation (example.com, 192.0.2.1,
// 2001:db8::1) are public here.
std::optional<std::string_view> private_host(std::string_view host);

bool is_private_host(std::string_view host);

// Whether the host's last part is a number, but the host no IPv4 address: browsers refuse it, and
// programs that do not may take it for one. Source: WHATWG URL, "ends in a number checker".
bool is_broken_address(std::string_view host);

// Private hosts that one knowledge base accepts.
class HostList {
 public:
  // Of names, `*.corp.example` for all names below one, and addresses or blocks of them
  // (`10.0.0.0/8`). The error names the one that is none of these.
  static Result<HostList> of(const std::vector<std::string>& patterns);

  // In any spelling of the host; never true of a metadata endpoint.
  bool contains(std::string_view host) const;

 private:
  // IPv4 as mapped into IPv6.
  struct Block {
    std::array<std::uint8_t, 16> address;
    int bits = 128;
  };

  std::vector<std::string> names_;  // lower case; those that begin with a dot are suffixes
  std::vector<Block> blocks_;
};

}  // namespace kbc
