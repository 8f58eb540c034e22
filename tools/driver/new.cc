#include "driver/new.h"

#include <filesystem>
#include <iostream>
#include <utility>

#include "author/account.h"
#include "author/catalogue.h"
#include "author/error_line.h"
#include "author/judge.h"
#include "author/log_text.h"
#include "author/propose.h"
#include "base/write_file.h"
#include "command/command.h"
#include "config/config.h"
#include "parse/parse.h"
#include "text/date.h"
#include "text/entry_id.h"
#include "text/nearest.h"

namespace kbc {
namespace {

constexpr std::size_t kMostNearest = 3;

// What the steps after reading work with.
struct Work {
  const NewRequest& request;
  const Config& config;
  std::chrono::year_month_day today;
  Document schema;
  std::optional<ErrorLine> error;
  Draft draft;
};

std::string source_of(const NewRequest& request) {
  if (!request.command.empty()) return "the output of `" + request.command + "`";
  return request.from == "-" ? "<stdin>" : request.from;
}

Status read_error(const NewRequest& request, std::optional<ErrorLine>& error) {
  if (request.from.empty() && request.command.empty()) return {};
  const Result<LogText> log =
      request.command.empty() ? read_log(request.from) : log_of_command(request.command);
  if (!log) return log.error();
  error = find_error_line(*log);
  if (error || !request.draft.signature.empty()) return {};
  return Error{source_of(request) + ": " +
               (log->empty() ? "is empty" : "no line reads as an error") +
               "; --signature TEXT says what the error is"};
}

std::string file_of(const Config& config, const std::string& id) {
  return config.entries + "/" + id + ".json";
}

// Why there can be no new entry with this id; nothing when there can.
Status check_id(const Work& work, const Catalogue& catalogue) {
  const std::string& id = work.draft.id;
  if (id.empty()) return Error{"name the entry: `kbc new DOMAIN/SLUG`"};
  if (!is_entry_id(id)) {
    return Error{"`" + id + "` is no id; write DOMAIN/SLUG, lower-case words joined by `-`"};
  }
  if (const auto taken = catalogue.taken(id)) {
    return Error{"`" + id + "` is " + *taken + " already; name the new one: `kbc new DOMAIN/SLUG`"};
  }
  std::error_code failed;
  const auto status = std::filesystem::symlink_status(file_of(work.config, id), failed);
  if (std::filesystem::exists(status)) {
    return Error{display_path(file_of(work.config, id)) + ": is there already"};
  }
  return {};
}

int write_entry(const Work& work, const std::string& text) {
  const std::string path = file_of(work.config, work.draft.id);
  const Judge judge(work.config, work.today, work.request.jobs);
  const std::vector<Judgement> judgements = judge.among_others(text, path);
  if (Status failed = write_new_file(path, [&](std::ostream& out) { out << text; })) {
    return report_trouble(failed->message);
  }
  std::cout << display_path(path) << ": written\n";
  tell_rest(work.draft, judgements, std::cout);
  return has_error(judgements) ? kFindings : kClean;
}

}  // namespace

int new_entry(NewRequest request) {
  const Result<Config> config = load_config(request.kb_folder);
  if (!config) return report_trouble(config.error().message);
  Work work{request, *config, request.today.value_or(today_utc()), {}, {}, request.draft};
  parse_json(config->schema_text, Dialect::kJson, work.schema);
  if (Status failed = read_error(request, work.error)) return report_trouble(failed->message);
  propose(work.error ? &*work.error : nullptr, request.command, *config, work.today, work.draft);
  const std::string& message = work.error ? work.error->message.text : work.draft.signature;
  const std::string& context = work.error ? work.error->context : work.draft.signature;
  const Catalogue catalogue = Catalogue::read(*config, request.jobs, message, context);
  if (work.error) tell_error(*work.error, source_of(request), std::cout);
  if (!message.empty()) {
    tell_nearest(catalogue.nearest(work.draft.signature, kMostNearest), std::cout);
  }
  if (Status failed = check_id(work, catalogue)) return report_trouble(failed->message);
  return write_entry(work, text_of(work.draft, work.schema));
}

}  // namespace kbc
