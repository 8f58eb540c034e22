#include <algorithm>
#include <cstddef>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "check/registry.h"
#include "config/version.h"
#include "load/line_index.h"
#include "output/fingerprint.h"
#include "output/json_writer.h"
#include "output/output.h"
#include "output/rule_docs.h"
#include "output/sarif_parts.h"
#include "output/worst.h"

namespace kbc {
namespace {

std::string_view level_of(Severity severity) {
  if (severity == Severity::kError) return "error";
  if (severity == Severity::kWarning) return "warning";
  return severity == Severity::kInfo ? "note" : "none";
}

// The words that GitHub knows for the same.
std::string_view problem_severity(Severity severity) {
  return severity == Severity::kInfo ? "recommendation" : level_of(severity);
}

// The examples of a rule as Markdown has them.
std::string fenced(std::string_view json) { return "```json\n" + std::string(json) + "\n```"; }

class SarifRenderer {
 public:
  SarifRenderer(const Rendering& rendering, std::ostream& out)
      : rendering_(rendering), writer_(out) {}

  void write() {
    start_sarif(writer_);
    write_tool();
    write_sarif_conventions(writer_);
    writer_.start_array("results");
    Worst worst(rendering_.counts, rendering_.max_results);
    for (const RenderedBase& base : rendering_.bases) write_results(base, worst);
    writer_.end_array();
    write_omitted();
    end_sarif(writer_);
  }

 private:
  void write_tool() {
    writer_.start_object("tool");
    writer_.start_object("driver");
    writer_.member("name", "kbc");
    writer_.member("version", kVersion);
    if (has_docs()) writer_.member("informationUri", rendering_.docs_url);
    writer_.start_array("rules");
    for (const RuleInfo& rule : all_rules()) write_rule(rule);
    writer_.end_array();
    writer_.end_object();
    writer_.end_object();
  }

  void write_rule(const RuleInfo& rule) {
    writer_.start_object();
    writer_.member("id", rule.name);
    write_sarif_text(writer_, "shortDescription", rule.summary);
    write_sarif_text(writer_, "fullDescription", explanation_of(rule.id).meaning);
    write_help(rule);
    if (has_docs()) {
      writer_.member("helpUri", std::string(rendering_.docs_url) + "/rules.md#" + rule.name);
    }
    writer_.start_object("defaultConfiguration");
    writer_.member("level", level_of(rule.severity));
    writer_.end_object();
    writer_.start_object("properties");
    writer_.start_array("tags");
    writer_.string(rule.group);
    writer_.end_array();
    writer_.member("problem.severity", problem_severity(rule.severity));
    writer_.end_object();
    writer_.end_object();
  }

  bool has_docs() const { return !rendering_.docs_url.empty(); }

  // What `kbc explain` shows.
  void write_help(const RuleInfo& rule) {
    const Explanation& explanation = explanation_of(rule.id);
    const std::string meaning(explanation.meaning);
    const std::string why(explanation.why);
    const std::string fix(explanation.fix);
    std::ostringstream text;
    write_explanation(rule.id, text);
    writer_.start_object("help");
    writer_.member("text", escape_sarif_text(text.str()));
    writer_.member("markdown",
                   escape_sarif_text(meaning + "\n\n**Why it matters.** " + why + "\n\nBad:\n\n" +
                                     fenced(explanation.bad) + "\n\nGood:\n\n" +
                                     fenced(explanation.good) + "\n\n**How to fix it.** " + fix));
    writer_.end_object();
  }

  void write_results(const RenderedBase& base, Worst& worst) {
    sources_ = base.sources;
    fingerprints_.emplace(*sources_);
    for (const Diagnostic& finding : *base.findings) {
      const std::string fingerprint = fingerprints_->next(finding);
      if (worst.takes(finding.severity)) write_result(finding, fingerprint);
    }
  }

  // How many results there was no room for.
  void write_omitted() {
    const std::size_t all = rendering_.counts.findings();
    if (all <= rendering_.max_results) return;
    writer_.start_object("properties");
    writer_.member("findings", all);
    writer_.member("omittedFindings", all - rendering_.max_results);
    writer_.end_object();
  }

  void write_result(const Diagnostic& finding, std::string_view fingerprint) {
    writer_.start_object();
    writer_.member("ruleId", info_of(finding.rule).name);
    writer_.member("ruleIndex", static_cast<std::uint64_t>(finding.rule));
    writer_.member("level", level_of(finding.severity));
    write_sarif_text(writer_, "message", finding.message);
    writer_.start_array("locations");
    write_location(finding.place, nullptr);
    writer_.end_array();
    write_notes(finding);
    writer_.start_object("partialFingerprints");
    writer_.member("kbcFinding/v2", fingerprint);
    writer_.end_object();
    write_fixes(finding);
    if (!finding.help.empty()) {
      writer_.start_object("properties");
      writer_.member("help", finding.help);
      writer_.end_object();
    }
    writer_.end_object();
  }

  void write_notes(const Diagnostic& finding) {
    if (finding.notes().empty()) return;
    writer_.start_array("relatedLocations");
    for (const Note& note : finding.notes()) write_location(note.place, &note.message);
    writer_.end_array();
  }

  void write_location(const Place& place, const CompactText* message) {
    writer_.start_object();
    writer_.start_object("physicalLocation");
    write_artifact_location(place.file);
    write_region("region", place.begin, place.end, place.span);
    writer_.end_object();
    if (!place.pointer.empty()) {
      writer_.start_array("logicalLocations");
      writer_.start_object();
      writer_.member("fullyQualifiedName", place.pointer.text());
      writer_.member("kind", "value");
      writer_.end_object();
      writer_.end_array();
    }
    if (message != nullptr) write_sarif_text(writer_, "message", *message);
    writer_.end_object();
  }

  void write_artifact_location(FileId file) {
    write_sarif_file(sources_->reported_path(file), writer_);
  }

  void write_region(std::string_view name, Position begin, Position end, Span span) {
    writer_.start_object(name);
    writer_.member("startLine", begin.line);
    writer_.member("startColumn", begin.column);
    writer_.member("endLine", end.line);
    writer_.member("endColumn", end.column);
    writer_.member("byteOffset", span.begin);
    writer_.member("byteLength", span.size());
    writer_.end_object();
  }

  void write_fixes(const Diagnostic& finding) {
    if (finding.fix() == nullptr || !is_exact(*finding.fix())) return;
    const Fix& fix = *finding.fix();
    writer_.start_array("fixes");
    writer_.start_object();
    write_sarif_text(writer_, "description", fix.message);
    writer_.start_array("artifactChanges");
    for (std::size_t index = 0; index < fix.edits.size();) index = write_change(fix, index);
    writer_.end_array();
    writer_.start_object("properties");
    writer_.member("safety", name_of(fix.safety));
    writer_.end_object();
    writer_.end_object();
    writer_.end_array();
  }

  // The edits of one file; gives the index of the next file's first.
  std::size_t write_change(const Fix& fix, std::size_t index) {
    const FileId file = fix.edits[index].file;
    writer_.start_object();
    write_artifact_location(file);
    writer_.start_array("replacements");
    for (; index < fix.edits.size() && fix.edits[index].file == file; ++index) {
      write_replacement(fix.edits[index]);
    }
    writer_.end_array();
    writer_.end_object();
    return index;
  }

  void write_replacement(const Edit& edit) {
    const LineIndex& lines = sources_->lines(edit.file);
    writer_.start_object();
    write_region("deletedRegion", lines.at(edit.span.begin), lines.at(edit.span.end), edit.span);
    if (!edit.text.empty()) {
      writer_.start_object("insertedContent");
      writer_.member("text", edit.text);
      writer_.end_object();
    }
    writer_.end_object();
  }

  const Rendering& rendering_;
  SourceSet* sources_ = nullptr;  // of the finding that is written
  std::optional<Fingerprints> fingerprints_;
  JsonWriter writer_;
};

}  // namespace

void render_sarif(const Rendering& rendering, std::ostream& out) {
  SarifRenderer(rendering, out).write();
  out << '\n';
}

}  // namespace kbc
