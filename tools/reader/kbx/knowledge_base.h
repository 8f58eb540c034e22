#ifndef KBX_KNOWLEDGE_BASE_H_
#define KBX_KNOWLEDGE_BASE_H_

// The questions that a knowledge base answers, whatever its storage. C++17.

#include <cstdint>
#include <string_view>

#include "kbx/entry.h"
#include "kbx/lookup.h"
#include "kbx/view.h"

namespace kbx {

// Reads the entry whose row stands in a row of kRows.
template <typename S, Section kRows>
struct EntryReader {
  static constexpr Entry<S> read(const S& storage, std::uint32_t row) {
    return Entry<S>::read(storage, load32(storage.template row<kRows>(row)));
  }
};

// Reads a link that leads to an entry.
template <typename S>
struct IncomingReader {
  static constexpr Link<S> read(const S& storage, std::uint32_t row) {
    return Link<S>::read(storage, load32(storage.template row<Section::kIncomingLinks>(row)));
  }
};

// A key that several entries share, a domain say, and how many they are.
template <typename S, Section kKeys>
struct KeyReader {
  struct Key {
    std::string_view name;
    std::uint32_t entries;
  };
  static constexpr Key read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<kKeys>(row);
    return {text_at(storage, at + KeyAt::kText), load32(at + KeyAt::kEntries + 4)};
  }
};

// A value: cheap to copy, valid as long as its storage. S needs hash_seed() too.
template <typename S>
class KnowledgeBase {
 public:
  using Pointer = EntryPtr<S>;
  template <Section kRows>
  using Entries = List<S, EntryReader<S, kRows>>;

  constexpr KnowledgeBase() = default;
  constexpr explicit KnowledgeBase(const S& storage) : s_(storage) {}

  // How many entries there are. They stand in the order of their ids, bytes compared.
  constexpr std::uint32_t size() const { return s_.template count<Section::kEntries>(); }
  constexpr List<S, Entry<S>> entries() const { return List<S, Entry<S>>(s_, 0, size()); }
  // The entry at this index, or none.
  [[gnu::always_inline]] constexpr Pointer at(std::uint32_t index) const {
    return index < size() ? Pointer(s_, index) : Pointer();
  }

  // The entry with this id, or that has it as an alias, or none.
  [[gnu::always_inline]] constexpr Pointer find(std::string_view id) const {
    const std::uint32_t row =
        probe<Section::kIdSeeds, Section::kIdSlots>(s_, lookup_hash(id, s_.hash_seed()));
    if (row == kNone) return {};
    if (row < size()) {
      const char* entry = s_.template row<Section::kEntries>(row);
      return is_same(text_at(s_, entry + kIdAt), id) ? Pointer(s_, row) : Pointer();
    }
    const std::uint32_t alias = row - size();
    if (alias >= s_.template count<Section::kAliases>()) return {};
    const char* at = s_.template row<Section::kAliases>(alias);
    return is_same(text_at(s_, at + AliasAt::kText), id) ? this->at(load32(at + AliasAt::kEntry))
                                                         : Pointer();
  }

  // The entries with this error code, in this domain or category, with this tag.
  constexpr Entries<Section::kCodeEntries> with_code(std::string_view code) const {
    return under<Section::kCodeSeeds, Section::kCodeSlots, Section::kCodeKeys,
                 Section::kCodeEntries>(code);
  }
  constexpr Entries<Section::kDomainEntries> in_domain(std::string_view domain) const {
    return under<Section::kDomainSeeds, Section::kDomainSlots, Section::kDomainKeys,
                 Section::kDomainEntries>(domain);
  }
  constexpr Entries<Section::kCategoryEntries> in_category(std::string_view category) const {
    return under<Section::kCategorySeeds, Section::kCategorySlots, Section::kCategoryKeys,
                 Section::kCategoryEntries>(category);
  }
  constexpr Entries<Section::kTagEntries> with_tag(std::string_view tag) const {
    return under<Section::kTagSeeds, Section::kTagSlots, Section::kTagKeys, Section::kTagEntries>(
        tag);
  }

  // Every key of one kind, in order: keys<Section::kDomainKeys>().
  template <Section kKeys>
  constexpr List<S, KeyReader<S, kKeys>> keys() const {
    return List<S, KeyReader<S, kKeys>>(s_, 0, s_.template count<kKeys>());
  }

  // The links of all entries that lead to this one.
  constexpr List<S, IncomingReader<S>> incoming(std::uint32_t index) const {
    using Links = List<S, IncomingReader<S>>;
    if (index >= size() || s_.template count<Section::kIncoming>() <= size()) return {};
    const std::uint32_t first = load32(s_.template row<Section::kIncoming>(index));
    const std::uint32_t end = load32(s_.template row<Section::kIncoming>(index + 1));
    const std::uint32_t count = s_.template count<Section::kIncomingLinks>();
    if (first > end || end > count) return {};
    return Links(s_, first, end - first);
  }

 private:
  static constexpr std::size_t kIdAt = entry_at("id");

  template <Section kSeeds, Section kSlots, Section kKeys, Section kRows>
  constexpr Entries<kRows> under(std::string_view key) const {
    const std::uint32_t row = probe<kSeeds, kSlots>(s_, lookup_hash(key, s_.hash_seed()));
    if (row >= s_.template count<kKeys>()) return {};
    const char* at = s_.template row<kKeys>(row);
    if (!is_same(text_at(s_, at + KeyAt::kText), key)) return {};
    return list_at<kRows, EntryReader<S, kRows>>(s_, at + KeyAt::kEntries);
  }

  S s_{};
};

}  // namespace kbx

#endif  // KBX_KNOWLEDGE_BASE_H_
