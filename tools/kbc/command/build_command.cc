#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "command/command.h"
#include "command/shared_options.h"
#include "core/named.h"
#include "driver/build.h"
#include "driver/progress.h"
#include "driver/trouble.h"
#include "text/ascii.h"
#include "text/languages.h"
#include "text/nearest.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::vector<std::string> field_names() {
  const std::vector<std::string_view> names = TableFields::names();
  return {names.begin(), names.end()};
}

std::vector<std::string> language_codes() {
  std::vector<std::string> codes;
  for (const Language& language : kLanguages) codes.emplace_back(language.code);
  return codes;
}

std::vector<EmitterInfo> default_emitters() {
  std::vector<EmitterInfo> some = all_emitters();
  std::erase_if(some, [](const EmitterInfo& emitter) { return !emitter.is_default; });
  return some;
}

Status add_emitter(const std::string& name, BuildRequest& request) {
  if (const EmitterInfo* emitter = find_named(all_emitters(), name)) {
    request.emitters.push_back(emitter);
    return {};
  }
  return Error{"--emit: unknown artefact `" + name + "`" +
               did_you_mean(name, names_of(all_emitters()))};
}

// What was said of the contents of C++ tables.
struct TableChoice {
  std::vector<std::string> fields;
  std::vector<const Language*> languages;
};

Error unknown_name(std::string_view option, std::string_view what, const std::string& name,
                   const std::vector<std::string_view>& known) {
  const auto near = nearest(name, known);
  return Error{
      "--" + std::string(option) + ": unknown " + std::string(what) + " `" + name + "`; " +
      (near ? "did you mean `" + std::string(*near) + "`?"
            : "known are " + listed(std::vector<std::string>(known.begin(), known.end()), "and"))};
}

Status add_field(const std::string& name, TableChoice& choice) {
  const std::vector<std::string_view> known = TableFields::names();
  if (std::ranges::find(known, name) == known.end()) {
    return unknown_name("fields", "field", name, known);
  }
  choice.fields.push_back(name);
  return {};
}

Status add_language(const std::string& code, TableChoice& choice) {
  std::vector<std::string_view> known;
  for (const Language& language : kLanguages) {
    known.push_back(language.code);
    if (language.code != code) continue;
    choice.languages.push_back(&language);
    return {};
  }
  return unknown_name("languages", "language", code, known);
}

bool has_language(const TableChoice& choice, const Language& language) {
  return choice.languages.empty() ||
         std::ranges::find(choice.languages, &language) != choice.languages.end();
}

// The fields that were chosen, less the translations into languages that were not.
Status settle_fields(const TableChoice& choice, BuildRequest& request) {
  if (!choice.fields.empty()) request.fields = TableFields::none();
  for (const std::string& name : choice.fields) request.fields.add(name);
  for (const Translation& translation : kTranslations) {
    if (has_language(choice, *translation.language)) continue;
    const std::string name = translation.field->name;
    if (std::ranges::find(choice.fields, name) != choice.fields.end()) {
      return Error{"--fields: `" + name + "` is in a language that --languages leaves out; add `" +
                   std::string(translation.language->code) + "` there"};
    }
    request.fields.remove(name);
  }
  const bool has_tables = std::ranges::any_of(
      request.emitters, [](const EmitterInfo* emitter) { return emitter->name == "cpp"; });
  if (has_tables || (request.fields.is_all() && request.domains.empty())) return {};
  return Error{
      "--fields, --languages and --domain say what C++ tables have, and --emit leaves the "
      "tables out: add `cpp` to it"};
}

// In C++20, with the alternative spellings of operators.
constexpr std::string_view kKeywords[] = {"alignas",       "alignof",     "and",
                                          "and_eq",        "asm",         "auto",
                                          "bitand",        "bitor",       "bool",
                                          "break",         "case",        "catch",
                                          "char",          "char16_t",    "char32_t",
                                          "char8_t",       "class",       "co_await",
                                          "co_return",     "co_yield",    "compl",
                                          "concept",       "const",       "const_cast",
                                          "consteval",     "constexpr",   "constinit",
                                          "continue",      "decltype",    "default",
                                          "delete",        "do",          "double",
                                          "dynamic_cast",  "else",        "enum",
                                          "explicit",      "export",      "extern",
                                          "false",         "float",       "for",
                                          "friend",        "goto",        "if",
                                          "inline",        "int",         "long",
                                          "mutable",       "namespace",   "new",
                                          "noexcept",      "not",         "not_eq",
                                          "nullptr",       "operator",    "or",
                                          "or_eq",         "private",     "protected",
                                          "public",        "register",    "reinterpret_cast",
                                          "requires",      "return",      "short",
                                          "signed",        "sizeof",      "static",
                                          "static_assert", "static_cast", "struct",
                                          "switch",        "template",    "this",
                                          "thread_local",  "throw",       "true",
                                          "try",           "typedef",     "typeid",
                                          "typename",      "union",       "unsigned",
                                          "using",         "virtual",     "void",
                                          "volatile",      "wchar_t",     "while",
                                          "xor",           "xor_eq"};

// A keyword, or a name that belongs to the implementation.
bool is_reserved(std::string_view name) {
  const bool is_keyword =
      std::find(std::begin(kKeywords), std::end(kKeywords), name) != std::end(kKeywords);
  return is_keyword || name.starts_with('_') || name.find("__") != std::string_view::npos;
}

bool is_identifier(std::string_view name) {
  return !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), is_word);
}

// `company::errors` is a namespace too.
Status check_namespace(const std::string& name) {
  std::string_view rest = name;
  for (;;) {
    const std::size_t end = rest.find("::");
    if (!is_identifier(rest.substr(0, end)) || is_reserved(rest.substr(0, end))) {
      return Error{"--namespace " + name + ": not a C++ namespace"};
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 2);
  }
  if (name == "std" || name.starts_with("std::")) {
    return Error{"--namespace " + name + ": std is the standard library's own"};
  }
  // The tables hold the reader, which is in kbx.
  if (name == "kbx" || name.starts_with("kbx::")) {
    return Error{"--namespace " + name + ": `kbx` is reserved for the reader"};
  }
  return {};
}

struct BuildOptions : BuildRequest {
  TableChoice choice;
};

void describe(BuildOptions& request, OptionTable& options) {
  add_kb_option(options, request.base);
  options.text("out", "DIR",
               "write the artefacts to this folder (default: `generated` beside kbc.json)",
               request.out_folder);
  const auto names = names_of<std::string>(all_emitters());
  add_list_option(options, "emit", "NAMES",
                  listed(names) + ", separated by commas; default: " +
                      listed(names_of<std::string>(default_emitters()), "and"),
                  [&request](const std::string& name) { return add_emitter(name, request); })
      .value.offer(names);
  options.text("namespace", "NAME", "of the C++ tables", request.name_space);
  options.number("table-limit", "COUNT", "refuse to write C++ tables for more entries than this",
                 request.table_limit);
  add_list_option(options, "fields", "LIST",
                  "the only fields that C++ tables have besides the id: `signature`, "
                  "`workarounds.action`",
                  [&request](const std::string& name) { return add_field(name, request.choice); })
      .value.offer(field_names());
  add_list_option(options, "domain", "LIST", "the only domains whose entries C++ tables have",
                  [&request](const std::string& name) {
                    request.domains.push_back(name);
                    return Status();
                  })
      .value.offer_known("domains");
  add_list_option(
      options, "languages", "LIST",
      "the only languages of translations that C++ tables have; `en` for none",
      [&request](const std::string& code) { return add_language(code, request.choice); })
      .value.offer(language_codes());
  options.text("depfile", "FILE",
               "write the dependencies of the artefacts to FILE, for Make and Ninja",
               request.depfile);
  options.text("stamp", "FILE",
               "touch FILE when the artefacts are up to date; the depfile names it as the target",
               request.stamp);
  options.flag("check", "write nothing; exit with 1 if an artefact is out of date", request.check);
  options.flag("allow-missing", "with --check: an artefact that is not there is not out of date",
               request.allow_missing);
  options.flag("keep-going", "leave out entries with errors; exit with 1 if there are any",
               request.keep_going);
  options.flag("complete",
               "exit with 1 also if errors that the baseline accepts leave an entry out",
               request.complete);
  options.choice("provenance", "git", "git: record the commit in the index", request.commit,
                 {{"git", true}});
  options.flag("allow-empty", "accept a knowledge base without entries", request.allow_empty);
  add_run_options(options, request.color, request.today, request.quiet, request.jobs);
}

int run(BuildOptions& request) {
  if (Status failed = check_namespace(request.name_space)) return report_trouble(*failed);
  if (request.allow_missing && !request.check)
    return report_trouble("--allow-missing needs --check");
  if (request.emitters.empty()) {
    for (const EmitterInfo& emitter : all_emitters()) {
      if (emitter.is_default) request.emitters.push_back(&emitter);
    }
  }
  if (Status failed = settle_fields(request.choice, request)) return report_trouble(*failed);
  request.progress = !request.quiet && is_watched();
  return build(request);
}

}  // namespace

Command build_command() {
  return {.details =
              "Checks the knowledge base as `kbc validate` does and, if it has no errors, writes "
              "what\n"
              "programs use: C++ tables and an index. The same entries give the same bytes.",
          .begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
