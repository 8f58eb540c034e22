#pragma once

#include <initializer_list>

#include "check/input.h"
#include "diagnostic/report.h"
#include "parse/parse.h"
#include "validate/schema.h"

namespace kbc {

// The faults that the phases before have found, as findings. The rules of these phases share them
// out: each fault belongs to exactly one.

void report_json_faults(const ParsedFile& file, JsonFault::Kind kind, Report& report);

void report_schema_faults(const ParsedFile& file, std::initializer_list<Keyword> keywords,
                          Report& report);

}  // namespace kbc
