// The languages of knowledge bases: English, in which entries are written, and those into which
// texts of entries are translated. What is particular to one is in its row, and everything else
// goes by the rows.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/format.h"
#include "text/scripts.h"

namespace kbc {

// How the words of a script are told apart.
enum class Segmenter : std::uint8_t {
  kBetween,     // by what is between them
  kNeighbours,  // not at all: each two neighbouring characters are taken for one
};

// What `kbc show` writes around the texts of an entry: headings, what is before a value or a rate,
// and before a condition on a line of its own and within one.
struct Labels {
  std::string_view why, dead_ends, workarounds, os_specific, leads_to, preceded_by, confused_with,
      read, resolvable, confirmed, helped, confidence, fails, helps, when, also_when;
};

inline constexpr Labels kEnglishLabels = {
    "Why it happens", "What does not help", "What helps",       "On one system",
    "Leads to",       "Comes after",        "Easily taken for", "Read",
    "resolvable: ",   "confirmed ",         "helped ",          "confidence ",
    "fails in ",      "helps in ",          "When: ",           ", when "};

struct Language {
  std::string_view code;  // as `--lang` has it; names of translated fields end in `_` and this
  std::string_view name;  // as messages have it
  std::string_view norm;  // the variety in which to write it
  std::string_view url_segments;  // that mean it, in lower case, with blanks between them
  Script script;                  // null for one whose letters English has, too
  Segmenter segmenter;            // of the script
  const Labels* labels;
};

inline constexpr Language kLanguages[] = {
    {"en", "English", "English", "en en-us en-gb", nullptr, Segmenter::kBetween, &kEnglishLabels},
    {"zh", "Chinese", "Simplified Chinese", "zh zh-cn zh_cn cn zh-hans zh-hant zh-tw", is_han,
     Segmenter::kNeighbours, &kEnglishLabels},
};
inline constexpr const Language& kEnglish = kLanguages[0];

// A field of an entry that translates another: a text, or a list with a text for each workaround.
struct Translation {
  const Language* language = kLanguages;
  const kbx::EntryField* source = kbx::kEntryFields;  // `signature`
  const kbx::EntryField* field = nullptr;             // `signature_zh`
};

constexpr bool is_translation(const kbx::EntryField& field) {
  return field.role == kbx::Role::kTranslation;
}

// All that the entry format has, in its order. A name whose parts are not a field's and a
// language's does not compile.
inline constexpr auto kTranslations = []() consteval {
  std::array<Translation, std::ranges::count_if(kbx::kEntryFields, is_translation)> all;
  std::size_t count = 0;
  for (const kbx::EntryField& field : kbx::kEntryFields) {
    if (!is_translation(field)) continue;
    const std::string_view name = field.name;
    Translation& found = all[count++];
    while (found.language->code != name.substr(name.rfind('_') + 1)) ++found.language;
    while (found.source->name != name.substr(0, name.rfind('_'))) ++found.source;
    found.field = &field;
  }
  return all;
}
();

// The field that translates another into the language; null when the entry format has none.
constexpr const kbx::EntryField* translation_of(std::string_view source, const Language& language) {
  for (const Translation& known : kTranslations) {
    if (known.language == &language && known.source->name == source) return known.field;
  }
  return nullptr;
}

// Whether the character is of a script whose words are taken by neighbours.
inline bool is_unspaced(char32_t value) {
  return std::ranges::any_of(kLanguages, [value](const Language& language) {
    return language.segmenter == Segmenter::kNeighbours && language.script(value);
  });
}

}  // namespace kbc
