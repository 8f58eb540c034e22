#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/text_positions.h"
#include "parse/document.h"

namespace kbc {

// A text that is open in the editor, as the client has it. For one thread.
class DocumentState {
 public:
  DocumentState(std::string uri, std::string path, std::string text, PositionEncoding encoding)
      : uri_(std::move(uri)), path_(std::move(path)), text_(std::move(text)), encoding_(encoding) {}

  DocumentState(const DocumentState&) = delete;
  DocumentState& operator=(const DocumentState&) = delete;

  const std::string& uri() const { return uri_; }    // as the client spells it
  const std::string& path() const { return path_; }  // of the file, absolute
  std::string_view text() const { return text_; }
  // Of the text, as the client counts; a number as it is written, empty where there is none.
  const std::string& version() const { return version_; }

  const TextPositions& positions() const;
  // The text as a tree, with what can be repaired repaired; empty where it is no JSON.
  const Document& json() const;

  void set_version(std::string_view version) { version_ = version; }
  // All of it, or the part in the range.
  void replace(std::string text);
  void replace(LspRange range, std::string_view text);

 private:
  void forget() {
    positions_.reset();
    is_parsed_ = false;
  }

  std::string uri_, path_, text_, version_;
  PositionEncoding encoding_;
  mutable std::optional<TextPositions> positions_;
  mutable Document json_;
  mutable bool is_parsed_ = false;
};

}  // namespace kbc
