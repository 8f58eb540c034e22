#include "author/catalogue.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

#include "match/matcher.h"
#include "match/rank.h"
#include "search/searcher.h"

namespace kbc {
namespace {

using Match = KnownEntry::Match;

// Gathers entries, each once.
class Nearest {
 public:
  Nearest(const kbx::Index& index, std::size_t most) : index_(index), most_(most) {}

  void add(std::uint32_t number, Match match) {
    if (known_.size() == most_) return;
    const auto entry = index_.at(number);
    const bool is_there = std::any_of(known_.begin(), known_.end(), [&](const KnownEntry& known) {
      return known.id == entry->id();
    });
    if (!is_there)
      known_.push_back({std::string(entry->id()), std::string(entry->signature()), match});
  }

  void add_matches(const std::string& message, const std::string& context) {
    std::string error;
    const std::optional<Matcher> matcher = Matcher::over(index_, error);
    if (!matcher) return;
    MatchScratch scratch;
    std::vector<Hit> hits;
    for (const auto& [text, match] :
         {std::pair(&message, Match::kMessage), std::pair(&context, Match::kNearby)}) {
      matcher->match(*text, scratch, hits);
      for (const RankedHit& hit : rank(*matcher, *text, hits, {}, scratch)) add(hit.entry, match);
    }
  }

  void add_found(const std::string& words) {
    std::string error;
    const std::optional<Searcher> searcher = Searcher::over(index_, error);
    if (!searcher) return;
    SearchScratch scratch;
    const Found found = searcher->search(words, {most_, {}}, scratch);
    for (const SearchHit& hit : found.hits) {
      const auto has = static_cast<std::size_t>(std::popcount(hit.words));
      if (2 * has >= found.words.size()) add(hit.entry, Match::kNone);
    }
  }

  std::vector<KnownEntry> take() { return std::move(known_); }

 private:
  const kbx::Index& index_;
  std::size_t most_;
  std::vector<KnownEntry> known_;
};

}  // namespace

Result<Catalogue> Catalogue::read(const Config& config) {
  Result<OpenIndex> open =
      open_index(config, Patterns::kPlace, Words::kPlace, Unreadable::kIsLeftOut);
  if (!open) return open.error();
  return Catalogue(std::move(*open));
}

std::optional<std::string> Catalogue::taken(std::string_view id) const {
  const auto entry = open_.index().find(id);
  if (!entry) return {};
  if (entry->id() == id) return "the id of an entry";
  return "an alias of `" + std::string(entry->id()) + '`';
}

std::vector<KnownEntry> Catalogue::nearest(const std::string& message, const std::string& context,
                                           const std::string& signature, std::size_t most) const {
  Nearest nearest(open_.index(), most);
  nearest.add_matches(message, context);
  nearest.add_found(signature);
  return nearest.take();
}

}  // namespace kbc
