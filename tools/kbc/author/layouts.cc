// Loggers can be set up to write anything, so that the table has two parts: whole layouts, which
// are the defaults of loggers and what their documentation shows, and the parts that lines are made
// of (a time, a level, a place in the source), which are taken off one after the other from any
// other.
#include "author/layouts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "author/structured_line.h"
#include "core/re2.h"

namespace kbc {
namespace {

#define KBC_CLOCK R"(\d{1,2}:\d{2}:\d{2}(?:[.,:]\d+)?(?: [AP]M)?)"
#define KBC_ZONE "(?: ?(?:Z|[-+]\\d{2}:?\\d{2}|UTC|GMT|CES?T|[EPCM][SD]T))?"
#define KBC_MONTH "[A-Z][a-z]{2}"
// `2026-11-24T17:19:59.123Z`, `24/Nov/2026:17:19:59 +0000`, `11/24/2026, 5:19:59 PM`,
// `Nov 24 17:19:59`, `Tue Nov 24 17:19:59 2026`
#define KBC_STAMP                                                                                \
  "(?:(?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}(?:[T _]|, )|\\d{1,2}[-/]\\d{1,2}[-/](?:\\d{4}|\\d{2}),? |" \
  "\\d{1,2}[- /]" KBC_MONTH "[- /]\\d{4}[: ]|" KBC_MONTH                                         \
  " \\d{1,2}, \\d{4},? )" KBC_CLOCK KBC_ZONE "|(?:" KBC_MONTH " )?" KBC_MONTH                    \
  " [ \\d]\\d " KBC_CLOCK KBC_ZONE "(?: \\d{4})?)"
#define KBC_TIME "(?:" KBC_STAMP "|" KBC_CLOCK ")"
#define KBC_WORDS                                                                              \
  "TRACE|TRCE|TRC|DEBUG|DEBU|DBG|VERBOSE|VRB|INFO|INF|NOTICE|LOG|WARNING|WARN|WRN|ERROR|ERRO|" \
  "ERR|EROR|FATAL|FATA|FTL|CRITICAL|CRIT|ALERT|EMERGENCY|EMERG|SEVERE|PANIC|PANI|PNC|ANY"
#define KBC_LEVEL "(?P<level>" KBC_WORDS ")"
#define KBC_ANY_LEVEL "(?P<level>(?i:" KBC_WORDS "))"
// Names of loggers whose every part begins with a small letter are no classes of errors.
#define KBC_SMALL_NAME R"([a-z_][-\w]*(?:(?:::|\.|/)[a-z_][-\w]*)*)"
#define KBC_PAIRS R"re((?:\s+[A-Za-z_][\w.]*=(?:"(?:[^"\\]|\\.)*"|[^\s"]*))+$)re"

constexpr std::array kLayouts = {
    // Collectors, which put other programs' lines into theirs.
    Layout{"CRI (containerd, CRI-O)", "(?:" KBC_STAMP ") (?:stdout|stderr) [FP] ",
           "2026-11-24T17:19:59.123456789Z stderr F "},
    Layout{
        "RFC 5424",
        R"re((?:<\d{1,3}>1 )\S+ \S+ (?P<program>\S+) \S+ \S+ (?:-|(?:\[(?:[^\]"\\]|\\.|"(?:[^"\\]|\\.)*")*\])+) )re",
        R"(<11>1 2026-11-24T17:19:59.123Z host billing 4242 ID47 [meta@32473 seq="7"] )"},
    Layout{"a level and bars", KBC_LEVEL R"( *\| +(?:[-\w.:]+ +(?:\||-) +)?)",
           "ERROR | billing | "},
    Layout{"Docker Compose", R"((?P<program>[A-Za-z][-.\w]*) +\| )", "web-1  | "},
    Layout{"kubectl logs --prefix", R"(\[pod/[-.\w]+/[-.\w]+\] )", "[pod/web-7d4b9c/web] "},
    Layout{"BuildKit", R"(#\d+ \d+\.\d+ )", "#12 3.456 "},
    Layout{"GitHub Actions", R"((?:##\[(?P<level>error|warning)\]))", "##[error]"},
    Layout{"GitHub Actions, commands", R"(::(?P<level>error|warning)(?: [^:]*)?::)",
           "::error file=a.c,line=3::"},
    Layout{
        "Kubernetes events",
        R"((?:Warning|Normal)\s+\w+\s+\d+[smhd]\w*(?: \(x\d+ over \w+\))?\s+[-\w]+(?:, [-\w]+)?\s+)",
        "Warning  Failed  3s (x2 over 9s)  kubelet  "},
    // Java.
    Layout{"Spring Boot",
           "(?:" KBC_TIME R"(\s+)?)" KBC_LEVEL R"(\s+\d+ --- (?:\[[^\]]*\] ?)+\S+\s+: )",
           "2026-11-24T17:19:59.123+00:00 ERROR 4242 --- [billing] [nio-8080-exec-1] "
           "c.e.billing.LedgerController       : "},
    Layout{"logback and log4j2",
           "(?:" KBC_TIME R"( )?\[[^\]]*\]\s+)" KBC_LEVEL
           R"(\s+[-\w.$/\[\]]+ +(?:\([^)]*\) )?(?:--?|:) )",
           "17:19:59.123 [main] ERROR com.example.billing.Ledger -- "},
    Layout{"log4j2, level first",
           "(?:" KBC_TIME " )?" KBC_LEVEL
           R"(\s+\[[^\]]*\]\s+(?:[-\w.$]+ +)?(?:\([^)]*\) )?(?:--?|:) )",
           "2026-11-24 17:19:59,123 ERROR [main] com.example.billing.Ledger - "},
    Layout{"Tomcat", "(?:" KBC_STAMP ") " KBC_LEVEL R"( \[[^\]]*\] [\w$]+(?:\.[\w$]+)+\.[\w<>$]+ )",
           "24-Nov-2026 17:19:59.123 SEVERE [main] "
           "org.apache.catalina.core.StandardContext.startInternal "},
    Layout{"WildFly and Quarkus", "(?:" KBC_TIME ") " KBC_LEVEL R"(\s+\[[^\]]*\] \([^)]*\) )",
           "17:19:59,123 ERROR [com.example.Ledger] (default task-1) "},
    Layout{"Hadoop and Spark", "(?:" KBC_TIME R"( ))" KBC_LEVEL R"( (?:[\w$]+\.)*[A-Z][\w$]*: )",
           "26/11/24 17:19:59 ERROR LedgerWriter: "},
    // Python.
    Layout{"Python logging, dashes", "(?:" KBC_TIME R"( - )?(?:[-\w.]+ - )?)" KBC_LEVEL " - ",
           "2026-11-24 17:19:59,123 - billing.ledger - ERROR - "},
    Layout{"Python logging, default", KBC_LEVEL R"(:[-\w.]+:)", "ERROR:billing.ledger:"},
    Layout{"uvicorn", KBC_LEVEL R"(: {4})", "ERROR:    "},
    Layout{"Flask", R"(\[)" KBC_STAMP R"(\] )" KBC_LEVEL R"( in [-\w.]+: )",
           "[2026-11-24 17:19:59,123] ERROR in ledger: "},
    Layout{"Kafka", R"(\[)" KBC_STAMP R"(\] )" KBC_LEVEL " ", "[2026-11-24 17:19:59,123] ERROR ",
           " (com.example.billing.Ledger)", R"( \([a-z][\w.$]*\.[\w$]+\)$)"},
    Layout{"Django, verbose", KBC_LEVEL " " KBC_STAMP R"( [-\w.]+ \d+ \d+ )",
           "ERROR 2026-11-24 17:19:59,123 ledger 4242 140245 "},
    Layout{"Django, simple", KBC_LEVEL " " KBC_STAMP R"( (?:[-\w.]+: )?)",
           "ERROR 2026-11-24 17:19:59,123 ledger: "},
    Layout{"gunicorn", R"(\[)" KBC_STAMP R"(\] \[\d+\] \[)" KBC_LEVEL R"(\] )",
           "[2026-11-24 17:19:59 +0000] [4242] [ERROR] "},
    Layout{"Celery", R"(\[)" KBC_STAMP ": " KBC_LEVEL R"(/[-\w]+\] )",
           "[2026-11-24 17:19:59,123: ERROR/ForkPoolWorker-1] "},
    Layout{"Airflow", R"(\[)" KBC_STAMP R"(\] \{[^}]*\} )" KBC_LEVEL " - ",
           "[2026-11-24T17:19:59.123+0000] {taskinstance.py:1824} ERROR - "},
    Layout{"loguru", "(?:" KBC_STAMP R"( +\| ))" KBC_LEVEL R"( +\| +\S+:\S+:\d+ - )",
           "2026-11-24 17:19:59.123 | ERROR    | billing.ledger:post:42 - "},
    Layout{"Python, group of exceptions", R"(\| +)", "| "},
    Layout{"pytest", "E {3,}", "E   "},
    // Ruby.
    Layout{"Ruby Logger and Rails",
           R"([A-Z], \[)" KBC_STAMP R"( #\d+\]\s+)" KBC_LEVEL " -- [^:]*: ",
           "E, [2026-11-24T17:19:59.123456 #4242] ERROR -- billing: "},
    Layout{"Rails, tagged", R"(\[[0-9a-f]{8}-[-0-9a-f]{27}\] )",
           "[6f9619ff-8b86-d011-b42d-00cf4fc964ff] "},
    // JavaScript.
    Layout{"NestJS", R"(\[Nest\] \d+\s+- )" KBC_STAMP R"(\s+)" KBC_LEVEL R"( (?:\[[^\]]*\] )?)",
           "[Nest] 4242  - 11/24/2026, 5:19:59 PM   ERROR [LedgerService] ", " +12ms",
           R"( \+\d+ms$)"},
    Layout{"winston", "(?:" KBC_STAMP R"( \[[-\w./ ]+\] ))" KBC_ANY_LEVEL ": ",
           "2026-11-24T17:19:59.123Z [billing] error: "},
    Layout{"npm", R"((?P<program>npm|pnpm|yarn) (?P<level>ERR!|error) )", "npm error "},
    Layout{"pnpm", R"((?P<code>ERR_PNPM_[A-Z_]+)\s+)", "ERR_PNPM_OUTDATED_LOCKFILE  ", "", nullptr,
           "pnpm"},
    // Rust.
    Layout{
        "tracing",
        "(?:" KBC_STAMP R"(\s+))" KBC_LEVEL
        R"( (?:ThreadId\(\d+\) )?(?:(?:[-\w]+(?:\{[^}]*\})?:)*[-\w]+\{[^}]*\}(?::[-\w]+(?:\{[^}]*\})?)*: )?)" KBC_SMALL_NAME
        R"(: (?:[-\w./]+\.rs:\d+: )?)",
        "2026-11-24T17:19:59.123456Z ERROR request{id=7}: billing::ledger: ", " tenant=1",
        KBC_PAIRS},
    Layout{"env_logger", R"(\[)" KBC_STAMP R"(\s+)" KBC_LEVEL R"( (?:[\w:]+)\] )",
           "[2026-11-24T17:19:59Z ERROR billing::ledger] "},
    // Go.
    Layout{"zap",
           "(?:" KBC_STAMP R"(|\d[\d.e+]*))"
           R"(\t)" KBC_ANY_LEVEL R"(\t(?:[-\w.]+\t)?(?:[-\w./]+\.go:\d+\t)?)",
           "2026-11-24T17:19:59.123Z\tERROR\tbilling/ledger.go:42\t", "\t{\"tenant\": 1}",
           R"re(\t\{.*\}$)re"},
    Layout{"zerolog",
           "(?:" KBC_STAMP R"(|\d{1,2}:\d{2}[AP]M) (?P<level>ERR|WRN|INF|FTL|PNC|DBG|TRC) )"
           R"((?:[-\w./]+\.go:\d+ > )?)",
           "5:19PM ERR ", " tenant=1", KBC_PAIRS},
    Layout{"logrus", R"((?P<level>ERRO|WARN|INFO|FATA|PANI|DEBU|TRAC)\[\d+\]\s+)", "ERRO[0042] ",
           "     tenant=1", KBC_PAIRS},
    Layout{"slog", R"(\d{4}/\d{2}/\d{2} )" KBC_CLOCK " " KBC_LEVEL " ",
           "2026/11/24 17:19:59 ERROR ", " tenant=1", KBC_PAIRS},
    Layout{"glog and klog", R"((?P<level>[IWEF])\d{4} )" KBC_CLOCK R"(\s+\d+ [-.\w/]+:\d+\] )",
           "E1124 17:19:59.123456    4242 ledger.go:42] "},
    Layout{"Abseil", "(?:" KBC_STAMP R"(: (?P<level>[IWEF]) [-.\w/]+:\d+\] ))",
           "2026-11-24 17:19:59.123456: E billing/ledger.cc:42] "},
    // .NET.
    Layout{".NET console", R"((?P<level>trce|dbug|info|warn|fail|crit): [\w.+`]+\[\d+\]\s+)",
           "fail: Billing.Ledger[0] "},
    Layout{"Serilog", R"(\[)" KBC_CLOCK R"( (?P<level>VRB|DBG|INF|WRN|ERR|FTL)\] )",
           "[17:19:59 ERR] "},
    // Servers.
    Layout{"nginx", "(?:" KBC_STAMP R"( \[))" KBC_ANY_LEVEL R"(\] \d+#\d+: (?:\*\d+ )?)",
           "2026/11/24 17:19:59 [error] 4242#4242: *7 ",
           ", client: 192.0.2.1, server: shop, request: \"GET / HTTP/1.1\"", ", client: .*$",
           "nginx"},
    Layout{"Apache",
           R"(\[)" KBC_STAMP R"(\] \[\w*:)" KBC_ANY_LEVEL
           R"(\] \[pid \d+(?::tid \d+)?\] (?:\[client [^\]\s]+\] )?)"
           R"((?:(?P<code>AH\d{5}): )?)",
           "[Tue Nov 24 17:19:59.123456 2026] [core:error] [pid 4242:tid 7] "
           "[client 192.0.2.1:5] AH00124: "},
    Layout{"MySQL and MariaDB",
           "(?:" KBC_STAMP R"( \d+ \[))" KBC_ANY_LEVEL
           R"(\] (?:\[(?P<code>MY-\d+)\] )?(?:\[[A-Z]\w+\] )?)",
           "2026-11-24T17:19:59.123456Z 8 [ERROR] [MY-010119] [Server] ", "", nullptr, "mysqld"},
    Layout{"PostgreSQL",
           "(?:" KBC_STAMP R"( \[\d+(?:-\d+)?\]:? (?:\[\d+-\d+\] )?))"
           R"((?:[-.\w]+@[-.\w]+ |user=\S*,db=\S* )?)",
           "2026-11-24 17:19:59.123 UTC [4242] app@billing "},
    Layout{"Redis", R"(\d+:[A-Z] )" KBC_STAMP " [-.*#] ", "4242:M 24 Nov 2026 17:19:59.123 # ", "",
           nullptr, "redis"},
    Layout{"Mosquitto", R"(\d{10}: )", "1732437067: "},
    Layout{"structlog", "(?:" KBC_STAMP R"( \[))" KBC_ANY_LEVEL R"( *\] )",
           "2026-11-24 17:19:59 [error    ] ", " tenant=1", KBC_PAIRS},
    // Lines that begin with a time and go on with a level and a name.
    Layout{"time, level, name",
           "(?:" KBC_TIME R"( +))" KBC_LEVEL R"([: ]+(?:\[[^\]]*\] )?(?:)" KBC_SMALL_NAME
           R"((?::\d+)?)(?::| -) )",
           "2026-11-24 17:19:59,123 ERROR billing.ledger: "},
    Layout{"time, level, dotted name",
           "(?:" KBC_TIME R"( +))" KBC_LEVEL R"( +[a-z]\w*(?:\.[a-z]\w*)+ )",
           "2026-11-24 17:19:59 ERROR billing.ledger "},
    Layout{"time, level, name before an error",
           "(?:" KBC_TIME R"( +))" KBC_LEVEL R"( +[a-z][-\w.]* (?P<rest>)"
           R"((?:[a-z]\w*\.)*[A-Z]\w*(?:Error|Exception)\b))",
           "2026-11-24 17:19:59,123 ERROR billing "},
    Layout{"time and level", "(?:" KBC_TIME R"( +))" KBC_LEVEL R"( +(?:[-|:] +)?)",
           "2026-11-24 17:19:59 ERROR "},
    Layout{"RFC 3164 and journald",
           R"((?:<\d{1,3}>)?(?:)" KBC_STAMP R"() [-.\w:]+ (?P<program>[-.@\w/()]+)(?:\[\d+\])?: )",
           "Nov 24 17:19:59 host billing[4242]: "},
    Layout{"time, process", "(?:" KBC_STAMP R"( (?P<program>[-\w]+)\[[-.\w]+\]: ))",
           "2026-11-24T17:19:59.123456+00:00 app[web.1]: "},
    Layout{"kernel", R"(\[ *\d+\.\d{3,6}\] )", "[   42.123456] "},
    // Parts.
    Layout{"a time", R"(\[?)" KBC_STAMP R"(\]?:?\s+)", "[2026-11-24 17:19:59] "},
    Layout{"a time of the day", R"(\[?)" KBC_CLOCK R"(\]?\s+)", "17:19:59 "},
    Layout{"a level in brackets", R"((?:nginx: )?\[(?:\w+:)?)" KBC_ANY_LEVEL R"(\]:?\s+)",
           "[ERROR] "},
    Layout{"a process or a client", R"(\[(?:pid \d+(?::tid \d+)?|client [^\]\s]+)\] )",
           "[pid 4242] "},
    Layout{"a process, a user", R"(\[\d+(?:-\d+)?\]:? (?:[-.\w]+@[-.\w]+ )?)", "[4242] "},
    Layout{"a process and a thread", R"(\d+#\d+: (?:\*\d+ )?)", "4242#4242: "},
    Layout{"a level and a place",
           KBC_LEVEL R"(\s+\[?[-.\w/$]*[./][-.\w/$]*(?::\d+)?\]?(?::| -)\s+)",
           "ERROR com.example.billing.Ledger - "},
    Layout{"a level, a name, a dash", KBC_LEVEL R"(\s+)" KBC_SMALL_NAME " - ", "ERROR billing - "},
    Layout{"a level and a thread",
           KBC_LEVEL R"(\s+\[[^\]]*\](?: )" KBC_SMALL_NAME R"((?::| -))?(?::| -)?\s+)",
           "ERROR [main] "},
    Layout{"a box", "@ {2,}", "@    ", "    @", " +@$"},
    Layout{"something with a number in brackets",
           R"(\[[-\w#/.: ]*\d[-\w#/.: ]*\] (?:[-.\w$]+ - )?)", "[thread-7] "},
    // Places in a source.
    Layout{"Go, compiler", R"((?:vet: )?[^\s:'"()]+\.go:\d+:\d+: )", "./main.go:2:8: ", "", nullptr,
           nullptr, Gravity::kError},
    Layout{"file:line:column", R"((?:[A-Za-z]:)?[^\s:'"()]+\.\w{1,5}:\d+(?::\d+)?: )",
           "src/main.c:12:5: "},
    Layout{"file(line,column)", R"((?:[A-Za-z]:)?[^\s:'"]+\.\w{1,5}\(\d+(?:,\d+)*\): )",
           "Program.cs(12,5): "},
    Layout{"file:line:column - ", R"((?:[A-Za-z]:)?[^\s:'"]+\.\w{1,5}:\d+(?::\d+)? - )",
           "src/main.ts:12:5 - "},
    Layout{"GNU tools", R"(/[-.\w/]+/(?:ld|collect2|cc1|cc1plus|as)(?:\.\w+)?: )", "/usr/bin/ld: "},
    Layout{"an object file",
           R"([^\s:'"]+\.(?:o|a|so|cc|c|cpp|cxx|rs)(?:\([^)]*\))?:(?:\([^)]*\):)? )", "main.o: "},
    Layout{"a section", R"(\(\.\w[.\w]*\+0x[0-9a-f]+\): )", "(.text+0x17): "},
    Layout{"a script's line", R"(\S+: line \d+: )", "deploy.sh: line 12: "},
};

#undef KBC_CLOCK
#undef KBC_ZONE
#undef KBC_MONTH
#undef KBC_STAMP
#undef KBC_TIME
#undef KBC_WORDS
#undef KBC_LEVEL
#undef KBC_ANY_LEVEL
#undef KBC_SMALL_NAME
#undef KBC_PAIRS

struct CompiledLayout {
  const Layout* layout;
  std::unique_ptr<RE2> regex, suffix;
  int level = 0, program = 0, code = 0, rest = 0;  // groups; 0 for none
};

int group_named(const RE2& regex, const char* name) {
  const auto& groups = regex.NamedCapturingGroups();
  const auto found = groups.find(name);
  return found == groups.end() ? 0 : found->second;
}

const std::vector<CompiledLayout>& compiled_layouts() {
  static const std::vector<CompiledLayout> compiled = [] {
    std::vector<CompiledLayout> list;
    for (const Layout& layout : kLayouts) {
      CompiledLayout one{&layout, std::make_unique<RE2>(layout.regex), nullptr};
      if (layout.suffix != nullptr) one.suffix = std::make_unique<RE2>(layout.suffix);
      one.level = group_named(*one.regex, "level");
      one.program = group_named(*one.regex, "program");
      one.code = group_named(*one.regex, "code");
      one.rest = group_named(*one.regex, "rest");
      list.push_back(std::move(one));
    }
    return list;
  }();
  return compiled;
}

// A class of errors that stands where a logger's name could stand belongs to the message.
bool takes_an_error(std::string_view front) {
  static const RE2 error(
      R"((?:Error|Exception|Failure|Fault|Timeout|NotFound|Refused)\S{0,2}:\s*$)");
  return RE2::PartialMatch(re2_piece(front), error);
}

void note(const CompiledLayout& layout, const std::vector<re2::StringPiece>& groups,
          Message& message) {
  const auto text = [&](int group) {
    const re2::StringPiece& piece = groups[static_cast<std::size_t>(group)];
    return std::string(piece.data() == nullptr ? "" : piece.data(), piece.size());
  };
  if (layout.level != 0) {
    const std::string level = text(layout.level);
    if (!level.empty()) message.gravity = std::max(message.gravity, gravity_named(level));
  }
  message.gravity = std::max(message.gravity, layout.layout->gravity);
  if (layout.layout->program != nullptr) message.program = layout.layout->program;
  if (layout.program != 0) message.program = text(layout.program);
  if (layout.code != 0 && message.code.empty()) message.code = text(layout.code);
}

void cut_suffix(const CompiledLayout& layout, std::string& text) {
  if (!layout.suffix) return;
  re2::StringPiece found;
  const re2::StringPiece whole = re2_piece(text);
  if (!layout.suffix->Match(whole, 0, whole.size(), RE2::UNANCHORED, &found, 1)) return;
  const auto at = static_cast<std::size_t>(found.data() - text.data());
  if (at > 0) text.resize(at);
}

bool take(const CompiledLayout& layout, Message& message) {
  const re2::StringPiece whole = re2_piece(message.text);
  // Without groups the answer is cheap, and for most layouts it is no.
  if (!layout.regex->Match(whole, 0, whole.size(), RE2::ANCHOR_START, nullptr, 0)) return false;
  std::vector<re2::StringPiece> groups(
      static_cast<std::size_t>(layout.regex->NumberOfCapturingGroups()) + 1);
  layout.regex->Match(whole, 0, whole.size(), RE2::ANCHOR_START, groups.data(),
                      static_cast<int>(groups.size()));
  // What the regex sees of the message itself does not stand in front of it.
  std::size_t length = groups.front().size();
  if (layout.rest != 0) length -= groups[static_cast<std::size_t>(layout.rest)].size();
  if (length == 0 || length >= message.text.size()) return false;
  if (takes_an_error(std::string_view(message.text).substr(0, length))) return false;
  note(layout, groups, message);
  message.text.erase(0, length);
  cut_suffix(layout, message.text);
  return true;
}

}  // namespace

std::span<const Layout> layouts() { return kLayouts; }

bool take_layout(Message& message) {
  const auto& all = compiled_layouts();
  return std::any_of(all.begin(), all.end(),
                     [&](const CompiledLayout& layout) { return take(layout, message); });
}

std::string laid_out(const Layout& layout, std::string_view message) {
  return layout.sample + std::string(message) + layout.sample_end;
}

bool can_hold(const Layout& layout, std::string_view message) {
  if (std::string_view(layout.regex).find("(?P<rest>") == std::string_view::npos) return true;
  const RE2 regex(layout.regex);
  return RE2::PartialMatch(laid_out(layout, message), regex);
}

}  // namespace kbc
