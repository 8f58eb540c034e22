#include "config/named_files.h"

#include <filesystem>
#include <string_view>

#include "core/result.h"
#include "load/discover.h"
#include "load/source.h"
#include "parse/document.h"
#include "parse/parse.h"

namespace kbc {

std::vector<std::string> configuration_files(const std::string& root, const Border& border) {
  namespace fs = std::filesystem;
  std::vector<std::string> files = {(fs::path(root) / kConfigName).string()};
  const Result<std::string> text = border.read(files.front(), kMaxFileBytes, Border::By::kOperator);
  if (!text || text->size() > kMaxFileBytes) return files;
  Document document;
  parse_json(*text, Dialect::kJsonWithComments, document);
  if (document.empty() || !document[0].is(Kind::kObject)) return files;
  for (const std::string_view name : {"schema", "taxonomy", "baseline"}) {
    const std::uint32_t value = document.member(0, name);
    if (value == Document::kNoNode || !document[value].is(Kind::kString)) continue;
    files.push_back((fs::path(root) / document[value].text).lexically_normal().string());
  }
  return files;
}

}  // namespace kbc
