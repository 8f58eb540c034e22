#include "driver/fmt.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "analysis/place.h"
#include "analysis/selection.h"
#include "config/config.h"
#include "core/parallel.h"
#include "driver/bases.h"
#include "driver/trouble.h"
#include "format/format.h"
#include "format/line_diff.h"
#include "load/discover.h"
#include "load/line_index.h"
#include "load/source.h"
#include "os/input.h"
#include "os/write_file.h"
#include "parse/parse.h"
#include "text/printer.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

// What became of one file.
struct Formatted {
  std::string before, after;
  std::string fault;  // what follows its path when it was left alone, since it is no JSON
  Status error;       // it could not be read or written
  bool is_stale = false;
};

void format_text(const Document& schema, Formatted& file) {
  if (file.before.size() > kMaxFileBytes) {
    file.fault = ": larger than 1 MiB";
    return;
  }
  Document document;
  const std::vector<JsonFault> faults = parse_json(file.before, Dialect::kJson, document);
  if (!faults.empty()) {
    const Position at = LineIndex(file.before).at(faults.front().span.begin);
    file.fault = ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                 faults.front().message;
    return;
  }
  file.after = formatted_like(file.before, document, schema);
  file.is_stale = file.before != file.after;
}

// A link stays, and what it leads to is written.
Formatted format_file(const FmtRequest& request, const Border& border, const Document& schema,
                      const std::string& path) {
  Formatted file;
  const Result<FilePlace> place = border.find(path, Border::By::kPerson);
  Result<std::string> text = place ? read_file(*place, kMaxFileBytes) : place.error();
  if (!text) {
    file.error = text.error();
    return file;
  }
  file.before = std::move(*text);
  format_text(schema, file);
  if (!file.is_stale || request.check || request.diff) return file;
  file.error = write_file(*place, [&](std::ostream& out) { out << file.after; });
  return file;
}

// The files that a person named, each once, in order. What kbc.json excludes stays as it is, by
// whatever name it comes: a hook hands over every file of a commit.
class NamedFiles {
 public:
  explicit NamedFiles(const Config& config) : config_(config), root_(real_path(config.root)) {}

  Status add(const std::string& path) {
    if (Status unfit = check_file_name(path)) return unfit;
    std::error_code failed;
    const bool is_folder = fs::is_directory(path, failed);
    // A folder around the entries stands for them; other JSON in it is somebody else's.
    if (is_folder && below(real_path(path), real_path(config_.entries))) return add_entries();
    const std::string no_entry = what_is_no_entry(config_, is_folder ? path + "/any.json" : path);
    if (!no_entry.empty() && fs::exists(fs::symlink_status(path, failed))) {
      report_trouble(path + ": " + no_entry + "; left unchanged");
    } else if (is_folder) {
      return add_folder(path, named_below(root_, path).value_or(""));
    } else {
      files_.push_back(path);
    }
    return {};
  }

  Status add_entries() { return add_folder(config_.entries, config_.entries_name); }

  std::vector<std::string> take() && {
    std::sort(files_.begin(), files_.end());
    files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
    return std::move(files_);
  }

 private:
  // in_root is its place in the knowledge base.
  Status add_folder(const std::string& folder, const std::string& in_root) {
    const std::string prefix = in_root == "." ? "" : in_root + "/";
    const Discovered found = find_entry_files(config_.border, folder, prefix, config_.exclude);
    const std::string note = note_of(found.passed, display_path(folder));
    if (!note.empty()) report_trouble(note);
    for (const std::string& path : found.paths) files_.push_back(folder + "/" + path);
    if (!found.errors.empty()) return found.errors.front();
    return {};
  }

  const Config& config_;
  fs::path root_;
  std::vector<std::string> files_;
};

Result<std::vector<std::string>> files_of(const FmtRequest& request, const Config& config) {
  NamedFiles files(config);
  if (request.paths.empty()) {
    if (Status failed = files.add_entries()) return *failed;
  }
  for (const std::string& path : request.paths) {
    if (Status failed = files.add(path)) return *failed;
  }
  return std::move(files).take();
}

// Says what became of the file; gives an ExitCode.
int tell(const FmtRequest& request, const std::string& path, const Formatted& file) {
  if (file.error) return report_trouble(*file.error);
  if (file.fault.empty() && !file.is_stale) return kClean;
  const std::string shown = display_path(path);
  if (!file.fault.empty()) {
    report_trouble(shown + file.fault + "; left unchanged");
    return kFindings;
  }
  if (request.diff) {
    print_diff(unified_diff(shown, file.before, file.after), standard_output());
  } else if (request.check) {
    standard_output() << shown << '\n';
  } else if (!request.quiet) {
    standard_output() << shown << ": formatted\n";
  }
  return request.check || request.diff ? kFindings : kClean;
}

int format_input(const FmtRequest& request, const Document& schema) {
  Formatted file;
  file.before = *request.text;
  format_text(schema, file);
  if (file.fault.empty() && !request.check && !request.diff) {
    data_output() << file.after;
    return kClean;
  }
  return tell(request, "<stdin>", file);
}

// Of one knowledge base, which the request names.
int fmt_base(const FmtRequest& request) {
  const Result<Config> config = load_config(request.base);
  if (!config) return report_trouble(config.error());
  Document schema;
  parse_json(config->schema_text, Dialect::kJson, schema);
  if (request.text) return format_input(request, schema);
  const Result<std::vector<std::string>> files = files_of(request, *config);
  if (!files) return report_trouble(files.error());
  std::vector<Formatted> results(files->size());
  parallel_for(files->size(), request.jobs, [&](std::size_t index, unsigned) {
    results[index] = format_file(request, config->border, schema, (*files)[index]);
    if (request.diff && results[index].is_stale) return;
    // Texts that nobody is shown.
    std::string().swap(results[index].before);
    std::string().swap(results[index].after);
  });
  int status = kClean;
  for (std::size_t index = 0; index < results.size(); ++index) {
    status = std::max(status, tell(request, (*files)[index], results[index]));
  }
  return status;
}

}  // namespace

int fmt(const FmtRequest& request) {
  NamedBases named = bases_of(request.base, request.paths);
  int status = report_errors(named.errors, kClean);
  for (NamedBase& base : named.bases) {
    FmtRequest one = request;
    one.base = std::move(base.choice);
    one.paths = std::move(base.paths);
    status = std::max(status, fmt_base(one));
  }
  return status;
}

}  // namespace kbc
