#include <string>
#include <utility>

#include "driver/unknown_key.h"
#include "driver/unknown_words.h"
#include "mcp/cursor.h"
#include "mcp/entry_text.h"
#include "mcp/tool.h"

namespace kbc {
namespace {

constexpr std::size_t kUsualHits = 10, kMostOfSignature = 200, kMostOfWord = 60;

std::string hit_text(Knowledge& knowledge, const Found& found, const SearchHit& hit) {
  ShownJson json;
  json.start_object();
  write_name(knowledge, *knowledge.index().at(hit.entry), kMostOfSignature, json);
  json.score(hit.score);
  json.start_array("missed");
  for (std::size_t number = 0; number < found.words.size(); ++number) {
    if ((hit.words >> number & 1) == 0) json.string(clipped(found.words[number], kMostOfWord));
  }
  json.end_array();
  json.end_object();
  return std::move(json).take();
}

void write_unknown(const Searcher& searcher, const Found& found, std::size_t room,
                   ShownJson& json) {
  std::size_t left_out = 0;
  json.start_array("unknown_words");
  for (const UnknownWord& word : unknown_words(searcher.tables(), found)) {
    ShownJson one;
    one.start_object();
    one.member("word", clipped(word.word, kMostOfWord));
    if (!word.meant.empty()) one.member("nearest", clipped(word.meant.front(), kMostOfWord));
    one.end_object();
    left_out += add_if_fits(std::move(one).take(), room, json) ? 0 : 1;
  }
  json.end_array();
  if (left_out > 0) json.member("more_unknown_words", left_out);
}

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const Searcher* const searcher = knowledge.searcher();
  if (searcher == nullptr) return ToolAnswer::refuse(knowledge.missing());
  const kbx::Index& index = knowledge.index();
  const std::string_view domain = arguments.text("domain");
  if (!domain.empty()) {
    std::string why = unknown_key<kbx::Section::kDomainKeys>(index, "is in the domain", domain);
    if (!why.empty()) return ToolAnswer::refuse(std::move(why));
  }
  const std::optional<std::size_t> before = items_before(index, arguments.text("cursor"));
  if (!before || *before > index.size()) return ToolAnswer::refuse(std::string(kBadCursor));
  const std::size_t most = arguments.number("max").value_or(kUsualHits);
  const Found found = searcher->search(arguments.text("query"), {*before + most, domain},
                                       knowledge.search_scratch());
  const std::size_t room = arguments.has("max") ? kLongestAnswer : kUsualAnswer;
  ShownJson json;
  json.start_object();
  json.start_array("hits");
  const std::size_t end = write_page(
      *before, found.hits.size(), room * 3 / 4,
      [&](std::size_t at) { return hit_text(knowledge, found, found.hits[at]); }, json);
  json.end_array();
  json.member("total", found.total);
  if (*before == 0) write_unknown(*searcher, found, room / 8, json);
  const bool is_truncated = end < found.total;
  json.key("truncated");
  json.boolean(is_truncated);
  if (is_truncated) json.member("next_cursor", cursor_after(index, end));
  json.end_object();
  return ToolAnswer::of(std::move(json));
}

}  // namespace

Tool search_entries_tool() {
  return {
      .description = "Finds entries by words, the best first, in any language they have.",
      .input =
          R"({"type":"object","properties":{"query":{"type":"string","minLength":1},"domain":{"type":"string"},"max":{"type":"integer","minimum":1,"maximum":20},"cursor":{"type":"string"}},"required":["query"],"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"hits":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"},"text_faults":{"type":"array","items":{"type":"string"}},"score":{"type":"number"},"missed":{"type":"array","items":{"type":"string"}}},"required":["id","signature","score"]}},"total":{"type":"integer"},"unknown_words":{"type":"array","items":{"type":"object","properties":{"word":{"type":"string"},"nearest":{"type":"string"}},"required":["word"]}},"more_unknown_words":{"type":"integer"},"truncated":{"type":"boolean"},"next_cursor":{"type":"string"}},"required":["hits","total","truncated"]})",
      .call = call};
}

}  // namespace kbc
