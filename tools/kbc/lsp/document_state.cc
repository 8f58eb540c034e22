#include "lsp/document_state.h"

#include <utility>

#include "parse/parse.h"

namespace kbc {

const TextPositions& DocumentState::positions() const {
  if (!positions_) positions_.emplace(text_, encoding_);
  return *positions_;
}

const Document& DocumentState::json() const {
  if (!is_parsed_) parse_json(text_, Dialect::kJson, json_);
  is_parsed_ = true;
  return json_;
}

void DocumentState::replace(std::string text) {
  text_ = std::move(text);
  forget();
}

void DocumentState::replace(LspRange range, std::string_view text) {
  const Span span = positions().span_of(range);
  text_.replace(span.begin, span.size(), text);
  forget();
}

}  // namespace kbc
