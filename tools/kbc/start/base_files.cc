#include "start/base_files.h"

#include <algorithm>

#include "config/config.h"
#include "config/embedded.h"
#include "parse/literal.h"
#include "start/forms.h"
#include "text/ascii.h"
#include "text/date.h"
#include "text/filled_form.h"
#include "text/shell_word.h"

namespace kbc {
namespace {

// The domain of the first entry where none is named, since every system has it.
constexpr const char* kSomeDomain = "linux";
constexpr const char* kSlug = "example-config-not-found";

Taxonomy::Names new_domains(const BasePlan& plan) {
  Taxonomy::Names names;
  for (const std::string& domain : plan.domains) {
    if (!built_in_taxonomy().domains.contains(domain)) names.emplace(domain, "");
  }
  return names;
}

std::string without_slash(std::string path) {
  if (path.ends_with('/')) path.pop_back();
  return path;
}

// A YAML string, which between single quotes escapes nothing else.
std::string in_yaml(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

// The entries as pre-commit's `files`, a Python regex, has them. Of a folder with an odd name it is
// that of all entries.
std::string entries_pattern(const std::string& below) {
  const bool is_plain = std::all_of(below.begin(), below.end(), [](char c) {
    return is_word(c) || c == '/' || c == '-' || c == '.';
  });
  std::string pattern;
  for (const char c : is_plain ? below : "") pattern += c == '.' ? "[.]" : std::string(1, c);
  return in_yaml((is_plain ? "^" + pattern : "(^|/)") + "entries/.*\\.json$");
}

BaseFile hook(const BasePlan& plan) {
  const std::string folder = without_slash(plan.below);
  const std::string args = folder.empty() ? "" : "        args: [--kb, " + in_yaml(folder) + "]\n";
  const std::string text =
      filled_form(kPreCommitForm, {{"kb_args", args}, {"files", entries_pattern(plan.below)}});
  constexpr std::string_view kBegin = "repos:\n";
  return {plan.top + "/.pre-commit-config.yaml", text,
          text.substr(text.find(kBegin) + kBegin.size())};
}

BaseFile workflow(const BasePlan& plan) {
  const std::string folder = without_slash(plan.below);
  const std::string words = folder.empty() ? "" : " --kb " + shell_word(folder);
  const bool is_github = plan.ci == CiService::kGitHub;
  const std::string text =
      filled_form(is_github ? kGitHubForm : kGitLabForm, {{"kb_words", words}});
  return {plan.top + (is_github ? "/.github/workflows/kbc.yml" : "/.gitlab-ci.yml"), text, text};
}

BaseFile settings(const BasePlan& plan) {
  const auto file = [&](const std::string& path) { return quote("/" + plan.below + path); };
  const auto schema = [&](const std::string& path) { return quote("./" + plan.below + path); };
  const std::string text =
      filled_form(kSettingsForm, {{"entries", file("entries/**/*.json")},
                                  {"entry_schema", schema(kEntrySchemaName)},
                                  {"config", file("kbc.json")},
                                  {"config_schema", schema("schema/kbc.schema.json")},
                                  {"taxonomy", file("taxonomy.json")},
                                  {"taxonomy_schema", schema("schema/taxonomy.schema.json")}});
  return {plan.top + "/.vscode/settings.json", text, text};
}

BaseFile tasks(const BasePlan& plan) {
  const std::string folder = without_slash(plan.below);
  const std::string text =
      filled_form(kTasksForm, {{"kb_args", folder.empty() ? "" : ", \"--kb\", " + quote(folder)}});
  return {plan.top + "/.vscode/tasks.json", text, text};
}

}  // namespace

std::string extending_taxonomy(const std::string& schema, const Taxonomy::Names& domains) {
  std::string text = "{\n";
  if (!schema.empty()) text += "  \"$schema\": " + quote(schema) + ",\n";
  text += "  \"extends\": \"builtin\"";
  std::string_view before = ",\n  \"domains\": {\n";
  for (const auto& [name, description] : domains) {
    text.append(before).append("    " + quote(name) + ": " + quote(description));
    before = ",\n";
  }
  return text + (domains.empty() ? "\n}\n" : "\n  }\n}\n");
}

std::vector<BaseFile> config_files(const BasePlan& plan) {
  const std::string taxonomy = extending_taxonomy("schema/taxonomy.schema.json", new_domains(plan));
  return {{plan.root + "/taxonomy.json", taxonomy, ""},
          {plan.root + "/kbc.json", std::string(kConfigForm), ""}};
}

BaseFile first_entry(const BasePlan& plan) {
  const std::string domain = plan.domains.empty() ? kSomeDomain : plan.domains.front();
  const std::string id = domain + "/" + kSlug;
  return {plan.root + "/entries/" + id + ".json",
          filled_form(
              kEntryForm,
              {{"id", quote(id)}, {"domain", quote(domain)}, {"today", format_date(plan.today)}}),
          ""};
}

std::vector<BaseFile> fixed_schemas(const BasePlan& plan) {
  return {{plan.root + "/schema/kbc.schema.json", std::string(kConfigSchema), ""},
          {plan.root + "/schema/taxonomy.schema.json", std::string(kTaxonomySchema), ""}};
}

std::vector<BaseFile> surroundings(const BasePlan& plan) {
  std::vector<BaseFile> files = {
      {plan.root + "/.gitignore", std::string(kIgnoreForm), std::string(kIgnoreForm)},
      settings(plan),
      tasks(plan)};
  if (plan.has_hook) files.push_back(hook(plan));
  if (plan.ci != CiService::kNone) files.push_back(workflow(plan));
  return files;
}

}  // namespace kbc
