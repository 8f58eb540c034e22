#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kbx/index.h"

namespace kbc {

// A field of an entry, and a text that is the same exactly when its value is.
struct FieldText {
  std::string_view name;
  std::string text;
};

// All fields but the hash, in the order of the entry format.
std::vector<FieldText> field_texts(const kbx::Entry<kbx::Mapped>& entry);

}  // namespace kbc
