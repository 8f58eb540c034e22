#include "mcp/entry_text.h"

#include <limits>
#include <utility>

#include "driver/near_ids.h"
#include "kbx/json.h"
#include "text/entry_id.h"
#include "text/languages.h"
#include "text/ticked.h"
#include "text/utf8.h"

namespace kbc {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

// For kbx::write_json.
class EntryJson : public ShownJson {
 public:
  using ShownJson::member;
  void member(std::string_view name, std::string_view value) {
    if (name != "how") return ShownJson::member(name, value);
    key(name);
    write_steps(blocks_of(value), {}, kAll, *this);
  }
};

void write_step(const Block& block, std::string_view text, std::size_t most, ShownJson& json) {
  json.start_object();
  json.member("kind", block.is_command ? "command" : "text");
  json.member("text", clipped(text, most));
  if (block.harm) {
    json.member("harm", kEnglishLabels.harms[static_cast<std::size_t>(*block.harm)]);
  }
  json.end_object();
}

}  // namespace

std::string clipped(std::string_view text, std::size_t most) {
  std::string whole = shown(text);
  if (whole.size() <= most) return whole;
  whole.resize(character_start(whole, most));
  return whole.append(kEllipsis);
}

std::string entry_text(const IndexEntry& entry) {
  EntryJson json;
  kbx::write_json(entry, json);
  return std::move(json).take();
}

void write_steps(const std::vector<Block>& how, const Captures& captures, std::size_t most,
                 ShownJson& json) {
  json.start_array();
  for (const Block& block : how) {
    write_step(block, block.is_command ? filled(block.text, captures) : block.text, most, json);
  }
  json.end_array();
}

void write_name(Knowledge& knowledge, const IndexEntry& entry, std::size_t most, ShownJson& json) {
  json.member("id", entry.id());
  json.member("signature", clipped(entry.signature(), most));
  write_faults(knowledge, entry, json);
}

void write_faults(Knowledge& knowledge, const IndexEntry& entry, ShownJson& json) {
  const std::vector<std::string_view>& faults = knowledge.faults_of(entry.index());
  if (faults.empty()) return;
  json.start_array("text_faults");
  for (const std::string_view rule : faults) json.string(rule);
  json.end_array();
}

std::string unknown_entry(const Knowledge& knowledge, std::string_view id) {
  const std::string text = "no entry has the id or alias " + ticked(id);
  std::string near;
  for (const std::string_view one : near_ids(knowledge.index(), id)) {
    near.append(near.empty() ? "; did you mean " : ", ").append(ticked(one, kMaxIdBytes));
  }
  return text + near + (near.empty() ? "; " : "? ") + "search_entries finds entries by words";
}

}  // namespace kbc
