#include "emit/cpp_enum.h"

#include <algorithm>
#include <unordered_map>

#include "kbx/checksum.h"
#include "text/ascii.h"
#include "text/number_text.h"

namespace kbc {
namespace {

std::string plain_name(std::string_view text) {
  std::string name = "k";
  bool is_after_gap = true;  // also at the beginning
  for (const char c : text) {
    if (!is_alphanumeric(c)) {
      is_after_gap = true;
      continue;
    }
    if (is_after_gap && !is_lower(c) && name.size() > 1) name += '_';
    name += is_after_gap && is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    is_after_gap = false;
  }
  return name;
}

}  // namespace

std::vector<std::string> enumerators(const std::vector<std::string_view>& texts) {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> uses;
  for (const std::string_view text : texts) ++uses[names.emplace_back(plain_name(text))];
  for (std::size_t at = 0; at < texts.size(); ++at) {
    if (names[at].size() > 1 && uses[names[at]] == 1) continue;
    names[at] += '_' + hexadecimal(kbx::checksum(texts[at]), 16);
  }
  return names;
}

void write_enum(std::string_view name, const std::vector<std::string_view>& texts,
                std::ostream& out) {
  out << "enum class " << name << " : std::uint32_t {\n";
  for (const std::string& enumerator : enumerators(texts)) out << "  " << enumerator << ",\n";
  out << "  none = ::kbx::kNone,\n};\n";
}

}  // namespace kbc
