#include "author/structured_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "author/plain_line.h"
#include "core/re2.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "text/ascii.h"

namespace kbc {
namespace {

// Names under which logs keep these, the telling ones first. An `error` says more than the `msg`
// that goes with it ("request failed").
constexpr std::array<std::string_view, 7> kErrors = {
    "err", "error", "exception", "stack", "error_msg", "error.message", "errMessage"};
constexpr std::array<std::string_view, 8> kMessages = {"message",     "msg",   "MESSAGE", "log",
                                                       "textPayload", "event", "detail",  "reason"};
constexpr std::array<std::string_view, 6> kLevels = {"level",    "severity",  "lvl",
                                                     "loglevel", "log.level", "PRIORITY"};
constexpr std::array<std::string_view, 4> kCodes = {"code", "error_code", "errorCode", "errno"};
constexpr std::array<std::string_view, 3> kPrograms = {"SYSLOG_IDENTIFIER", "service", "logger"};

template <std::size_t N>
std::string text_named(const Document& document, std::uint32_t object,
                       const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    const std::uint32_t value = document.member(object, name);
    if (value == Document::kNoNode) continue;
    const Node& node = document[value];
    if ((node.is(Kind::kString) || node.is(Kind::kNumber)) && !node.text.empty()) {
      return std::string(node.text);
    }
  }
  return {};
}

// The object that describes the error within the line's object, or the line's own.
std::uint32_t innermost_error(const Document& document) {
  for (const std::string_view name : kErrors) {
    const std::uint32_t value = document.member(0, name);
    if (value == Document::kNoNode || !document[value].is(Kind::kObject)) continue;
    if (!text_named(document, value, kMessages).empty()) return value;
  }
  return 0;
}

// Of a text with several lines, such as a stack, the first.
std::string first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = plain_line(text.substr(0, end));
    if (!line.empty()) return line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

// A value between quotes with its escapes, or a bare one.
std::string logfmt_value(std::string_view raw) {
  if (raw.size() < 2 || raw.front() != '"') return std::string(raw);
  std::string value;
  for (std::size_t at = 1; at + 1 < raw.size(); ++at) {
    if (raw[at] == '\\' && at + 2 < raw.size()) {
      ++at;
      value += raw[at] == 'n' ? '\n' : raw[at] == 't' ? '\t' : raw[at];
    } else {
      value += raw[at];
    }
  }
  return value;
}

void take_pair(const std::string& key, std::string value, Message& message, std::string& error) {
  if (key == "msg" || key == "message") {
    message.text = std::move(value);
  } else if (key == "err" || key == "error") {
    error = std::move(value);
  } else if (key == "level" || key == "lvl" || key == "severity") {
    message.gravity = gravity_named(value);
  } else if (key == "code") {
    message.code = std::move(value);
  }
}

}  // namespace

Gravity gravity_named(std::string_view level) {
  static const RE2 fatal("(?i)(fatal|critical|crit|emerg|emergency|alert|panic|severe|f|60|0|1|2)");
  static const RE2 error("(?i)(error|err|eror|e|50|3)");
  if (RE2::FullMatch(re2_piece(level), fatal)) return Gravity::kFatal;
  if (RE2::FullMatch(re2_piece(level), error)) return Gravity::kError;
  return level.empty() ? Gravity::kUnsaid : Gravity::kMild;
}

std::optional<Message> message_of_json(std::string_view line) {
  const std::size_t begin = line.find('{');
  if (begin == std::string_view::npos || !line.ends_with('}')) return {};
  // After a prefix an object without quoted names is some program's own notation.
  if (line.find('"', begin) == std::string_view::npos) return {};
  Document document;
  if (!parse_json(line.substr(begin), Dialect::kJson, document).empty()) return {};
  if (document.empty() || !document.root().is(Kind::kObject)) return {};
  const std::uint32_t object = innermost_error(document);
  Message message;
  const std::string error = object == 0 ? text_named(document, 0, kErrors) : "";
  message.text = first_line(error.empty() ? text_named(document, object, kMessages) : error);
  if (message.text.empty()) return {};
  message.gravity = gravity_named(text_named(document, 0, kLevels));
  message.code = text_named(document, object, kCodes);
  message.program = text_named(document, 0, kPrograms);
  return message;
}

std::optional<Message> message_of_logfmt(std::string_view line) {
  static const RE2 pair(R"re(\s*([A-Za-z_][\w.]*)=("(?:[^"\\]|\\.)*"|[^\s"]*))re");
  static const RE2 sign(R"re((?:^|\s)(?:msg|message|err|error)=")re");
  if (!RE2::PartialMatch(re2_piece(line), sign)) return {};
  re2::StringPiece rest = re2_piece(line);
  Message message;
  std::string error, key, value;
  std::size_t pairs = 0;
  while (RE2::Consume(&rest, pair, &key, &value)) {
    ++pairs;
    take_pair(key, logfmt_value(value), message, error);
  }
  if (pairs < 2) return {};
  message.text = first_line(error.empty() ? message.text : error);
  if (message.text.empty()) return {};
  return message;
}

}  // namespace kbc
