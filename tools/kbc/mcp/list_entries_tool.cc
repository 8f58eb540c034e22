#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "driver/unknown_key.h"
#include "mcp/cursor.h"
#include "mcp/entry_text.h"
#include "mcp/tool.h"

namespace kbc {
namespace {

using kbx::Section;

constexpr std::size_t kUsualEntries = 40, kMostOfSignature = 120, kMostNames = 100;

// What the entries must have; an empty text: anything.
struct Wanted {
  std::string_view domain, category, tag, code;

  explicit Wanted(const JsonObject& arguments)
      : domain(arguments.text("domain")),
        category(arguments.text("category")),
        tag(arguments.text("tag")),
        code(arguments.text("code")) {}

  bool is_met_by(const IndexEntry& entry) const {
    const auto fits = [](std::string_view wanted, std::string_view value) {
      return wanted.empty() || wanted == value;
    };
    if (!fits(domain, entry.domain()) || !fits(category, entry.category())) return false;
    if (!fits(code, entry.error_code())) return false;
    if (tag.empty()) return true;
    for (const std::string_view one : entry.tags()) {
      if (one == tag) return true;
    }
    return false;
  }
};

// Why no entry has what is wanted; empty where one may.
std::string unknown_keys(const kbx::Index& index, const Wanted& wanted) {
  std::string why;
  if (!wanted.domain.empty()) {
    why = unknown_key<Section::kDomainKeys>(index, "is in the domain", wanted.domain);
  }
  if (why.empty() && !wanted.category.empty()) {
    why = unknown_key<Section::kCategoryKeys>(index, "is of the category", wanted.category);
  }
  if (why.empty() && !wanted.tag.empty()) {
    why = unknown_key<Section::kTagKeys>(index, "has the tag", wanted.tag);
  }
  if (why.empty() && !wanted.code.empty()) {
    why = unknown_key<Section::kCodeKeys>(index, "has the error code", wanted.code);
  }
  return why;
}

void write_counts(std::string_view name, const std::map<std::string_view, std::uint64_t>& counts,
                  ShownJson& json) {
  json.start_object(name);
  std::size_t left = kMostNames;
  for (const auto& [key, count] : counts) {
    if (left-- == 0) break;
    json.member(clipped(key, kMostOfSignature), count);
  }
  json.end_object();
}

// How many there are of each kind.
void write_statistics(const std::vector<IndexEntry>& entries, ShownJson& json) {
  std::map<std::string_view, std::uint64_t> domains, categories, resolvable;
  for (const IndexEntry& entry : entries) {
    ++domains[entry.domain()];
    ++categories[entry.category()];
    if (!entry.resolvable().empty()) ++resolvable[entry.resolvable()];
  }
  json.start_object("statistics");
  write_counts("domains", domains, json);
  write_counts("categories", categories, json);
  write_counts("resolvable", resolvable, json);
  json.end_object();
}

std::string entry_item(Knowledge& knowledge, const IndexEntry& entry) {
  ShownJson json;
  json.start_object();
  write_name(knowledge, entry, kMostOfSignature, json);
  json.end_object();
  return std::move(json).take();
}

ToolAnswer call(Knowledge& knowledge, const JsonObject& arguments) {
  const kbx::Index& index = knowledge.index();
  const Wanted wanted(arguments);
  if (std::string why = unknown_keys(index, wanted); !why.empty()) {
    return ToolAnswer::refuse(std::move(why));
  }
  std::vector<IndexEntry> entries;
  for (const IndexEntry& entry : index.entries()) {
    if (wanted.is_met_by(entry)) entries.push_back(entry);
  }
  const std::optional<std::size_t> first = items_before(index, arguments.text("cursor"));
  if (!first || *first > entries.size()) return ToolAnswer::refuse(std::string(kBadCursor));
  const bool has_room = arguments.has("max");
  ShownJson json;
  json.start_object();
  const std::size_t most = arguments.number("max").value_or(kUsualEntries);
  json.start_array("entries");
  const std::size_t end = write_page(
      *first, std::min(entries.size(), *first + most),
      (has_room ? kLongestAnswer : kUsualAnswer) * 3 / 4,
      [&](std::size_t at) { return entry_item(knowledge, entries[at]); }, json);
  json.end_array();
  json.member("total", entries.size());
  if (*first == 0) write_statistics(entries, json);
  json.key("truncated");
  json.boolean(end < entries.size());
  if (end < entries.size()) json.member("next_cursor", cursor_after(index, end));
  json.end_object();
  return ToolAnswer::of(std::move(json));
}

}  // namespace

Tool list_entries_tool() {
  return {
      .description =
          "Lists ids and signatures of all entries, or of those with a domain, category, tag or "
          "error code; and counts them by domain and category.",
      .input =
          R"({"type":"object","properties":{"domain":{"type":"string"},"category":{"type":"string"},"tag":{"type":"string"},"code":{"type":"string"},"max":{"type":"integer","minimum":1,"maximum":200},"cursor":{"type":"string"}},"additionalProperties":false})",
      .output =
          R"({"type":"object","properties":{"entries":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"signature":{"type":"string"},"text_faults":{"type":"array","items":{"type":"string"}}},"required":["id","signature"]}},"total":{"type":"integer"},"statistics":{"type":"object","properties":{"domains":{"type":"object"},"categories":{"type":"object"},"resolvable":{"type":"object"}}},"truncated":{"type":"boolean"},"next_cursor":{"type":"string"}},"required":["entries","total","truncated"]})",
      .call = call};
}

}  // namespace kbc
