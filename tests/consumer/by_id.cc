// Only ids: a misspelt one would not compile.

#include "by_id.h"

#include "kb_ids.h"

using namespace acme::errors::literals;

std::string_view advice() { return "git/push-rejected"_kb_id.workaround(0).action; }
