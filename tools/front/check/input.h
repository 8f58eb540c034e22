#ifndef KBC_CHECK_INPUT_H_
#define KBC_CHECK_INPUT_H_

#include <chrono>
#include <vector>

#include "load/source.h"
#include "lower/entry.h"
#include "lower/taxonomy.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "validate/schema.h"

namespace kbc {

// What the phases before found out about one file.
struct ParsedFile {
  const Source* source = nullptr;
  const Schema* schema = nullptr;
  Document document;
  std::vector<JsonFault> json_faults;
  std::vector<SchemaFault> schema_faults;
};

// What checks of one entry compare it with.
struct Context {
  const Taxonomy* taxonomy = nullptr;
  std::chrono::year_month_day today;
};

}  // namespace kbc

#endif  // KBC_CHECK_INPUT_H_
