#include "lsp/file_uri.h"

#include <filesystem>

#include "text/ascii.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr std::string_view kScheme = "file://";

bool is_encoded(std::string_view path, std::size_t at) {
  return !is_alphanumeric(path[at]) &&
         std::string_view("-._~/").find(path[at]) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return {};
  uri.remove_prefix(kScheme.size());
  if (uri.starts_with("localhost/")) uri.remove_prefix(std::string_view("localhost").size());
  if (!uri.starts_with('/')) return {};
  const std::string path = percent_decoded(uri.substr(0, uri.find_first_of("?#")));
  if (path.find('\0') != std::string::npos) return {};
  std::string normal = std::filesystem::path(path).lexically_normal().string();
  if (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

std::string uri_of_path(std::string_view path) {
  return std::string(kScheme) + percent_encoded(path, is_encoded);
}

}  // namespace kbc
