#include "author/message.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "author/structured_line.h"
#include "core/re2.h"

namespace kbc {
namespace {

// What may be before a message. A group is the level or, where `names_program`, the program.
struct Prefix {
  const char* regex;
  bool names_program = false;
};

#define KBC_TIME R"(\d{2}:\d{2}:\d{2}(?:[.,]\d+)?)"
#define KBC_DATE_TIME \
  R"(\d{4}[-/]\d{2}[-/]\d{2}[T ])" KBC_TIME R"((?: ?(?:Z|[-+]\d{2}:?\d{2}|UTC|GMT|CES?T))?)"
#define KBC_LEVEL                                                                             \
  "(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|FATAL|CRITICAL|CRIT|ALERT|EMERG|SEVERE|" \
  "PANIC)"

// Tried in this order, again and again until none fits.
constexpr std::array kPrefixes = {
    // journald and syslog: `Nov 24 17:19:59 host program[123]: `
    Prefix{R"((?:[A-Z][a-z]{2} [ \d]\d )" KBC_TIME R"(|)" KBC_DATE_TIME
           R"() [-.\w]+ ([-.@\w/]+)(?:\[\d+\])?: )",
           true},
    // `[2026-11-24 17:19:59] `, a time alone, seconds since the start
    Prefix{R"(\[?)" KBC_DATE_TIME R"(\]?:?\s+)"},
    Prefix{R"(\[?)" KBC_TIME R"(\]?\s+)"},
    Prefix{R"(\[ *\d+\.\d{3,6}\] )"},
    // Apache: `[Tue Nov 24 17:19:59.123456 2026] [core:error] [pid 1:tid 2] `
    Prefix{R"(\[[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} )" KBC_TIME R"( \d{4}\] )"},
    Prefix{R"((?:npm|pnpm|yarn) (ERR!|error) )"},
    Prefix{R"((?:nginx: )?\[(?:\w+:)?((?i:)" KBC_LEVEL R"())\]:?\s+)"},
    Prefix{R"(\[(?:pid \d+(?::tid \d+)?|client [^\]\s]+)\] )"},
    // nginx: `1234#1234: *5 `; Postgres: `[1234] user@database `
    Prefix{R"(\d+#\d+: (?:\*\d+ )?)"},
    Prefix{R"(\[\d+(?:-\d+)?\]:? (?:[-.\w]+@[-.\w]+ )?)"},
    // glog: `E1124 17:19:59.123456    1234 file.go:123] `
    Prefix{R"(([IWEF])\d{4} )" KBC_TIME R"(\s+\d+ [-.\w/]+:\d+\] )"},
    // Containers and build servers: `web-1  | `, `#12 3.456 `, `##[error]`, `[INFO] `, `::error::`
    Prefix{R"(([-.\w]+) +\| )", true},
    Prefix{R"(#\d+ \d+\.\d+ )"},
    Prefix{R"(##\[(error|warning)\])"},
    Prefix{R"(::(error|warning)(?: [^:]*)?::)"},
    // A table of Kubernetes events: `Warning  Failed  3s (x2 over 9s)  kubelet  `
    Prefix{
        R"((?:Warning|Normal)\s+\w+\s+\d+[smhd]\w*(?: \(x\d+ over \w+\))?\s+[-\w]+(?:, [-\w]+)?\s+)"},
    // Loggers of Java and Python: `ERROR 1 --- [main] c.e.Foo : `, `ERROR:root:`, `ERROR [x] `
    Prefix{R"(()" KBC_LEVEL R"()\s+\d+ --- \[[^\]]*\] \S+\s+: )"},
    Prefix{R"(()" KBC_LEVEL R"():[-.\w]+:)"},
    Prefix{R"(()" KBC_LEVEL R"()\s+\[?[-.\w/$]*[./][-.\w/$]*(?::\d+)?\]?(?::| -)\s+)"},
    Prefix{R"(()" KBC_LEVEL R"()\s+\[[^\]]*\](?: [-.\w$]+)?(?::| -)?\s+)"},
    Prefix{R"(\[[-\w#/.: ]*\d[-\w#/.: ]*\] (?:[-.\w$]+ - )?)"},
    // Compilers and tools: `dir/file.c:12:5: `, `file.cs(12,5): `, `/usr/bin/ld: x.o: `
    Prefix{R"((?:[A-Za-z]:)?[^\s:'"()]+\.\w{1,5}:\d+(?::\d+)?: )"},
    Prefix{R"((?:[A-Za-z]:)?[^\s:'"]+\.\w{1,5}\(\d+(?:,\d+)*\): )"},
    Prefix{R"((?:[A-Za-z]:)?[^\s:'"]+\.\w{1,5}:\d+(?::\d+)? - )"},
    Prefix{R"(/[-.\w/]+/(?:ld|collect2|cc1|cc1plus|as)(?:\.\w+)?: )"},
    Prefix{R"([^\s:'"]+\.(?:o|a|so|cc|c|cpp|cxx|rs)(?:\([^)]*\))?:(?:\([^)]*\):)? )"},
    Prefix{R"(\S+: line \d+: )"},
};

struct CompiledPrefix {
  std::unique_ptr<RE2> regex;
  bool names_program;
};

const std::vector<CompiledPrefix>& prefixes() {
  static const std::vector<CompiledPrefix> compiled = [] {
    std::vector<CompiledPrefix> list;
    for (const Prefix& prefix : kPrefixes) {
      list.push_back({std::make_unique<RE2>(prefix.regex), prefix.names_program});
    }
    return list;
  }();
  return compiled;
}

// Takes off one layer. Nothing is a layer that has no message after it.
bool take_prefix(Message& message) {
  for (const CompiledPrefix& prefix : prefixes()) {
    re2::StringPiece rest(message.text);
    std::string group;
    const bool fits = prefix.regex->NumberOfCapturingGroups() == 0
                          ? RE2::Consume(&rest, *prefix.regex)
                          : RE2::Consume(&rest, *prefix.regex, &group);
    if (!fits || rest.empty()) continue;
    if (prefix.names_program) {
      message.program = group;
    } else if (!group.empty()) {
      message.gravity = std::max(message.gravity, gravity_named(group));
    }
    message.text = std::string(rest);
    return true;
  }
  return false;
}

bool take_structure(Message& message) {
  std::optional<Message> inner = message_of_json(message.text);
  if (!inner) inner = message_of_logfmt(message.text);
  if (!inner) return false;
  inner->gravity = std::max(inner->gravity, message.gravity);
  if (inner->program.empty()) inner->program = message.program;
  message = std::move(*inner);
  return true;
}

// An nginx line goes on with who asked for what.
void cut_request(Message& message) {
  const std::size_t at = message.text.find(", client: ");
  if (at != std::string::npos) message.text.resize(at);
}

}  // namespace

#undef KBC_TIME
#undef KBC_DATE_TIME
#undef KBC_LEVEL

Message message_of(const std::string& line) {
  constexpr int kMostLayers = 8;
  Message message;
  message.text = line;
  for (int layer = 0; layer < kMostLayers; ++layer) {
    if (!take_structure(message) && !take_prefix(message)) break;
  }
  cut_request(message);
  const std::size_t begin = message.text.find_first_not_of(" \t");
  if (begin != std::string::npos) message.text.erase(0, begin);
  return message;
}

}  // namespace kbc
