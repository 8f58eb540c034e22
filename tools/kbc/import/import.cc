#include "import/import.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "change/open_base.h"
#include "core/parallel.h"
#include "driver/add_name.h"
#include "driver/trouble.h"
#include "import/canon.h"
#include "import/notice.h"
#include "import/report.h"
#include "import/settle.h"
#include "load/discover.h"
#include "load/source.h"
#include "os/border.h"
#include "os/real_path.h"
#include "os/write_file.h"
#include "parse/parse.h"
#include "text/ascii.h"
#include "text/date.h"
#include "text/entry_id.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

using Outcome = ImportedCanon::Outcome;

// Each waits for the disk nearly all of the time, and disks take many writes at once.
constexpr unsigned kWriters = 64;

// Where a checkout of the repository has its canons.
constexpr std::string_view kInCheckout = "/data/canons";

// The canons of a folder: what is an entry by its name and place is one by the same rules.
struct CanonFiles {
  Border border;
  std::string folder;
  Discovered found;
};

Result<CanonFiles> find_canons(const std::string& named) {
  std::error_code failed;
  if (!fs::is_directory(named, failed)) return Error{display_path(named) + ": no such folder"};
  std::string folder = real_path(named).string();
  Result<Border> border = Border::around(folder, {});
  if (!border) return border.error();
  const std::string inner = folder + std::string(kInCheckout);
  if (fs::is_directory(fs::symlink_status(inner, failed))) folder = inner;
  Discovered found = find_entry_files(*border, folder, "", Globs());
  if (found.paths.empty() && found.errors.empty()) {
    return Error{"no canons in " + display_path(named) + ": no file there has a name in `.json`"};
  }
  return CanonFiles{std::move(*border), std::move(folder), std::move(found)};
}

// What is kept of a canon while the others are looked at.
struct Candidate {
  std::string text;
  std::set<std::string> targets;
  std::string domain, category;
};

// One run, phase by phase. Each phase leaves out what cannot go on.
class Import {
 public:
  Import(OpenBase& base, const CanonFiles& files, const ImportRequest& request)
      : base_(base),
        files_(files),
        jobs_(request.jobs),
        today_(request.today.value_or(Today::now().day)),
        known_names_(base.config.taxonomy) {
    report_.folder = display_path(files.folder);
    report_.is_dry = request.is_dry;
    report_.canons.resize(files.found.paths.size());
    candidates_.resize(files.found.paths.size());
  }

  void read() {
    parallel_for(report_.canons.size(), jobs_, [&](std::size_t at, unsigned) { read(at); });
    std::map<std::string_view, std::string_view> paths;
    for (ImportedCanon& canon : report_.canons) {
      if (canon.outcome != Outcome::kImported) continue;
      const auto [first, is_new] = paths.try_emplace(canon.id, canon.path);
      if (is_new) {
        look_for(canon);
      } else {
        leave_out(canon, "has the id `" + canon.id + "`, like " + std::string(first->second));
      }
    }
  }

  // The entries, each checked by itself. What a canon without an entry takes with it are the links
  // to it.
  void settle() {
    offer_names();
    const std::set<std::string> to_come = ids_to_come();
    settle_those(to_come, [](const Candidate&) { return true; });
    const std::set<std::string> left = ids_to_come();
    if (left.size() == to_come.size()) return;
    settle_those(left, [&](const Candidate& candidate) {
      return std::any_of(
          candidate.targets.begin(), candidate.targets.end(),
          [&](const std::string& id) { return to_come.contains(id) && !left.contains(id); });
    });
  }

  // Writes, and checks the entries together meanwhile.
  Status finish() {
    Result<Notice> notice = notice_in(base_.config);
    if (!notice) return notice.error();
    if (report_.count(Outcome::kImported) == 0) return {};
    const std::vector<AddedName> names = new_names();
    const AddedTexts texts = new_texts();
    if (!report_.is_dry) {
      if (!names.empty()) {
        if (Status failed = add_names(base_.config, names)) return failed;
      }
      if (Status failed = write_notice(base_.config, *notice)) return failed;
    }
    tell_files(names, *notice);
    {
      std::jthread writer;
      if (!report_.is_dry) writer = std::jthread([&] { write_entries(); });
      check(texts);
    }
    for (ImportedCanon& canon : report_.canons) canon.entry.text.clear();
    return {};
  }

  const ImportReport& report() const { return report_; }
  // Entries that could not be written.
  const std::vector<Error>& errors() const { return errors_; }

 private:
  static void leave_out(ImportedCanon& canon, std::string reason) {
    canon.outcome = Outcome::kLeftOut;
    canon.reason = std::move(reason);
  }

  void read(std::size_t at) {
    ImportedCanon& canon = report_.canons[at];
    canon.path = files_.found.paths[at];
    const std::string file = files_.folder + "/" + canon.path;
    Result<std::string> text = files_.border.read(file, kMaxFileBytes, Border::By::kEntry);
    if (!text) {
      const std::string& why = text.error().message;
      if (why == leads_out(file).message) return leave_out(canon, "leads out of the folder");
      return leave_out(canon, why.starts_with(file + ": ") ? why.substr(file.size() + 2) : why);
    }
    if (text->size() > kMaxFileBytes) return leave_out(canon, "larger than 1 MiB");
    Candidate& candidate = candidates_[at];
    candidate.text = std::move(*text);
    const Result<Canon> read = Canon::read(candidate.text);
    if (!read) return leave_out(canon, read.error().message);
    canon.id = read->id();
    candidate.targets = read->targets();
    candidate.domain = read->domain();
    candidate.category = read->category();
  }

  // Whether the knowledge base has, or had, such an entry.
  void look_for(ImportedCanon& canon) const {
    const KnowledgeBase& known = base_.analysis.base;
    const EntryRecord* const alias = known.find_alias(canon.id);
    std::error_code failed;
    const std::string file = base_.file_of(canon.id);
    if (known.find(canon.id) != nullptr || fs::exists(fs::symlink_status(file, failed))) {
      canon.outcome = Outcome::kThereAlready;
      canon.reason = display_path(file);
    } else if (alias != nullptr) {
      canon.outcome = Outcome::kThereAlready;
      canon.reason =
          ticked(canon.id, kMaxIdBytes) + " is an alias of " + ticked(alias->id.value, kMaxIdBytes);
    } else if (const std::string* reason = known.find_removed(canon.id)) {
      leave_out(canon, ticked(canon.id, kMaxIdBytes) +
                           " is the id of an entry that was removed: " + *reason);
    }
  }

  // The names that the canons use and the taxonomy lacks count as known, unless a taxonomy that
  // extends another has taken them out.
  void offer_names() {
    Document own;
    parse_json(base_.config.taxonomy_text, Dialect::kJson, own);
    const auto is_taken_out = [&](std::string_view list, std::string_view name) {
      if (own.empty()) return false;
      const std::uint32_t names = own.member(0, list);
      return names != Document::kNoNode && own.member(names, name) != Document::kNoNode;
    };
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
      if (report_.canons[at].outcome != Outcome::kImported) continue;
      const Candidate& candidate = candidates_[at];
      Taxonomy& taxonomy = base_.owned->taxonomy;
      if (is_name(candidate.domain, "-") && !is_taken_out("domains", candidate.domain)) {
        taxonomy.domains.try_emplace(candidate.domain);
      }
      if (is_name(candidate.category, "_-") && !is_taken_out("categories", candidate.category)) {
        taxonomy.categories.try_emplace(candidate.category);
      }
    }
  }

  // Words of lower-case letters and digits with one of the joints between two of them.
  static bool is_name(std::string_view text, std::string_view joints) {
    bool is_in_word = false;
    for (const char c : text) {
      const bool is_of_word =
          is_lower(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c));
      if (!is_of_word && (!is_in_word || joints.find(c) == std::string_view::npos)) return false;
      is_in_word = is_of_word;
    }
    return is_in_word;
  }

  std::set<std::string> ids_to_come() const {
    std::set<std::string> ids;
    for (const ImportedCanon& canon : report_.canons) {
      if (canon.outcome == Outcome::kImported) ids.insert(canon.id);
    }
    return ids;
  }

  // Of the canons that are meant, with links to the entries that will be there.
  void settle_those(const std::set<std::string>& ids,
                    const std::function<bool(const Candidate&)>& is_meant) {
    const Settler settler(base_.config, today_);
    const auto is_known = [&](const std::string& id) {
      return ids.contains(id) || base_.analysis.base.find(id) != nullptr;
    };
    parallel_for(report_.canons.size(), jobs_, [&](std::size_t at, unsigned) {
      if (report_.canons[at].outcome == Outcome::kImported && is_meant(candidates_[at])) {
        settle(at, settler, is_known);
      }
    });
  }

  void settle(std::size_t at, const Settler& settler,
              const std::function<bool(const std::string&)>& is_known) {
    ImportedCanon& canon = report_.canons[at];
    const Result<Canon> read = Canon::read(candidates_[at].text);
    if (!read) return leave_out(canon, read.error().message);
    SettledCanon settled = settler.settle(*read, is_known);
    canon.entry = std::move(settled.entry);
    if (!settled.reason.empty()) leave_out(canon, std::move(settled.reason));
  }

  // Of the names that are not the taxonomy's, those that new entries use.
  std::vector<AddedName> new_names() {
    std::set<std::string> domains, categories;
    for (std::size_t at = 0; at < candidates_.size(); ++at) {
      if (report_.canons[at].outcome != Outcome::kImported) continue;
      domains.insert(candidates_[at].domain);
      categories.insert(candidates_[at].category);
    }
    std::vector<AddedName> names;
    const auto add = [&](const TaxonomyList& list, const std::set<std::string>& used,
                         std::vector<std::string>& told) {
      for (const std::string& name : used) {
        if ((known_names_.*list.of).contains(name)) continue;
        names.push_back({&list, name, ""});
        told.push_back(name);
      }
    };
    add(kTaxonomyLists[0], domains, report_.domains);
    add(kTaxonomyLists[1], categories, report_.categories);
    return names;
  }

  AddedTexts new_texts() const {
    AddedTexts texts;
    for (const ImportedCanon& canon : report_.canons) {
      if (canon.outcome == Outcome::kImported) {
        texts.emplace(path_of_id(canon.id), canon.entry.text);
      }
    }
    return texts;
  }

  void tell_files(const std::vector<AddedName>& names, const Notice& notice) {
    const std::string would = report_.is_dry ? "would have " : "has ";
    if (!names.empty()) {
      report_.files.push_back(display_path(taxonomy_file(base_.config)) + ": " + would +
                              counted(report_.domains.size(), "domain") + " and " +
                              std::to_string(report_.categories.size()) +
                              (report_.categories.size() == 1 ? " category" : " categories") +
                              " more");
    }
    if (!names.empty() && base_.config.taxonomy_path.empty()) {
      report_.files.push_back(display_path(base_.config.path) + ": " +
                              (report_.is_dry ? "would name" : "names") +
                              " that file as its taxonomy");
    }
    report_.files.push_back(display_path(notice.path) + ": " +
                            (notice.is_changed() ? would + "the origin and the licence"
                                                 : "has the origin and the licence already"));
  }

  void write_entries() {
    std::vector<Status> failures(report_.canons.size());
    parallel_for(
        report_.canons.size(), kWriters,
        [&](std::size_t at, unsigned) {
          const ImportedCanon& canon = report_.canons[at];
          if (canon.outcome == Outcome::kImported) failures[at] = write_entry(canon);
        },
        1);
    for (std::size_t at = 0; at < failures.size(); ++at) {
      if (!failures[at]) continue;
      leave_out(report_.canons[at], failures[at]->message);
      errors_.push_back(*failures[at]);
    }
  }

  Status write_entry(const ImportedCanon& canon) const {
    const std::string path = display_path(base_.file_of(canon.id));
    const Result<FilePlace> place =
        base_.config.border.output(path, Border::By::kEntry, Border::Missing::kIsMade);
    if (!place) return place.error();
    return write_new_file(*place, [&](std::ostream& out) { out << canon.entry.text; });
  }

  // What `kbc validate` finds in the new entries.
  void check(const AddedTexts& texts) {
    AnalyseOptions options;
    settle_rules(base_.config, {}, options.rules);
    options.today = Today::exactly(today_);
    options.jobs = jobs_;
    options.texts.added = &texts;
    Analysis analysis = analyse(base_.config, options);
    suppress(base_.config, options.rules, nullptr, analysis);
    std::set<FileId> files;
    for (FileId file = 0; file < analysis.entry_count; ++file) {
      if (texts.contains(path_of_id(analysis.base.entries()[file].get().path_id)))
        files.insert(file);
    }
    std::erase_if(analysis.diagnostics,
                  [&](const Diagnostic& finding) { return !files.contains(finding.place.file); });
    report_.counts = kbc::count(analysis.diagnostics, analysis.sources, files.size());
  }

  OpenBase& base_;
  const CanonFiles& files_;
  unsigned jobs_;
  std::chrono::year_month_day today_;
  Taxonomy known_names_;
  std::vector<Candidate> candidates_;  // by the number of the canon
  ImportReport report_;
  std::vector<Error> errors_;
};

int status_of(const ImportReport& report) {
  const bool is_whole = report.count(Outcome::kLeftOut) == 0 && report.counts.errors == 0;
  return is_whole ? kClean : kFindings;
}

// A full disk has the same to say of thousands of entries, all of which the report has.
int report_unwritten(std::vector<Error> errors, int status) {
  constexpr std::size_t kMostTold = 20;
  const std::size_t count = errors.size();
  errors.resize(std::min(count, kMostTold));
  status = report_errors(errors, status);
  if (count == errors.size()) return status;
  return report_trouble(counted(count - errors.size(), "more entry") + " could not be written");
}

}  // namespace

int import_deadends(const ImportRequest& request) {
  const Result<CanonFiles> files = find_canons(request.folder);
  if (!files) return report_trouble(files.error());
  Result<OpenBase> base = open_base(request.base, request.jobs);
  if (!base) return report_trouble(base.error());
  if (const std::string note = note_of(files->found.passed, display_path(files->folder));
      !note.empty()) {
    report_trouble(note);
  }
  Import run(*base, *files, request);
  run.read();
  run.settle();
  if (Status failed = run.finish()) return report_trouble(*failed);
  if (request.format == ImportRequest::Format::kJson) {
    render_json(run.report(), data_output());
  } else {
    render_text(run.report(), standard_output());
  }
  int status = status_of(run.report());
  status = report_unwritten(run.errors(), status);
  return report_errors(files->found.errors, status);
}

}  // namespace kbc
