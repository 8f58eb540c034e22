#include "show/selected_text.h"

#include <cmath>

namespace kbc {

std::string_view text_in(const Language& language, const IndexEntry& entry, TextField field) {
  const kbx::EntryField& original = kTextFields[field.number];
  const kbx::EntryField* known = translation_of(original.name, language);
  const std::string_view text = known == nullptr ? std::string_view() : entry.text_of(*known);
  return text.empty() ? entry.text_of(original) : text;
}

std::string_view workaround_translation(const IndexEntry& entry, std::uint32_t index,
                                        const Language& language) {
  const kbx::EntryField* field = translation_of("workarounds", language);
  if (field == nullptr || index >= entry.texts_of(*field).size()) return {};
  return entry.texts_of(*field)[index];
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
