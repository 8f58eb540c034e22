#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void json_syntax(const ParsedFile& file, Report& report) {
  report_json_faults(file, JsonFault::Kind::kSyntax, report);
}

extern const Explanation json_syntax_explanation = {
    "The text of the file is not JSON as RFC 8259 defines it. Slips whose meaning is certain, "
    "such as a trailing comma, are told and read as they were meant, so that the faults "
    "behind them show in the same run.",
    "No other program would read the file at all.",
    R"({ "id": "git/push-rejected", "tags": ["sync",], })",
    R"({ "id": "git/push-rejected", "tags": ["sync"] })",
    "Write what the message names at the place it marks. Names and texts stand in double "
    "quotes, the last item has no comma behind it, and there are no comments.",
};

}  // namespace kbc
