#include "driver/new.h"

#include <cstdio>
#include <filesystem>
#include <sstream>
#include <utility>

#include "author/account.h"
#include "author/catalogue.h"
#include "author/dialogue.h"
#include "author/error_line.h"
#include "author/judge.h"
#include "author/log_text.h"
#include "author/proof.h"
#include "author/proposals.h"
#include "author/propose.h"
#include "author/rate.h"
#include "author/revise.h"
#include "author/text_editor.h"
#include "config/config.h"
#include "driver/trouble.h"
#include "os/terminal.h"
#include "os/write_file.h"
#include "parse/parse.h"
#include "text/date.h"
#include "text/entry_id.h"
#include "text/printer.h"

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
  std::vector<KnownEntry> nearest;

  // Whether an entry describes the error already.
  bool is_known() const {
    return !nearest.empty() && nearest[0].match == KnownEntry::Match::kMessage;
  }
  std::string path() const {
    return draft.id.empty() ? "" : config.entries + "/" + draft.id + ".json";
  }
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
               (log->empty() ? "is empty" : "no line looks like an error") +
               "; pass the error as --signature TEXT"};
}

std::string file_of(const Config& config, const std::string& id) {
  return config.entries + "/" + id + ".json";
}

// Why there can be no new entry with this id; nothing when there can.
Status check_id(const Work& work, const Catalogue& catalogue) {
  const std::string& id = work.draft.id;
  if (id.empty() && work.draft.domain.empty() && work.error) {
    return Error{
        "nothing in the log tells the domain; pass --domain NAME, or name the entry: `kbc new "
        "DOMAIN/SLUG`"};
  }
  if (id.empty()) return Error{"name the entry: `kbc new DOMAIN/SLUG`"};
  if (!is_entry_id(id)) {
    return Error{"`" + id + "` is not an id; write DOMAIN/SLUG, lower-case words joined by `-`"};
  }
  if (const auto taken = catalogue.taken(id)) {
    return Error{"`" + id + "` is already " + *taken +
                 "; choose another name: `kbc new DOMAIN/SLUG`"};
  }
  std::error_code failed;
  const auto status = std::filesystem::symlink_status(file_of(work.config, id), failed);
  if (std::filesystem::exists(status)) {
    return Error{display_path(file_of(work.config, id)) + ": already exists"};
  }
  return {};
}

// The person who can be asked; null where there is none. Standard input may be the log.
class Terminal {
 public:
  explicit Terminal(const NewRequest& request) {
    if (!request.ask || !is_terminal(StandardStream::kOut)) return;
    if (is_terminal(StandardStream::kIn)) {
      in_ = stdin;
    } else if (request.from == "-") {
      in_ = own_ = open_terminal();
    }
    if (in_ != nullptr) editor_.emplace(in_);
  }
  ~Terminal() {
    editor_.reset();
    if (own_ != nullptr) std::fclose(own_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  LineEditor* editor() { return editor_ ? &*editor_ : nullptr; }

 private:
  std::FILE* in_ = nullptr;
  std::FILE* own_ = nullptr;
  std::optional<LineEditor> editor_;
};

int tell_kept(const std::string& path) {
  standard_output() << "nothing was written; the text is in " << path << '\n';
  return kFindings;
}

int keep_draft(const Work& work) {
  const Result<KeptText> kept = KeptText::keep("new", text_of(work.draft, work.schema));
  if (!kept) return report_trouble(kept.error());
  return tell_kept(kept->path());
}

Status write_entry(const Config& config, const std::string& id, const std::string& text) {
  const std::string path = file_of(config, id);
  const Result<FilePlace> place =
      config.border.output(path, Border::By::kEntry, Border::Missing::kIsMade);
  if (!place) return place.error();
  if (Status failed = write_new_file(*place, [&](std::ostream& out) { out << text; })) {
    return failed;
  }
  standard_output() << display_path(path) << ": written\n";
  return {};
}

// The way through the author's editor.
int edit_and_write(Work& work, const Catalogue& catalogue, const Judge& judge, Dialogue* dialogue) {
  const Result<KeptText> kept = KeptText::keep("new", text_of(work.draft, work.schema));
  if (!kept) return report_trouble(kept.error());
  standard_output().flush();
  const Result<Revision> revision = revise(*kept, judge, work.config, work.schema, dialogue);
  const auto fail = [&](const std::string& why) {
    return report_trouble(why + "\nthe text is in " + kept->path());
  };
  if (!revision) return fail(revision.error().message);
  if (!revision->is_wanted) {
    if (dialogue == nullptr) tell_findings(revision->judgements, standard_output());
    return tell_kept(kept->path());
  }
  work.draft.id = revision->id;
  if (Status taken = check_id(work, catalogue)) return fail(taken->message);
  if (Status failed = write_entry(work.config, revision->id, revision->text)) {
    return fail(failed->message);
  }
  kept->remove();
  tell_findings(revision->judgements, standard_output());
  return has_error(revision->judgements) ? kFindings : kClean;
}

int judge_and_write(Work& work, const Catalogue& catalogue, const Judge& judge,
                    Dialogue* dialogue) {
  if (work.request.edit) return edit_and_write(work, catalogue, judge, dialogue);
  if (Status failed = check_id(work, catalogue)) {
    report_trouble(*failed);
    if (dialogue != nullptr) return keep_draft(work);
    if (work.error && work.draft.id.empty())
      keep_draft(work);  // what was found out about it is not lost
    return kTrouble;
  }
  const std::string text = text_of(work.draft, work.schema);
  const std::vector<Judgement> judgements =
      judge.among_others(text, file_of(work.config, work.draft.id));
  if (Status failed = write_entry(work.config, work.draft.id, text)) {
    report_trouble(*failed);
    if (dialogue != nullptr) keep_draft(work);
    return kTrouble;
  }
  tell_rest(work.draft, judgements, standard_output());
  return has_error(judgements) ? kFindings : kClean;
}

// Why there is nothing to do, when an entry describes the error already.
int tell_known(const Work& work) {
  standard_output() << "nothing was written: `" << work.nearest[0].id
                    << "` describes the error already; --anyway writes another entry\n";
  return kFindings;
}

int ask_and_write(Work& work, const Catalogue& catalogue) {
  const Judge judge(work.config, work.today, work.request.jobs);
  Terminal terminal(work.request);
  const bool is_in_question = work.is_known() && !work.request.anyway;
  if (terminal.editor() == nullptr) {
    return is_in_question ? tell_known(work) : judge_and_write(work, catalogue, judge, nullptr);
  }
  Dialogue dialogue(*terminal.editor(), work.config, judge, work.schema, work.request.draft);
  if (is_in_question &&
      dialogue.choose("an entry already exists for this error; write another one? [y/n] ", "yn",
                      'n') != 'y') {
    standard_output() << "nothing was written\n";
    return kClean;
  }
  if (dialogue.ask_all(work.draft) == Course::kStop) {
    standard_output() << '\n';
    return keep_draft(work);
  }
  return judge_and_write(work, catalogue, judge, &dialogue);
}

std::optional<Proof> proof_of(const Work& work) {
  if (!work.error || work.draft.regex.empty()) return {};
  return prove(work.draft.regex, work.error->message.text, work.config.case_rule);
}

bool is_generic(const Work& work) {
  const bool is_given = !work.request.draft.regex.empty();
  return !is_given && !work.draft.signature.empty() && is_generic(work.draft, work.config);
}

// What is found out, for people.
void tell_findings_of(const Work& work) {
  Printer& out = standard_output();
  if (work.error) tell_error(*work.error, source_of(work.request), out);
  if (const auto proof = proof_of(work)) tell_proof(*proof, out);
  if (work.error || !work.draft.signature.empty()) tell_nearest(work.nearest, out);
  if (!is_generic(work)) return;
  if (work.draft.regex.empty()) {
    out << "any error could have this message: a regex needs more than its words; give --regex\n\n";
  } else {
    out << "the message has few words of its own: the regex may match other errors too\n\n";
  }
}

// What programs are told of it; views the work.
Proposals proposals_of(const Work& work) {
  const Judge judge(work.config, work.today, work.request.jobs);
  const std::string path = work.path();
  std::string text = text_of(work.draft, work.schema);
  std::vector<Judgement> judgements = judge.among_others(text, path);
  return {work.error,       work.draft,    path.empty() ? "" : display_path(path),
          std::move(text),  work.nearest,  std::move(judgements),
          is_generic(work), proof_of(work)};
}

int show_only(const Work& work) {
  const Proposals proposals = proposals_of(work);
  const bool is_whole = !has_error(proposals.judgements);
  if (work.request.format == NewRequest::Format::kJson) {
    JsonWriter json(data_output());
    write_json(proposals, json);
    data_output() << '\n';
  } else {
    tell_findings_of(work);
    data_output() << proposals.text;
    tell_rest(work.draft, proposals.judgements, standard_output());
  }
  const bool is_in_question = work.is_known() && !work.request.anyway;
  return is_whole && !is_in_question ? kClean : kFindings;
}

void take_rates(Draft& draft) {
  for (const DraftField& field : draft_fields()) {
    if (field.value == DraftField::Value::kRate) draft.*field.text = rate_of(draft.*field.text);
  }
}

Work begin(const NewRequest& request, const Config& config) {
  Work work{request, config, request.today.value_or(Today::now().day), {}, {}, request.draft, {}};
  take_rates(work.draft);
  parse_json(config.schema_text, Dialect::kJson, work.schema);
  return work;
}

// What the error says of its entry, and what there is about it already.
Status find_out(const Catalogue& known, Work& work) {
  const NewRequest& request = work.request;
  propose(work.error ? &*work.error : nullptr, request.command, work.config, work.today,
          work.draft);
  if (!request.draft.id.empty()) {
    if (Status failed = check_id(work, known)) return failed;
  }
  const std::string& message = work.error ? work.error->message.text : work.draft.signature;
  const std::string& context = work.error ? work.error->context : work.draft.signature;
  if (!message.empty()) {
    work.nearest = known.nearest(message, context, work.draft.signature, kMostNearest);
  }
  return {};
}

}  // namespace

Result<std::string> draft_of_log(const NewRequest& request, std::string_view log) {
  const Result<Config> config = load_config(request.base);
  if (!config) return config.error();
  Work work = begin(request, *config);
  LogText text;
  text.append(log);
  work.error = find_error_line(text);
  if (!work.error) return Error{"no line looks like an error"};
  const Result<Catalogue> known = Catalogue::read(*config);
  if (!known) return known.error();
  if (Status failed = find_out(*known, work)) return *failed;
  std::ostringstream out;
  {
    JsonWriter json(out);
    write_json(proposals_of(work), json);
  }
  return std::move(out).str();
}

int new_entry(const NewRequest& request) {
  const Result<Config> config = load_config(request.base);
  if (!config) return report_trouble(config.error());
  Work work = begin(request, *config);
  if (Status failed = read_error(request, work.error)) return report_trouble(*failed);
  const Result<Catalogue> known = Catalogue::read(*config);
  if (!known) return report_trouble(known.error());
  if (Status failed = find_out(*known, work)) return report_trouble(*failed);
  if (request.dry_run) return show_only(work);
  tell_findings_of(work);
  return ask_and_write(work, *known);
}

}  // namespace kbc
