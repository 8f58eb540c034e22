#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lower/entry.h"
#include "text/languages.h"

namespace kbc {

// What one text of a list of translations translates.
struct TranslatedItem {
  const Text* action;
  const Text* detail;  // how to do it, or why it fails
};

// What a list of translations translates, item by item. Views the entry.
struct TranslatedList {
  std::string_view noun;  // of one: "workaround", "dead end"
  Span span;              // of the array; empty when absent
  std::vector<TranslatedItem> items;
  // An item that is no object is the schema's business, and the count is not known.
  bool is_whole = true;
};

// Requires: the translation is a list.
TranslatedList translated_list(const Entry& entry, const Translation& translation);

}  // namespace kbc
