#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "lower/entry.h"
#include "parse/literal.h"
#include "text/range.h"

namespace kbc {

// What the checks of single characters share.

// So many findings of one rule in one text are shown; more are the same mistake again.
inline constexpr std::size_t kMaxFindingsInText = 10;

inline Span part_of(const Text& text, TextRange range) {
  return text.part(range.offset, range.offset + range.length);
}

// The bytes of the file that stand for this range of the value.
inline std::string_view raw_part(const Text& text, TextRange range) {
  const Span span = part_of(text, range);
  return text.literal.substr(span.begin - text.span.begin, span.size());
}

// Whether a character there is written as an escape, so that its author knew of it.
inline bool is_escaped(const Text& text, TextRange range) {
  return raw_part(text, range).find('\\') != std::string_view::npos;
}

// Quoted output and patterns have to hold what the program prints; an author who knows of an odd
// character there writes it as an escape.
inline bool is_meant(const Entry& entry, const RoleText& item, TextRange range) {
  const bool follows_output = item.role == Role::kVerbatim || item.text == &entry["regex"];
  return follows_output && is_escaped(*item.text, range);
}

// A value as it is between the quotes of a JSON string.
inline std::string escaped(std::string_view value) {
  const std::string literal = quote(value);
  return literal.substr(1, literal.size() - 2);
}

// The texts whose every character is to be looked at: prose, quoted output, the regex, the error
// code and the versions, whose products are free. All others (ids, slugs, dates, URLs) have a
// grammar, and its rule reports what does not belong there. Valid while the entry stays where it
// is.
inline std::vector<RoleText> free_texts(const Entry& entry) {
  std::vector<RoleText> texts = texts_of(entry);
  std::erase_if(texts, [](const RoleText& item) {
    return item.role == Role::kName || item.role == Role::kUrl;
  });
  for (const Text* name : {&entry["regex"], &entry["error_code"]}) {
    if (name->present()) texts.push_back({name, Role::kName});
  }
  for (const VersionItem& item : entry.versions) {
    if (item.version.present()) texts.push_back({&item.version, Role::kName});
  }
  return texts;
}

}  // namespace kbc
