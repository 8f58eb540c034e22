#include "messages/update_tests.h"

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "os/write_file.h"
#include "output/json_writer.h"

namespace kbc {
namespace {

std::string found_literal(const TestRun& run, const Verdict& verdict) {
  if (verdict.answers.empty()) return "null";
  std::ostringstream out;
  JsonWriter(out).string(run.index->at(verdict.answers.front().entry)->id());
  return std::move(out).str();
}

}  // namespace

Result<std::size_t> update_tests(const Border& border, const TestRun& run) {
  std::size_t updated = 0;
  for (auto at = run.verdicts.begin(); at != run.verdicts.end();) {
    const FileId file = at->test->file;
    const std::string_view text = run.files->sources.text(file);
    std::string now;
    std::size_t copied = 0;
    for (; at != run.verdicts.end() && at->test->file == file; ++at) {
      const Span span = at->test->expect_span;
      if (at->has_passed() || at->test->wanted == Wanted::kAnything) continue;
      const std::string literal = found_literal(run, *at);
      if (literal == text.substr(span.begin, span.size())) continue;
      now.append(text.substr(copied, span.begin - copied)).append(literal);
      copied = span.end;
      ++updated;
    }
    if (copied == 0) continue;
    now.append(text.substr(copied));
    const std::string& path = run.files->sources[file].file;
    const Status failed = write_output(border, path, [&](std::ostream& out) { out << now; });
    if (failed) return *failed;
  }
  return updated;
}

}  // namespace kbc
