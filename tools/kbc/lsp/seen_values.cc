#include "lsp/seen_values.h"

#include <algorithm>
#include <set>

#include "lsp/entry_search.h"
#include "parse/recognise.h"
#include "text/ascii.h"
#include "text/entry_id.h"
#include "version/spec.h"

namespace kbc {
namespace {

constexpr std::size_t kLongest = 200;    // bytes of a value that is worth being offered
constexpr std::size_t kMostOfFile = 50;  // values of one kind

// The place of the next character if it is this one, else nowhere. What an author may hide between
// the two, a comment, would be looked through for every name before it.
std::size_t next_if(std::string_view text, std::size_t at, char wanted) {
  at = text.find_first_not_of(kBlanks, at);
  return at < text.size() && text[at] == wanted ? at : std::string_view::npos;
}

// The strings after a name: its value, or the elements of the array that is its value.
template <typename Visit>
void for_each_after(std::string_view text, std::string_view name, const Visit& visit) {
  const std::string quoted = '"' + std::string(name) + '"';
  for (std::size_t at = text.find(quoted); at != std::string_view::npos;
       at = text.find(quoted, at)) {
    at += quoted.size();
    const std::size_t colon = next_if(text, at, ':');
    if (colon == std::string_view::npos) continue;
    const std::size_t bracket = next_if(text, colon + 1, '[');
    const bool is_list = bracket != std::string_view::npos;
    std::size_t next = next_if(text, (is_list ? bracket : colon) + 1, '"');
    while (next != std::string_view::npos) {
      const PlacedToken token = token_from(text, next);
      if (token.token != Token::kString) break;
      at = token.span.end;
      const std::string_view value = text.substr(next + 1, token.span.size() - 2);
      const bool is_plain = value.find('\\') == std::string_view::npos;
      if (is_plain && !value.empty() && value.size() <= kLongest) visit(value);
      const std::size_t comma = is_list ? next_if(text, at, ',') : std::string_view::npos;
      next = comma == std::string_view::npos ? comma : next_if(text, comma + 1, '"');
    }
  }
}

void add(std::string_view value, std::vector<std::string>& values) {
  if (values.size() == kMostOfFile) return;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.emplace_back(value);
}

}  // namespace

void SeenValues::refresh(const BaseView& view) {
  for (const EntryRecord& entry : view.base.entries()) {
    const Source& source = view.sources[entry.file];
    Found& found = files_[std::string(entry.path_id)];
    if (found.text == source.text.data() && found.size == source.text.size()) continue;
    found = {source.text.data(), source.text.size(), {}};
    const auto of = [&](Of what) -> std::vector<std::string>& {
      return found.values[static_cast<std::size_t>(what)];
    };
    for_each_after(source.text, "version", [&](std::string_view value) {
      const ParsedSpec parsed = parse_version_spec(value);
      if (!parsed.spec.product.empty()) add(parsed.spec.product, of(Of::kProduct));
    });
    for_each_after(source.text, "tags", [&](std::string_view value) { add(value, of(Of::kTag)); });
    for (const std::string_view name : {"sources", "official_doc_url"}) {
      for_each_after(source.text, name, [&](std::string_view value) {
        if (value.starts_with("http")) add(value, of(Of::kUrl));
      });
    }
  }
}

std::vector<SeenValues::Seen> SeenValues::like(const BaseView& view, Of what, std::string_view part,
                                               std::string_view domain, std::size_t most) {
  refresh(view);
  const std::string lower = lower_ascii(part);
  std::map<std::string_view, std::size_t> counts;
  for (const EntryRecord& entry : view.base.entries()) {
    const auto found = files_.find(std::string(entry.path_id));
    const bool is_other = !domain.empty() && domain_of(entry.id.value) != domain;
    if (found == files_.end() || is_other) continue;
    for (const std::string& value : found->second.values[static_cast<std::size_t>(what)]) {
      if (has_part(value, lower)) ++counts[value];
    }
  }
  std::vector<Seen> seen;
  for (const auto& [text, entries] : counts) seen.push_back({std::string(text), entries});
  std::stable_sort(seen.begin(), seen.end(),
                   [](const Seen& a, const Seen& b) { return a.entries > b.entries; });
  if (seen.size() > most) seen.resize(most);
  return seen;
}

}  // namespace kbc
