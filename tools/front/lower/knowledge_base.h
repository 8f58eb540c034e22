#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/arena.h"
#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "lower/entry.h"
#include "lower/removed_ids.h"

namespace kbc {

// A text of an entry and where it is in the entry's file. Empty when absent.
struct Located {
  std::string_view value;
  Span span;
};

// One link of an entry, as the checks of the whole knowledge base see it.
struct Edge {
  LinkKind kind = LinkKind::kLeadsTo;
  bool has_words = false;     // says something that only its author can write again
  std::uint32_t ordinal = 0;  // in its list
  Span span;                  // of the link's object
  Span removal;               // Link has it
  Located target;             // the error_id
  Span probability_span;      // empty when there is no probability
  double probability = 0;
};

// What the checks of the whole knowledge base need of one entry, once its file is put away.
struct EntryRecord {
  FileId file = 0;
  Located id;  // when the file has none, the path's, with an empty span
  std::string_view path_id;
  bool is_sound = true;  // the file could be parsed; of one that could not only the id is known
  Located signature, regex, domain, root_cause;
  CaseRule case_rule = CaseRule::kIgnoreCase;  // of the regex
  std::string_view branches;                   // of the regex, by keep_branches(); when asked for
  std::vector<Located> aliases, ignores;
  std::vector<Edge> edges;
  std::array<Span, kLinkKinds> lists;  // the arrays of links, by LinkKind; empty when absent
  std::array<bool, kLinkKinds> is_doubtful = {};  // the list may have links that could not be read

  Place at_id() const { return {file, id.span, id.span.size() ? "/id" : "", {}, {}}; }
  Place at_signature() const { return {file, signature.span, "/signature", {}, {}}; }
  Place at_regex() const { return {file, regex.span, "/regex", {}, {}}; }
  Place at_alias(std::size_t index) const;
  Place at_ignore(std::size_t index) const;
  Place at_target(const Edge& edge) const;       // its error_id
  Place at_probability(const Edge& edge) const;  // its probability
  Place at_list(LinkKind kind) const;            // the array of links
};

// Whether a record keeps the literals of its regex, which costs time and memory.
enum class RegexLiterals : std::uint8_t { kDrop, kKeep };

// Owns the strings of the records that one thread makes.
class Recorder {
 public:
  EntryRecord record(const Entry& entry, FileId file, bool is_sound,
                     RegexLiterals literals = RegexLiterals::kDrop);

 private:
  Located keep(const Text& text);
  std::vector<Located> keep_all(const TextList& texts);

  Arena arena_;
};

// All entries of a knowledge base, in the order of their files.
class KnowledgeBase {
 public:
  KnowledgeBase(std::vector<EntryRecord> entries, std::vector<Recorder> owners,
                RemovedIds removed = {});

  const std::vector<EntryRecord>& entries() const { return entries_; }

  // The first entry with this id, or null.
  const EntryRecord* find(std::string_view id) const;

  // The first entry with this alias, or null.
  const EntryRecord* find_alias(std::string_view alias) const;

  // Why there is no entry with this id any more; null when that is not recorded.
  const std::string* find_removed(std::string_view id) const;

  // The id nearest to a mistaken one, if one is near. Safe for many threads.
  std::optional<std::string_view> nearest_id(std::string_view id) const;

 private:
  std::vector<Recorder> owners_;
  std::vector<EntryRecord> entries_;
  RemovedIds removed_;
  std::unordered_map<std::string_view, const EntryRecord*> by_id_;
  std::unordered_map<std::string_view, const EntryRecord*> by_alias_;
  struct Nearest;
  std::shared_ptr<Nearest> nearest_;  // built when it is first asked for
};

}  // namespace kbc
