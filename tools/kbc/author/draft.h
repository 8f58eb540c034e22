// An entry that is being written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "validate/schema.h"

namespace kbc {

// What its author, or a proposal, has said so far. An empty text is one that is still to be said;
// of an optional field it means null. Numbers are as they were typed.
struct Draft {
  std::string id, signature, regex, domain, category, subcategory;
  std::string root_cause, root_cause_type, error_code;
  std::string version, status;
  std::string dead_end, why_fails, fail_rate;
  std::string workaround, how, success_rate;
  std::string official_doc_url, verification_tier, confidence, fix_success_rate, resolvable;
  std::string first_seen, last_confirmed, last_updated, evidence_count, locale;
  std::vector<std::string> tags, aliases, examples, counterexamples;
  std::vector<std::string> sources;  // of what helps, or, where nothing does, of what does not
};

// A field that can be given as an option and is asked for.
struct DraftField {
  const char* option;   // `root-cause`: also what its question is called
  const char* pointer;  // where it is in the entry
  std::string Draft::*text;
  const char* description;
  bool is_required;
  enum class Value : std::uint8_t {
    kText,
    kNullable,
    kNumber,
    kRate
  };  // all but kText may be null
  Value value = Value::kText;
};

// In the order in which they are asked for.
const std::vector<DraftField>& draft_fields();

// The same for the fields that are lists.
struct DraftList {
  const char* option;
  const char* name;  // of the entry's field; empty for `sources` of an item
  std::vector<std::string> Draft::*texts;
  const char* description;
};
const std::vector<DraftList>& draft_lists();

// The pointer of the text that is added next to a list.
std::string next_pointer(const Draft& draft, const DraftList& list);

// The words that a schema allows at a pointer (`/versions/0/status`), in its order; none when it
// allows any.
std::vector<std::string> words_at(const Schema& schema, std::string_view pointer);

// The entry in canonical form, as `kbc fmt` would write it, with every field that an entry must
// have. `schema` is the knowledge base's.
std::string text_of(const Draft& draft, const Document& schema);

}  // namespace kbc
