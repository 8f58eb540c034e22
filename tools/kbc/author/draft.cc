#include "author/draft.h"

#include <sstream>
#include <utility>

#include "format/format.h"
#include "lower/entry.h"
#include "output/json_writer.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

using Value = DraftField::Value;

const std::vector<std::string> kNone;

void write_value(Value kind, const std::string& text, JsonWriter& json) {
  const bool is_number =
      (kind == Value::kNumber || kind == Value::kRate) && number_length(text) == text.size();
  if (text.empty() && kind != Value::kText) {
    json.null();
  } else {
    // What is no number stays a text, for the rules to say so.
    is_number ? json.number(text) : json.string(text);
  }
}

// The fields of the object at a pointer that can be given.
void write_fields(const Draft& draft, std::string_view object, JsonWriter& json) {
  for (const DraftField& field : draft_fields()) {
    const std::string_view pointer = field.pointer;
    const std::size_t end = pointer.rfind('/');
    if (pointer.substr(0, end) != object) continue;
    json.key(pointer.substr(end + 1));
    write_value(field.value, draft.*field.text, json);
  }
}

void write_list(std::string_view name, const std::vector<std::string>& values, JsonWriter& json) {
  json.start_array(name);
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

bool has_workaround(const Draft& draft) {
  return draft.resolvable != "false" || !draft.workaround.empty();
}

// The list whose item the sources back.
const char* sourced_list(const Draft& draft) {
  return has_workaround(draft) ? "workarounds" : "dead_ends";
}

// A list of one object: the fields that can be given, and what must stand beside them.
void write_item(const Draft& draft, const std::string& list, JsonWriter& json) {
  json.start_array(list);
  json.start_object();
  write_fields(draft, "/" + list + "/0", json);
  if (list == "versions") {
    for (const char* name : {"introduced", "deprecated", "removed", "behavior_change"}) {
      json.key(name);
      json.null();
    }
  } else {
    json.member("condition", "");
    write_list("sources", list == sourced_list(draft) ? draft.sources : kNone, json);
  }
  json.end_object();
  json.end_array();
}

}  // namespace

const std::vector<DraftField>& draft_fields() {
  static const std::vector<DraftField> fields = {
      {"signature", "/signature", &Draft::signature, "the error as a person would quote it", true},
      {"regex", "/regex", &Draft::regex, "recognises it (RE2)", true},
      {"error-code", "/error_code", &Draft::error_code, "the code that the program prints", false,
       Value::kNullable},
      {"domain", "/domain", &Draft::domain, "of the taxonomy, the first part of the id", true},
      {"category", "/category", &Draft::category, "of the taxonomy", true},
      {"subcategory", "/subcategory", &Draft::subcategory, "a free slug", false, Value::kNullable},
      {"root-cause", "/root_cause", &Draft::root_cause, "why it happens", true},
      {"root-cause-type", "/root_cause_type", &Draft::root_cause_type, "of the taxonomy", true},
      {"version", "/versions/0/version", &Draft::version, "product and versions: `Python >=3.11`",
       true},
      {"status", "/versions/0/status", &Draft::status, "active, deprecated or removed there", true},
      {"dead-end", "/dead_ends/0/action", &Draft::dead_end, "what people try that fails", true},
      {"why-fails", "/dead_ends/0/why_fails", &Draft::why_fails, "why that fails", true},
      {"fail-rate", "/dead_ends/0/fail_rate", &Draft::fail_rate, "how often it fails, 0 to 1", true,
       Value::kRate},
      {"resolvable", "/resolvable", &Draft::resolvable, "true, partial or false", true},
      {"workaround", "/workarounds/0/action", &Draft::workaround, "what helps", true},
      {"how", "/workarounds/0/how", &Draft::how, "how exactly, with commands", false},
      {"success-rate", "/workarounds/0/success_rate", &Draft::success_rate,
       "how often it helps, 0 to 1", true, Value::kRate},
      {"fix-success-rate", "/fix_success_rate", &Draft::fix_success_rate,
       "share of people whom the best helps", true, Value::kRate},
      {"confidence", "/confidence", &Draft::confidence, "how sure you are of this entry, 0 to 1",
       true, Value::kRate},
      {"doc-url", "/official_doc_url", &Draft::official_doc_url,
       "page of the product's documentation", false, Value::kNullable},
      {"verification-tier", "/verification_tier", &Draft::verification_tier,
       "who has verified the entry", true},
      {"evidence-count", "/evidence_count", &Draft::evidence_count, "number of independent reports",
       true, Value::kNumber},
      {"first-seen", "/first_seen", &Draft::first_seen, "day when the error was first known", true},
      {"last-confirmed", "/last_confirmed", &Draft::last_confirmed, "day when it was last seen",
       true},
      {"last-updated", "/last_updated", &Draft::last_updated, "day of the last change", true},
      {"locale", "/locale", &Draft::locale, "language of the texts", true},
  };
  return fields;
}

const std::vector<DraftList>& draft_lists() {
  static const std::vector<DraftList> lists = {
      {"tag", "tags", &Draft::tags, "a slug to find it by; repeat it for several"},
      {"alias", "aliases", &Draft::aliases, "a former or alternative id"},
      {"example", "examples", &Draft::examples, "a real message that the regex must match"},
      {"counterexample", "counterexamples", &Draft::counterexamples,
       "a look-alike that it must not match"},
      {"source", "", &Draft::sources, "a URL of a page or a report that backs what helps"},
  };
  return lists;
}

std::string next_pointer(const Draft& draft, const DraftList& list) {
  const std::string number = std::to_string((draft.*list.texts).size());
  if (*list.name != '\0') return "/" + std::string(list.name) + "/" + number;
  return "/" + std::string(sourced_list(draft)) + "/0/sources/" + number;
}

std::vector<std::string> words_at(const Schema& schema, std::string_view pointer) {
  std::uint32_t at = 0;
  while (!pointer.empty() && at != kNoRule) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    const SchemaRule& rule = schema.rule(at);
    const auto member = rule.members.find(token);
    at = member != rule.members.end() ? member->second.rule : rule.items;
  }
  return at == kNoRule ? std::vector<std::string>() : schema.rule(at).strings;
}

std::string text_of(const Draft& draft, const Document& schema) {
  std::ostringstream out;
  JsonWriter json(out);
  json.start_object();
  json.member("id", draft.id);
  write_fields(draft, "", json);
  write_item(draft, "versions", json);
  write_item(draft, "dead_ends", json);
  has_workaround(draft) ? write_item(draft, "workarounds", json)
                        : write_list("workarounds", {}, json);
  json.start_object("transition_graph");
  for (const char* name : kLinkFields) write_list(name, {}, json);
  json.end_object();
  for (const DraftList& list : draft_lists()) {
    if (*list.name != '\0') write_list(list.name, draft.*list.texts, json);
  }
  json.end_object();
  const std::string text = std::move(out).str();
  Document document;
  parse_json(text, Dialect::kJson, document);
  return formatted(document, schema);
}

}  // namespace kbc
