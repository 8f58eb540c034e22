// Term at a time, with one accumulator an entry (Zobel and Moffat: Inverted Files for Text Search
// Engines, 2006): each word of the query adds its rarity, as BM25 has it, times an impact that was
// reckoned when the index was made (back/link/place_words.cc). Whole numbers, so that every machine
// finds the same order. Costs the postings of the words that are asked for, and a heap for the
// best.
#include "search/search_run.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "kbx/postings.h"

namespace kbc {
namespace {

// A score in whole numbers: rarity in kRarityUnit, impact of 256, two weights of kFormUnit. Of 64
// words the rarest is worth 23, so that the sum is far below 64 bits.
constexpr double kRarityUnit = 4096;
constexpr double kScoreUnit = kRarityUnit * 256 * kFormUnit * kFormUnit;

}  // namespace

SearchRun::SearchRun(const Searcher& searcher, const SearchOptions& options, SearchScratch& scratch)
    : searcher_(searcher), options_(options), scratch_(scratch) {
  if (scratch_.slots_.size() < searcher.entries().size()) {
    scratch_.slots_.resize(searcher.entries().size());
  }
}

Found SearchRun::run(std::string_view query) {
  for (QueryWord& word : words_of(query, searcher_.tables())) {
    found_.words.push_back(std::move(word.text));
    add_word(word.weight);
  }
  take_best();
  return std::move(found_);
}

// The forms of a word are one word: together they are as rare as they are, and an entry gets the
// best of them. The bytes that are read for a word are at most those of all postings, which in a
// sound index lie apart.
void SearchRun::add_word(std::uint32_t weight) {
  const auto number = static_cast<std::uint32_t>(found_.words.size() - 1);
  const WordTables& tables = searcher_.tables();
  const std::vector<WordForm> forms = forms_of(found_.words[number], tables);
  if (forms.empty()) return;
  found_.known |= std::uint64_t{1} << number;
  const std::uint64_t rarity = rarity_of(forms) * weight;
  std::size_t left = searcher_.entries().storage().sections()[kbx::Section::kPostings].count;
  for (const WordForm& form : forms) {
    const std::string_view postings = tables.postings(form.word);
    if (postings.size() > left) return;
    left -= postings.size();
    add_postings(postings, rarity * form.weight, number);
  }
}

// The inverse document frequency of BM25, which is never below 0: of the word and its number where
// an index has them. Others that share the stem are found by it, but make it no more frequent.
std::uint64_t SearchRun::rarity_of(const std::vector<WordForm>& forms) const {
  const std::uint64_t all = searcher_.entries().size();
  std::uint64_t count = 0;
  for (const WordForm& form : forms) {
    if (is_same_word(form) || !is_same_word(forms.front())) {
      count += searcher_.tables().entries(form.word);
    }
  }
  count = std::min(count, all);
  const auto with = static_cast<double>(count), without = static_cast<double>(all - count);
  // What every entry has is worth next to nothing, but it is found.
  return 1 + static_cast<std::uint64_t>(std::log1p((without + 0.5) / (with + 0.5)) * kRarityUnit);
}

void SearchRun::add_postings(std::string_view postings, std::uint64_t most, std::uint32_t number) {
  for (kbx::Posting posting; kbx::next_posting(postings, posting);) {
    if (posting.entry >= searcher_.entries().size()) return;
    SearchScratch::Slot& slot = scratch_.slots_[posting.entry];
    if (slot.word == 0) scratch_.touched_.push_back(posting.entry);
    if (slot.word != number + 1) {
      slot.word = number + 1;
      slot.best = 0;
      slot.words |= std::uint64_t{1} << number;
    }
    const std::uint64_t score = most * posting.impact;
    if (score <= slot.best) continue;
    slot.score += score - slot.best;
    slot.best = score;
  }
}

bool SearchRun::is_wanted(std::uint32_t entry) const {
  return options_.domain.empty() || searcher_.entries().at(entry)->domain() == options_.domain;
}

// Keeps the best so many in a heap whose top is the worst of them, and makes the slots zeros again.
void SearchRun::take_best() {
  const auto is_better = [](const SearchHit& left, const SearchHit& right) {
    return left.score != right.score ? left.score > right.score : left.entry < right.entry;
  };
  std::vector<SearchHit>& hits = found_.hits;
  for (const std::uint32_t entry : scratch_.touched_) {
    SearchScratch::Slot& slot = scratch_.slots_[entry];
    const SearchHit hit{entry, static_cast<double>(slot.score) / kScoreUnit, slot.words};
    slot = {};
    if (!is_wanted(entry)) continue;
    ++found_.total;
    const bool is_full = hits.size() >= options_.most;
    if (is_full && (hits.empty() || !is_better(hit, hits.front()))) continue;
    if (is_full) {
      std::pop_heap(hits.begin(), hits.end(), is_better);
      hits.pop_back();
    }
    hits.push_back(hit);
    std::push_heap(hits.begin(), hits.end(), is_better);
  }
  scratch_.touched_.clear();
  std::sort_heap(hits.begin(), hits.end(), is_better);
}

}  // namespace kbc
