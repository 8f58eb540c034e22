#include "import/report.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "output/json_writer.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

using Outcome = ImportedCanon::Outcome;

// So many canons are named; `--format json` names all.
constexpr std::size_t kMostNamed = 20;
// And so many fields, those of the most canons.
constexpr std::size_t kMostFieldsTold = 50;

struct FieldUse {
  std::size_t canons = 0;
  std::size_t values = 0;
};

// By the pointer of the field, with `*` for the elements of lists.
std::map<std::string, FieldUse> fields_without_place(const ImportReport& report) {
  std::map<std::string, FieldUse> fields;
  for (const ImportedCanon& canon : report.canons) {
    std::set<std::string> own;
    for (const std::string& pointer : canon.entry.without_place) {
      const std::string field = field_pointer(pointer);
      ++fields[field].values;
      if (own.insert(field).second) ++fields[field].canons;
    }
  }
  return fields;
}

std::size_t sum_of(const ImportReport& report, std::vector<CanonNote> CanonEntry::*notes) {
  std::size_t count = 0;
  for (const ImportedCanon& canon : report.canons) count += (canon.entry.*notes).size();
  return count;
}

std::string name_of(Outcome outcome, bool is_dry) {
  if (outcome == Outcome::kThereAlready) return "there_already";
  if (outcome == Outcome::kLeftOut) return "left_out";
  return is_dry ? "would_be_written" : "written";
}

std::string in_column(std::size_t number) {
  std::string text = std::to_string(number);
  text.insert(0, text.size() < 8 ? 8 - text.size() : 0, ' ');
  return text;
}

void tell_canons(const ImportReport& report, Outcome outcome, std::string_view head,
                 Printer& page) {
  const std::size_t count = report.count(outcome);
  if (count == 0) return;
  page << '\n' << Own{head} << '\n';
  std::size_t told = 0;
  for (const ImportedCanon& canon : report.canons) {
    if (canon.outcome != outcome) continue;
    if (told++ == kMostNamed) break;
    page << "  " << canon.path << ": " << canon.reason << '\n';
  }
  if (count > kMostNamed) {
    page << "  and " << count - kMostNamed << " more; `--format json` names all\n";
  }
}

void tell_lost(const ImportReport& report, Printer& page) {
  const std::size_t count = sum_of(report, &CanonEntry::lost);
  if (count == 0) return;
  page << "\nvalues that were left out:\n";
  std::size_t told = 0;
  for (const ImportedCanon& canon : report.canons) {
    for (const CanonNote& note : canon.entry.lost) {
      if (told++ < kMostNamed) {
        page << "  " << canon.path << ": " << note.pointer << ": " << note.text << '\n';
      }
    }
  }
  if (count > kMostNamed) {
    page << "  and " << count - kMostNamed << " more; `--format json` names all\n";
  }
}

void tell_fields(const ImportReport& report, Printer& page) {
  const std::map<std::string, FieldUse> all = fields_without_place(report);
  if (all.empty()) return;
  std::vector<std::pair<std::string, FieldUse>> fields(all.begin(), all.end());
  std::stable_sort(fields.begin(), fields.end(), [](const auto& left, const auto& right) {
    return left.second.canons > right.second.canons;
  });
  page << "\nfields that have no place in an entry:\n  canons  values\n";
  for (std::size_t at = 0; at < std::min(fields.size(), kMostFieldsTold); ++at) {
    const auto& [field, use] = fields[at];
    page << Own{in_column(use.canons)} << Own{in_column(use.values)} << "  " << field << '\n';
  }
  if (fields.size() > kMostFieldsTold) {
    page << "  and " << fields.size() - kMostFieldsTold << " more; `--format json` names all\n";
  }
}

void tell_findings(const ImportReport& report, Printer& page) {
  page << '\n'
       << Own{tally_text(report.counts)} << " in "
       << Own{counted(report.counts.entries, "new entry")} << '\n';
  for (const RuleInfo& rule : all_rules()) {
    const Tally& tally = report.counts.by_rule[static_cast<std::size_t>(rule.id)];
    if (tally.findings() > 0) page << Own{in_column(tally.findings())} << "  " << rule.name << '\n';
  }
}

void write_notes(std::string_view name, const std::vector<CanonNote>& notes, JsonWriter& json) {
  json.start_array(name);
  for (const CanonNote& note : notes) {
    json.start_object();
    if (!note.pointer.empty()) json.member("pointer", note.pointer);
    json.member("message", note.text);
    json.end_object();
  }
  json.end_array();
}

void write_texts(std::string_view name, const std::vector<std::string>& texts, JsonWriter& json) {
  json.start_array(name);
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write_canon(const ImportedCanon& canon, bool is_dry, JsonWriter& json) {
  json.start_object();
  json.member("path", canon.path);
  json.key("id");
  if (canon.id.empty()) {
    json.null();
  } else {
    json.string(canon.id);
  }
  json.member("outcome", name_of(canon.outcome, is_dry));
  if (!canon.reason.empty()) json.member("reason", canon.reason);
  if (canon.outcome == Outcome::kImported) {
    write_notes("repaired", canon.entry.repairs, json);
    write_notes("left_out", canon.entry.lost, json);
    write_texts("without_place", canon.entry.without_place, json);
    if (canon.entry.more_without_place > 0) {
      json.member("more_without_place", canon.entry.more_without_place);
    }
  }
  json.end_object();
}

void write_counts(const ImportReport& report, JsonWriter& json) {
  json.start_object("counts");
  json.member("canons", report.canons.size());
  json.member("imported", report.count(Outcome::kImported));
  json.member("there_already", report.count(Outcome::kThereAlready));
  json.member("left_out", report.count(Outcome::kLeftOut));
  json.member("repairs", sum_of(report, &CanonEntry::repairs));
  json.end_object();
}

void write_findings(const Counts& counts, JsonWriter& json) {
  json.start_object("findings");
  json.member("errors", counts.errors);
  json.member("warnings", counts.warnings);
  json.member("infos", counts.infos);
  json.start_object("by_rule");
  for (const RuleInfo& rule : all_rules()) {
    const Tally& tally = counts.by_rule[static_cast<std::size_t>(rule.id)];
    if (tally.findings() > 0) json.member(rule.name, tally.findings());
  }
  json.end_object();
  json.end_object();
}

}  // namespace

std::size_t ImportReport::count(Outcome outcome) const {
  return static_cast<std::size_t>(
      std::count_if(canons.begin(), canons.end(),
                    [&](const ImportedCanon& canon) { return canon.outcome == outcome; }));
}

void render_text(const ImportReport& report, Printer& page) {
  page << Own{counted(report.canons.size(), "canon")} << ": " << report.count(Outcome::kImported)
       << " imported, " << report.count(Outcome::kThereAlready) << " there already, "
       << report.count(Outcome::kLeftOut) << " left out\n";
  for (const std::string& line : report.files) page << line << '\n';
  if (const std::size_t repairs = sum_of(report, &CanonEntry::repairs); repairs > 0) {
    page << Own{counted(repairs, "repair")} << "; `--format json` has each\n";
  }
  tell_canons(report, Outcome::kThereAlready, "there already, and left as they are:", page);
  tell_canons(report, Outcome::kLeftOut, "left out:", page);
  tell_lost(report, page);
  tell_fields(report, page);
  if (report.count(Outcome::kImported) > 0) tell_findings(report, page);
  if (report.is_dry) page << "\nnothing was written (--dry-run)\n";
}

void render_json(const ImportReport& report, std::ostream& out) {
  JsonWriter json(out);
  json.start_object();
  json.member("version", std::uint64_t{1});
  json.tool();
  json.member("source", "deadends");
  json.member("folder", report.folder);
  json.key("dry_run");
  json.boolean(report.is_dry);
  write_counts(report, json);
  write_texts("new_domains", report.domains, json);
  write_texts("new_categories", report.categories, json);
  write_texts("files", report.files, json);
  json.start_array("without_place");
  for (const auto& [field, use] : fields_without_place(report)) {
    json.start_object();
    json.member("field", field);
    json.member("canons", use.canons);
    json.member("values", use.values);
    json.end_object();
  }
  json.end_array();
  write_findings(report.counts, json);
  json.start_array("canons");
  for (const ImportedCanon& canon : report.canons) write_canon(canon, report.is_dry, json);
  json.end_array();
  json.end_object();
  out << '\n';
}

}  // namespace kbc
