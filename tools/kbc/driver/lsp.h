#pragma once

#include "lsp/server.h"

namespace kbc {

// What a person, or an editor, asked of `kbc lsp`.
struct LspRequest {
  BaseOptions base;
  bool stdio = false;  // editors say so; there is no other way
};

// Serves the client on standard input until it says that it is enough, or is gone; gives the exit
// status that the Language Server Protocol wants.
int serve_lsp(const LspRequest& request);

}  // namespace kbc
