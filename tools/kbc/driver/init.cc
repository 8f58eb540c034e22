#include "driver/init.h"

#include <filesystem>
#include <utility>

#include "author/editor_schema.h"
#include "config/config.h"
#include "driver/offered_names.h"
#include "driver/trouble.h"
#include "load/discover.h"
#include "os/real_path.h"
#include "os/write_file.h"
#include "show/wrap.h"
#include "text/date.h"
#include "text/printable.h"
#include "text/printer.h"
#include "text/shell_word.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

bool exists(const std::string& path) {
  std::error_code failed;
  return fs::exists(fs::symlink_status(path, failed));
}

// Writes what is not there, and keeps what somebody has to add to the rest.
class Writer {
 public:
  explicit Writer(const Border& border) : border_(border) {}

  Status write(const BaseFile& file) {
    const std::string shown = display_path(file.path);
    if (exists(file.path)) {
      standard_output() << shown << ": there already, left as it is\n";
      if (!file.addition.empty()) additions_.emplace_back(shown, file.addition);
      return {};
    }
    const Result<FilePlace> place =
        border_.output(file.path, Border::By::kOperator, Border::Missing::kIsMade);
    if (!place) return place.error();
    if (Status failed = write_new_file(*place, [&](std::ostream& out) { out << file.text; })) {
      return failed;
    }
    standard_output() << shown << ": written\n";
    return {};
  }

  Status write_each(const std::vector<BaseFile>& files) {
    for (const BaseFile& file : files) {
      if (Status failed = write(file)) return failed;
    }
    return {};
  }

  // The texts are kbc's own; a name of a folder in them has no control character.
  void tell_additions() const {
    for (const auto& [shown, text] : additions_) {
      standard_output() << '\n' << shown << " is yours; add this to it:\n\n" << Own{text};
    }
  }

 private:
  const Border& border_;
  std::vector<std::pair<std::string, std::string>> additions_;
};

Result<BasePlan> plan_of(const InitRequest& request) {
  if (has_control(request.folder)) {
    return Error{ticked(request.folder) + ": the path has a control character"};
  }
  BasePlan plan;
  plan.root = real_path(request.folder).string();
  if (plan.root.size() > 1 && plan.root.ends_with('/')) plan.root.pop_back();
  plan.top = working_tree_around(plan.root);
  if (plan.top.empty()) plan.top = plan.root;
  if (plan.top != plan.root) {
    plan.below = fs::path(plan.root).lexically_relative(plan.top).generic_string() + "/";
  }
  if (has_control(plan.below)) {
    return Error{ticked(plan.below) + ": the path has a control character"};
  }
  plan.domains = request.domains;
  plan.has_hook = request.has_hook;
  plan.ci = request.ci;
  plan.today = request.today.value_or(Today::now().day);
  return plan;
}

bool has_entries(const BasePlan& plan, const Border& border) {
  return !find_entry_files(border, plan.root + "/entries", "entries/", {}).paths.empty();
}

Status write_base(const BasePlan& plan, const Border& border, Writer& writer, bool& has_specimen) {
  const std::vector<BaseFile> files = config_files(plan);
  if (Status failed = check_taxonomy("--domain", files.front().text)) return failed;
  if (!has_entries(plan, border)) {
    has_specimen = true;
    if (Status failed = writer.write(first_entry(plan))) return failed;
  }
  return writer.write_each(files);
}

Status write_editor_schema(const BasePlan& plan, Writer& writer) {
  const Result<Config> config = load_config({plan.root, {}, {}});
  if (!config) return config.error();
  const Result<OfferedNames> names = offered_names(*config);
  if (!names) return names.error();
  return writer.write(
      {plan.root + "/" + kEntrySchemaName, editor_schema(config->schema_text, *names), ""});
}

void tell_next(const BasePlan& plan, bool has_specimen) {
  std::vector<std::pair<std::string, std::string>> steps;
  const std::string here = display_path(plan.root);
  if (here != ".") steps.emplace_back("cd " + shell_word(here), "the knowledge base");
  if (working_tree_around(plan.root).empty()) {
    steps.emplace_back("git init", "hooks and continuous integration need it");
  }
  if (plan.has_hook) steps.emplace_back("pre-commit install", "once in every clone");
  if (has_specimen) {
    steps.emplace_back("kbc validate", "passes: change the entry that is there, or delete it");
  }
  steps.emplace_back("kbc new --from build.log", "begins an entry from a log or a message");
  steps.emplace_back("kbc taxonomy add domain NAME", "adds a domain");
  standard_output() << "\nNext:\n" << Own{two_columns(steps)};
  standard_output() << "\nWhen names or entries have been added, `kbc schema --editor --out "
                    << std::string_view(kEntrySchemaName) << "`\ntells editors.\n";
  if (plan.ci != CiService::kNone) {
    standard_output() << "The jobs install the wheel of kbc that the variable KBC_WHEEL of the "
                         "project names:\nits address, or its path in the repository.\n";
  }
}

Status write_all(const BasePlan& plan) {
  std::error_code failed;
  fs::create_directories(plan.root, failed);
  if (failed) return Error{display_path(plan.root) + ": " + failed.message()};
  const Result<Border> border = Border::around(plan.root, {});
  if (!border) return border.error();
  Writer writer(*border);
  bool has_specimen = false;
  if (exists(plan.root + "/" + std::string(kConfigName))) {
    standard_output() << display_path(plan.root + "/" + std::string(kConfigName))
                      << ": there already, left as it is\n";
  } else if (Status error = write_base(plan, *border, writer, has_specimen)) {
    return error;
  }
  if (Status error = writer.write_each(fixed_schemas(plan))) return error;
  if (Status error = write_editor_schema(plan, writer)) return error;
  if (Status error = writer.write_each(surroundings(plan))) return error;
  writer.tell_additions();
  tell_next(plan, has_specimen);
  return {};
}

}  // namespace

int init(const InitRequest& request) {
  const Result<BasePlan> plan = plan_of(request);
  if (!plan) return report_trouble(plan.error());
  if (!plan->domains.empty() && exists(plan->root + "/" + std::string(kConfigName))) {
    return report_trouble(display_path(plan->root) +
                          " is a knowledge base already; `kbc taxonomy add domain NAME` adds a "
                          "domain to it");
  }
  if (Status failed = write_all(*plan)) return report_trouble(*failed);
  return kClean;
}

}  // namespace kbc
