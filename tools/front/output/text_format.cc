#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/line_index.h"
#include "load/source.h"
#include "output/excerpt.h"
#include "output/output.h"
#include "output/worst.h"
#include "text/number_text.h"
#include "text/printer.h"

namespace kbc {
namespace {

// ANSI escape sequences; empty when there is no color.
struct Palette {
  Own error, warning, info, bold, dim, help, reset;
};
constexpr Palette kPlain = {};
constexpr Palette kColors = {{"\x1b[1;31m"}, {"\x1b[1;33m"}, {"\x1b[1;36m"}, {"\x1b[1m"},
                             {"\x1b[2m"},    {"\x1b[1;32m"}, {"\x1b[0m"}};

Own color_of(Severity severity, const Palette& palette) {
  if (severity == Severity::kError) return palette.error;
  return severity == Severity::kWarning ? palette.warning : palette.info;
}

class TextRenderer {
 public:
  TextRenderer(const Rendering& rendering, Printer& out)
      : rendering_(rendering), out_(out), palette_(rendering.color ? kColors : kPlain) {}

  void render() {
    const std::vector<ShownFinding> shown = shown_findings(rendering_);
    for (const auto& [finding, sources] : shown) {
      sources_ = sources;
      render_finding(*finding);
    }
    render_rest(shown.size());
    if (rendering_.statistics) render_statistics();
    if (rendering_.earlier && rendering_.earlier->findings() > 0) {
      out_ << earlier_line(*rendering_.earlier) << '\n';
    }
    if (!rendering_.summary) return;
    render_failing();
    out_ << summary_line(rendering_.counts) << '\n';
  }

 private:
  // How many findings are not shown, and why.
  void render_rest(std::size_t shown) {
    const std::size_t wanted = rendering_.counts.at_least(rendering_.show);
    const std::size_t below = rendering_.counts.findings() - wanted;
    if (wanted > shown) out_ << "… and " << counted(wanted - shown, "finding") << " more\n";
    if (below > 0) {
      out_ << "… and " << counted(below, "finding") << " less severe than `--show "
           << name_of(rendering_.show) << "`\n";
    }
    if (wanted > shown || below > 0) out_ << '\n';
  }

  // Where others stand between the findings that fail the run and its end, it ends with those.
  void render_failing() {
    const std::size_t failing = rendering_.counts.at_least(rendering_.fail_on);
    if (failing == 0 || failing == rendering_.counts.findings()) return;
    constexpr std::size_t kMostNamed = 5;
    Rendering those = rendering_;
    those.worst_first = true;
    those.show = rendering_.fail_on;
    those.max_findings = kMostNamed;
    out_ << "what fails the run:\n";
    for (const auto& [finding, sources] : shown_findings(those)) {
      out_ << "  " << short_line(*finding, *sources) << '\n';
    }
    if (failing > kMostNamed) out_ << "  … and " << failing - kMostNamed << " more\n";
  }

  void render_finding(const Diagnostic& finding) {
    const Own color = color_of(finding.severity, palette_);
    out_ << palette_.bold << location(finding.place) << ": " << palette_.reset << color
         << name_of(finding.severity) << '[' << info_of(finding.rule).name << ']' << palette_.reset
         << palette_.bold << ": " << finding.message << palette_.reset << '\n';
    render_excerpt(finding.place, color);
    for (const Note& note : finding.notes()) {
      out_ << location(note.place) << ": " << palette_.bold << "note: " << palette_.reset
           << note.message << '\n';
      render_excerpt(note.place, palette_.info);
    }
    if (!finding.help.empty()) trailer("help", finding.help);
    if (const Fix* fix = finding.fix()) {
      trailer(fix->safety == Safety::kSafe ? "fix" : "fix (unsafe)", fix->message);
    }
    out_ << '\n';
  }

  std::string location(const Place& place) const { return location_text(place, *sources_); }

  void render_excerpt(const Place& place, Own color) {
    const std::optional<Excerpt> excerpt = excerpt_at(place);
    if (!excerpt) return;
    const std::string number = std::to_string(place.begin.line);
    out_ << palette_.dim << ' ' << number << " | " << palette_.reset << excerpt->text << '\n'
         << palette_.dim << ' ' << std::string(number.size(), ' ') << " | " << palette_.reset
         << std::string(excerpt->blanks, ' ') << color << '^'
         << std::string(excerpt->marks - 1, '~') << palette_.reset << '\n';
  }

  // Nothing when the file has changed since it was checked.
  std::optional<Excerpt> excerpt_at(const Place& place) {
    const Source& source = (*sources_)[place.file];
    if (!source.put_away) return excerpt_of(source.text, place.span);
    const LineIndex& lines = sources_->lines(place.file);
    if (lines.at(place.span.begin) != place.begin) return {};
    const std::uint32_t start = lines.line_start(place.begin.line);
    return excerpt_of(lines.line(place.begin.line),
                      {place.span.begin - start, place.span.end - start});
  }

  void trailer(std::string_view kind, std::string_view text) {
    out_ << "  " << palette_.help << kind << ": " << palette_.reset << text << '\n';
  }

  // Two tables: rows are rules and domains, columns severities.
  void render_statistics() {
    render_head("rule");
    for (const RuleInfo& rule : all_rules()) {
      const Tally& found = rendering_.counts.by_rule[static_cast<std::size_t>(rule.id)];
      if (found.findings() > 0) render_row(found, rule.name);
    }
    out_ << '\n';
    render_head("domain");
    for (const auto& [domain, found] : rendering_.counts.by_domain) render_row(found, domain);
    out_ << '\n';
  }

  void render_head(std::string_view what) {
    for (const std::string_view column : {"errors", "warnings", "info"}) render_cell(column);
    out_ << "  " << what << '\n';
  }

  void render_row(const Tally& found, std::string_view name) {
    for (const std::size_t number : {found.errors, found.warnings, found.infos}) {
      render_cell(std::to_string(number));
    }
    out_ << "  " << name << '\n';
  }

  void render_cell(std::string_view text) {
    constexpr std::size_t kWidth = 9;
    out_ << std::string(text.size() < kWidth ? kWidth - text.size() : 0, ' ') << text;
  }

  const Rendering& rendering_;
  SourceSet* sources_ = nullptr;  // of the finding that is shown
  Printer& out_;
  const Palette& palette_;
};

}  // namespace

void render_text(const Rendering& rendering, std::ostream& out) {
  Printer page(out);
  TextRenderer(rendering, page).render();
}

}  // namespace kbc
