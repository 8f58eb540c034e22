#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_required(const ParsedFile& file, Report& report) {
  report_schema_faults(file, {Keyword::kRequired}, report);
}

extern const Explanation schema_required_explanation = {
    "A field is missing that every entry, or every object of this kind, must have. A misspelt "
    "field is reported by `schema-unknown-field` instead.",
    "Without it the entry cannot be found, applied or trusted.",
    R"("dead_ends": [{ "action": "Push again" }])",
    R"("dead_ends": [{ "action": "Push again", "why_fails": "The commits are still missing.", "fail_rate": 0.95 }])",
    "Add the field.",
};

}  // namespace kbc
