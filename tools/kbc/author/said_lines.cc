#include "author/said_lines.h"

#include <algorithm>
#include <utility>

#include "author/plain_line.h"
#include "author/structured_line.h"
#include "decode/readings.h"

namespace kbc {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

SaidLines::SaidLines(const LogText& log) {
  for (const LogText::Line& line : log.lines()) {
    if (add_long_texts(line)) continue;
    if (has(line.text, "#012") || has(line.text, "\\012") || has(line.text, "\\n")) {
      std::string written = as_written(line.text.substr(0, kMostOfLine));
      if (has(written, "\n")) {
        add_parts(std::move(written), line.number, nullptr);
        continue;
      }
    }
    lines_.push_back({line.text, line.number, nullptr});
  }
}

bool SaidLines::add_long_texts(const LogText::Line& line) {
  if (line.text.size() > kMostOfLine || !has(line.text, "{\"") || !has(line.text, "\\n")) {
    return false;
  }
  Message beside;
  std::vector<std::string> texts = long_texts_of_json(plain_line(line.text), beside);
  if (texts.empty()) return false;
  carriers_.push_back(std::move(beside));
  for (std::string& text : texts) add_parts(std::move(text), line.number, &carriers_.back());
  return true;
}

void SaidLines::add_parts(std::string text, std::size_t number, const Message* carrier) {
  texts_.push_back(std::move(text));
  std::string_view rest = texts_.back();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines_.push_back({rest.substr(0, end), number, carrier});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Message SaidLines::message(const Line& line) const {
  Message message = message_of(line_of_log(line.text.substr(0, kMostOfLine)));
  if (line.carrier == nullptr) return message;
  message.gravity = std::max(message.gravity, line.carrier->gravity);
  if (message.code.empty()) message.code = line.carrier->code;
  if (message.program.empty()) message.program = line.carrier->program;
  return message;
}

}  // namespace kbc
