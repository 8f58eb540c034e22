#include "lsp/base_view.h"

#include "parse/parse.h"

namespace kbc {

ReadText read_text(const BaseView& view, FileId file) {
  ReadText read;
  read.text = std::make_unique<std::string>(view.text(file));
  read.is_flawless = parse_json(*read.text, Dialect::kJson, read.document).empty();
  return read;
}

}  // namespace kbc
