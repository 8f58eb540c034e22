// Each line is weighed by the signs on it (a level, `error:`, an exception's name), cheap to rule
// out for most lines; the heaviest wins, the first of equals, and rules for announcements and
// chains of causes move it to the line that says why.
#include "author/error_line.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "author/plain_line.h"
#include "core/re2.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using Lines = std::vector<LogText::Line>;

constexpr std::size_t kContextLines = 12;  // on either side
constexpr std::size_t kContextBytes = std::size_t{8} << 10;

// Weights of what a message looks like.
constexpr int kHeader = 30;  // announces the message on the next line
constexpr int kBare = 65;    // the log calls it an error, its words do not
constexpr int kRaised = 20;  // what that adds to words of failure

enum class Among : std::uint8_t { kFirst, kLast };  // which of several alike is the telling one

struct Sign {
  const char* regex;
  int weight;
  Among among = Among::kFirst;
};

// The first that fits says what the line is.
constexpr std::array kSigns = {
    // What follows from an error that is elsewhere.
    Sign{R"(^(?:g?make|mingw32-make)(?:\[\d+\])?: \*\*\* \[)", 20},
    Sign{R"(ninja: build stopped|ld returned \d+ exit|linker command failed|could not compile `)",
         20},
    Sign{R"(aborting due to|compilation terminated|errors? generated|errors occurred)", 20},
    Sign{R"(^FAILED: |BUILD FAIL|[Cc]ommand failed|^E: Sub-process|subprocess-exited-with-error)",
         20},
    Sign{
        R"((?:exited|failed|completed|returned?|exit) (?:with )?(?:an? )?(?:non-zero |error )?(?:exit )?(?:code|status)\b)",
        20},
    Sign{
        R"(Could not read from remote repository|complete log of this run|more information about this)",
        20},
    Sign{R"(Failed at the .* script|^code E?[A-Z_]+$|^errno |^Traceback |Errors were encountered)",
         20},
    // What is no error.
    Sign{R"(^(?i:warning|note|hint|help|info|debug|detail|statement|context|usage|W|N)\b ?[:\[(])",
         10},
    Sign{R"(\b0 (?:errors?|failed|failures)\b|(?i:no errors?\b))", 0},
    // Announcements.
    Sign{R"(^CMake Error(?: at .*| in .*)?:$|^(?:Error|ERROR|Exception|FATAL):?$)", kHeader},
    Sign{R"(^thread '.*' panicked at [^']*:$)", 102},
    // Plain words for it, and what compilers, interpreters and servers begin such a line with.
    Sign{R"(^Caused by: )", 110, Among::kLast},
    Sign{
        R"(^(?:Exception in thread "[^"]*" )?(?:[\w$]+[./:]+)*[A-Z][\w$]*(?:Error|Exception|Fault|Failure|NotFound|Timeout|Refused)(?: \[\w+\])?(?:: |$))",
        100, Among::kLast},
    Sign{
        R"(^(?:[-\w./]+: )?(?i:fatal error|error|fatal|panic|critical|err)(?:\[\w+\]| [A-Z]+\d+| \([^)]*\))?: )",
        100},
    Sign{R"(^E: |^make(?:\[\d+\])?: \*\*\* No rule|: (?:error|FATAL|ERROR): )", 100},
    Sign{
        R"(undefined reference to|cannot find -l|multiple definition of|undefined symbol|panicked at)",
        100},
    Sign{
        R"(^CMake Error|^(?:[-\w./]+: )?Error\b|^Uncaught |^Unhandled |Segmentation fault|core dumped)",
        95},
    Sign{
        R"((?i)\b(?:cannot|can't|could ?n.?t|could not|unable to|failed|failure|denied|refused|rejected|not found|no such|timed out|time-?out|invalid|unknown|missing|unexpected|unsupported|unrecogni[sz]ed|exceed(?:s|ed)|out of memory|killed|conflict|abort(?:ed|ing)?|in use|does not|doesn't|is not|was not|no space|expired|unreachable|broken pipe|reset by|too many|not allowed|not permitted|forbidden|unauthorized|already exists|deadlock|corrupt(?:ed)?|exited|BackOff|OOMKilled))",
        60},
    Sign{R"((?i)\b(?:errors?|exception|fatal|crash(?:ed)?)\b)", 55},
};

// Cheap to ask of every line: without one of these no sign above fits, nor any log's own level.
const RE2& suspicion() {
  static const RE2 regex(
      R"((?i)err|fatal|fail|panic|exce|cannot|can't|could|unable|denied|refused|reject|not |no |time|invalid|un[a-z]{5}|missing|memory|kill|conflict|abort|in use|expire|broken|reset|too many|forbidden|already|deadlock|corrupt|exit|backoff|crash|caused|fault|\*\*\*|cri|alert|emerg|seve|"level"|"?priority|core dump|does|^[EF]\d{4} |^E: |multiple)");
  return regex;
}

struct CompiledSign {
  std::unique_ptr<RE2> regex;
  int weight;
  Among among;
};

const std::vector<CompiledSign>& signs() {
  static const std::vector<CompiledSign> compiled = [] {
    std::vector<CompiledSign> list;
    for (const Sign& sign : kSigns) {
      list.push_back({std::make_unique<RE2>(sign.regex), sign.weight, sign.among});
    }
    return list;
  }();
  return compiled;
}

struct Weighed {
  int weight = 0;
  Among among = Among::kFirst;
};

Weighed weigh(const Message& message) {
  Weighed weighed;
  for (const CompiledSign& sign : signs()) {
    if (!RE2::PartialMatch(message.text, *sign.regex)) continue;
    weighed = {sign.weight, sign.among};
    break;
  }
  const bool is_grave = message.gravity >= Gravity::kError;
  if (is_grave && weighed.weight == 0) weighed.weight = kBare;
  if (is_grave && weighed.weight >= 55 && weighed.weight < 90) weighed.weight += kRaised;
  if (message.gravity == Gravity::kMild) weighed.weight /= 3;
  return weighed;
}

struct Candidate {
  std::size_t at = 0;  // in the lines
  Message message;
  Weighed weighed;
};

bool is_better(const Weighed& found, const Weighed& best) {
  if (found.weight != best.weight) return found.weight > best.weight;
  return found.weight > 0 && found.among == Among::kLast;
}

std::optional<Candidate> heaviest(const Lines& lines) {
  Candidate best;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view raw = lines[at].text.substr(0, kMostOfLine);
    // A block of zeros or a piece of a program is nothing that was said.
    if (raw.find('\0') != std::string_view::npos) continue;
    if (!RE2::PartialMatch(re2_piece(raw), suspicion())) continue;
    Message message = message_of(line_of_log(raw));
    const Weighed weighed = weigh(message);
    if (is_better(weighed, best.weighed)) best = {at, std::move(message), weighed};
  }
  if (best.weighed.weight == 0) return {};
  return best;
}

// The next line that is not empty.
std::optional<Candidate> after(const Lines& lines, std::size_t at) {
  while (++at < lines.size()) {
    const std::string line = line_of_log(lines[at].text);
    if (!line.empty()) return Candidate{at, message_of(line), {}};
  }
  return {};
}

// The only line that is not empty.
std::optional<Candidate> only_line(const Lines& lines) {
  std::optional<Candidate> only;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string line = line_of_log(lines[at].text);
    if (line.empty()) continue;
    if (only || lines[at].text.find('\0') != std::string_view::npos) return {};
    only = Candidate{at, message_of(line), {}};
  }
  return only;
}

bool announces(const Candidate& candidate) {
  return candidate.weighed.weight == kHeader || candidate.weighed.weight == 102;
}

std::string around(const Lines& lines, std::size_t at) {
  const std::size_t begin = at - std::min(at, kContextLines);
  const std::size_t end = std::min(lines.size(), at + kContextLines + 1);
  std::string context;
  for (std::size_t line = begin; line < end && context.size() < kContextBytes; ++line) {
    context += line_of_log(lines[line].text.substr(0, kContextBytes / 4));
    context += '\n';
  }
  return context;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_beyond_ascii(c); });
}

}  // namespace

std::optional<ErrorLine> find_error_line(const LogText& log) {
  const Lines lines = log.lines();
  std::optional<Candidate> found = heaviest(lines);
  if (found && announces(*found)) {
    if (std::optional<Candidate> next = after(lines, found->at)) found = std::move(next);
  }
  if (!found) found = only_line(lines);
  if (!found || !has_letter(found->message.text)) return {};
  ErrorLine error;
  error.message = std::move(found->message);
  error.line = line_of_log(lines[found->at].text);
  error.context = around(lines, found->at);
  error.number = lines[found->at].number;
  return error;
}

}  // namespace kbc
