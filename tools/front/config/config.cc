#include "config/config.h"

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <optional>
#include <utility>

#include "config/embedded.h"
#include "config/version.h"
#include "load/line_index.h"
#include "load/source.h"
#include "parse/parse.h"
#include "parse/repeated_names.h"
#include "text/nearest.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/ticked.h"
#include "validate/explain.h"
#include "validate/schema_text.h"
#include "version/number.h"
#include "version/spec.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// So many messages about one file are shown, and are worth looking for.
constexpr std::size_t kMostMessages = 100;

// A JSON file that belongs to the operator, with everything that is wrong with it collected as
// lines of one Error, up to kMostMessages.
class OperatorFile {
 public:
  OperatorFile(std::string path, std::string text)
      : path_(std::move(path)), text_(std::move(text)) {}

  void parse(Dialect dialect) {
    for (const JsonFault& fault : parse_json(text_, dialect, document_)) {
      tell(fault.span, fault.message, fault.help);
    }
    constexpr std::size_t kMostRepeated = 20;
    for (const auto& [first, again] : repeated_names(document_, kMostRepeated)) {
      const Position at = position(document_[first].span);
      tell(document_[again].span,
           ticked(document_[again].text) + " is already in this object, at " +
               std::to_string(at.line) + ":" + std::to_string(at.column),
           "remove one of the two");
    }
  }

  // Holds what was parsed against one of kbc's own schemas. `missing` is what to
  // do about a field that is not there.
  void validate(std::string_view schema_text, std::string_view missing = {}) {
    const Result<Schema> schema = Schema::compile(schema_text);
    assert(schema.ok());
    for (const SchemaFault& fault : schema->validate(document_)) {
      const FaultText told = explain(fault, document_, *schema);
      const bool is_missing = fault.keyword == Keyword::kRequired && !missing.empty();
      tell(told.span, told.message, is_missing ? missing : told.help);
    }
  }

  void read(Dialect dialect, std::string_view schema_text, std::string_view missing = {}) {
    parse(dialect);
    validate(schema_text, missing);
  }

  // An error at a node; of a member's value, say.
  Error error_at(std::uint32_t node, std::string_view message) {
    tell(document_[node].span, message, "");
    return *status();
  }

  // A remark that is no error, with its place.
  std::string note_at(std::uint32_t node, std::string_view message) {
    return place(document_[node].span) + ": note: " + std::string(message);
  }

  // Whether another message would only be counted.
  bool is_full() const { return lines_.size() >= kMostMessages; }

  void tell(Span span, std::string_view message, std::string_view help) {
    if (is_full()) {
      ++untold_;
      return;
    }
    lines_.push_back(place(span) + ": error: " + std::string(message));
    if (!help.empty()) lines_.back() += "; " + std::string(help);
  }

  Status status() const {
    if (lines_.empty()) return {};
    Error error{lines_.front(), {lines_.begin() + 1, lines_.end()}};
    if (untold_ > 0)
      error.further.push_back(path_ + ": and " + counted(untold_, "error") + " more");
    return error;
  }
  const Document& document() const { return document_; }
  const std::string& text() const { return text_; }

 private:
  std::string place(Span span) {
    const Position at = position(span);
    return path_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }

  Position position(Span span) {
    if (!index_) index_.emplace(text_);
    return index_->at(span.begin);
  }

  std::string path_;
  std::string text_;
  Document document_;
  std::optional<LineIndex> index_;  // of text_
  std::vector<std::string> lines_;
  std::size_t untold_ = 0;
};

// The folders in this one that have a kbc.json, as far as a message names them.
std::vector<std::string> knowledge_bases_in(const fs::path& folder) {
  constexpr std::size_t kMostLooked = 1000;
  constexpr std::size_t kMostNamed = 3;
  std::vector<std::string> found;
  std::error_code failed;
  std::size_t looked = 0;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    if (++looked > kMostLooked) break;
    std::error_code missing;
    if (!fs::exists(at->path() / kConfigName, missing)) continue;
    found.push_back(ticked(at->path().filename().string()));
  }
  std::sort(found.begin(), found.end());
  if (found.size() > kMostNamed) {
    const std::size_t more = found.size() - kMostNamed;
    found.resize(kMostNamed);
    found.push_back(std::to_string(more) + " more");
  }
  return found;
}

Result<std::string> find_upwards() {
  std::error_code failed;
  const fs::path folder = fs::current_path(failed);
  if (failed) return Error{"the working directory cannot be read: " + failed.message()};
  std::string found = knowledge_base_around(folder);
  if (!found.empty()) return found;
  const std::vector<std::string> below = knowledge_bases_in(folder);
  if (!below.empty()) {
    return Error{"no kbc.json in this folder or above it, but in " + listed(below, "and") +
                 "; name a knowledge base with --kb, or as a PATH of `kbc validate` and `kbc fmt`"};
  }
  return Error{
      "no kbc.json in this folder or above it; create one (`{}` will do) beside the "
      "folder `entries`, or name a knowledge base with --kb"};
}

Result<std::string> read_operator_file(const std::string& path, const Border& border,
                                       const Snapshot* snapshot) {
  Result<std::string> text =
      read_file(snapshot, border, path, kMaxFileBytes, Border::By::kOperator);
  if (!text) return Error{display_path(path) + text.error().message.substr(path.size())};
  if (text->size() > kMaxFileBytes) return Error{display_path(path) + ": larger than 1 MiB"};
  return text;
}

std::optional<std::string> text_member(const Document& document, std::string_view name) {
  const std::uint32_t value = document.member(0, name);
  if (value == Document::kNoNode) return {};
  return std::string(document[value].text);
}

std::vector<std::string> texts_member(const Document& document, std::string_view name) {
  std::vector<std::string> texts;
  const std::uint32_t array = document.member(0, name);
  if (array == Document::kNoNode) return texts;
  for (std::uint32_t at = array + 1; at < document[array].next; at = document[at].next) {
    texts.emplace_back(document[at].text);
  }
  return texts;
}

void read_rules(OperatorFile& file, Config& config) {
  const Document& document = file.document();
  const std::uint32_t object = document.member(0, "rules");
  if (object == Document::kNoNode) return;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    const std::string name(document[at].text);
    if (rules_named(name).empty()) {
      const auto near = file.is_full() ? std::nullopt : nearest_rule_name(name);
      file.tell(document[at].span, "unknown rule or group " + ticked(name),
                near ? "did you mean `" + std::string(*near) + "`?" : "`kbc rules` lists them");
      continue;
    }
    const auto severity = severity_named(document[at + 1].text);
    config.rules.push_back(
        {name, severity.value_or(Severity::kOff), document[at].span, document.pointer(at)});
  }
  std::stable_partition(config.rules.begin(), config.rules.end(),
                        [](const RuleSetting& setting) { return !rule_named(setting.name); });
}

RemovedIds removed_from(const Document& document) {
  RemovedIds removed;
  const std::uint32_t object = document.member(0, "removed");
  if (object == Document::kNoNode) return removed;
  for (std::uint32_t at = object + 1; at < document[object].next; at = document[at].next) {
    const std::uint32_t reason = document.member(at + 1, "reason");
    removed.emplace(document[at].text, document[reason].text);
  }
  return removed;
}

// Such a path could be read neither in a list of files nor in a depfile.
// Nor do entries lie outside of their knowledge base.
void check_paths(OperatorFile& file) {
  const Document& document = file.document();
  for (const std::string_view key : {"entries", "schema", "taxonomy", "baseline"}) {
    const std::uint32_t value = document.member(0, key);
    if (value == Document::kNoNode || !has_control(document[value].text)) continue;
    file.tell(document[value].span, "the path has a control character", "");
  }
  const std::uint32_t entries = document.member(0, "entries");
  if (entries == Document::kNoNode) return;
  const fs::path path = fs::path(document[entries].text).lexically_normal();
  if (path.is_absolute() || path.begin()->string() == "..") {
    file.tell(document[entries].span, "the folder leads out of the knowledge base",
              "write it relative to the folder of this file");
  }
}

// A file that a key of kbc.json names, or what is built in.
struct NamedFile {
  std::string shown;  // what messages call it
  std::string text;
  bool is_built_in = true;
};

Result<NamedFile> read_named(OperatorFile& file, Config& config, const Snapshot* snapshot,
                             std::string_view key, std::string_view built_in) {
  const auto path = text_member(file.document(), key);
  if (!path) return NamedFile{"the built-in " + std::string(key), std::string(built_in)};
  const std::string full = (fs::path(config.root) / *path).string();
  (key == "schema" ? config.schema_path : config.taxonomy_path) = full;
  Result<std::string> text = read_operator_file(full, config.border, snapshot);
  if (!text) {
    return file.error_at(file.document().member(0, key),
                         "the " + std::string(key) + " cannot be read: " + text.error().message);
  }
  return NamedFile{display_path(full), std::move(*text), false};
}

Status read_schema(OperatorFile& config_file, Config& config, const Snapshot* snapshot) {
  Result<NamedFile> named = read_named(config_file, config, snapshot, "schema", kEntrySchema);
  if (!named) return named.error();
  if (!named->is_built_in) {
    OperatorFile file(named->shown, named->text);
    file.read(Dialect::kJson, kSchemaSchema);
    if (Status failed = file.status()) return failed;
    const SchemaText schema(file.text(), file.document());
    for (const SchemaRemark& fault : schema.faults()) {
      file.tell(file.document()[fault.node].span, fault.message, fault.help);
    }
    if (Status failed = file.status()) return failed;
    for (const SchemaRemark& note : schema.notes()) {
      config.notes.push_back(file.note_at(note.node, note.message));
    }
  }
  Result<Schema> schema = Schema::compile(named->text);
  if (!schema) return Error{named->shown + ": error: " + schema.error().message};
  config.schema = std::move(*schema);
  config.schema_text = std::move(named->text);
  return {};
}

void read_taxonomy_file(OperatorFile& file) {
  file.read(Dialect::kJson, kTaxonomySchema,
            "add it, or `\"extends\": \"builtin\"` to have the names that are built in");
}

Status read_taxonomy(OperatorFile& config_file, Config& config, const Snapshot* snapshot) {
  Result<NamedFile> named = read_named(config_file, config, snapshot, "taxonomy", kTaxonomy);
  if (!named) return named.error();
  if (named->is_built_in) {
    config.taxonomy = built_in_taxonomy();
    return {};
  }
  config.taxonomy_text = named->text;
  OperatorFile file(named->shown, std::move(named->text));
  read_taxonomy_file(file);
  if (Status failed = file.status()) return failed;
  const bool extends = file.document().member(0, "extends") != Document::kNoNode;
  config.taxonomy = taxonomy_from(file.document(), extends ? built_in_taxonomy() : Taxonomy(),
                                  &config.unknown_removals);
  return {};
}

// Whether this kbc is one that the file asks for. A later one may have keys that this one does not
// know, so nothing else in the file is judged before.
Status check_required_version(OperatorFile& file) {
  const Document& document = file.document();
  if (document.empty() || !document[0].is(Kind::kObject)) return {};
  const std::uint32_t value = document.member(0, "requires");
  if (value == Document::kNoNode || !document[value].is(Kind::kString)) return {};
  const std::string text = "kbc " + std::string(document[value].text);
  const ParsedSpec required = parse_version_spec(text);
  if (!required.faults.empty() || required.spec.product != "kbc") {
    return file.error_at(value, ticked(document[value].text) +
                                    " is no range of versions; write one such as `>=0.2`");
  }
  const auto own = parse_version_number(kVersion);
  assert(own);
  if (required.spec.affects(own->version) != Affects::kNo) return {};
  return file.error_at(value, "this knowledge base requires kbc " + ticked(document[value].text) +
                                  ", and this is kbc " + std::string(kVersion) +
                                  "; install a version that fits");
}

Status read_config(OperatorFile& file, Config& config, const Snapshot* snapshot) {
  file.parse(Dialect::kJsonWithComments);
  if (Status refused = check_required_version(file)) return refused;
  file.validate(kConfigSchema);
  if (file.document().empty()) return file.status();
  read_rules(file, config);
  check_paths(file);
  if (Status failed = file.status()) return failed;
  const Document& document = file.document();
  config.entries_name = text_member(document, "entries").value_or("entries");
  while (config.entries_name.size() > 1 && config.entries_name.ends_with('/')) {
    config.entries_name.pop_back();
  }
  config.entries = (fs::path(config.root) / config.entries_name).lexically_normal().string();
  const std::uint32_t sensitive = document.member(0, "case_sensitive");
  if (sensitive != Document::kNoNode && document[sensitive].is(Kind::kTrue)) {
    config.case_rule = CaseRule::kCaseSensitive;
  }
  if (const auto baseline = text_member(document, "baseline")) {
    config.baseline_path = (fs::path(config.root) / *baseline).lexically_normal().string();
  }
  config.removed = removed_from(document);
  Result<HostList> hosts = HostList::of(texts_member(document, "private_hosts"));
  if (!hosts) return file.error_at(document.member(0, "private_hosts"), hosts.error().message);
  config.private_hosts = std::move(*hosts);
  Result<Globs> globs = Globs::compile(texts_member(document, "exclude"));
  if (!globs) return file.error_at(document.member(0, "exclude"), globs.error().message);
  config.exclude = std::move(*globs);
  if (Status failed = read_schema(file, config, snapshot)) return failed;
  return read_taxonomy(file, config, snapshot);
}

}  // namespace

const Taxonomy& built_in_taxonomy() {
  static const Taxonomy taxonomy = [] {
    Document document;
    parse_json(kTaxonomy, Dialect::kJson, document);
    return taxonomy_from(document);
  }();
  return taxonomy;
}

Status check_taxonomy(const std::string& shown_path, const std::string& text) {
  OperatorFile file(shown_path, text);
  read_taxonomy_file(file);
  return file.status();
}

std::string display_path(const std::string& path) {
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  if (failed) return path;
  const fs::path full = fs::path(path).is_absolute() ? fs::path(path) : here / path;
  return full.lexically_normal().lexically_proximate(here).string();
}

std::string knowledge_base_around(const fs::path& folder) {
  std::error_code failed;
  for (fs::path at = folder;; at = at.parent_path()) {
    if (fs::exists(at / kConfigName, failed)) return at.string();
    if (at == at.root_path()) return {};
  }
}

Result<std::string> find_knowledge_base(const BaseChoice& choice) {
  return choice.folder.empty() ? find_upwards() : Result<std::string>(choice.folder);
}

Result<std::optional<Config>> load_config_if_any(const BaseChoice& choice) {
  std::error_code failed;
  const fs::path folder = fs::current_path(failed);
  if (choice.folder.empty() && (failed || knowledge_base_around(folder).empty())) {
    return std::optional<Config>();
  }
  Result<Config> config = load_config(choice);
  if (!config) return config.error();
  return std::optional<Config>(std::move(*config));
}

Result<Border> border_around(const std::string& folder, const BaseChoice& choice) {
  return Border::around(folder, choice.allowed);
}

Result<Config> load_config(const BaseChoice& choice, const Snapshot* snapshot) {
  Result<std::string> root = find_knowledge_base(choice);
  if (!root) return root.error();
  Result<Border> border = border_around(*root, choice);
  if (!border) return border.error();
  Config config;
  config.root = std::move(*root);
  config.around = choice.around;
  config.border = std::move(*border);
  config.path = (fs::path(config.root) / kConfigName).string();
  const bool has_none =
      snapshot != nullptr && !snapshot->falls_back() && !snapshot->has(config.path);
  Result<std::string> text =
      has_none ? std::string("{}") : read_operator_file(config.path, config.border, snapshot);
  if (!text) return text.error();
  config.text = std::move(*text);
  OperatorFile file(display_path(config.path), config.text);
  if (Status failed = read_config(file, config, snapshot)) return *failed;
  return config;
}

}  // namespace kbc
