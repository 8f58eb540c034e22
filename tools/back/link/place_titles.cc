#include "link/place_titles.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "kbx/format.h"

namespace kbc {
namespace {

using kbx::Section;

// The texts that entries have in the field at this place of their rows.
std::set<StringId> texts_in(std::size_t field, const std::vector<Unit>& units) {
  std::set<StringId> texts;
  for (std::size_t number = 0; number < kTextFields.size(); ++number) {
    if (kTextFields[number].at != field) continue;
    for (const Unit& unit : units) texts.insert(unit.entry->texts[number]);
  }
  return texts;
}

void add_titles(const Taxonomy::Names& names, const char* field, StringPool& texts,
                Titles& titles) {
  for (const auto& [name, title] : names) {
    if (title.empty()) continue;
    titles.push_back({kbx::entry_at(field), texts.intern(name), texts.intern(title)});
  }
}

}  // namespace

Titles titles_of(const Taxonomy& taxonomy, StringPool& texts) {
  Titles titles;
  add_titles(taxonomy.domains, "domain", texts, titles);
  add_titles(taxonomy.categories, "category", texts, titles);
  add_titles(taxonomy.root_cause_types, "root_cause_type", texts, titles);
  return titles;
}

void place_titles(const Titles& titles, const Pools& pools, const std::vector<Unit>& units,
                  Image& image) {
  std::map<std::size_t, std::set<StringId>> had;
  std::map<std::pair<std::size_t, std::string_view>, const Title*> in_order;
  for (const Title& title : titles) {
    const auto [texts, is_new] = had.try_emplace(title.field);
    if (is_new) texts->second = texts_in(title.field, units);
    if (!texts->second.contains(title.name)) continue;
    in_order.emplace(std::pair(title.field, pools.texts.text(title.name)), &title);
  }
  RowTable rows;
  for (const auto& [key, title] : in_order) {
    rows.start(kbx::info_of(Section::kTitles).stride);
    put_text_row(rows, kbx::TitleAt::kName, title->name, pools.texts, image.strings);
    put_text_row(rows, kbx::TitleAt::kTitle, title->title, pools.texts, image.strings);
    rows.put32(kbx::TitleAt::kField, static_cast<std::uint32_t>(title->field));
  }
  image[Section::kTitles] = rows.take();
}

}  // namespace kbc
