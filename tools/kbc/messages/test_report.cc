#include "messages/test_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "output/annotation.h"
#include "output/json_writer.h"
#include "output/xml_text.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/printer.h"
#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// So much of a message stands in a line.
constexpr std::size_t kShownMessage = 200;
// So many answers are named.
constexpr std::size_t kShownAnswers = 3;

std::string first_line(const std::string& message) {
  return message.substr(0, message.find_first_of("\r\n"));
}

// "found: `a/b` (62), `c/d` (40)"; empty for none.
std::string found_text(const TestRun& run, const Verdict& verdict) {
  std::string text;
  for (std::size_t at = 0; at < std::min(kShownAnswers, verdict.answers.size()); ++at) {
    const Answer& answer = verdict.answers[at];
    text += (at == 0 ? "found: " : ", ") + ticked(run.index->at(answer.entry)->id()) + " (" +
            std::to_string(std::lround(answer.score)) + ")";
  }
  if (verdict.answers.size() > kShownAnswers) {
    text += " and " + std::to_string(verdict.answers.size() - kShownAnswers) + " more";
  }
  return text;
}

// The lines after the fault.
std::vector<std::string> detail_lines(const TestRun& run, const Verdict& verdict) {
  std::vector<std::string> lines = {"message: " + ticked(verdict.test->message, kShownMessage)};
  if (!verdict.test->origin.empty()) lines.push_back("origin: " + verdict.test->origin);
  const std::string found = found_text(run, verdict);
  if (!found.empty()) lines.push_back(found);
  return lines;
}

// By sets, those without a name last, and all of them if they are several.
std::vector<std::pair<std::string, Figures>> figures_of(const TestRun& run) {
  std::map<std::string, Figures> sets;
  Figures all;
  for (const Verdict& verdict : run.verdicts) {
    sets[verdict.test->set].add(verdict);
    all.add(verdict);
  }
  std::vector<std::pair<std::string, Figures>> figures;
  for (auto& [name, set] : sets) {
    if (!name.empty()) figures.emplace_back(name, set);
  }
  const auto unnamed = sets.find("");
  if (!figures.empty() && unnamed != sets.end()) figures.emplace_back("(no set)", unnamed->second);
  if (figures.size() != 1) figures.emplace_back("all", all);
  return figures;
}

std::string summary_of(const TestRun& run) {
  const std::size_t failed = run.failed();
  return std::to_string(run.verdicts.size() - failed) + " passed, " + std::to_string(failed) +
         " failed in " + counted(run.files->sources.size(), "file");
}

void render_text(const TestRun& run, std::ostream& out) {
  Printer page(out);
  for (const Verdict& verdict : run.verdicts) {
    if (verdict.has_passed()) continue;
    const Position& at = verdict.test->begin;
    page << run.files->sources[verdict.test->file].path << ':' << at.line << ':' << at.column
         << ": failed: " << verdict.fault << '\n';
    for (const std::string& line : detail_lines(run, verdict)) page << "  " << line << '\n';
  }
  if (!run.summary) return;
  page << '\n' << Own{figures_head()};
  for (const auto& [name, figures] : figures_of(run)) {
    page << Own{figures_row(printable(name), figures)};
  }
  page << '\n' << Own{summary_of(run)} << '\n';
}

void write_figures(const std::string& set, const Figures& figures, JsonWriter& json) {
  json.start_object();
  json.member("set", set);
  json.member("messages", figures.asked);
  json.key("p_at_1");
  json.real(figures.precision_at_1());
  json.key("p_at_3");
  json.real(figures.precision_at_3());
  json.key("mrr");
  json.real(figures.mean_reciprocal_rank());
  json.member("without", figures.without);
  json.member("false", figures.answered);
  json.end_object();
}

void write_test(const TestRun& run, const Verdict& verdict, JsonWriter& json) {
  const MessageTest& test = *verdict.test;
  json.start_object();
  json.member("file", run.files->sources[test.file].path);
  json.member("line", test.begin.line);
  json.member("column", test.begin.column);
  json.member("message", test.message);
  if (test.wanted == Wanted::kEntry) json.member("expect", test.expect);
  if (test.wanted == Wanted::kNothing) {
    json.key("expect");
    json.null();
  }
  json.member("within", test.within);
  json.start_array("not");
  for (const std::string& id : test.never) json.string(id);
  json.end_array();
  if (!test.origin.empty()) json.member("origin", test.origin);
  if (!test.set.empty()) json.member("set", test.set);
  json.key("passed");
  json.boolean(verdict.has_passed());
  if (!verdict.has_passed()) json.member("fault", verdict.fault);
  if (test.wanted == Wanted::kEntry) json.member("rank", verdict.rank);
  json.start_array("found");
  for (const Answer& answer : verdict.answers) {
    json.start_object();
    json.member("id", run.index->at(answer.entry)->id());
    json.key("score");
    json.number(decimal(answer.score));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void render_json(const TestRun& run, std::ostream& out) {
  {
    JsonWriter json(out);
    json.start_object();
    json.tool();
    json.member("passed", run.verdicts.size() - run.failed());
    json.member("failed", run.failed());
    json.start_array("figures");
    for (const auto& [name, figures] : figures_of(run)) write_figures(name, figures, json);
    json.end_array();
    json.start_array("tests");
    for (const Verdict& verdict : run.verdicts) write_test(run, verdict, json);
    json.end_array();
    json.end_object();
  }
  out << '\n';
}

// The file's path as the service that shows a report knows it.
const std::string& reported(const TestRun& run, const MessageTest& test) {
  return run.files->sources.reported_path(test.file);
}

void write_case(const TestRun& run, const Verdict& verdict, Printer& page) {
  const MessageTest& test = *verdict.test;
  page << "    <testcase classname=\"" << Own{escape_xml(run.files->sources[test.file].path)}
       << "\" name=\"" << test.begin.line << ": " << Own{escape_xml(first_line(test.message))}
       << "\" file=\"" << Own{escape_xml(reported(run, test))} << '"';
  if (verdict.has_passed()) {
    page << "/>\n";
    return;
  }
  page << ">\n      <failure message=\"" << Own{escape_xml(verdict.fault)} << "\">";
  for (const std::string& line : detail_lines(run, verdict)) page << Own{escape_xml(line)} << '\n';
  page << "</failure>\n    </testcase>\n";
}

std::string junit_totals(std::size_t tests, std::size_t failures) {
  return " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
         "\" errors=\"0\"";
}

void render_junit(const TestRun& run, std::ostream& out) {
  Printer page(out, Printer::Markup::kXml);
  page << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
       << Own{junit_totals(run.verdicts.size(), run.failed())} << ">\n";
  for (auto first = run.verdicts.begin(); first != run.verdicts.end();) {
    const FileId file = first->test->file;
    const auto end = std::find_if(first, run.verdicts.end(), [file](const Verdict& verdict) {
      return verdict.test->file != file;
    });
    const auto failed =
        std::count_if(first, end, [](const Verdict& verdict) { return !verdict.has_passed(); });
    page << "  <testsuite name=\"" << Own{escape_xml(run.files->sources[file].path)} << '"'
         << Own{junit_totals(static_cast<std::size_t>(end - first),
                             static_cast<std::size_t>(failed))}
         << " skipped=\"0\">\n";
    for (; first != end; ++first) write_case(run, *first, page);
    page << "  </testsuite>\n";
  }
  page << "</testsuites>\n";
}

void render_github(const TestRun& run, std::ostream& out) {
  for (const Verdict& verdict : run.verdicts) {
    if (verdict.has_passed()) continue;
    Annotation annotation{"error"};
    annotation.file = reported(run, *verdict.test);
    annotation.begin = verdict.test->begin;
    annotation.end = verdict.test->end;
    annotation.title = "kbc test";
    annotation.body = printable(verdict.fault);
    for (const std::string& line : detail_lines(run, verdict)) {
      annotation.body += '\n' + printable(line);
    }
    write_annotation(annotation, out);
  }
  out << summary_of(run) << '\n';
}

}  // namespace

std::size_t TestRun::failed() const {
  return static_cast<std::size_t>(
      std::count_if(verdicts.begin(), verdicts.end(),
                    [](const Verdict& verdict) { return !verdict.has_passed(); }));
}

const std::vector<TestFormat>& test_formats() {
  static const std::vector<TestFormat> formats = {{"text", render_text},
                                                  {"json", render_json},
                                                  {"junit", render_junit},
                                                  {"github", render_github}};
  return formats;
}

}  // namespace kbc
