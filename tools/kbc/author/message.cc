#include "author/message.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "author/layouts.h"
#include "author/structured_line.h"
#include "core/re2.h"

namespace kbc {
namespace {

bool take_structure(Message& message) {
  std::optional<Message> inner = message_of_json(message.text);
  if (!inner) inner = message_of_logfmt(message.text);
  if (!inner) inner = message_of_markup(message.text);
  if (!inner) return false;
  inner->gravity = std::max(inner->gravity, message.gravity);
  if (inner->program.empty()) inner->program = message.program;
  if (inner->code.empty()) inner->code = message.code;
  message = std::move(*inner);
  return true;
}

}  // namespace

Message message_of(const std::string& line) {
  constexpr int kMostLayers = 8;
  Message message;
  message.text = line;
  for (int layer = 0; layer < kMostLayers; ++layer) {
    if (!take_structure(message) && !take_layout(message)) break;
  }
  const std::size_t begin = message.text.find_first_not_of(" \t");
  if (begin != std::string::npos) message.text.erase(0, begin);
  return message;
}

std::string without_chain(const std::string& text) {
  // What puts an exception into a chain or under a thread.
  static const RE2 link(
      R"re((?:Caused by: |\[cause\]: |---> |Exception in thread "[^"]*" |Next |Uncaught (?:\(in promise\) )?)+)re");
  re2::StringPiece rest = re2_piece(text);
  if (!RE2::Consume(&rest, link) || rest.empty()) return text;
  return std::string(rest.data(), rest.size());
}

}  // namespace kbc
