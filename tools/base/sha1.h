#ifndef KBC_BASE_SHA1_H_
#define KBC_BASE_SHA1_H_

#include <string>
#include <string_view>

namespace kbc {

// SHA-1 (FIPS 180-4) of two texts, one after the other, as 40 hexadecimal digits. It is what git
// names its objects by; nothing of kbc relies on it against forgery.
std::string sha1(std::string_view head, std::string_view text);

}  // namespace kbc

#endif  // KBC_BASE_SHA1_H_
