#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault_name.h"
#include "core/span.h"
#include "parse/document.h"

namespace kbc {

// What is wrong with a text as JSON; each kind is reported by the rule of the same name.
struct JsonFault {
  enum class Kind { kSyntax, kEncoding, kLimits };

  FaultName name;
  Kind kind = Kind::kSyntax;
  Span span;
  std::string message;
  std::string help;
  std::optional<std::string> replacement = {};  // for span, where what is meant is certain
  std::optional<Span> other = {};               // a place that belongs to it
  std::string other_message = {};
};

// How deep arrays and objects may nest.
inline constexpr int kMaxDepth = 64;

// At most this many faults of one text are reported. Of faults that are all alike (bytes that are
// not UTF-8, comments) the first few stand for the rest.
inline constexpr std::size_t kMaxJsonFaults = 20;

// Comments (`//` and `/* */`) belong to configuration files only.
enum class Dialect { kJson, kJsonWithComments };

// Parses text into document, which views text, and says what is wrong with it.
//
// The grammar is RFC 8259's, exactly. A slip whose meaning is certain (a trailing comma, a comment,
// a byte-order mark, an unpaired surrogate …) is a fault, and parsing goes on as if it were
// repaired, so that one slip does not hide the faults after it. After one that is not, document is
// empty.
std::vector<JsonFault> parse_json(std::string_view text, Dialect dialect, Document& document);

}  // namespace kbc
