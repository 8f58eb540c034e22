#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// What the checks of the whole knowledge base need of one entry, once its file is put away. Owns
// the texts that it views, so that it takes all of its memory with it when it goes.
struct EntryRecord {
  FileId file = 0;
  // A number that stays the same while the file is there, whatever comes and goes beside it.
  std::uint32_t slot = 0;
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
  std::shared_ptr<const char[]> texts;            // what is viewed above; copies share it

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

using SharedRecord = std::shared_ptr<const EntryRecord>;

std::shared_ptr<EntryRecord> record_of(const Entry& entry, FileId file, bool is_sound,
                                       RegexLiterals literals = RegexLiterals::kDrop);

// All entries of a knowledge base, in the order of their files, which are numbered from 0. A copy
// is the same knowledge base and costs nothing. Safe for many threads.
class KnowledgeBase {
 public:
  // What names mean in a whole knowledge base, for whoever looks at a part of it. The answers are
  // those of the functions below, for one thread at a time.
  class Names {
   public:
    virtual ~Names() = default;
    virtual const EntryRecord* find(std::string_view id) const = 0;
    virtual const EntryRecord* find_alias(std::string_view alias) const = 0;
    virtual const std::string* find_removed(std::string_view id) const = 0;
    virtual std::optional<std::string_view> nearest_id(std::string_view id) const = 0;
  };

  explicit KnowledgeBase(std::vector<SharedRecord> entries, RemovedIds removed = {});

  // A part of a knowledge base: only these entries are looked at, in the order of their files, but
  // names mean what they mean in the whole. Views the records and the names.
  KnowledgeBase(std::vector<std::reference_wrapper<const EntryRecord>> entries, const Names& names);

  // In the order of their files; of a whole knowledge base by the numbers of these.
  const std::vector<std::reference_wrapper<const EntryRecord>>& entries() const;

  // The entry of a file. Requires: it is there.
  const EntryRecord& of_file(FileId file) const;

  // The first entry with this id, or null.
  const EntryRecord* find(std::string_view id) const;

  // The first entry with this alias, or null.
  const EntryRecord* find_alias(std::string_view alias) const;

  // Why there is no entry with this id any more; null when that is not recorded.
  const std::string* find_removed(std::string_view id) const;

  // The id nearest to a mistaken one, if one is near.
  std::optional<std::string_view> nearest_id(std::string_view id) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace kbc
