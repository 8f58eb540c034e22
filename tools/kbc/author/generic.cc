#include "author/generic.h"

#include <algorithm>
#include <array>

#include "check/background.h"
#include "regex/compiled_regex.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// In the order of the alphabet.
constexpr std::string_view kWords[] = {
    "a",         "abort",        "aborted",      "aborting",    "above",
    "action",    "after",        "again",        "all",         "an",
    "and",       "another",      "any",          "application", "as",
    "at",        "be",           "because",      "been",        "build",
    "but",       "by",           "call",         "cannot",      "cause",
    "caused",    "code",         "command",      "complete",    "completed",
    "could",     "critical",     "details",      "did",         "do",
    "does",      "due",          "during",       "encountered", "error",
    "errors",    "event",        "exception",    "exit",        "exited",
    "exiting",   "fail",         "failed",       "failure",     "fatal",
    "following", "for",          "from",         "giving",      "goes",
    "handler",   "handling",     "has",          "have",        "http",
    "i",         "in",           "info",         "internal",    "is",
    "issue",     "it",           "its",          "job",         "last",
    "later",     "log",          "logs",         "main",        "message",
    "more",      "most",         "no",           "non",         "not",
    "occurred",  "of",           "on",           "oops",        "operation",
    "or",        "our",          "panic",        "please",      "problem",
    "process",   "processing",   "program",      "reason",      "recent",
    "request",   "response",     "result",       "retry",       "retrying",
    "returned",  "run",          "runtime",      "script",      "see",
    "server",    "severe",       "something",    "stack",       "stage",
    "started",   "status",       "step",         "stopped",     "subprocess",
    "success",   "successfully", "task",         "terminated",  "that",
    "the",       "this",         "thread",       "to",          "trace",
    "traceback", "try",          "trying",       "uncaught",    "unexpected",
    "unhandled", "unknown",      "unsuccessful", "up",          "warning",
    "was",       "we",           "went",         "were",        "when",
    "which",     "while",        "with",         "worker",      "wrong",
    "you",       "your",         "zero"};

bool is_common(std::string_view word) {
  return std::binary_search(std::begin(kWords), std::end(kWords), word);
}

}  // namespace

bool is_said_of_anything(std::string_view message) {
  std::string word;
  for (std::size_t at = 0; at <= message.size(); ++at) {
    const char c = at < message.size() ? message[at] : ' ';
    if (is_beyond_ascii(c)) return false;
    if (is_letter(c)) {
      word += lower_ascii(c);
      continue;
    }
    // A letter alone is a part of a number or a name.
    if (word.size() > 1 && !is_common(word)) return false;
    word.clear();
  }
  return true;
}

bool matches_background(const std::string& regex, CaseRule rule) {
  const CompiledRegex compiled(regex, rule);
  if (!compiled.ok()) return false;
  std::string_view rest = kBackground;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (compiled.matches(rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace kbc
