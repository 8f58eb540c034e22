#pragma once

#include <string_view>
#include <vector>

#include "lower/entry.h"
#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// The Entry that a document describes. Total: whatever the document holds, the fields that have
// their type are lowered and the others are absent; faults, which the validate phase found, say
// what is wrong. Of a name that occurs twice the first counts.
//
// source_text is the text that the document's spans refer to; the Entry views both.
Entry lower(const Document& document, const std::vector<SchemaFault>& faults,
            std::string_view source_text, std::string_view path_id, CaseRule case_rule);

}  // namespace kbc
