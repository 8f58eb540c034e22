#include "author/structured_line.h"

#include <array>
#include <string>

#include "author/plain_line.h"
#include "core/re2.h"
#include "decode/carriers.h"
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

// An object in a line.
struct LineObject {
  std::string_view text;
  Document document;
};

template <std::size_t N>
std::string text_named(const LineObject& line, std::uint32_t object,
                       const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    const std::uint32_t value = line.document.member(object, name);
    if (value == Document::kNoNode) continue;
    const Node& node = line.document[value];
    if ((node.is(Kind::kString) || node.is(Kind::kNumber)) && !node.text.empty()) {
      return std::string(node.text);
    }
    if (!node.is(Kind::kArray)) continue;
    std::string bytes = bytes_of_array(line.text.substr(node.span.begin, node.span.size()));
    if (!bytes.empty()) return bytes;
  }
  return {};
}

// The object that describes the error within the line's object, or the line's own.
std::uint32_t innermost_error(const LineObject& line) {
  for (const std::string_view name : kErrors) {
    const std::uint32_t value = line.document.member(0, name);
    if (value == Document::kNoNode || !line.document[value].is(Kind::kObject)) continue;
    if (!text_named(line, value, kMessages).empty()) return value;
  }
  return 0;
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
  LineObject object_line{line.substr(begin), {}};
  Document& document = object_line.document;
  if (!parse_json(object_line.text, Dialect::kJson, document).empty()) return {};
  if (document.empty() || !document.root().is(Kind::kObject)) return {};
  const std::uint32_t object = innermost_error(object_line);
  Message message;
  const std::string error = object == 0 ? text_named(object_line, 0, kErrors) : "";
  message.text = line_of_log(error.empty() ? text_named(object_line, object, kMessages) : error);
  if (message.text.empty()) return {};
  message.gravity = gravity_named(text_named(object_line, 0, kLevels));
  message.code = text_named(object_line, object, kCodes);
  message.program = text_named(object_line, 0, kPrograms);
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
    take_pair(key, unquoted(value), message, error);
  }
  if (pairs < 2) return {};
  message.text = line_of_log(error.empty() ? message.text : error);
  if (message.text.empty()) return {};
  return message;
}

}  // namespace kbc
