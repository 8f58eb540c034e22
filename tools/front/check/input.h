#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "load/source.h"
#include "lower/entry.h"
#include "lower/knowledge_base.h"
#include "lower/taxonomy.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "text/date.h"
#include "text/private_host.h"
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
  Today today;
  const HostList* private_hosts = nullptr;  // that kbc.json accepts
};

// The ids that a change may have taken away. analysis/earlier_ids.h makes it.
struct EarlierIds {
  std::vector<std::string> gone;        // of files that are no entries any more
  const KnowledgeBase* base = nullptr;  // after the change
  Place record;                         // of `removed` in kbc.json
};

// How the ignores of a run were used; what `ignore-unused` looks at. analysis/suppress.h makes it.
struct IgnoreUse {
  struct Line {
    Place place;
    std::string_view rule;  // as the author wrote it
    Span removal;           // what to delete to be rid of it; empty when that is not certain
  };
  std::vector<Line> unused;   // names rules that ran and found nothing there
  std::vector<Line> unknown;  // names no rule
};

}  // namespace kbc
