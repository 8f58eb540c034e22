#ifndef KBC_CHECK_BACKGROUND_H_
#define KBC_CHECK_BACKGROUND_H_

#include <string_view>

namespace kbc {

// Log lines that are about no error, with a line feed after each; scripts/make_background made
// them.
extern const std::string_view kBackground;

}  // namespace kbc

#endif  // KBC_CHECK_BACKGROUND_H_
