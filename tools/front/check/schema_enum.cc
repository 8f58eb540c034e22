#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_enum(const ParsedFile& file, Report& report) {
  report_schema_faults(file, {Keyword::kEnum}, report);
}

extern const Explanation schema_enum_explanation = {
    "The schema lists all values that the field may have, and this is not one of them.",
    "Programs tell cases apart by these values and have none for others.",
    R"("verification_tier": "human-reviewed")",
    R"("verification_tier": "human_reviewed")",
    "Write one of the listed values.",
};

}  // namespace kbc
