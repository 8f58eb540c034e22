#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void json_encoding(const ParsedFile& file, Report& report) {
  report_json_faults(file, JsonFault::Kind::kEncoding, report);
}

extern const Explanation json_encoding_explanation = {
    "The file is not plain UTF-8: it begins with a byte-order mark, has bytes that are not UTF-8, "
    "is UTF-16, or escapes half of a surrogate pair.",
    "Programs read such bytes as different characters, or as none.",
    R"("signature": "caf\ud83d")",
    R"("signature": "café")",
    "Save the file as UTF-8 without byte-order mark, and write a character itself instead of "
    "its escape.",
};

}  // namespace kbc
