#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "output/output.h"
#include "output/xml_text.h"
#include "text/printer.h"

// The XML that JUnit's runner made common: there is no standard, so only what every reader of it
// knows is used.

namespace kbc {
namespace {

// Whether findings fail the run, as --fail-on has it.
enum class Verdict : bool { kPasses, kFails };

// One file and what was found in it.
struct Case {
  FileId file = 0;
  std::span<const Diagnostic> findings;
};

// Calls visit with a Case for every entry that was looked at and every other file with findings, in
// the order of the files.
template <typename Visit>
void for_each_case(const RenderedBase& base, Visit visit) {
  std::span<const FileId> entries = *base.entries;
  std::span<const Diagnostic> findings = *base.findings;
  while (!entries.empty() || !findings.empty()) {
    Case one;
    one.file = entries.empty() ? findings.front().place.file : entries.front();
    if (!findings.empty()) one.file = std::min(one.file, findings.front().place.file);
    std::size_t count = 0;
    while (count < findings.size() && findings[count].place.file == one.file) ++count;
    one.findings = findings.first(count);
    findings = findings.subspan(count);
    if (!entries.empty() && entries.front() == one.file) entries = entries.subspan(1);
    visit(one);
  }
}

class JunitRenderer {
 public:
  JunitRenderer(const Rendering& rendering, Printer& out) : rendering_(rendering), out_(out) {}

  void write() {
    visit_cases([this](const Case& one) { count_case(one); });
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         << "<testsuites" << totals() << ">\n"
         << "  <testsuite name=\"kbc validate\"" << totals() << " skipped=\"0\">\n";
    write_properties();
    visit_cases([this](const Case& one) { write_case(one); });
    out_ << "    <system-out>" << escape_xml(summary_line(rendering_.counts)) << "</system-out>\n"
         << "  </testsuite>\n"
         << "</testsuites>\n";
  }

 private:
  template <typename Visit>
  void visit_cases(Visit visit) {
    for (const RenderedBase& base : rendering_.bases) {
      sources_ = base.sources;
      for_each_case(base, visit);
    }
  }

  Verdict verdict(const Diagnostic& finding) const {
    return finding.severity >= rendering_.fail_on ? Verdict::kFails : Verdict::kPasses;
  }

  bool has(Verdict wanted, const Case& one) const {
    return std::any_of(one.findings.begin(), one.findings.end(),
                       [&](const Diagnostic& finding) { return verdict(finding) == wanted; });
  }

  void count_case(const Case& one) {
    ++tests_;
    if (!(*sources_)[one.file].unreadable.empty()) {
      ++errors_;
    } else if (has(Verdict::kFails, one)) {
      ++failures_;
    }
  }

  std::string totals() const {
    return " tests=\"" + std::to_string(tests_) + "\" failures=\"" + std::to_string(failures_) +
           "\" errors=\"" + std::to_string(errors_) + "\"";
  }

  void write_properties() {
    const Counts& counts = rendering_.counts;
    out_ << "    <properties>\n";
    write_property("errors", counts.errors);
    write_property("warnings", counts.warnings);
    write_property("infos", counts.infos);
    write_property("entries", counts.entries);
    out_ << "    </properties>\n";
  }

  void write_property(std::string_view name, std::size_t value) {
    out_ << "      <property name=\"" << name << "\" value=\"" << value << "\"/>\n";
  }

  void write_case(const Case& one) {
    const Source& source = (*sources_)[one.file];
    const std::string path = escape_xml(source.path);
    // GitLab takes `file` for a path in the repository.
    out_ << "    <testcase classname=\"kbc validate\" name=\"" << path << "\" file=\""
         << escape_xml(sources_->reported_path(one.file)) << '"';
    if (one.findings.empty() && source.unreadable.empty()) {
      out_ << "/>\n";
      return;
    }
    out_ << ">\n";
    if (!source.unreadable.empty()) {
      out_ << "      <error type=\"unreadable\" message=\"" << escape_xml(source.unreadable)
           << "\"/>\n";
    } else if (has(Verdict::kFails, one)) {
      write_failure(one);
    }
    if (has(Verdict::kPasses, one)) {
      out_ << "      <system-out>\n";
      write_lines(one, Verdict::kPasses);
      out_ << "      </system-out>\n";
    }
    out_ << "    </testcase>\n";
  }

  void write_failure(const Case& one) {
    Severity worst = Severity::kOff;
    for (const Diagnostic& finding : one.findings) worst = std::max(worst, finding.severity);
    out_ << "      <failure type=\"" << name_of(worst) << "\" message=\""
         << tally_text(tally(one.findings)) << "\">\n";
    write_lines(one, Verdict::kFails);
    out_ << "      </failure>\n";
  }

  void write_lines(const Case& one, Verdict wanted) {
    for (const Diagnostic& finding : one.findings) {
      if (verdict(finding) != wanted) continue;
      out_ << escape_xml(short_line(finding, *sources_)) << '\n';
    }
  }

  const Rendering& rendering_;
  SourceSet* sources_ = nullptr;  // of the case that is looked at
  Printer& out_;
  std::size_t tests_ = 0;
  std::size_t failures_ = 0;
  std::size_t errors_ = 0;
};

}  // namespace

void render_junit(const Rendering& rendering, std::ostream& out) {
  Printer page(out, Printer::Markup::kXml);
  JunitRenderer(rendering, page).write();
}

}  // namespace kbc
