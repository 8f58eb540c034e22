#include "show/selected_text.h"

#include <cmath>

namespace kbc {

std::string_view signature_of(const IndexEntry& entry, Language language) {
  const bool is_translated = language == Language::kChinese && !entry.signature_zh().empty();
  return is_translated ? entry.signature_zh() : entry.signature();
}

std::string_view root_cause_of(const IndexEntry& entry, Language language) {
  const bool is_translated = language == Language::kChinese && !entry.root_cause_zh().empty();
  return is_translated ? entry.root_cause_zh() : entry.root_cause();
}

std::string_view workaround_translation(const IndexEntry& entry, std::uint32_t index,
                                        Language language) {
  if (language != Language::kChinese || index >= entry.workarounds_zh().size()) return {};
  return entry.workarounds_zh()[index];
}

std::string percent(double rate) {
  if (!(rate >= 0 && rate <= 1)) return "?";
  return std::to_string(static_cast<int>(std::floor(rate * 100 + 0.5))) + "%";
}

std::string versions_text(const IndexEntry& entry) {
  std::string text;
  for (const auto& version : entry.versions()) {
    if (!text.empty()) text += ", ";
    text += version.version;
  }
  return text;
}

}  // namespace kbc
