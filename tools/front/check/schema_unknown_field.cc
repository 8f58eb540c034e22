#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_unknown_field(const ParsedFile& file, Report& report) {
  report_schema_faults(file, {Keyword::kUnknownName}, report);
}

extern const Explanation schema_unknown_field_explanation = {
    "An object has a field that the schema does not know. The finding names the nearest field that "
    "it knows.",
    "Nothing reads the field, so what its author wrote is lost.",
    R"("workaround": [])",
    R"("workarounds": [])",
    "Write the name that was meant, or remove the field.",
};

}  // namespace kbc
