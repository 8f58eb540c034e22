#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/pair_set.h"
#include "lower/knowledge_base.h"

namespace kbc {

// What entries can have in common so that a rule looks at them together.
enum class Fact : std::uint8_t {
  kId,
  kLowerId,    // the id in lower case
  kPath,       // the id that the path says
  kAlias,      // one of the aliases
  kTarget,     // what one of the links names
  kRegex,      // of letter by letter the same
  kSignature,  // in lower case
  kText,       // a signature in its domain, byte by byte
};

// A number that an entry keeps while others come and go: EntryRecord::slot.
using Slot = std::uint32_t;

// The entries of a knowledge base by what they have in common, while they come, change and go.
// Views the records. It says what names mean in the whole knowledge base, for whoever looks at a
// part.
class FactIndex final : public KnowledgeBase::Names {
 public:
  // Takes the place of what was there. Views `removed` as well.
  void fill(const std::vector<SharedRecord>& entries, const RemovedIds& removed);

  // The same records, which may have other numbers or be elsewhere, and the same removed ids.
  void rebind(const std::vector<SharedRecord>& entries);
  void rebind(const RemovedIds& removed) { removed_ = &removed; }

  // Of one entry; null where it was not there before, or is no more.
  void replace(const EntryRecord* before, const EntryRecord* now);

  // After the last of some changes: the targets of links to which no entry answers, and for which
  // the nearest id is another than before.
  std::vector<std::string> renew_suggestions();

  std::size_t size() const { return size_; }
  const std::vector<const EntryRecord*>& by_slot() const { return by_slot_; }
  const EntryRecord& at(Slot slot) const { return *by_slot_[slot]; }
  bool has(Slot slot) const { return slot < by_slot_.size() && by_slot_[slot] != nullptr; }

  // The entries with this fact, in no particular order, and the first of them by their files.
  std::vector<const EntryRecord*> with(Fact fact, std::string_view text) const;
  const EntryRecord* first_with(Fact fact, std::string_view text) const;

  // The entries whose signatures have this key (text/similarity.h), but of those that are the same
  // byte for byte only the first, by their ranks.
  std::vector<const EntryRecord*> ranked_with_key(std::uint64_t key) const;
  bool is_first_of_its_text(const EntryRecord& entry) const;

  const EntryRecord* find(std::string_view id) const override;
  const EntryRecord* find_alias(std::string_view alias) const override;
  const std::string* find_removed(std::string_view id) const override;
  std::optional<std::string_view> nearest_id(std::string_view id) const override;

 private:
  struct NearestIds;

  template <typename Visit>
  void for_each_with(Fact fact, std::string_view text, const Visit& visit) const;
  void touch(const EntryRecord* before, const EntryRecord* now);
  bool is_unresolved(std::string_view target) const;
  std::optional<std::string> nearest_to(std::string_view target) const;

  const RemovedIds* removed_ = nullptr;
  std::size_t size_ = 0;
  std::vector<const EntryRecord*> by_slot_;  // null where there is none
  PairSet facts_;
  // The targets to which no entry answers, with the id that is nearest.
  std::map<std::string, std::optional<std::string>, std::less<>> unresolved_;
  mutable std::shared_ptr<const NearestIds> nearest_;  // made when it is asked for
  // Since the suggestions were renewed: texts that came or went as names or targets, and ids with
  // whether an entry had them.
  std::set<std::string, std::less<>> touched_;
  std::map<std::string, bool, std::less<>> touched_ids_;
};

// The text of an entry for Fact::kText.
std::string text_in_domain(const EntryRecord& entry);

}  // namespace kbc
