// Hosts that the rest of the world cannot reach, or would reach another machine by.
#pragma once

#include <optional>
#include <string_view>

namespace kbc {

// What keeps the host from being one and the same public machine for every reader, as a noun phrase
// ("a loopback address"); nothing for any other host: loopback, private and link-local addresses
// and names. IPv4 in every form that inet_aton accepts, also inside a mapped IPv6 address; upper
// case, a dot at the end and a zone make no difference. Names and addresses reserved for
// documentation (example.com, 192.0.2.1, 2001:db8::1) are public here.
std::optional<std::string_view> private_host(std::string_view host);

bool is_private_host(std::string_view host);

}  // namespace kbc
