#pragma once

// Finds entries by words, from the tables of an index as they lie: nothing is made when one is
// opened. Needs the reader and nothing else. docs/search.md says what is found and in which order.
//
//   std::string error;
//   const auto index = kbx::Index::open("kb.kbx", error);
//   const auto searcher = kbc::Searcher::over(*index, error);
//   kbc::SearchScratch scratch;
//   const kbc::Found found = searcher->search("port in use", {}, scratch);

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kbx/index.h"
#include "search/word_tables.h"

namespace kbc {

// Further words of a query do not count.
inline constexpr std::size_t kMostQueryWords = 64;

struct SearchOptions {
  std::size_t most = 10;    // hits
  std::string_view domain;  // of the entries; empty for all
};

struct SearchHit {
  std::uint32_t entry = 0;  // a number of the index
  double score = 0;         // above 0
  std::uint64_t words = 0;  // bit n: it has word n of the query
};

// What was found for a query.
struct Found {
  std::vector<std::string> words;  // of the query, folded, each once
  std::uint64_t known = 0;         // bit n: some entry of the index has word n
  std::vector<SearchHit> hits;     // the best first; equal ones in the order of ids
  std::size_t total = 0;  // entries that have a word, also those that are not among the hits
};

// What a search works in; keep one for each thread. It takes 32 bytes for each entry.
class SearchScratch {
 private:
  friend class SearchRun;

  // What an entry has got so far; zeros between two searches.
  struct Slot {
    std::uint64_t score = 0;
    std::uint64_t words = 0;
    std::uint64_t best = 0;  // what the entry has got for the word that is being looked at
    std::uint32_t word = 0;  // 1 + its number
  };
  std::vector<Slot> slots_;  // by entry
  std::vector<std::uint32_t> touched_;
};

// May be used by several threads at once. Views the index, which may be moved, but must not be
// destroyed before it.
class Searcher {
 public:
  // Nothing, and a sentence in error, for an index without words.
  static std::optional<Searcher> over(const kbx::Index& index, std::string& error);
  static std::optional<Searcher> over(const kbx::Index&& index, std::string& error) = delete;

  // In time in proportion to the query and to the entries that have its words.
  Found search(std::string_view query, const SearchOptions& options, SearchScratch& scratch) const;

  const kbx::KnowledgeBase<kbx::Mapped>& entries() const { return entries_; }
  const WordTables& tables() const { return tables_; }

 private:
  explicit Searcher(const kbx::Index& index) : entries_(index), tables_(index) {}

  kbx::KnowledgeBase<kbx::Mapped> entries_;  // not the Index, which may move
  WordTables tables_;
};

}  // namespace kbc
