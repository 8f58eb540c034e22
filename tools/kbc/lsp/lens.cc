#include "lsp/lens.h"

#include <algorithm>
#include <vector>

#include "lsp/id_places.h"
#include "regex/compiled_regex.h"

namespace kbc {
namespace {

// Those of the knowledge base as they are on disk; of files that cannot be read, none.
TestFiles test_files_of(const Config& config) {
  TestFiles tests;
  const Result<std::vector<std::string>> paths = find_test_files(config);
  if (!paths) return tests;
  for (const std::string& path : *paths) {
    (void)read_test_files(config.border, Border::By::kEntry, {path}, tests);
  }
  return tests;
}

}  // namespace

MatchedMessages matched_messages(const TestFiles& tests, const CompiledRegex& regex) {
  MatchedMessages found;
  found.all = tests.tests.size();
  if (!regex.ok()) return found;
  found.matched = static_cast<std::size_t>(
      std::count_if(tests.tests.begin(), tests.tests.end(),
                    [&](const MessageTest& test) { return regex.matches(test.message); }));
  return found;
}

std::string lens_title(const BaseView& view, FileId file) {
  const EntryRecord& entry = view.entry_of(file);
  const std::size_t linking = linking_entries(view, entry);
  std::string title = std::to_string(linking) + (linking == 1 ? " links here" : " link here");
  // An absent regex would match everything.
  if (entry.regex.value.empty()) return title;
  const TestFiles tests = test_files_of(view.config);
  if (tests.tests.empty()) return title;
  const CompiledRegex regex(entry.regex.value, view.config.case_rule);
  const MatchedMessages messages = matched_messages(tests, regex);
  return title + " · matches " + std::to_string(messages.matched) + " of " +
         std::to_string(messages.all) + " messages";
}

}  // namespace kbc
