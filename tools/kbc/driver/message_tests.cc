#include "driver/message_tests.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/parallel.h"
#include "driver/open_index.h"
#include "driver/trouble.h"
#include "messages/message_matcher.h"
#include "messages/update_tests.h"
#include "text/nearest.h"
#include "text/number_text.h"
#include "text/printer.h"
#include "text/ticked.h"

namespace kbc {
namespace {

// Where the files of a run are, and who has named them.
struct TestPlace {
  Border border;
  Border::By by = Border::By::kPerson;
  std::vector<std::string> paths;
  std::optional<Config> config;
};

Result<TestPlace> place_of(const TestRequest& request) {
  TestPlace place;
  place.paths = request.files;
  // Files and an index that a person names need no knowledge base around them.
  if (!request.files.empty() && !request.index.empty()) return place;
  Result<Config> config = load_config(request.base);
  if (!config) return config.error();
  place.config = std::move(*config);
  place.border = place.config->border;
  if (!request.files.empty()) return place;
  place.by = Border::By::kEntry;
  Result<std::vector<std::string>> found = find_test_files(*place.config);
  if (!found) return found.error();
  place.paths = std::move(*found);
  if (!place.paths.empty()) return place;
  return Error{"no message tests: nothing below " + display_path(place.config->root + "/tests") +
               " has a name that ends in `.kbc-test.ndjson` or `.kbc-test.json`"};
}

// Keeps the tests of the sets. A set that no test has is a slip, and would pass unseen.
Status choose_sets(const std::vector<std::string>& sets, std::vector<MessageTest>& tests) {
  if (sets.empty()) return {};
  std::set<std::string> known;
  for (const MessageTest& test : tests) known.insert(test.set);
  known.erase("");
  for (const std::string& set : sets) {
    if (known.contains(set)) continue;
    const std::vector<std::string_view> names(known.begin(), known.end());
    return Error{"--set: no test has the set " + ticked(set) + did_you_mean(set, names)};
  }
  std::erase_if(tests, [&](const MessageTest& test) {
    return std::find(sets.begin(), sets.end(), test.set) == sets.end();
  });
  return {};
}

std::vector<Verdict> judge_all(const Matcher& matcher, const kbx::Index& index,
                               const std::vector<MessageTest>& tests, unsigned jobs) {
  std::vector<Verdict> verdicts(tests.size());
  std::vector<MessageMatcher> matchers;
  for (unsigned worker = 0; worker < jobs; ++worker) matchers.emplace_back(matcher);
  parallel_for(tests.size(), jobs, [&](std::size_t at, unsigned worker) {
    verdicts[at] = judge(tests[at], index, matchers[worker].answers(tests[at].message));
  });
  return verdicts;
}

// The tests of a run and what became of them.
class Session {
 public:
  Session(const TestRequest& request, const TestPlace& place, const Matcher& matcher,
          const kbx::Index& index)
      : request_(request), place_(place), matcher_(matcher) {
    run_.index = &index;
    run_.summary = !request.quiet;
  }

  Status run() {
    files_ = TestFiles();
    if (place_.config) {
      files_.sources.set_home(place_.config->root, place_.config->entries_name,
                              place_.config->around);
    }
    if (Status failed = read_test_files(place_.border, place_.by, place_.paths, files_)) {
      return failed;
    }
    if (files_.tests.empty()) return Error{"no message tests: the files have none"};
    if (Status failed = choose_sets(request_.sets, files_.tests)) return failed;
    run_.files = &files_;
    run_.verdicts = judge_all(matcher_, *run_.index, files_.tests, request_.jobs);
    return {};
  }

  // Brings the files up to date, and runs them again.
  Status update() {
    const Result<std::size_t> updated = update_tests(place_.border, run_);
    if (!updated) return updated.error();
    if (!request_.quiet) {
      standard_error() << "kbc: " << Own{counted(*updated, "test")} << " updated\n";
    }
    return *updated == 0 ? Status() : run();
  }

  Status show() {
    for (const FormatTarget<TestFormat>& target : request_.outputs) {
      Status failed = write_report(place_.border, target.path,
                                   [&](std::ostream& out) { target.format->render(run_, out); });
      if (failed) return failed;
    }
    return {};
  }

  int status() const {
    const auto all = static_cast<double>(run_.verdicts.size());
    const double passed = all - static_cast<double>(run_.failed());
    return passed >= request_.at_least * all ? kClean : kFindings;
  }

 private:
  const TestRequest& request_;
  const TestPlace& place_;
  const Matcher& matcher_;
  TestFiles files_;
  TestRun run_;
};

}  // namespace

int run_message_tests(const TestRequest& request) {
  if (Status failed = check_targets(request.outputs)) return report_trouble(*failed);
  const Result<TestPlace> place = place_of(request);
  if (!place) return report_trouble(place.error());
  const Result<OpenIndex> open =
      open_index(request.index, request.base, Patterns::kPlace, Words::kLeaveOut);
  if (!open) return report_trouble(open.error());
  std::string error;
  const std::optional<Matcher> matcher = Matcher::over(open->index(), error);
  if (!matcher) return report_trouble(request.index + ": " + error);
  Session session(request, *place, *matcher, open->index());
  if (Status failed = session.run()) return report_trouble(*failed);
  if (request.update) {
    if (Status failed = session.update()) return report_trouble(*failed);
  }
  if (Status failed = session.show()) return report_trouble(*failed);
  return session.status();
}

}  // namespace kbc
