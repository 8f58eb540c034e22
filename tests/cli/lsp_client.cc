#include "cli/lsp_client.h"

#include "catch.h"
#include "cli/process.h"
#include "parse/literal.h"

namespace kbc {

std::string framed(std::string_view message) {
  return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + std::string(message);
}

std::string uri_of_test(std::string_view path) { return "file://" + std::string(path); }

std::string json_string(std::string_view text) { return quote(text); }

LspClient::LspClient(const std::vector<std::string>& arguments) {
  std::vector<std::string> command = {kbc_binary(), "lsp"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  REQUIRE(!server_.start(command));
}

void LspClient::send(std::string_view message) {
  REQUIRE(message.starts_with('{'));
  constexpr std::string_view kVersion = "\"jsonrpc\":\"2.0\",";
  const std::string_view rest = message.substr(1);
  const std::string version(rest.starts_with(kVersion) ? "" : kVersion);
  REQUIRE(server_.send(framed("{" + version + std::string(rest))));
}

std::string LspClient::receive() {
  for (;;) {
    const std::size_t header = buffer_.find("\r\n\r\n");
    if (header != std::string::npos) {
      const std::size_t colon = buffer_.find(':');
      const std::size_t size = std::stoul(buffer_.substr(colon + 1, header - colon));
      if (buffer_.size() >= header + 4 + size) {
        std::string message = buffer_.substr(header + 4, size);
        buffer_.erase(0, header + 4 + size);
        return message;
      }
    }
    std::string more;
    if (!server_.receive(more)) return {};
    buffer_ += more;
  }
}

// A question about findings is answered after all edits before it.
std::vector<std::string> LspClient::settle() {
  send(R"({"id":"settled","method":"textDocument/diagnostic",)"
       R"("params":{"textDocument":{"uri":"untitled:none"}}})");
  std::vector<std::string> came;
  for (;;) {
    std::string message = receive();
    if (message.empty() || message.find(R"("id":"settled")") != std::string::npos) return came;
    came.push_back(std::move(message));
  }
}

}  // namespace kbc
