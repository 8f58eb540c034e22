#include "author/draft.h"

#include <sstream>
#include <utility>

#include "format/format.h"
#include "output/json_writer.h"
#include "parse/literal.h"
#include "parse/parse.h"

namespace kbc {
namespace {

// Of an optional field, the empty text means null.
void write_optional(std::string_view name, std::string_view value, JsonWriter& json) {
  json.key(name);
  value.empty() ? json.null() : json.string(value);
}

// What is no number stays a text, for the rules to say so.
void write_number(std::string_view name, std::string_view value, JsonWriter& json) {
  const bool is_number = !value.empty() && number_length(value) == value.size();
  if (!is_number) return write_optional(name, value, json);
  json.key(name);
  json.number(value);
}

void write_list(std::string_view name, const std::vector<std::string>& values, JsonWriter& json) {
  json.start_array(name);
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write_versions(const Draft& draft, JsonWriter& json) {
  json.start_array("versions");
  json.start_object();
  json.member("version", draft.version);
  for (const char* name : {"introduced", "deprecated", "removed", "behavior_change"}) {
    write_optional(name, "", json);
  }
  json.member("status", draft.status);
  json.end_object();
  json.end_array();
}

void write_dead_ends(const Draft& draft, JsonWriter& json) {
  json.start_array("dead_ends");
  json.start_object();
  json.member("action", draft.dead_end);
  json.member("why_fails", draft.why_fails);
  write_number("fail_rate", draft.fail_rate, json);
  json.member("condition", "");
  write_list("sources", {}, json);
  json.end_object();
  json.end_array();
}

void write_workarounds(const Draft& draft, JsonWriter& json) {
  if (draft.resolvable == "false" && draft.workaround.empty()) {
    return write_list("workarounds", {}, json);
  }
  json.start_array("workarounds");
  json.start_object();
  json.member("action", draft.workaround);
  write_number("success_rate", draft.success_rate, json);
  json.member("how", draft.how);
  json.member("condition", "");
  write_list("sources", {}, json);
  json.end_object();
  json.end_array();
}

void write_recognition(const Draft& draft, JsonWriter& json) {
  json.member("id", draft.id);
  json.member("signature", draft.signature);
  json.member("regex", draft.regex);
  json.member("domain", draft.domain);
  json.member("category", draft.category);
  write_optional("subcategory", draft.subcategory, json);
  write_optional("error_code", draft.error_code, json);
  write_list("examples", draft.examples, json);
  write_list("counterexamples", draft.counterexamples, json);
}

void write_knowledge(const Draft& draft, JsonWriter& json) {
  json.member("root_cause", draft.root_cause);
  json.member("root_cause_type", draft.root_cause_type);
  write_versions(draft, json);
  write_dead_ends(draft, json);
  write_workarounds(draft, json);
  json.start_object("transition_graph");
  for (const char* name : {"leads_to", "preceded_by", "frequently_confused_with"}) {
    write_list(name, {}, json);
  }
  json.end_object();
  write_optional("official_doc_url", draft.official_doc_url, json);
}

void write_evidence(const Draft& draft, JsonWriter& json) {
  json.member("verification_tier", draft.verification_tier);
  write_number("confidence", draft.confidence, json);
  write_number("fix_success_rate", draft.fix_success_rate, json);
  json.member("resolvable", draft.resolvable);
  json.member("first_seen", draft.first_seen);
  json.member("last_confirmed", draft.last_confirmed);
  json.member("last_updated", draft.last_updated);
  write_number("evidence_count", draft.evidence_count, json);
  json.member("locale", draft.locale);
  write_list("tags", draft.tags, json);
  write_list("aliases", draft.aliases, json);
}

}  // namespace

const std::vector<DraftField>& draft_fields() {
  static const std::vector<DraftField> fields = {
      {"signature", "/signature", &Draft::signature, "the error as a person would quote it", true},
      {"regex", "/regex", &Draft::regex, "recognises it (RE2)", true},
      {"error-code", "/error_code", &Draft::error_code, "the code that the program prints", false},
      {"domain", "/domain", &Draft::domain, "of the taxonomy, the first part of the id", true},
      {"category", "/category", &Draft::category, "of the taxonomy", true},
      {"subcategory", "/subcategory", &Draft::subcategory, "a free slug", false},
      {"root-cause", "/root_cause", &Draft::root_cause, "why it happens", true},
      {"root-cause-type", "/root_cause_type", &Draft::root_cause_type, "of the taxonomy", true},
      {"version", "/versions/0/version", &Draft::version, "product and versions: `Python >=3.11`",
       true},
      {"status", "/versions/0/status", &Draft::status, "active, deprecated or removed there", true},
      {"dead-end", "/dead_ends/0/action", &Draft::dead_end, "what people try that fails", true},
      {"why-fails", "/dead_ends/0/why_fails", &Draft::why_fails, "why that fails", true},
      {"fail-rate", "/dead_ends/0/fail_rate", &Draft::fail_rate, "how often it fails, 0 to 1",
       true},
      {"resolvable", "/resolvable", &Draft::resolvable, "true, partial or false", true},
      {"workaround", "/workarounds/0/action", &Draft::workaround, "what helps", true},
      {"how", "/workarounds/0/how", &Draft::how, "how exactly, with commands", false},
      {"success-rate", "/workarounds/0/success_rate", &Draft::success_rate,
       "how often it helps, 0 to 1", true},
      {"fix-success-rate", "/fix_success_rate", &Draft::fix_success_rate,
       "share of people whom the best helps", true},
      {"confidence", "/confidence", &Draft::confidence, "how sure you are of this entry, 0 to 1",
       true},
      {"doc-url", "/official_doc_url", &Draft::official_doc_url,
       "page of the product's documentation", false},
      {"verification-tier", "/verification_tier", &Draft::verification_tier,
       "who has verified the entry", true},
      {"evidence-count", "/evidence_count", &Draft::evidence_count, "number of independent reports",
       true},
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
      {"tag", &Draft::tags, "a slug to find it by; repeat it for several"},
      {"alias", &Draft::aliases, "a former or alternative id"},
      {"example", &Draft::examples, "a real message that the regex must match"},
      {"counterexample", &Draft::counterexamples, "a look-alike that it must not match"},
  };
  return lists;
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
  write_recognition(draft, json);
  write_knowledge(draft, json);
  write_evidence(draft, json);
  json.end_object();
  const std::string text = std::move(out).str();
  Document document;
  parse_json(text, Dialect::kJson, document);
  return formatted(document, schema);
}

}  // namespace kbc
