#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void json_limits(const ParsedFile& file, Report& report) {
  if (file.source->too_large) {
    report.at(Span{0, 1}, "too-large"_fault, "the file is larger than 1 MiB")
        .help("an entry takes a few kilobytes; is this another kind of file?");
  }
  report_json_faults(file, JsonFault::Kind::kLimits, report);
}

extern const Explanation json_limits_explanation = {
    "A file over 1 MiB is not read, and one that nests deeper than 64 levels is read no "
    "further.",
    "An entry takes a few kilobytes and five levels: anything larger is a file that got here by "
    "mistake, or an attack on the tools that read it.",
    "[[[[[[[[ … 65 levels … ]]]]]]]]",
    R"({ "workarounds": [{ "sources": [] }] })",
    "Move the file away or list it under `exclude` in `kbc.json`; close the brackets that "
    "were left open.",
};

}  // namespace kbc
