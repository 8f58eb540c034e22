#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_type(const ParsedFile& file, Report& report) {
  report_schema_faults(file, {Keyword::kType}, report);
}

extern const Explanation schema_type_explanation = {
    "A value has another type than the schema gives its field.",
    "Programs take the value as it is: `\"0.85\"` is a string, which no program compares with 0.5.",
    R"("confidence": "0.85", "resolvable": true)",
    R"("confidence": 0.85, "resolvable": "true")",
    "Write the value with the type that the message names; `kbc schema` prints the types of "
    "all fields.",
};

}  // namespace kbc
