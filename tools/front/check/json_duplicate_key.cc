#include <cstddef>

#include "check/check.h"
#include "parse/repeated_names.h"
#include "text/ticked.h"

namespace kbc {

void json_duplicate_key(const ParsedFile& file, Report& report) {
  constexpr std::size_t kMostReported = 50;
  for (const auto& [first, again] : repeated_names(file.document, kMostReported)) {
    report
        .at(file.document[again].span, "duplicate-name"_fault,
            "field " + ticked(file.document[again].text) + " is already in this object")
        .note(file.document[first].span, "first here; kbc reads this one")
        .help("remove one of the two");
  }
}

extern const Explanation json_duplicate_key_explanation = {
    "One object has two fields of the same name, perhaps spelt with different escapes.",
    "RFC 8259 leaves open which of the two counts: some programs take the first, most the "
    "last, some refuse the file.",
    R"({ "confidence": 0.8, "confidence": 0.9 })",
    R"({ "confidence": 0.8 })",
    "Remove one of the two, or rename the one that was meant to be another field.",
};

}  // namespace kbc
