#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_bounds(const ParsedFile& file, Report& report) {
  report_schema_faults(
      file,
      {Keyword::kMinimum, Keyword::kMaximum, Keyword::kMultipleOf, Keyword::kMinLength,
       Keyword::kMaxLength, Keyword::kMinItems, Keyword::kMaxItems, Keyword::kMinProperties,
       Keyword::kMaxProperties, Keyword::kUniqueItems, Keyword::kContains, Keyword::kNoForm,
       Keyword::kExcluded, Keyword::kTooComplex},
      report);
}

extern const Explanation schema_bounds_explanation = {
    "A text is too short or too long, a list has too few or too many items or a duplicate item, or "
    "a number is out of the range that the schema gives it.",
    "A value out of bounds is most likely a mistake, and programs that read it do not expect it.",
    R"("versions": [], "evidence_count": -1, "tags": ["sync", "sync"])",
    R"("versions": [{ "version": "git", "status": "active" }], "evidence_count": 1, "tags": ["sync"])",
    "Bring the value within the bound that the message names.",
};

}  // namespace kbc
