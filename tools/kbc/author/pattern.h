// What recognises a message: its signature and its regex.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "author/piece.h"
#include "pattern/case_rule.h"

namespace kbc {

struct MessagePattern {
  std::string signature;
  std::string regex;
  std::vector<std::string> words;  // of the signature that do not vary, for names
  bool is_generic = false;  // too few words of its own: the regex would match other errors too
};

// Signature and regex for a message. The regex matches both, leaves out severities and what varies
// at its ends, and takes no more of a long message than it needs.
MessagePattern pattern_of(std::string_view message, std::string_view code, CaseRule rule);

}  // namespace kbc
