#pragma once

#include <string>
#include <vector>

#include "core/fault_name.h"
#include "core/span.h"
#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// A SchemaFault in words.
struct FaultText {
  Span span;
  std::string message;
  std::string help;         // may be empty
  std::string replacement;  // for the span, where it is certain what was meant; else empty
  std::uint32_t other = Document::kNoNode;  // a node that belongs to it
  std::vector<std::string> other_messages;  // what there is to say of that
};

// The names that a type or a set of types has in messages: "a string or null".
std::string type_words(TypeSet types);

// What kind of value a node is: "a number".
std::string kind_words(const Node& node);

// The part of a value that a message marks. Of an array or object that is its bracket: from end to
// end it would be half the file.
Span mark_of(const Node& node);

// The name of the fault that a value does not satisfy the keyword.
FaultName name_of(Keyword keyword);

FaultText explain(const SchemaFault& fault, const Document& document, const Schema& schema);

}  // namespace kbc
