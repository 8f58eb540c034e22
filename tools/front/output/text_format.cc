#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "load/line_index.h"
#include "load/source.h"
#include "output/excerpt.h"
#include "output/output.h"
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
    std::size_t hidden = 0;
    std::size_t room = rendering_.max_findings;
    for (const RenderedBase& base : rendering_.bases) {
      sources_ = base.sources;
      const std::size_t shown = std::min(room, base.findings->size());
      for (std::size_t at = 0; at < shown; ++at) render_finding((*base.findings)[at]);
      room -= shown;
      hidden += base.findings->size() - shown;
    }
    if (hidden > 0) out_ << "… and " << counted(hidden, "finding") << " more\n\n";
    if (rendering_.statistics) render_statistics();
    if (rendering_.summary) out_ << summary_line(rendering_.counts) << '\n';
  }

 private:
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

  void render_statistics() {
    for (const RuleInfo& rule : all_rules()) {
      const std::size_t found = rendering_.counts.by_rule[static_cast<std::size_t>(rule.id)];
      if (found == 0) continue;
      const std::string number = std::to_string(found);
      out_ << std::string(number.size() < 8 ? 8 - number.size() : 0, ' ') << number << "  "
           << rule.name << '\n';
    }
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
