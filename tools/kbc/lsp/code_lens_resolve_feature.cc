#include "lsp/answers.h"
#include "lsp/file_uri.h"
#include "lsp/lens.h"

namespace kbc {
namespace {

std::string title_of(const FeatureRequest& request, std::string_view uri) {
  const std::optional<std::string> path = path_of_uri(uri);
  for (BaseState* const base : request.bases) {
    const std::optional<FileId> file = path ? base->file_at(*path) : std::nullopt;
    if (!file || *file >= base->records().entries().size()) continue;
    return lens_title(view_of(*base), *file);
  }
  return "gone";
}

FeatureRefusal answer(const FeatureRequest& request, JsonWriter& result) {
  result.start_object();
  result.key("range");
  write_range(read_range(request.params.object("range")), result);
  result.start_object("command");
  result.member("title", title_of(request, request.params.object("data").text("uri")));
  // There is nothing to be done: it is to be read.
  result.member("command", "");
  result.end_object();
  result.end_object();
  return {};
}

}  // namespace

Feature code_lens_resolve_feature() { return {.answer = answer, .needs_document = false}; }

}  // namespace kbc
