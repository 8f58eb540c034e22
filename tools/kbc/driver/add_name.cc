#include "driver/add_name.h"

#include <filesystem>
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

// The text with this value for a member of an object, which may have had another.
std::string with_member(const std::string& text, const Document& document, std::uint32_t object,
                        std::string_view name, const std::string& value) {
  JsonEdits edits(text, document);
  const std::uint32_t known = document.member(object, name);
  if (known == Document::kNoNode) {
    edits.add_member(object, name, value);
  } else {
    edits.replace(known, value);
  }
  return edits.text();
}

std::string with_name(const std::string& text, const AddedName& added) {
  const Document document = parsed(text, Dialect::kJson);
  const std::uint32_t list = document.member(0, added.list->field);
  const std::string value = quote(added.description);
  if (list != Document::kNoNode) return with_member(text, document, list, added.name, value);
  const std::string only = "{\n    " + quote(added.name) + ": " + value + "\n  }";
  return with_member(text, document, 0, added.list->field, only);
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
Status make_taxonomy(const Config& config, const AddedName& added, const std::string& path) {
  const std::string text = with_name(extending_taxonomy("", {}), added);
  if (Status failed = check_taxonomy(display_path(path), text)) return failed;
  if (Status failed = make(config, path, text)) {
    failed->message += "; name it as `taxonomy` in " + display_path(config.path) + ", or remove it";
    return failed;
  }
  const Document document = parsed(config.text, Dialect::kJsonWithComments);
  return replace(config, config.path,
                 with_member(config.text, document, 0, "taxonomy", quote(kTaxonomyName)));
}

Status add(const Config& config, const AddedName& added, const std::string& path) {
  if (config.taxonomy_path.empty()) return make_taxonomy(config, added, path);
  const std::string text = with_name(config.taxonomy_text, added);
  if (Status failed = check_taxonomy(display_path(path), text)) return failed;
  return replace(config, path, text);
}

}  // namespace

int add_name(const AddedName& added) {
  const Result<Config> config = load_config(added.base);
  if (!config) return report_trouble(config.error());
  const std::string what = std::string(added.list->words) + ' ' + ticked(added.name);
  const Taxonomy::Names& names = config->taxonomy.*added.list->of;
  const auto known = names.find(added.name);
  if (known != names.end()) {
    return report_trouble("the taxonomy has the " + what + " already" +
                          (known->second.empty() ? "" : ": " + known->second));
  }
  const std::string path = config->taxonomy_path.empty()
                               ? (std::filesystem::path(config->root) / kTaxonomyName).string()
                               : config->taxonomy_path;
  if (Status failed = add(*config, added, path)) return report_trouble(*failed);
  standard_output() << display_path(path) << ": added the " << what << '\n';
  if (config->taxonomy_path.empty()) {
    standard_output() << display_path(config->path) << ": names that file as its taxonomy\n";
  }
  return kClean;
}

}  // namespace kbc
