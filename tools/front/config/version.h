#ifndef KBC_CONFIG_VERSION_H_
#define KBC_CONFIG_VERSION_H_

#include <string_view>

namespace kbc {

// The version of kbc, as CMakeLists.txt has it.
extern const std::string_view kVersion;

}  // namespace kbc

#endif  // KBC_CONFIG_VERSION_H_
