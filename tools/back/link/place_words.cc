// The inverted index of `kbc search`: blocks of consecutive entries are split into terms in
// parallel, each with its sorted terms and the counts of each part; then the blocks are merged,
// term after term, and each count becomes a weight by BM25F in whole numbers. Time is that of the
// terms plus sorting them; memory is a term's bytes once for each block and some bytes for each
// posting.
#include "link/place_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/arena.h"
#include "core/parallel.h"
#include "kbx/postings.h"
#include "text/languages.h"
#include "text/terms.h"

namespace kbc {
namespace {

using kbx::Section;

// The parts of an entry between which a word makes a difference. A translation is a part of its
// own: it must not make the original seem longer.
enum Part : std::uint8_t { kName, kSignature, kRootCause, kActions, kTranslated };
constexpr std::size_t kParts = kTranslated + kTranslations.size();

constexpr Part part_of(std::string_view field) {
  if (field == "signature") return kSignature;
  return field == "root_cause" ? kRootCause : kActions;
}

// How much a word counts in each, docs/search.md says why; in a translation as in its source.
constexpr auto kWeights = [] {
  std::array<std::uint64_t, kParts> weights = {3, 4, 2, 1};
  for (std::size_t at = 0; at < kTranslations.size(); ++at) {
    weights[kTranslated + at] = weights[part_of(kTranslations[at].source->name)];
  }
  return weights;
}();
// Of k1, the parameter of saturation, and of what it is compared with.
constexpr std::uint64_t kUnit = 256;
constexpr std::uint64_t kSaturation = 307;  // 1.2
// b is 3/4: a quarter of a text's length does not count.
constexpr std::uint64_t kLengthShare = 3, kLengthWhole = 4;

// So many occurrences in one part tell as much as more would.
constexpr unsigned kCountBits = 4;
constexpr std::uint32_t kMostCount = (1U << kCountBits) - 1;
static_assert(kParts * kCountBits <= 64, "the counts of all parts are one number");

constexpr std::uint64_t kMostBytes = 0xFFFFFFFF;  // of a section
constexpr unsigned kMostBlocks = 64;              // each is asked for every word

void append_number(std::string& bytes, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  std::size_t at = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) break;
  }
  bytes.remove_prefix(at);
  return number;
}

// Calls visit(part, text) for each text of an entry that can be looked for.
template <typename Visit>
void each_text(const Pools& pools, const Unit& unit, const Visit& visit) {
  const auto text = [&](std::size_t part, StringId id) {
    if (id != kNoString) visit(part, pools.texts.text(id));
  };
  const auto field = [&](std::size_t part, TextField name) {
    text(part, unit.entry->texts[name.number]);
  };
  const auto list = [&](std::size_t part, TextListField name) {
    const Rows rows = unit.entry->text_lists[name.number];
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      text(part, unit.objects->texts[rows.first + at]);
    }
  };
  const auto actions = [&](const std::vector<ActionObject>& all, Rows rows) {
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      text(kActions, all[rows.first + at].action);
    }
  };
  field(kName, "id");
  field(kName, "error_code");
  list(kName, "tags");
  field(kSignature, "signature");
  field(kRootCause, "root_cause");
  actions(unit.objects->dead_ends, unit.entry->dead_ends);
  actions(unit.objects->workarounds, unit.entry->workarounds);
  for (std::size_t at = 0; at < kTranslations.size(); ++at) {
    const kbx::EntryField& translated = *kTranslations[at].field;
    if (kbx::is_text(translated)) {
      field(kTranslated + at, translated);
    } else {
      list(kTranslated + at, translated);
    }
  }
}

// How many words the parts of an entry have.
using Lengths = std::array<std::uint32_t, kParts>;

// The words of consecutive entries, and where they are.
class Block {
 public:
  struct Term {
    std::string_view text;
    // Of each entry that has it: its number less that of the one before (of the first, plus one),
    // and how often each part has it, kCountBits each.
    std::string found;
    std::uint32_t last = kbx::kNone;  // entry
    std::uint32_t entries = 0;
  };

  Block(const Pools& pools, const std::vector<Unit>& units, std::uint32_t begin,
        std::uint32_t end) {
    for (std::uint32_t entry = begin; entry < end; ++entry) add(pools, units[entry], entry);
    std::sort(terms_.begin(), terms_.end(),
              [](const Term& left, const Term& right) { return left.text < right.text; });
    numbers_ = {};
  }

  const std::vector<Term>& terms() const { return terms_; }  // in the order of their texts
  const std::vector<Lengths>& lengths() const { return lengths_; }

 private:
  struct Count {
    std::uint32_t term = 0;
    std::uint64_t in_parts = 0;
  };

  void add(const Pools& pools, const Unit& unit, std::uint32_t entry) {
    Lengths& lengths = lengths_.emplace_back();
    counts_.clear();
    each_text(pools, unit, [&](std::size_t part, std::string_view text) {
      words_.split(text);
      lengths[part] += static_cast<std::uint32_t>(words_.size());
      for (std::size_t at = 0; at < words_.size(); ++at) count(words_[at], part, entry);
    });
    for (const Count& found : counts_) append_number(terms_[found.term].found, found.in_parts);
  }

  // What an entry adds to `found` of a term begins with the entry's number; the counts follow when
  // all of the entry has been read.
  void count(std::string_view text, std::size_t part, std::uint32_t entry) {
    const std::uint32_t number = number_of(text);
    Term& term = terms_[number];
    if (term.last != entry) {
      append_number(term.found, entry - term.last);
      term.last = entry;
      ++term.entries;
      places_[number] = static_cast<std::uint32_t>(counts_.size());
      counts_.push_back({number, 0});
    }
    std::uint64_t& in_parts = counts_[places_[number]].in_parts;
    const std::size_t shift = kCountBits * part;
    if ((in_parts >> shift & kMostCount) < kMostCount) in_parts += std::uint64_t{1} << shift;
  }

  std::uint32_t number_of(std::string_view text) {
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(terms_.size());
    Term& term = terms_.emplace_back();
    term.text = arena_.copy(text);
    places_.push_back(0);
    numbers_.emplace(term.text, number);
    return number;
  }

  Arena arena_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> places_;  // by term: in counts_
  std::vector<Count> counts_;          // of one entry
  std::vector<Lengths> lengths_;       // by entry
  Terms words_{Terms::Use::kText};
};

// A part of all entries together.
struct Total {
  std::uint64_t words = 0;
  std::uint64_t holders = 0;  // entries in which it has any
};

class WordPlacer {
 public:
  WordPlacer(std::vector<std::unique_ptr<Block>> blocks, std::uint32_t block_entries)
      : blocks_(std::move(blocks)), block_entries_(block_entries) {
    for (const auto& block : blocks_) {
      for (const Lengths& lengths : block->lengths()) {
        for (std::size_t part = 0; part < kParts; ++part) {
          totals_[part].words += lengths[part];
          totals_[part].holders += lengths[part] > 0 ? 1 : 0;
        }
      }
    }
  }

  bool place(Image& image) {
    std::vector<std::size_t> next(blocks_.size(), 0);  // by block: of its terms
    for (std::string_view text = least(next); !text.empty(); text = least(next)) {
      place_term(text, next);
      if (texts_.size() > kMostBytes || postings_.size() > kMostBytes) return false;
    }
    put_row();  // the ends of the last
    image[Section::kTermTexts] = std::move(texts_);
    image[Section::kTerms] = rows_.take();
    image[Section::kPostings] = std::move(postings_);
    return true;
  }

 private:
  // The first term that has not been placed; empty after the last.
  std::string_view least(const std::vector<std::size_t>& next) const {
    std::string_view least;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      const std::vector<Block::Term>& terms = blocks_[block]->terms();
      if (next[block] == terms.size()) continue;
      const std::string_view text = terms[next[block]].text;
      if (least.empty() || text < least) least = text;
    }
    return least;
  }

  void place_term(std::string_view text, std::vector<std::size_t>& next) {
    put_row();
    std::uint32_t entries = 0;
    kbx::Posting last;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
      const std::vector<Block::Term>& terms = blocks_[block]->terms();
      if (next[block] == terms.size() || terms[next[block]].text != text) continue;
      place_postings(terms[next[block]++], *blocks_[block],
                     static_cast<std::uint32_t>(block) * block_entries_, last, entries);
    }
    texts_ += text;
    rows_.put32(kbx::TermAt::kEntries, entries);
  }

  void place_postings(const Block::Term& term, const Block& block, std::uint32_t first,
                      kbx::Posting& last, std::uint32_t& entries) {
    std::string_view found = term.found;
    for (std::uint32_t entry = kbx::kNone; !found.empty(); ++entries) {
      entry += static_cast<std::uint32_t>(take_number(found));
      const std::uint64_t in_parts = take_number(found);
      append_number(postings_, entry - last.entry);
      postings_ += static_cast<char>(impact(in_parts, block.lengths()[entry - first]));
      last.entry = entry;
    }
  }

  void put_row() {
    rows_.start(kbx::info_of(Section::kTerms).stride);
    rows_.put32(kbx::TermAt::kText, static_cast<std::uint32_t>(texts_.size()));
    rows_.put32(kbx::TermAt::kPostings, static_cast<std::uint32_t>(postings_.size()));
  }

  // BM25F without the rarity of the word: Robertson and Zaragoza, "The Probabilistic Relevance
  // Framework: BM25 and Beyond", 2009, section 3.6. In whole numbers, so that every machine writes
  // the same. A count has 4 bits, a weight 3 and the words of all entries fewer than 40, so that no
  // product comes near 64.
  std::uint32_t impact(std::uint64_t in_parts, const Lengths& lengths) const {
    std::uint64_t frequency = 0;  // in kUnit
    for (std::size_t part = 0; part < kParts; ++part) {
      const std::uint64_t count = in_parts >> (kCountBits * part) & kMostCount;
      if (count == 0) continue;
      const Total& total = totals_[part];
      const std::uint64_t length = kLengthShare * lengths[part] * total.holders;
      const std::uint64_t norm = (kLengthWhole - kLengthShare) * total.words + length;
      frequency += kWeights[part] * count * kUnit * kLengthWhole * total.words / norm;
    }
    return static_cast<std::uint32_t>(
        std::max<std::uint64_t>(1, 255 * frequency / (frequency + kSaturation)));
  }

  std::vector<std::unique_ptr<Block>> blocks_;
  std::uint32_t block_entries_;
  std::array<Total, kParts> totals_{};
  std::string texts_, postings_;
  RowTable rows_;
};

}  // namespace

bool place_words(const Pools& pools, const std::vector<Unit>& units, unsigned jobs, Image& image) {
  const auto count = static_cast<std::uint32_t>(units.size());
  const std::uint32_t block_entries = count / std::clamp(jobs, 1U, kMostBlocks) + 1;
  std::vector<std::unique_ptr<Block>> blocks((count + block_entries - 1) / block_entries);
  parallel_for(
      blocks.size(), jobs,
      [&](std::size_t block, unsigned) {
        const auto begin = static_cast<std::uint32_t>(block) * block_entries;
        blocks[block] = std::make_unique<Block>(pools, units, begin,
                                                std::min(count - begin, block_entries) + begin);
      },
      1);
  return WordPlacer(std::move(blocks), block_entries).place(image);
}

}  // namespace kbc
