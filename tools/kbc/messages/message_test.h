#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/span.h"
#include "diagnostic/diagnostic.h"

namespace kbc {

// What the answers to a message must have.
enum class Wanted : std::uint8_t {
  kEntry,     // this entry
  kNothing,   // none at all
  kAnything,  // whatever is not forbidden
};

// A message with what it must find: schema/message-test.schema.json describes the fields.
struct MessageTest {
  std::string message;
  Wanted wanted = Wanted::kAnything;
  std::string expect;  // an id or an alias; empty unless an entry is wanted
  unsigned within = 1;
  std::vector<std::string> never;  // `not`
  std::string origin, set;

  FileId file = 0;
  Position begin, end;  // of the object in its file
  Span expect_span;     // of the value of `expect`; empty without one
};

}  // namespace kbc
