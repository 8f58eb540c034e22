#include "check/check.h"
#include "check/file_faults.h"

namespace kbc {

void schema_format(const ParsedFile& file, Report& report) {
  report_schema_faults(file, {Keyword::kPattern, Keyword::kFormat}, report);
}

extern const Explanation schema_format_explanation = {
    "A text does not have the form that the schema requires of its field: an id, a slug, a locale, "
    "a date, a URL. If a narrower rule knows what is wrong with it, that rule reports it instead.",
    "Ids and slugs become parts of paths and addresses, and are compared letter by letter.",
    R"("tags": ["Access Control"], "locale": "en_US")",
    R"("tags": ["access-control"], "locale": "en-US")",
    "Write the text in the form that the message names.",
};

}  // namespace kbc
