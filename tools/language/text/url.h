// Addresses of web pages, as entries cite them: RFC 3986 URIs with a host.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/fault_name.h"
#include "text/uri.h"

namespace kbc {

// Longer ones are refused unread; browsers and servers give up at about this length too.
inline constexpr std::size_t kLongestUrl = 8192;

using Url = Uri;

// Why a text is no such URL, at [offset, offset + length) of it.
struct UrlFault {
  FaultName name;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string message;     // "blank in a URL"
  std::string suggestion;  // the whole URL that was probably meant; often empty
  std::string help;        // what to do where there is no suggestion; mostly empty
};

using ParsedUrl = std::variant<Url, UrlFault>;

// Reads the whole text. A port above 65535 is a fault here, though RFC 3986 leaves it open.
ParsedUrl parse_url(std::string_view text);

// What keeps browsers from opening a host that RFC 3986 allows: a part over 63 characters, a
// percent sign, a number that is no address, an address of a future version. Requires: the URL
// views text.
std::optional<UrlFault> odd_host(const Url& url, std::string_view text);

enum class SchemeKind : std::uint8_t { kHttps, kHttp, kOther };
SchemeKind scheme_kind(std::string_view scheme);

// Whether a password is given in clear (`user:password@`); a user alone is no secret.
bool has_password(const Url& url);

}  // namespace kbc
