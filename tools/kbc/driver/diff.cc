#include "driver/diff.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "compare/accepted.h"
#include "compare/compare_entries.h"
#include "compare/compare_messages.h"
#include "compare/compare_names.h"
#include "compare/compare_schemas.h"
#include "driver/compared_side.h"
#include "driver/line_reader.h"
#include "driver/trouble.h"
#include "load/discover.h"
#include "match/matcher.h"
#include "messages/test_files.h"
#include "os/input.h"
#include "text/number_text.h"

namespace kbc {
namespace {

constexpr std::size_t kMostAcceptedBytes = std::size_t{16} << 20;

// The two knowledge bases of a run.
struct Sides {
  OpenSide before, now;
};

// Message tests that the configurations of the sides lead to: what is in the working tree. For a
// revision these are those of the knowledge base around it.
Status find_tests(const Sides& sides, TestFiles& files) {
  std::vector<std::string> seen;
  for (const OpenSide* side : {&sides.before, &sides.now}) {
    if (!side->config) continue;
    const std::string root = display_path(side->config->root);
    if (std::find(seen.begin(), seen.end(), root) != seen.end()) continue;
    seen.push_back(root);
    const Result<std::vector<std::string>> found = find_test_files(*side->config);
    if (!found) return found.error();
    Status failed = read_test_files(side->config->border, Border::By::kEntry, *found, files);
    if (failed) return failed;
  }
  return {};
}

Status add_tests(const DiffRequest& request, const Sides& sides, MessageComparison& messages) {
  TestFiles files;
  Status failed = request.tests.empty()
                      ? find_tests(sides, files)
                      : read_test_files({}, Border::By::kPerson, request.tests, files);
  if (failed) return failed;
  for (const MessageTest& test : files.tests) messages.add(test.message, test.expect);
  return {};
}

Status add_log(const std::string& path, MessageComparison& messages) {
  Result<LineReader> reader = LineReader::open(path, LineReader::Wait::kNo);
  if (!reader) return reader.error();
  for (std::string_view line; reader->next(line);) messages.add(line);
  return reader->error().empty() ? Status() : Status(Error{path + ": " + reader->error()});
}

// What both sides find. An index without patterns finds nothing, and is compared by what it says.
Status compare_messages(const DiffRequest& request, const Sides& sides,
                        const BaseComparison& comparison, std::vector<bool>& is_shown,
                        DifferenceReport& report) {
  std::string error;
  const std::optional<Matcher> before = Matcher::over(comparison.before, error);
  const std::optional<Matcher> now =
      before ? Matcher::over(comparison.now, error) : std::optional<Matcher>();
  if (!before || !now) {
    report_trouble((before ? sides.now : sides.before).name + ": " + error +
                   "; messages are not compared");
    return {};
  }
  if (before->case_rule() != now->case_rule()) {
    report.differences.push_back(
        difference(ChangeClass::kRisk, "case-rule-changed", "kbc.json", "case_sensitive",
                   "regexes match " + std::string(name_of(now->case_rule())) +
                       " now, and matched " + std::string(name_of(before->case_rule()))));
  }
  MessageComparison messages(comparison, *before, *now, request.jobs);
  messages.add_own();
  if (Status failed = add_tests(request, sides, messages)) return failed;
  for (const std::string& log : request.logs) {
    if (Status failed = add_log(log, messages)) return failed;
  }
  is_shown = messages.is_shown();
  report.messages = messages.messages();
  std::vector<Difference> found = messages.take();
  std::move(found.begin(), found.end(), std::back_inserter(report.differences));
  return {};
}

Status apply_register(const DiffRequest& request, const Sides& sides,
                      std::vector<Difference>& differences) {
  if (request.accepted.empty()) return {};
  const Border border = sides.now.config ? sides.now.config->border : Border();
  const Result<std::string> text =
      border.read(request.accepted, kMostAcceptedBytes, Border::By::kPerson);
  if (!text) return text.error();
  if (text->size() > kMostAcceptedBytes) return Error{request.accepted + ": larger than 16 MiB"};
  const Result<AcceptedDifferences> accepted = AcceptedDifferences::parse(*text, request.accepted);
  if (!accepted) return accepted.error();
  accepted->apply(differences);
  return {};
}

ComparedSide side_of(const OpenSide& side) {
  const kbx::Index& index = side.open.index();
  return {side.name, index.size(), hexadecimal(index.content_id(), 16)};
}

// The file of an entry on the new side, as the service that has the repository knows it.
std::string file_of(const Config& config, const kbx::Index& index, const std::string& id) {
  if (!index.find(id)) return {};
  SourceSet sources;
  sources.set_home(config.root, config.entries_name, config.around);
  Source source;
  source.path_id = index.find(id)->id();
  source.path = display_path(config.entries + "/" + path_of_id(source.path_id));
  return sources.reported_path(sources.add(std::move(source)));
}

Status compare(const DiffRequest& request, const Sides& sides, DifferenceReport& report) {
  const RemovedIds none;
  const BaseComparison comparison = {
      sides.before.open.index(), sides.now.open.index(),
      sides.now.config ? sides.now.config->removed : none,
      pair_entries(sides.before.open.index(), sides.now.open.index())};
  std::vector<bool> is_shown(comparison.pairs.size());
  if (Status failed = compare_messages(request, sides, comparison, is_shown, report)) {
    return failed;
  }
  compare_names(comparison, report.differences);
  compare_entries(comparison, is_shown, report.differences);
  if (sides.before.config && sides.now.config) {
    compare_schemas(sides.before.config->schema_text, sides.now.config->schema_text,
                    report.differences);
  }
  if (Status failed = apply_register(request, sides, report.differences)) return failed;
  sort(report.differences);
  return {};
}

int show(const DiffRequest& request, const Sides& sides, const DifferenceReport& report) {
  const Border border = sides.now.config ? sides.now.config->border : Border();
  for (const FormatTarget<DifferenceFormat>& target : request.outputs) {
    const Status failed = write_report(
        border, target.path, [&](std::ostream& out) { target.format->render(report, out); });
    if (failed) return report_trouble(*failed);
  }
  const bool fails = std::any_of(report.differences.begin(), report.differences.end(),
                                 [&](const Difference& one) { return report.fails(one); });
  return fails ? kFindings : kClean;
}

}  // namespace

int diff(const DiffRequest& request) {
  if (Status failed = check_targets(request.outputs)) return report_trouble(*failed);
  Result<OpenSide> before = open_side(request.before, request.base);
  if (!before) return report_trouble(before.error());
  Result<OpenSide> now = open_side(request.now, request.base);
  if (!now) return report_trouble(now.error());
  const Sides sides = {std::move(*before), std::move(*now)};
  DifferenceReport report;
  report.before = side_of(sides.before);
  report.now = side_of(sides.now);
  report.fail_on = request.fail_on;
  report.counts_only = request.counts_only;
  report.summary = !request.quiet;
  report.color = request.color;
  if (sides.now.config) {
    report.file_of = [&](const std::string& id) {
      return file_of(*sides.now.config, sides.now.open.index(), id);
    };
  }
  if (Status failed = compare(request, sides, report)) return report_trouble(*failed);
  return show(request, sides, report);
}

}  // namespace kbc
