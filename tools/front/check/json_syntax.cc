#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void json_syntax(const ParsedFile& file, Report& report) {
  report_json_faults(file, JsonFault::Kind::kSyntax, report);
}

extern const Explanation json_syntax_explanation = {
    "The text of the file is not JSON as RFC 8259 defines it. Mistakes whose meaning is certain, "
    "such as a trailing comma, are reported and read as intended, so that the same run shows the "
    "faults after them.",
    "No other program would read the file at all.",
    R"({ "id": "git/push-rejected", "tags": ["sync",], })",
    R"({ "id": "git/push-rejected", "tags": ["sync"] })",
    "Write what the message says at the place that it marks. Names and strings are in double "
    "quotes, no comma follows the last item, and there are no comments.",
};

}  // namespace kbc
