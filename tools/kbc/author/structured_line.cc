#include "author/structured_line.h"

#include <array>
#include <span>
#include <string>

#include "author/plain_line.h"
#include "core/re2.h"
#include "decode/carriers.h"
#include "parse/document.h"
#include "parse/parse.h"
#include "text/ascii.h"

namespace kbc {
namespace {

using Names = std::span<const std::string_view>;

// Names under which loggers keep these, the telling ones first. `a.b` is a member of that name or
// the member `b` of an object `a`. Elastic's ECS, OpenTelemetry, Google Cloud, pino, bunyan,
// winston, zap, logback, log4j2, structlog, Serilog, .NET, journald, MongoDB and PostgreSQL have
// others each.
constexpr std::string_view kErrorTypes[] = {"error.type",
                                            "err.type",
                                            "exception.type",
                                            "exception.class",
                                            "exception.exception_class",
                                            "thrown.name",
                                            "error.name",
                                            "err.name",
                                            "error.kind",
                                            "exception_class",
                                            "exception_type",
                                            "error_type",
                                            "exc_type"};
constexpr std::string_view kErrorMessages[] = {
    "error.message",  "err.message",       "exception.message", "exception.exception_message",
    "thrown.message", "exception_message", "error.msg",         "error_message",
    "exc_value"};
constexpr std::string_view kErrorTexts[] = {"err",        "error", "exception",   "error_msg",
                                            "errMessage", "cause", "reason_error"};
constexpr std::string_view kStacks[] = {"error.stack_trace",
                                        "error.stack",
                                        "err.stack",
                                        "exception.stacktrace",
                                        "exception.stack_trace",
                                        "thrown.extendedStackTrace",
                                        "thrown.stackTrace",
                                        "stack_trace",
                                        "stack",
                                        "stacktrace",
                                        "stackTrace",
                                        "traceback",
                                        "exc_info",
                                        "exc_text",
                                        "exception",
                                        "Exception",
                                        "@x",
                                        "errorVerbose",
                                        "error",
                                        "err"};
constexpr std::string_view kMessages[] = {"message",
                                          "msg",
                                          "MESSAGE",
                                          "log",
                                          "textPayload",
                                          "jsonPayload.message",
                                          "jsonPayload.msg",
                                          "RenderedMessage",
                                          "Message",
                                          "@m",
                                          "@mt",
                                          "MessageTemplate",
                                          "body",
                                          "Body",
                                          "short_message",
                                          "event",
                                          "detail",
                                          "reason",
                                          "text"};
constexpr std::string_view kLevels[] = {
    "level", "severity", "lvl",       "loglevel",       "log.level",    "PRIORITY",     "LogLevel",
    "Level", "@l",       "levelname", "error_severity", "severityText", "SeverityText", "s"};
constexpr std::string_view kCodes[] = {"state_code", "error.code", "err.code",       "code",
                                       "error_code", "errorCode",  "exception.code", "errno"};
constexpr std::string_view kPrograms[] = {"SYSLOG_IDENTIFIER", "service.name", "service", "app",
                                          "logger"};

constexpr std::size_t kMostLongTexts = 4;

// An object in a line.
struct LineObject {
  std::string_view text;
  Document document;
};

bool read_object(std::string_view line, LineObject& object) {
  const std::size_t begin = line.find('{');
  if (begin == std::string_view::npos || !line.ends_with('}')) return false;
  // After a prefix an object without quoted names is some program's own notation.
  if (line.find('"', begin) == std::string_view::npos) return false;
  object.text = line.substr(begin);
  if (!parse_json(object.text, Dialect::kJson, object.document).empty()) return false;
  return !object.document.empty() && object.document.root().is(Kind::kObject);
}

std::uint32_t value_named(const LineObject& line, std::string_view name) {
  const Document& document = line.document;
  const std::uint32_t whole = document.member(0, name);
  const std::size_t dot = name.find('.');
  if (whole != Document::kNoNode || dot == std::string_view::npos) return whole;
  const std::uint32_t outer = document.member(0, name.substr(0, dot));
  if (outer == Document::kNoNode || !document[outer].is(Kind::kObject)) return Document::kNoNode;
  return document.member(outer, name.substr(dot + 1));
}

std::string text_at(const LineObject& line, std::uint32_t value) {
  if (value == Document::kNoNode) return {};
  const Node& node = line.document[value];
  if (node.is(Kind::kString) || node.is(Kind::kNumber)) return std::string(node.text);
  if (!node.is(Kind::kArray)) return {};
  return bytes_of_array(line.text.substr(node.span.begin, node.span.size()));
}

std::string text_named(const LineObject& line, Names names) {
  for (const std::string_view name : names) {
    std::string text = text_at(line, value_named(line, name));
    if (!text.empty()) return text;
  }
  return {};
}

bool has_line_end(std::string_view text) {
  return trimmed(text, "\r\n \t").find('\n') != std::string_view::npos;
}

// `Type: message`, as a program prints an exception.
std::string described_error(const LineObject& line) {
  std::string type = text_named(line, kErrorTypes);
  std::string said = text_named(line, kErrorMessages);
  // A name like `Error` alone says nothing, and a message may begin with the type.
  if (type == "Error" || said.starts_with(type)) type.clear();
  if (!type.empty() && !said.empty()) return type + ": " + said;
  return said.empty() ? type : said;
}

void note_beside(const LineObject& line, Message& message) {
  message.gravity = gravity_named(text_named(line, kLevels));
  message.code = text_named(line, kCodes);
  message.program = text_named(line, kPrograms);
  if (value_named(line, "state_code") != Document::kNoNode) message.program = "postgres";
  if (message.code == "0" || message.code == "00000") message.code.clear();
}

void take_pair(const std::string& key, std::string value, Message& message, std::string& error) {
  if (key == "msg" || key == "message") {
    message.text = std::move(value);
  } else if (key == "err" || key == "error" || key == "exception") {
    error = std::move(value);
  } else if (key == "level" || key == "lvl" || key == "severity") {
    message.gravity = gravity_named(value);
  } else if (key == "code") {
    message.code = std::move(value);
  }
}

}  // namespace

Gravity gravity_named(std::string_view level) {
  static const RE2 fatal(
      "(?i)(fatal|fata|ftl|critical|crit|emerg|emergency|alert|panic|pani|pnc|severe|f|60|0|1|2)");
  static const RE2 error("(?i)(error|erro|err|eror|err!|fail|e|50|3)");
  if (RE2::FullMatch(re2_piece(level), fatal)) return Gravity::kFatal;
  if (RE2::FullMatch(re2_piece(level), error)) return Gravity::kError;
  return level.empty() ? Gravity::kUnsaid : Gravity::kMild;
}

std::optional<Message> message_of_json(std::string_view line) {
  LineObject object;
  if (!read_object(line, object)) return {};
  Message message;
  note_beside(object, message);
  for (const std::string& text : {described_error(object), text_named(object, kErrorTexts),
                                  text_named(object, kMessages), text_named(object, kStacks)}) {
    message.text = line_of_log(text);
    if (!message.text.empty()) return message;
  }
  return {};
}

std::vector<std::string> long_texts_of_json(std::string_view line, Message& beside) {
  LineObject object;
  std::vector<std::string> texts;
  if (!read_object(line, object)) return texts;
  note_beside(object, beside);
  bool is_long = false;
  for (const Names names : {Names(kMessages), Names(kStacks)}) {
    for (const std::string_view name : names) {
      std::string text = text_at(object, value_named(object, name));
      if (text.empty() || (names.data() == kStacks && !has_line_end(text))) continue;
      is_long = is_long || has_line_end(text);
      texts.push_back(std::move(text));
      break;
    }
  }
  const std::string described = described_error(object);
  // An error in one line says it all; the stack beside it is that of the logger.
  const std::string error = text_named(object, kErrorTexts);
  if (described.empty() && !error.empty() && !has_line_end(error)) is_long = false;
  if (is_long && !described.empty() && texts.size() < kMostLongTexts) texts.push_back(described);
  if (!is_long) texts.clear();
  return texts;
}

std::optional<Message> message_of_logfmt(std::string_view line) {
  static const RE2 pair(R"re(\s*([A-Za-z_][\w.]*)=("(?:[^"\\]|\\.)*"|[^\s"]*))re");
  static const RE2 sign(R"re((?:^|\s)(?:msg|message|err|error|exception)=)re");
  if (!RE2::PartialMatch(re2_piece(line), sign)) return {};
  // A message may stand in front of the pairs, between quotes or not.
  static const RE2 front(R"re(("(?:[^"\\]|\\.)+"|[^="]*?)\s+[A-Za-z_][\w.]*=)re");
  re2::StringPiece rest = re2_piece(line);
  re2::StringPiece begin = rest;
  Message message;
  std::string error, key, value, head;
  const bool has_front =
      !RE2::Consume(&begin, pair, &key, &value) && RE2::Consume(&begin, front, &head);
  if (has_front) rest.remove_prefix(head.size());
  std::size_t pairs = 0;
  while (RE2::Consume(&rest, pair, &key, &value)) {
    ++pairs;
    take_pair(key, unquoted(value), message, error);
  }
  const bool is_whole = rest.empty() && has_front && error.find(' ') != std::string::npos;
  if (has_front ? !is_whole : pairs < 2) return {};
  message.text = line_of_log(error.empty() ? message.text : error);
  if (message.text.empty()) return {};
  return message;
}

std::optional<Message> message_of_markup(std::string_view line) {
  static const RE2 title(R"((?i)(?:.*<)?<?(?:title|h1)>([^<>]+)</(?:title|h1)>.*)");
  if (line.find("</") == std::string_view::npos) return {};
  Message message;
  if (!RE2::FullMatch(re2_piece(line), title, &message.text)) return {};
  return message;
}

}  // namespace kbc
