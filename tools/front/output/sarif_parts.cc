#include "output/sarif_parts.h"

#include <cstdlib>
#include <limits>

#include "text/ascii.h"
#include "text/percent.h"

namespace kbc {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// Whether the byte of a path has a meaning in a URI, by RFC 3986.
bool is_reserved(std::string_view path, std::size_t at) {
  return !is_alphanumeric(path[at]) &&
         std::string_view("-._~/").find(path[at]) == std::string_view::npos;
}

}  // namespace

void start_sarif(JsonWriter& writer) {
  writer.start_object();
  writer.member("$schema", kSchema);
  writer.member("version", "2.1.0");
  writer.start_array("runs");
  writer.start_object();
}

void end_sarif(JsonWriter& writer) {
  writer.end_object();
  writer.end_array();
  writer.end_object();
}

void write_sarif_conventions(JsonWriter& writer) {
  writer.start_object("originalUriBaseIds");
  writer.start_object("%SRCROOT%");
  write_sarif_text(writer, "description",
                   "The top of the repository; outside of one, the folder in which kbc was "
                   "started.");
  writer.end_object();
  writer.end_object();
  writer.member("columnKind", "unicodeCodePoints");
  writer.start_array("newlineSequences");
  for (const std::string_view end : {"\r\n", "\n", "\r"}) writer.string(end);
  writer.end_array();
}

std::string escape_sarif_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("](")) out += '\\';
    if (text[at] == '{' || text[at] == '}') out += text[at];
    out += text[at];
  }
  return out;
}

void write_sarif_text(JsonWriter& writer, std::string_view name, std::string_view text) {
  writer.start_object(name);
  writer.member("text", escape_sarif_text(text));
  writer.end_object();
}

void write_sarif_file(std::string_view path, JsonWriter& writer) {
  const bool is_absolute = path.starts_with('/');
  writer.start_object("artifactLocation");
  writer.member("uri", (is_absolute ? "file://" : "") + percent_encoded(path, is_reserved));
  if (!is_absolute && !path.starts_with("../")) writer.member("uriBaseId", "%SRCROOT%");
  writer.end_object();
}

std::size_t most_sarif_results() {
  constexpr std::size_t kMostForGithub = 25000;
  const char* const github = std::getenv("GITHUB_ACTIONS");
  const bool is_github = github != nullptr && github == std::string_view("true");
  return is_github ? kMostForGithub : std::numeric_limits<std::size_t>::max();
}

}  // namespace kbc
