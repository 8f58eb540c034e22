#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "config/base_choice.h"
#include "core/result.h"
#include "driver/open_index.h"
#include "match/matcher.h"
#include "os/file_state.h"
#include "search/searcher.h"
#include "show/prose.h"

namespace kbc {

// Where a server's answers come from.
struct KnowledgePlace {
  std::string index;  // a file; empty: the entries of the knowledge base
  BaseChoice base;
  unsigned jobs = 1;  // threads that check entries
};

// What a server answers from: an index, all that looks into it, and what was found out about its
// entries. For one thread.
class Knowledge {
 public:
  static Result<Knowledge> open(const KnowledgePlace& place);
  // Of an index that is there already.
  static Knowledge over(OpenIndex index) { return {{}, std::move(index)}; }

  // To be called before each question: takes over the index that has replaced the file. A new file
  // that is no sound index is refused, once, with a sentence; the answers are from the old one
  // then.
  Status refresh();

  const kbx::Index& index() const { return held_->open.index(); }
  // Null, where the index was built without patterns or words; missing() says so.
  const Matcher* matcher() const { return held_->matcher ? &*held_->matcher : nullptr; }
  const Searcher* searcher() const { return held_->searcher ? &*held_->searcher : nullptr; }
  const std::string& missing() const { return held_->missing; }
  MatchScratch& match_scratch() { return held_->match_scratch; }
  SearchScratch& search_scratch() { return held_->search_scratch; }

  // text_faults() of the entry with this number, which are found out once.
  const std::vector<std::string_view>& faults_of(std::uint32_t entry);

  // blocks_of() each workaround of the entry. What is dangerous in a command takes longer to find
  // out than all else about a hit.
  const std::vector<std::vector<Block>>& steps_of(std::uint32_t entry);

  // The folder whose entries may be checked; null where only questions are answered.
  const BaseChoice* base() const { return place_.base.folder.empty() ? nullptr : &place_.base; }
  unsigned jobs() const { return place_.jobs; }
  // What a person is told once the answers come.
  const std::string& advice() const { return held_->open.advice(); }

 private:
  struct Held {
    explicit Held(OpenIndex index);

    OpenIndex open;
    std::optional<Matcher> matcher;
    std::optional<Searcher> searcher;
    std::string missing;
    MatchScratch match_scratch;
    SearchScratch search_scratch;
    std::unordered_map<std::uint32_t, std::vector<std::string_view>> faults;
    std::unordered_map<std::uint32_t, std::vector<std::vector<Block>>> steps;
  };

  Knowledge(KnowledgePlace place, OpenIndex index);

  KnowledgePlace place_;
  std::unique_ptr<Held> held_;
  std::optional<FileState> seen_;  // of the file, when it was opened or refused
};

}  // namespace kbc
