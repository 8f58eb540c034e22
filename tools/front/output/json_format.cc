#include <algorithm>
#include <string_view>

#include "load/line_index.h"
#include "output/json_writer.h"
#include "output/output.h"

// docs/output-formats.md describes the document.

namespace kbc {
namespace {

constexpr std::uint64_t kDocumentVersion = 1;

class JsonRenderer {
 public:
  explicit JsonRenderer(std::ostream& out) : writer_(out) {}

  void write(const Rendering& rendering) {
    writer_.start_object();
    writer_.member("version", kDocumentVersion);
    writer_.tool();
    write_counts(rendering.counts);
    if (rendering.earlier) {
      writer_.start_object("earlier");
      write_tally(*rendering.earlier);
      writer_.end_object();
    }
    if (rendering.statistics) write_statistics(rendering.counts);
    writer_.start_array("findings");
    for (const RenderedBase& base : rendering.bases) {
      sources_ = base.sources;
      for (const Diagnostic& finding : *base.findings) write_finding(finding);
    }
    writer_.end_array();
    writer_.end_object();
  }

 private:
  void write_counts(const Counts& counts) {
    writer_.start_object("counts");
    write_tally(counts);
    writer_.member("entries", counts.entries);
    writer_.end_object();
  }

  void write_tally(const Tally& tally) {
    writer_.member("errors", tally.errors);
    writer_.member("warnings", tally.warnings);
    writer_.member("infos", tally.infos);
  }

  void write_statistics(const Counts& counts) {
    writer_.start_object("statistics");
    writer_.start_object("rules");
    for (const RuleInfo& rule : all_rules()) {
      write_row(rule.name, counts.by_rule[static_cast<std::size_t>(rule.id)]);
    }
    writer_.end_object();
    writer_.start_object("domains");
    for (const auto& [domain, found] : counts.by_domain) write_row(domain, found);
    writer_.end_object();
    writer_.end_object();
  }

  void write_row(std::string_view name, const Tally& found) {
    if (found.findings() == 0) return;
    writer_.start_object(name);
    write_tally(found);
    writer_.end_object();
  }

  void write_finding(const Diagnostic& finding) {
    writer_.start_object();
    writer_.member("rule", info_of(finding.rule).name);
    writer_.member("severity", name_of(finding.severity));
    writer_.member("message", finding.message);
    write_place(finding.place);
    if (!finding.help.empty()) writer_.member("help", finding.help);
    if (!finding.notes().empty()) write_notes(finding);
    if (finding.fix() != nullptr && is_exact(*finding.fix())) {
      write_fix(*finding.fix());
    }
    writer_.end_object();
  }

  void write_place(const Place& place) {
    writer_.member("path", (*sources_)[place.file].path);
    writer_.member("pointer", place.pointer.text());
    write_range(place.begin, place.end, place.span);
  }

  void write_range(Position begin, Position end, Span span) {
    writer_.start_object("range");
    write_position("start", begin, span.begin);
    write_position("end", end, span.end);
    writer_.end_object();
  }

  void write_position(std::string_view name, Position position, std::uint32_t offset) {
    writer_.start_object(name);
    writer_.member("line", position.line);
    writer_.member("column", position.column);
    writer_.member("offset", offset);
    writer_.end_object();
  }

  void write_notes(const Diagnostic& finding) {
    writer_.start_array("notes");
    for (const Note& note : finding.notes()) {
      writer_.start_object();
      writer_.member("message", note.message);
      write_place(note.place);
      writer_.end_object();
    }
    writer_.end_array();
  }

  void write_fix(const Fix& fix) {
    writer_.start_object("fix");
    writer_.member("message", fix.message);
    writer_.member("safety", name_of(fix.safety));
    writer_.start_array("edits");
    for (const Edit& edit : fix.edits) {
      writer_.start_object();
      writer_.member("path", (*sources_)[edit.file].path);
      const LineIndex& lines = sources_->lines(edit.file);
      write_range(lines.at(edit.span.begin), lines.at(edit.span.end), edit.span);
      writer_.member("text", edit.text);
      writer_.end_object();
    }
    writer_.end_array();
    writer_.end_object();
  }

  SourceSet* sources_ = nullptr;  // of the finding that is written
  JsonWriter writer_;
};

}  // namespace

void render_json(const Rendering& rendering, std::ostream& out) {
  JsonRenderer(out).write(rendering);
  out << '\n';
}

}  // namespace kbc
