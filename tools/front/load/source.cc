#include "load/source.h"

#include <utility>

#include "os/border.h"

namespace kbc {
Source source_from_text(std::string text, std::string display_path, std::string path_id) {
  Source source;
  source.path = std::move(display_path);
  source.path_id = std::move(path_id);
  source.too_large = text.size() > kMaxFileBytes;
  if (source.too_large) text.resize(kMaxFileBytes);
  source.size = text.size();
  source.text = std::move(text);
  return source;
}

Source load_source(const Border& border, const std::string& file, std::string display_path,
                   std::string path_id) {
  Result<std::string> text = border.read(file, kMaxFileBytes, Border::By::kEntry);
  Source source = source_from_text(text ? std::move(*text) : std::string(), std::move(display_path),
                                   std::move(path_id));
  source.file = file;
  if (!text) source.unreadable = text.error().message.substr(file.size() + 2);
  return source;
}

}  // namespace kbc
