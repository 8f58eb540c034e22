#include "driver/add_name.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "config/config.h"
#include "driver/trouble.h"
#include "edit/json_edits.h"
#include "os/write_file.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "start/base_files.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

constexpr std::string_view kTaxonomyName = "taxonomy.json";

Document parsed(std::string_view text, Dialect dialect) {
  Document document;
  parse_json(text, dialect, document);
  return document;
}

// The text with these names, some of which it may have taken away.
std::string with_names(const std::string& text, const TaxonomyList& list,
                       const std::vector<AddedName>& added) {
  const Document document = parsed(text, Dialect::kJson);
  const std::uint32_t object = document.member(0, list.field);
  JsonEdits edits(text, document);
  std::string only;
  for (const AddedName& one : added) {
    if (one.list != &list) continue;
    const std::string value = quote(one.description);
    const std::uint32_t known =
        object == Document::kNoNode ? Document::kNoNode : document.member(object, one.name);
    if (object == Document::kNoNode) {
      only += (only.empty() ? "{\n    " : ",\n    ") + quote(one.name) + ": " + value;
    } else if (known == Document::kNoNode) {
      edits.add_member(object, one.name, value);
    } else {
      edits.replace(known, value);
    }
  }
  if (!only.empty()) edits.add_member(0, list.field, only + "\n  }");
  return edits.text();
}

std::string with_names(std::string text, const std::vector<AddedName>& added) {
  for (const TaxonomyList& list : kTaxonomyLists) text = with_names(text, list, added);
  return text;
}

Status replace(const Config& config, const std::string& path, const std::string& text) {
  const Result<FilePlace> place = config.border.find(path, Border::By::kOperator);
  if (!place) return place.error();
  return write_file(*place, [&](std::ostream& out) { out << text; });
}

Status make(const Config& config, const std::string& path, const std::string& text) {
  const Result<FilePlace> place = config.border.output(path, Border::By::kOperator);
  if (!place) return place.error();
  return write_new_file(*place, [&](std::ostream& out) { out << text; });
}

// Makes the file before it is named: a file that nobody names is harmless.
Status make_taxonomy(const Config& config, const std::vector<AddedName>& added,
                     const std::string& path) {
  const std::string text = with_names(extending_taxonomy("", {}), added);
  const std::string shown = display_path(path);
  if (Status failed = check_taxonomy(shown, text)) return failed;
  if (Status failed = make(config, shown, text)) {
    std::error_code unknown;
    const bool is_there = std::filesystem::exists(std::filesystem::symlink_status(path, unknown));
    if (!is_there) return failed;
    failed->message += "; name it as `taxonomy` in " + display_path(config.path) + ", or remove it";
    return failed;
  }
  const Document document = parsed(config.text, Dialect::kJsonWithComments);
  JsonEdits edits(config.text, document);
  edits.add_member(0, "taxonomy", quote(kTaxonomyName));
  return replace(config, config.path, edits.text());
}

}  // namespace

std::string taxonomy_file(const Config& config) {
  return config.taxonomy_path.empty()
             ? (std::filesystem::path(config.root) / kTaxonomyName).string()
             : config.taxonomy_path;
}

Status add_names(const Config& config, const std::vector<AddedName>& added) {
  const std::string path = taxonomy_file(config);
  if (config.taxonomy_path.empty()) return make_taxonomy(config, added, path);
  const std::string text = with_names(config.taxonomy_text, added);
  if (Status failed = check_taxonomy(display_path(path), text)) return failed;
  return replace(config, path, text);
}

int add_name(const BaseChoice& base, const AddedName& added) {
  const Result<Config> config = load_config(base);
  if (!config) return report_trouble(config.error());
  const std::string what = std::string(added.list->words) + ' ' + ticked(added.name);
  const Taxonomy::Names& names = config->taxonomy.*added.list->of;
  const auto known = names.find(added.name);
  if (known != names.end()) {
    return report_trouble("the taxonomy has the " + what + " already" +
                          (known->second.empty() ? "" : ": " + known->second));
  }
  if (Status failed = add_names(*config, {added})) return report_trouble(*failed);
  standard_output() << display_path(taxonomy_file(*config)) << ": added the " << what << '\n';
  if (config->taxonomy_path.empty()) {
    standard_output() << display_path(config->path) << ": names that file as its taxonomy\n";
  }
  return kClean;
}

}  // namespace kbc
