#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/compact_text.h"
#include "core/span.h"
#include "diagnostic/pointer_text.h"
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
  PointerText pointer;
  Position begin, end;  // of the span; filled in by locate()
};

struct Note {
  Place place;
  CompactText message;
};

// Replaces the bytes of span by text; an empty span inserts.
struct Edit {
  FileId file = 0;
  Span span;
  CompactText text;
};

// A safe fix keeps what the entry means; an unsafe one changes it and needs review.
enum class Safety : std::uint8_t { kSafe, kUnsafe };

struct Fix {
  CompactText message;  // what it does, as an order: "write `0.85`"
  Safety safety = Safety::kSafe;
  std::vector<Edit> edits;  // in order of places, not overlapping
};

// What few findings have.
struct Details {
  std::vector<Note> notes;  // other places that belong to it
  std::optional<Fix> fix;
  // An id whose absence is the finding: it also concerns whoever changes that entry.
  CompactText concerns;
};

// One finding of one rule at one place. Strangers decide how many there are, so one is small: with
// the texts that are shown it costs less than 400 bytes more than they have.
class Diagnostic {
 public:
  Place place;
  RuleId rule = kNoRuleId;
  Severity severity = Severity::kError;
  bool exceptional = false;  // of the rule's exceptional severity
  std::string_view fault;    // the text of its FaultName
  CompactText subject;       // what it is about where the place does not say it; mostly empty
  CompactText message;
  CompactText help;  // what to write instead; may be empty

  std::span<const Note> notes() const {
    return details_ ? std::span<const Note>(details_->notes) : std::span<const Note>();
  }
  // Null when there is none.
  const Fix* fix() const { return details_ && details_->fix ? &*details_->fix : nullptr; }
  std::string_view concerns() const {
    return details_ ? details_->concerns.view() : std::string_view();
  }

  // To write them, and whether there are any.
  bool has_details() const { return details_ != nullptr; }
  Details& details() {
    if (!details_) details_ = std::make_unique<Details>();
    return *details_;
  }

 private:
  std::unique_ptr<Details> details_;
};

}  // namespace kbc
