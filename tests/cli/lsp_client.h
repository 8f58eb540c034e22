#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "os/coprocess.h"

namespace kbc {

// The other end of a `kbc lsp`: sends messages, and has what came back.
class LspClient {
 public:
  explicit LspClient(const std::vector<std::string>& arguments = {"--today", "2026-01-15"});

  // A message; `jsonrpc` is added where it does not begin with it.
  void send(std::string_view message);
  // All that has come until the server has done what it was sent before, each a JSON text.
  std::vector<std::string> settle();
  // Whatever comes next; empty at the end.
  std::string receive();

 private:
  Coprocess server_;
  std::string buffer_;
};

// One message as it travels.
std::string framed(std::string_view message);

// The address of a path, in which nothing needs an escape.
std::string uri_of_test(std::string_view path);

// A text as a JSON string.
std::string json_string(std::string_view text);

}  // namespace kbc
