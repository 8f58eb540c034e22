#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "command/command.h"
#include "diagnostic/rule.h"
#include "driver/trouble.h"
#include "output/rule_docs.h"
#include "text/printer.h"

namespace kbc {
namespace {

enum class Format : std::uint8_t { kText, kJson, kMarkdown };

void describe(Format& format, OptionTable& options) {
  options.choice(
      "format", "NAME", "text, json or markdown (everything that `kbc explain` prints)", format,
      {{"text", Format::kText}, {"json", Format::kJson}, {"markdown", Format::kMarkdown}});
}

void print_table(std::ostream& out) {
  std::size_t longest = 0;
  for (const RuleInfo& rule : all_rules()) longest = std::max(longest, rule.name.size());
  for (const RuleInfo& rule : all_rules()) {
    std::string line(rule.name);
    line.resize(longest + 2, ' ');
    line += name_of(rule.severity);
    line.resize(longest + 2 + std::string_view("warning  ").size(), ' ');
    out << line << (rule.has_fix ? "fix  " : "     ") << rule.summary << '\n';
  }
}

int run(Format& format) {
  switch (format) {
    case Format::kText:
      print_table(data_output());
      break;
    case Format::kJson:
      write_rules_json(data_output());
      break;
    case Format::kMarkdown:
      write_rules_markdown(data_output());
      break;
  }
  return kClean;
}

}  // namespace

Command rules_command() {
  return {.begin = [] { return invocation(describe, run); }};
}

}  // namespace kbc
