#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "diagnostic/rule.h"

namespace kbc {

// Index of a file in the run's list of sources.
using FileId = std::uint32_t;

// 1-based; columns count code points.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  auto operator<=>(const Position&) const = default;
};

// Where something is: bytes of a file, and the value there as a JSON Pointer (RFC 6901).
struct Place {
  FileId file = 0;
  Span span;
  std::string pointer;
  Position begin, end;  // of the span; filled in by locate()
};

struct Note {
  Place place;
  std::string message;
};

// Replaces the bytes of span by text; an empty span inserts.
struct Edit {
  FileId file = 0;
  Span span;
  std::string text;
};

// A safe fix keeps what the entry means; an unsafe one changes it and needs review.
enum class Safety : std::uint8_t { kSafe, kUnsafe };

struct Fix {
  std::string message;  // what it does, as an order: "write `0.85`"
  Safety safety = Safety::kSafe;
  std::vector<Edit> edits;  // in order of places, not overlapping
};

// One finding of one rule at one place.
struct Diagnostic {
  RuleId rule = kNoRuleId;
  Severity severity = Severity::kError;
  bool exceptional = false;  // of the rule's exceptional severity
  Place place;
  std::string_view fault;  // the text of its FaultName
  std::string subject;     // what it is about where the place does not say it; mostly empty
  std::string message;
  std::string help;         // what to write instead; may be empty
  std::vector<Note> notes;  // other places that belong to it
  std::vector<Fix> fixes;   // none or one
  // An id whose absence is the finding: it also concerns whoever changes that entry.
  std::string concerns;
};

}  // namespace kbc
