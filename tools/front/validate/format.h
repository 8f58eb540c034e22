#pragma once

#include <string_view>

namespace kbc {

// Whether text has a format of JSON Schema draft-07, section 7.3: date, time, date-time, email,
// hostname, ipv4, ipv6, uri, json-pointer, regex. True for every other format: the draft makes
// unknown formats annotations.
bool has_format(std::string_view text, std::string_view format);

}  // namespace kbc
