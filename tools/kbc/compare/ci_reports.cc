#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "compare/difference_report.h"
#include "output/annotation.h"
#include "output/xml_text.h"
#include "text/printable.h"
#include "text/printer.h"
#include "text/ticked.h"

// What services show of a job: annotations of GitHub and JUnit's XML.

namespace kbc {
namespace {

constexpr std::size_t kShownMessages = 5;

std::vector<std::string> detail_lines(const Difference& one) {
  std::vector<std::string> lines;
  if (!one.before.empty() || !one.now.empty()) {
    lines.push_back("old: " + one.before);
    lines.push_back("new: " + one.now);
  }
  for (std::size_t at = 0; at < std::min(kShownMessages, one.messages.size()); ++at) {
    lines.push_back("message: " + ticked(one.messages[at].text, 200));
  }
  if (!one.help.empty()) lines.push_back("help: " + one.help);
  return lines;
}

void write_case(const Difference& one, bool fails, Printer& page) {
  page << "    <testcase classname=\"kbc diff\" name=\""
       << Own{escape_xml(name_of(one) + " " + one.id)} << "\">\n";
  if (fails) {
    page << "      <failure message=\"" << Own{escape_xml(one.text)} << "\">";
  } else {
    page << "      <system-out>" << Own{escape_xml(one.text)};
  }
  for (const std::string& line : detail_lines(one)) page << '\n' << Own{escape_xml(line)};
  page << Own{fails ? "</failure>\n" : "</system-out>\n"} << "    </testcase>\n";
}

}  // namespace

void render_github(const DifferenceReport& report, std::ostream& out) {
  for (const Difference& one : report.differences) {
    // What is for information has no place among ten annotations of each level.
    if (one.is_accepted() || one.severity == Severity::kInfo) continue;
    Annotation annotation{annotation_level(one.severity)};
    if (report.file_of) annotation.file = report.file_of(one.id);
    annotation.title = name_of(one);
    annotation.body = printable(one.id + ": " + one.text);
    for (const std::string& line : detail_lines(one)) annotation.body += '\n' + printable(line);
    write_annotation(annotation, out);
  }
  out << printable(summary_of(report)) << '\n';
}

// A test case for each difference that is more than information; one that passes when there is
// none, since a suite without a case is taken for one that did not run.
void render_junit(const DifferenceReport& report, std::ostream& out) {
  std::vector<const Difference*> cases;
  for (const Difference& one : report.differences) {
    if (report.fails(one) || (!one.is_accepted() && one.severity > Severity::kInfo)) {
      cases.push_back(&one);
    }
  }
  const auto failures = std::count_if(report.differences.begin(), report.differences.end(),
                                      [&](const Difference& one) { return report.fails(one); });
  const std::string totals = " tests=\"" + std::to_string(std::max<std::size_t>(cases.size(), 1)) +
                             "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\"";
  Printer page(out, Printer::Markup::kXml);
  page << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" << Own{totals}
       << ">\n  <testsuite name=\"kbc diff\"" << Own{totals} << " skipped=\"0\">\n";
  for (const Difference* one : cases) write_case(*one, report.fails(*one), page);
  if (cases.empty()) {
    page << "    <testcase classname=\"kbc diff\" name=\"nothing breaks\"/>\n";
  }
  page << "    <system-out>" << Own{escape_xml(summary_of(report))}
       << "</system-out>\n  </testsuite>\n</testsuites>\n";
}

}  // namespace kbc
