#include "analysis/repair.h"

#include <utility>

#include "format/line_diff.h"
#include "load/source.h"
#include "os/write_file.h"
#include "parse/parse.h"
#include "text/printable.h"

namespace kbc {
namespace {

// Far more than any entry needs; each costs an analysis of what it changes.
constexpr std::size_t kMostRounds = 100;

std::size_t count_json_faults(std::string_view text) {
  Document document;
  return parse_json(text, Dialect::kJson, document).size();
}

std::string told(const Diagnostic& finding, const SourceSet& sources) {
  const Place& place = finding.place;
  std::string line = printable(sources[place.file].path) + ": fixed " + info_of(finding.rule).name;
  if (!place.pointer.empty()) line += " at " + printable(place.pointer.text());
  return line + ": " + printable(finding.fix()->message);
}

}  // namespace

bool Repairs::mend(Analysis& analysis) {
  if (rounds_++ == kMostRounds) return false;
  std::set<FileId> closed;
  for (FileId file = 0; file < analysis.sources.size(); ++file) {
    if (file >= analysis.entry_count || analysis.sources[file].too_large) closed.insert(file);
  }
  for (;;) {
    const ChosenFixes chosen = choose_fixes(analysis.diagnostics, most_, closed);
    if (chosen.findings.empty()) return false;
    Round round = texts_after(chosen, analysis);
    const std::set<FileId> bad = spoilt(round, analysis);
    if (!bad.empty()) {
      closed.insert(bad.begin(), bad.end());
      continue;
    }
    for (const Diagnostic* finding : chosen.findings) {
      done_.push_back(told(*finding, analysis.sources));
    }
    keep(std::move(round), analysis);
    return true;
  }
}

Repairs::Round Repairs::texts_after(const ChosenFixes& chosen, Analysis& analysis) const {
  Round round;
  for (const auto& [file, edits] : chosen.edits) {
    const std::string_view text = analysis.sources.text(file);
    // A file that was put away and is another now is left alone.
    const bool is_there = text.size() == analysis.sources[file].size;
    round.emplace(file, is_there ? apply_edits(text, edits) : std::string());
  }
  return round;
}

// The files whose texts would be worse than before, or not new: those of fixes that undo others.
std::set<FileId> Repairs::spoilt(const Round& round, Analysis& analysis) const {
  std::set<FileId> bad;
  for (const auto& [id, text] : round) {
    const std::string_view before = analysis.sources.text(id);
    const auto file = files_.find(analysis.sources[id].path);
    const bool is_old =
        text == before || (file != files_.end() && file->second.seen.contains(text));
    if (is_old || text.empty() || text.size() > kMaxFileBytes ||
        count_json_faults(text) > count_json_faults(before)) {
      bad.insert(id);
    }
  }
  return bad;
}

void Repairs::keep(Round round, Analysis& analysis) {
  mended_.clear();
  for (auto& [id, text] : round) {
    mended_.push_back(id);
    const Source& source = analysis.sources[id];
    const auto [at, is_new] = files_.try_emplace(source.path);
    File& file = at->second;
    if (is_new) {
      file.name = source.file;
      file.before = analysis.sources.text(id);
      file.seen.insert(file.before);
    }
    file.seen.insert(text);
    edited_[source.path] = std::move(text);
  }
}

std::string Repairs::diff() const {
  std::string diff;
  for (const auto& [path, file] : files_) {
    diff += unified_diff(path, file.before, edited_.at(path));
  }
  return diff;
}

std::vector<Error> Repairs::write(const Border& border) const {
  std::vector<Error> errors;
  for (const auto& [path, mended] : files_) {
    const File& file = mended;
    const std::string& text = edited_.at(path);
    // A link stays, and what it leads to is written.
    const Result<FilePlace> place = border.find(file.name, Border::By::kEntry);
    if (!place) {
      errors.push_back(place.error());
    } else if (!holds(*place, [&](std::ostream& out) { out << file.before; })) {
      errors.push_back({path + ": changed during the check; left unchanged"});
    } else if (Status failed = write_file(*place, [&](std::ostream& out) { out << text; })) {
      errors.push_back(*failed);
    }
  }
  return errors;
}

}  // namespace kbc
