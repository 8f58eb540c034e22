#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void json_encoding(const ParsedFile& file, Report& report) {
  report_json_faults(file, JsonFault::Kind::kEncoding, report);
}

extern const Explanation json_encoding_explanation = {
    "The file is not plain UTF-8: it begins with a byte-order mark, has bytes that are no "
    "UTF-8, is UTF-16, or escapes half of a surrogate pair.",
    "Such bytes stand for different characters in different programs, or for none.",
    R"("signature": "caf\ud83d")",
    R"("signature": "café")",
    "Save the file as UTF-8 without byte-order mark, and write a character itself instead of "
    "its escape.",
};

}  // namespace kbc
