#include "lsp/entry_search.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/ascii.h"
#include "text/entry_id.h"

namespace kbc {
namespace {

enum Tier : std::size_t { kBegins, kHas, kWords, kLetters, kTiers };

constexpr std::size_t kMostWords = 16;
constexpr std::size_t kFewLetters = 3;  // fewer are in nearly every id, in any order

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < text.size() && words.size() < kMostWords) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool has_letters(std::string_view text, std::string_view letters) {
  for (const char c : text) {
    if (!letters.empty() && lower_ascii(c) == letters.front()) letters.remove_prefix(1);
  }
  return letters.empty();
}

class Likeness {
 public:
  explicit Likeness(std::string_view typed)
      : typed_(lower_ascii(trimmed(typed))), words_(words_of(typed_)) {
    for (const char c : typed_) {
      if (is_word_byte(c)) letters_ += c;
    }
  }

  std::optional<Tier> of(const EntryRecord& entry) const {
    const std::string_view id = entry.id.value;
    const bool begins = id.size() >= typed_.size() &&
                        std::equal(typed_.begin(), typed_.end(), id.begin(),
                                   [](char a, char b) { return a == lower_ascii(b); });
    if (begins) return kBegins;
    if (has_part(id, typed_) || has_alias(entry, typed_)) return kHas;
    const bool has_all = std::all_of(words_.begin(), words_.end(), [&](std::string_view word) {
      return has_part(id, word) || has_part(entry.signature.value, word) || has_alias(entry, word);
    });
    if (has_all && !words_.empty()) return kWords;
    if (letters_.size() >= kFewLetters && has_letters(id, letters_)) return kLetters;
    return {};
  }

 private:
  static bool has_alias(const EntryRecord& entry, std::string_view part) {
    return std::any_of(entry.aliases.begin(), entry.aliases.end(),
                       [&](const Located& alias) { return has_part(alias.value, part); });
  }

  std::string typed_;
  std::vector<std::string_view> words_;  // of it
  std::string letters_;
};

}  // namespace

bool has_part(std::string_view text, std::string_view lower) {
  if (lower.empty()) return true;
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char a, char b) { return lower_ascii(a) == b; }) != text.end();
}

std::vector<const EntryRecord*> entries_like(const KnowledgeBase& base, std::string_view typed,
                                             std::string_view domain, std::size_t most) {
  const Likeness likeness(typed);
  // Of each tier those of the domain, then the others.
  std::array<std::array<std::vector<const EntryRecord*>, 2>, kTiers> found;
  for (const EntryRecord& entry : base.entries()) {
    if (entry.id.value.empty()) continue;
    const std::optional<Tier> tier = likeness.of(entry);
    if (!tier) continue;
    const bool is_other = domain_of(entry.id.value) != domain;
    std::vector<const EntryRecord*>& like = found[*tier][is_other ? 1 : 0];
    if (like.size() < most) like.push_back(&entry);
  }
  std::vector<const EntryRecord*> all;
  for (const auto& tier : found) {
    for (const auto& like : tier) {
      const std::size_t room = most - all.size();
      all.insert(all.end(), like.begin(),
                 like.begin() + static_cast<std::ptrdiff_t>(std::min(room, like.size())));
    }
  }
  return all;
}

}  // namespace kbc
