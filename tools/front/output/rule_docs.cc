#include "output/rule_docs.h"

#include <string>
#include <string_view>

#include "check/registry.h"
#include "output/json_writer.h"

namespace kbc {
namespace {

std::string severity_text(const RuleInfo& rule) {
  std::string text(name_of(rule.severity));
  if (rule.exceptional != rule.severity) text += " or " + std::string(name_of(rule.exceptional));
  return text;
}

std::string indented(std::string_view text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out;
}

void write_rule_json(JsonWriter& json, const RuleInfo& rule) {
  const Explanation& explanation = explanation_of(rule.id);
  json.start_object();
  json.member("name", rule.name);
  json.member("group", rule.group);
  json.member("severity", name_of(rule.severity));
  json.member("exceptional_severity", name_of(rule.exceptional));
  json.key("fix");
  json.boolean(rule.has_fix);
  json.member("summary", rule.summary);
  json.member("meaning", explanation.meaning);
  json.member("why", explanation.why);
  json.member("bad", explanation.bad);
  json.member("good", explanation.good);
  json.member("how_to_fix", explanation.fix);
  json.end_object();
}

void write_table(std::ostream& out) {
  out << "| rule | severity | fix | finds |\n|---|---|---|---|\n";
  for (const RuleInfo& rule : all_rules()) {
    out << "| [`" << rule.name << "`](#" << rule.name << ") | " << severity_text(rule) << " | "
        << (rule.has_fix ? "yes" : "") << " | " << rule.summary << " |\n";
  }
}

void write_section(const RuleInfo& rule, std::ostream& out) {
  const Explanation& explanation = explanation_of(rule.id);
  out << "\n## " << rule.name << "\n\n"
      << explanation.meaning << "\n\n"
      << "Severity: " << severity_text(rule) << "." << (rule.has_fix ? " Offers a fix." : "")
      << "\n\n"
      << "**Why it matters.** " << explanation.why << "\n\n"
      << "Bad:\n\n```json\n"
      << explanation.bad << "\n```\n\n"
      << "Good:\n\n```json\n"
      << explanation.good << "\n```\n\n"
      << "**How to fix it.** " << explanation.fix << "\n";
}

}  // namespace

void write_explanation(RuleId id, std::ostream& out) {
  const RuleInfo& rule = info_of(id);
  const Explanation& explanation = explanation_of(id);
  out << rule.name << " (" << severity_text(rule) << (rule.has_fix ? ", offers a fix" : "")
      << ")\n\n"
      << explanation.meaning << "\n\nWhy it matters: " << explanation.why << "\n\nBad:\n\n"
      << indented(explanation.bad) << "\n\nGood:\n\n"
      << indented(explanation.good) << "\n\nHow to fix it: " << explanation.fix << "\n\n";
}

void write_rules_markdown(std::ostream& out) {
  out << "# The rules of `kbc validate`\n\n"
         "Made by `kbc rules --format markdown`; a test holds this page to it.\n\n"
         "A rule's name is what a finding prints and what `--select`, `--ignore`, `rules` in\n"
         "`kbc.json`, an entry's `kbc_ignore` and a baseline accept. So is its group, the name up\n"
         "to the first `-`. Errors fail a run, warnings under `--fail-on warning`, infos under\n"
         "`--fail-on info`.\n\n";
  write_table(out);
  for (const RuleInfo& rule : all_rules()) write_section(rule, out);
}

void write_rules_json(std::ostream& out) {
  JsonWriter json(out, JsonLayout::kIndented);
  json.start_array();
  for (const RuleInfo& rule : all_rules()) write_rule_json(json, rule);
  json.end_array();
  out << '\n';
}

}  // namespace kbc
