#ifndef KBX_VERSION_KEY_H_
#define KBX_VERSION_KEY_H_
#include <cstddef>
#include <string_view>
namespace kbx {
class VersionKey {
 public:
  constexpr bool is_valid() const { return false; }
  constexpr std::string_view bytes() const { return {}; }
};
constexpr VersionKey version_key(std::string_view) { return {}; }
constexpr bool key_less(std::string_view, std::string_view) { return false; }
constexpr bool same_product(std::string_view a, std::string_view b) { return a == b; }
}  // namespace kbx
#endif
