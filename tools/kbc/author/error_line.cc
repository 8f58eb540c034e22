// Each line is weighed by the signs on it (a level, `error:`, an exception's name), cheap to rule
// out for most lines; the heaviest wins, the first of equals, and rules for announcements and
// chains of causes move it to the line that says why.
#include "author/error_line.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "author/generic.h"
#include "author/plain_line.h"
#include "author/said_lines.h"
#include "core/re2.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using Lines = std::vector<SaidLines::Line>;

constexpr std::size_t kLinesBefore = 12, kLinesAfter = 30;  // of the context
constexpr std::size_t kContextBytes = std::size_t{8} << 10;
constexpr std::size_t kChainLines = 400;    // a chain of causes is followed over so many
constexpr std::size_t kMostWeighed = 4096;  // lines of which the weight is kept

constexpr std::string_view kNpm = "npm";  // the program

// Weights of what a message looks like.
constexpr int kNote = 5;             // of a program that has told the error elsewhere
constexpr int kSaidOfAnything = 12;  // could be the message of any error
constexpr int kBare = 65;            // the log calls it an error, its words do not
constexpr int kRaised = 20;          // what that adds to words of failure
constexpr int kPlain = 100;          // an exception or `error: `

enum class Among : std::uint8_t { kFirst, kLast };  // which of several alike is the telling one
enum class Says : std::uint8_t { kItself, kNextLine, kBlock };

struct Sign {
  const char* regex;
  int weight;
  Among among = Among::kFirst;
  // kNextLine, kBlock: only announces the message, which is the next line, or the most telling of
  // those that are indented.
  Says says = Says::kItself;
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
    Sign{
        R"(Failed at the .* script|^errno |Traceback \(most recent|Errors were encountered|Error is not recoverable)",
        20},
    Sign{R"(Child returned status|failed to set dynamic section sizes|^Emitted 'error' event)", 20},
    // npm's notes beside the error.
    Sign{
        R"(^(?:code E?[A-Z_\d]+$|syscall |path |dest |cwd |command |signal |While resolving: |Found: |node_modules/|peer |Could not resolve dependency:|Conflicting peer|Fix the upstream|this command with|to accept|A complete log|For a full report|To see a list|Note that|npm run|enoent This is related|enoent $|gyp (?:ERR! )?(?:verb|info)))",
        kNote},
    // What tells more than the error beside it.
    Sign{R"(^Error: (?:Could not find or load main class|Unable to initialize main class))", 112},
    Sign{R"(:error:[0-9A-F]{8}:|class file has wrong version)", 105},
    Sign{R"(^! \[(?:remote )?rejected\]|^WARNING: [A-Z !]+$|^W: GPG error)", 105},
    // What is no error.
    Sign{R"(^(?i:warning|note|hint|help|info|debug|detail|statement|context|usage|W|N)\b ?[:\[(])",
         10},
    Sign{R"(\b0 (?:errors?|failed|failures)\b|(?i:no errors?\b))", 0},
    // Announcements.
    Sign{R"(^CMake Error(?: at .*| in .*)?:$)", 102, Among::kFirst, Says::kBlock},
    Sign{R"(^thread '.*' (?:\(\d+\) )?panicked at [^']*:$)", 102, Among::kFirst, Says::kNextLine},
    Sign{R"(^CMake Error: Error: generator : )", 102, Among::kFirst, Says::kNextLine},
    Sign{R"(^Caused by:$)", 110, Among::kLast, Says::kNextLine},
    Sign{R"(^dpkg: error processing .*:$|^ERROR: cannot verify .*:$)", 101, Among::kFirst,
         Says::kNextLine},
    Sign{R"(^(?:fail|crit): [\w.+`]+\[\d+\]$)", 99, Among::kFirst, Says::kNextLine},
    Sign{R"(^(?:[\w$]+\.)*[A-Z]\w*(?:Error|Exception):$)", 99, Among::kLast, Says::kNextLine},
    Sign{R"(^(?:Error|ERROR|Exception|FATAL):?$)", 30, Among::kFirst, Says::kNextLine},
    // Plain words for it, and what compilers, interpreters and servers begin such a line with.
    Sign{R"(^(?:Caused by|\[cause\]): |^---> )", 110, Among::kLast},
    Sign{
        R"(^(?:Exception in thread "[^"]*" )?(?:[\w$]+[./:]+)*[A-Z][\w$]*(?:Error|Exception|Fault|Failure|NotFound|Timeout|Refused)(?: \[\w+\])?(?: \([^)]*\))?(?:: |$))",
        kPlain, Among::kLast},
    Sign{R"(^(?:[a-z_][\w$]*\.)+[A-Z][\w$]*: )", kPlain, Among::kLast},
    Sign{
        R"(^(?:[-\w./]+: )?(?i:fatal error|error|fatal|panic|critical|err)(?:\[\w+\]| [A-Z]+\d+| \([^)]*\))?: )",
        kPlain},
    Sign{R"(^E: |^make(?:\[\d+\])?: \*\*\* No rule|: (?:error|FATAL|ERROR): |^dpkg: )", kPlain},
    Sign{
        R"(undefined reference to|cannot find -l|multiple definition of|undefined symbol|panicked at|relocation R_\w+ )",
        kPlain},
    Sign{
        R"(^CMake Error|^(?:[-\w./]+: )?Error\b|^Uncaught |^Unhandled |Segmentation fault|core dumped)",
        95},
    Sign{
        R"((?i)\b(?:cannot|can't|could ?n.?t|could not|unable to|failed|failure|denied|refus(?:ed|ing)|rejected|not found|no such|no data|there (?:is|are|was) no|timed out|time-?out|invalid|bad|unknown|missing|unexpected|unsupported|unrecogni[sz]ed|exceed(?:s|ed)|out of memory|killed|conflict|abort(?:ed|ing)?|in use|does not|doesn't|is not|was not|not in \w+ format|no space|expired|unreachable|broken pipe|reset by|too many|not allowed|not permitted|forbidden|unauthorized|already (?:exists|connected|running)|deadlock|corrupt(?:ed)?|exited|BackOff|OOMKilled))",
        60},
    Sign{R"((?i)\b(?:errors?|exception|fatal|crash(?:ed)?)\b|^[45]\d\d [A-Z])", 55},
};

// Cheap to ask of every line: without one of these no sign above fits, nor any log's own level.
const RE2& suspicion() {
  static const RE2 regex(
      R"((?i)err|fatal|fail|panic|exce|cannot|can't|could|unable|denied|refus|reject|not |no |time|invalid|un[a-z]{5}|missing|memory|kill|conflict|abort|in use|expire|broken|reset|too many|forbidden|already|deadlock|corrupt|exit|backoff|crash|cause|fault|\*\*\*|cri|alert|emerg|seve|"level"|"s":|"?priority|core dump|does|^[EF]\d{4} |^E: |multiple|bad |wrong|remote|warning|---> |os error|\.go:\d+:\d+: |<title>[45]|[\w$]\.[A-Z][\w$]*: |trace|^Pan|relocation)");
  return regex;
}

struct CompiledSign {
  std::unique_ptr<RE2> regex;
  const Sign* sign;
};

const std::vector<CompiledSign>& signs() {
  static const std::vector<CompiledSign> compiled = [] {
    std::vector<CompiledSign> list;
    for (const Sign& sign : kSigns) list.push_back({std::make_unique<RE2>(sign.regex), &sign});
    return list;
  }();
  return compiled;
}

struct Weighed {
  int weight = 0;
  Among among = Among::kFirst;
  Says says = Says::kItself;
};

// Words in an address are names.
std::string without_addresses(const std::string& text) {
  static const RE2 address(R"([a-z][a-z+]*://\S+)");
  std::string rest = text;
  if (rest.find("://") != std::string::npos) RE2::GlobalReplace(&rest, address, "");
  return rest;
}

Weighed weigh(const Message& message) {
  Weighed weighed;
  const std::string text = without_addresses(message.text);
  for (const CompiledSign& candidate : signs()) {
    if (!RE2::PartialMatch(text, *candidate.regex)) continue;
    weighed = {candidate.sign->weight, candidate.sign->among, candidate.sign->says};
    break;
  }
  const bool is_grave = message.gravity >= Gravity::kError;
  if (is_grave && weighed.weight == 0) {
    weighed.weight = kBare;
  } else if (is_grave && weighed.weight >= 55 && weighed.weight < 90) {
    weighed.weight += kRaised;
  }
  if (message.gravity == Gravity::kMild) weighed.weight /= 3;
  const bool is_empty = weighed.says == Says::kItself && is_said_of_anything(message.text);
  if (is_empty) weighed.weight = std::min(weighed.weight, kSaidOfAnything);
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

// A search in the lines of one log.
class Search {
  // What a line says; nothing where that reads as no error.
  using Weighing = std::optional<std::pair<Message, Weighed>>;

 public:
  explicit Search(const LogText& log) : said_(log), lines_(said_.lines()) {}

  std::optional<Candidate> find(OnlyLine only) const {
    std::optional<Candidate> found = heaviest();
    if (found) found = start_of_chain(std::move(*found));
    if (found && found->message.program == kNpm) found = first_of_npm(std::move(*found));
    if (found && found->weighed.says != Says::kItself) found = announced(std::move(*found));
    if (!found && only == OnlyLine::kIsTaken) found = only_line();
    if (!found || !has_letter(found->message.text)) return {};
    return found;
  }

  const SaidLines::Line& line(const Candidate& candidate) const { return lines_[candidate.at]; }

  // As if that line of the log were empty. What was found out about the others stays.
  void blank(std::size_t number) {
    Lines rest;
    for (const SaidLines::Line& line : lines_) {
      if (line.number != number) {
        rest.push_back(line);
      } else if (rest.empty() || rest.back().number != number) {
        rest.push_back({{}, number, nullptr});
      }
    }
    lines_ = std::move(rest);
  }

  std::string around(std::size_t at) const {
    const std::size_t begin = at - std::min(at, kLinesBefore);
    const std::size_t end = std::min(lines_.size(), at + kLinesAfter + 1);
    std::string context;
    for (std::size_t line = begin; line < end && context.size() < kContextBytes; ++line) {
      context += line_of_log(lines_[line].text.substr(0, kContextBytes / 4));
      context += '\n';
    }
    return context;
  }

 private:
  std::optional<Candidate> candidate(std::size_t at) const {
    const std::string_view text = lines_[at].text;
    const auto known = weighed_.find(text.data());
    Weighing found = known == weighed_.end() ? weigh_line(at) : known->second;
    if (!found) return {};
    const bool is_new = known == weighed_.end() && !text.empty();
    if (is_new && weighed_.size() < kMostWeighed) weighed_.emplace(text.data(), found);
    return Candidate{at, std::move(found->first), found->second};
  }

  Weighing weigh_line(std::size_t at) const {
    const std::string_view raw = lines_[at].text.substr(0, kMostOfLine);
    // A block of zeros or a piece of a program is nothing that was said.
    if (raw.find('\0') != std::string_view::npos) return {};
    const bool is_suspect =
        lines_[at].carrier != nullptr || RE2::PartialMatch(re2_piece(raw), suspicion());
    if (!is_suspect) return {};
    Message message = said_.message(lines_[at]);
    const Weighed weighed = weigh(message);
    return std::pair(std::move(message), weighed);
  }

  std::optional<Candidate> heaviest() const {
    std::optional<Candidate> best;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      std::optional<Candidate> found = candidate(at);
      if (found && is_better(found->weighed, best ? best->weighed : Weighed())) best = found;
    }
    return best;
  }

  // Python tells a chain from its start: the exception that caused the last is above the words that
  // join them. What was raised while another was handled (`During handling of …`) stands for
  // itself, and what else is an error in between ends the chain.
  Candidate start_of_chain(Candidate found) const {
    static const RE2 joins("The above exception was the direct cause");
    bool is_joined = false;
    const std::size_t end = found.at - std::min(found.at, kChainLines);
    for (std::size_t at = found.at; at-- > end;) {
      if (RE2::PartialMatch(re2_piece(lines_[at].text.substr(0, kMostOfLine)), joins)) {
        is_joined = true;
        continue;
      }
      std::optional<Candidate> above = candidate(at);
      if (!above || above->weighed.weight < kPlain) continue;
      if (!is_joined) break;
      found = std::move(*above);
      is_joined = false;
    }
    return found;
  }

  // npm begins with what happened; what follows explains it, whatever words that has.
  Candidate first_of_npm(Candidate found) const {
    static const RE2 empty("npm (?:ERR!|error)$");
    const std::size_t end = found.at - std::min(found.at, kChainLines);
    for (std::size_t at = found.at; at-- > end;) {
      std::optional<Candidate> above = candidate(at);
      if (!above) break;
      if (above->message.program != kNpm && !RE2::PartialMatch(above->message.text, empty)) break;
      if (above->message.program == kNpm && above->weighed.weight >= kBare)
        found = std::move(*above);
    }
    return found;
  }

  // The next line that is not empty.
  std::optional<Candidate> after(std::size_t at) const {
    while (++at < lines_.size()) {
      if (line_of_log(lines_[at].text).empty()) continue;
      return Candidate{at, said_.message(lines_[at]), {}};
    }
    return {};
  }

  // The most telling line of those below that are indented; nothing when none tells.
  std::optional<Candidate> in_block(std::size_t at) const {
    std::optional<Candidate> best;
    const std::size_t end = std::min(lines_.size(), at + kLinesBefore);
    while (++at < end) {
      const std::string_view raw = lines_[at].text;
      if (!raw.empty() && raw.front() != ' ' && raw.front() != '\r') break;
      std::optional<Candidate> found = candidate(at);
      if (found && is_better(found->weighed, best ? best->weighed : Weighed())) best = found;
    }
    return best;
  }

  // What the line announces; of causes that are numbered, the last.
  Candidate announced(Candidate found) const {
    static const RE2 number(R"(\d+: (.+))");
    std::optional<Candidate> next = after(found.at);
    if (!next) return found;
    if (found.weighed.says == Says::kBlock) {
      std::optional<Candidate> telling = in_block(found.at);
      if (telling) next = std::move(telling);
    }
    std::string cause;
    for (auto further = next; further && RE2::FullMatch(further->message.text, number, &cause);
         further = after(further->at)) {
      next = further;
      next->message.text = cause;
    }
    next->message.gravity = std::max(next->message.gravity, found.message.gravity);
    return *next;
  }

  // The only line that is not empty.
  std::optional<Candidate> only_line() const {
    std::optional<Candidate> only;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (line_of_log(lines_[at].text).empty()) continue;
      if (only || lines_[at].text.find('\0') != std::string_view::npos) return {};
      only = Candidate{at, said_.message(lines_[at]), {}};
    }
    return only;
  }

  static bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return is_letter(c) || is_beyond_ascii(c); });
  }

  SaidLines said_;
  Lines lines_;
  mutable std::unordered_map<const char*, Weighing> weighed_;  // by where the line is
};

// npm begins the summary of an error with its code in small letters: `enoent Could not read …`.
void take_npm_code(const std::string& context, Message& message) {
  static const RE2 code(R"((?m)^(?:\S+ )?npm (?:ERR!|error) code ([A-Z][A-Z0-9_]+)$)");
  if (message.program != kNpm) return;
  if (message.code.empty()) RE2::PartialMatch(context, code, &message.code);
  const std::string small = lower_ascii(std::string_view(message.code));
  if (!small.empty() && message.text.starts_with(small + " ")) {
    message.text.erase(0, small.size() + 1);
  }
}

ErrorLine error_of(const Search& search, Candidate found) {
  ErrorLine error;
  error.message = std::move(found.message);
  error.line = line_of_log(search.line(found).text);
  error.context = search.around(found.at);
  error.number = search.line(found).number;
  error.message.text = without_chain(error.message.text);
  take_npm_code(error.context, error.message);
  return error;
}

}  // namespace

std::optional<ErrorLine> find_error_line(const LogText& log, OnlyLine only) {
  std::vector<ErrorLine> found = find_error_lines(log, 1, only);
  if (found.empty()) return {};
  return std::move(found.front());
}

std::vector<ErrorLine> find_error_lines(const LogText& log, std::size_t most, OnlyLine only) {
  Search search(log);
  std::vector<ErrorLine> errors;
  while (errors.size() < most) {
    std::optional<Candidate> found = search.find(only);
    if (!found) break;
    errors.push_back(error_of(search, std::move(*found)));
    search.blank(errors.back().number);
  }
  return errors;
}

}  // namespace kbc
