#include "author/draft.h"

#include "format/format.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/printable.h"

namespace kbc {
namespace {

// JSON as it comes, for the formatter to put in order.
class Members {
 public:
  void text(std::string_view name, std::string_view value) { add(name, quote(value)); }
  void optional(std::string_view name, std::string_view value) {
    add(name, value.empty() ? "null" : quote(value));
  }
  // What is no number stays a text, for the rules to say so.
  void number(std::string_view name, std::string_view value) {
    const bool is_number = !value.empty() && number_length(value) == value.size();
    add(name, is_number ? std::string(value) : value.empty() ? "null" : quote(value));
  }
  void list(std::string_view name, const std::vector<std::string>& values) {
    std::string items;
    for (const std::string& value : values) items += (items.empty() ? "" : ",") + quote(value);
    add(name, "[" + items + "]");
  }
  void add(std::string_view name, const std::string& json) {
    json_ += (json_.empty() ? "" : ",") + quote(name) + ":" + json;
  }
  std::string object() const { return "{" + json_ + "}"; }

 private:
  std::string json_;
};

std::string versions(const Draft& draft) {
  Members version;
  version.text("version", draft.version);
  for (const char* name : {"introduced", "deprecated", "removed", "behavior_change"}) {
    version.add(name, "null");
  }
  version.text("status", draft.status);
  return "[" + version.object() + "]";
}

std::string dead_ends(const Draft& draft) {
  Members dead_end;
  dead_end.text("action", draft.dead_end);
  dead_end.text("why_fails", draft.why_fails);
  dead_end.number("fail_rate", draft.fail_rate);
  dead_end.text("condition", "");
  dead_end.add("sources", "[]");
  return "[" + dead_end.object() + "]";
}

std::string workarounds(const Draft& draft) {
  if (draft.resolvable == "false" && draft.workaround.empty()) return "[]";
  Members workaround;
  workaround.text("action", draft.workaround);
  workaround.number("success_rate", draft.success_rate);
  workaround.text("how", draft.how);
  workaround.text("condition", "");
  workaround.add("sources", "[]");
  return "[" + workaround.object() + "]";
}

void add_recognition(const Draft& draft, Members& entry) {
  entry.text("id", draft.id);
  entry.text("signature", draft.signature);
  entry.text("regex", draft.regex);
  entry.text("domain", draft.domain);
  entry.text("category", draft.category);
  entry.optional("subcategory", draft.subcategory);
  entry.optional("error_code", draft.error_code);
  entry.list("examples", draft.examples);
  entry.list("counterexamples", draft.counterexamples);
}

void add_knowledge(const Draft& draft, Members& entry) {
  entry.text("root_cause", draft.root_cause);
  entry.text("root_cause_type", draft.root_cause_type);
  entry.add("versions", versions(draft));
  entry.add("dead_ends", dead_ends(draft));
  entry.add("workarounds", workarounds(draft));
  entry.add("transition_graph",
            R"({"leads_to":[],"preceded_by":[],"frequently_confused_with":[]})");
  entry.optional("official_doc_url", draft.official_doc_url);
}

void add_evidence(const Draft& draft, Members& entry) {
  entry.text("verification_tier", draft.verification_tier);
  entry.number("confidence", draft.confidence);
  entry.number("fix_success_rate", draft.fix_success_rate);
  entry.text("resolvable", draft.resolvable);
  entry.text("first_seen", draft.first_seen);
  entry.text("last_confirmed", draft.last_confirmed);
  entry.text("last_updated", draft.last_updated);
  entry.number("evidence_count", draft.evidence_count);
  entry.text("locale", draft.locale);
  entry.list("tags", draft.tags);
  entry.list("aliases", draft.aliases);
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
       "who vouches for the entry", true},
      {"evidence-count", "/evidence_count", &Draft::evidence_count, "independent reports behind it",
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
  Members entry;
  add_recognition(draft, entry);
  add_knowledge(draft, entry);
  add_evidence(draft, entry);
  const std::string json = valid_utf8(entry.object());
  Document document;
  parse_json(json, Dialect::kJson, document);
  return formatted(document, schema);
}

}  // namespace kbc
