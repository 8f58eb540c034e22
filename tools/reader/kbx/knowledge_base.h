#ifndef KBX_KNOWLEDGE_BASE_H_
#define KBX_KNOWLEDGE_BASE_H_

// The questions that a knowledge base answers, whatever its storage. C++17.

#include <cstdint>
#include <string_view>

#include "kbx/entry.h"
#include "kbx/lookup.h"
#include "kbx/version.h"
#include "kbx/view.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// Reads the entry whose row stands in a row of kRows.
template <typename S, Section kRows>
struct EntryReader {
  static constexpr Entry<S> read(const S& storage, std::uint32_t row) noexcept {
    return Entry<S>::read(storage, load32(storage.template row<kRows>(row)));
  }
};

// Reads a link that leads to an entry.
template <typename S>
struct IncomingReader {
  static constexpr Link<S> read(const S& storage, std::uint32_t row) noexcept {
    return Link<S>::read(storage, load32(storage.template row<Section::kIncomingLinks>(row)));
  }
};

// The text of a row of kAliases, or of the keys of one kind: its first field.
template <Section kRows, typename S>
constexpr std::string_view key_text(const S& storage, std::uint32_t row) noexcept {
  static_assert(AliasAt::kText == KeyAt::kText);
  return text_at<typename S::template Pool<kRows, KeyAt::kText>>(
      storage, storage.template row<kRows>(row) + KeyAt::kText);
}

// A key that several entries share, a domain say, and how many they are.
template <typename S, Section kKeys>
struct KeyReader {
  struct Key {
    std::string_view name;
    std::uint32_t entries = 0;
  };
  static constexpr Key read(const S& storage, std::uint32_t row) noexcept {
    return {key_text<kKeys>(storage, row),
            load32(storage.template row<kKeys>(row) + KeyAt::kEntries + 4)};
  }
};

// What a name of the taxonomy stands for: the title of a text in a field of entries, which is told
// by its place in the row (entry_at("domain")).
template <typename S>
struct Title {
  std::size_t field = 0;
  std::string_view name, title;

  static constexpr Title read(const S& storage, std::uint32_t row) noexcept {
    return {load32(storage.template row<Section::kTitles>(row) + TitleAt::kField),
            text<TitleAt::kName>(storage, row), text<TitleAt::kTitle>(storage, row)};
  }

 private:
  template <std::size_t kAt>
  static constexpr std::string_view text(const S& storage, std::uint32_t row) noexcept {
    return text_at<typename S::template Pool<Section::kTitles, kAt>>(
        storage, storage.template row<Section::kTitles>(row) + kAt);
  }
};

// A value: cheap to copy, valid as long as its storage. S needs hash_seed() too.
template <typename S>
class KnowledgeBase {
 public:
  using Pointer = EntryPtr<S>;
  template <Section kRows>
  using Entries = List<S, EntryReader<S, kRows>>;

  constexpr KnowledgeBase() noexcept = default;
  constexpr explicit KnowledgeBase(const S& storage) noexcept : s_(storage) {}

  constexpr const S& storage() const noexcept { return s_; }

  // How many entries there are. They stand in the order of their ids, bytes compared.
  constexpr std::uint32_t size() const noexcept { return s_.template count<Section::kEntries>(); }
  constexpr List<S, Entry<S>> entries() const noexcept { return List<S, Entry<S>>(s_, 0, size()); }
  // The entry at this index, or none.
  [[gnu::always_inline]] constexpr Pointer at(std::size_t index) const noexcept {
    return index < size() ? Pointer(s_, static_cast<std::uint32_t>(index)) : Pointer();
  }

  // The entry with this id, or that has it as an alias, or none.
  [[gnu::always_inline]] constexpr Pointer find(std::string_view id) const noexcept {
    const std::uint32_t row =
        probe<Section::kIdSeeds, Section::kIdSlots>(s_, lookup_hash(id, s_.hash_seed()));
    if (row == kNone) return {};
    if (row < size()) {
      return is_same(text_field<Section::kEntries, kIdAt>(s_, row), id) ? Pointer(s_, row)
                                                                        : Pointer();
    }
    const std::uint32_t alias = row - size();
    if (alias >= s_.template count<Section::kAliases>()) return {};
    if (!is_same(key_text<Section::kAliases>(s_, alias), id)) return {};
    return this->at(load32(s_.template row<Section::kAliases>(alias) + AliasAt::kEntry));
  }

  // The entries with this error code, in this domain or category, with this tag.
  constexpr Entries<Section::kCodeEntries> with_code(std::string_view code) const noexcept {
    return with_key<Section::kCodeKeys, Section::kCodeEntries>(code_index(code));
  }
  constexpr Entries<Section::kDomainEntries> in_domain(std::string_view domain) const noexcept {
    return with_key<Section::kDomainKeys, Section::kDomainEntries>(domain_index(domain));
  }
  constexpr Entries<Section::kCategoryEntries> in_category(
      std::string_view category) const noexcept {
    return with_key<Section::kCategoryKeys, Section::kCategoryEntries>(category_index(category));
  }
  constexpr Entries<Section::kTagEntries> with_tag(std::string_view tag) const noexcept {
    return with_key<Section::kTagKeys, Section::kTagEntries>(tag_index(tag));
  }

  // Every error code, domain, category and tag that an entry has, in order.
  constexpr auto error_codes() const noexcept { return keys<Section::kCodeKeys>(); }
  constexpr auto domains() const noexcept { return keys<Section::kDomainKeys>(); }
  constexpr auto categories() const noexcept { return keys<Section::kCategoryKeys>(); }
  constexpr auto tags() const noexcept { return keys<Section::kTagKeys>(); }

  // The place of a text in one of these lists; kNone when it is not there.
  constexpr std::uint32_t code_index(std::string_view code) const noexcept {
    return key_index<Section::kCodeSeeds, Section::kCodeSlots, Section::kCodeKeys>(code);
  }
  constexpr std::uint32_t domain_index(std::string_view domain) const noexcept {
    return key_index<Section::kDomainSeeds, Section::kDomainSlots, Section::kDomainKeys>(domain);
  }
  constexpr std::uint32_t category_index(std::string_view category) const noexcept {
    return key_index<Section::kCategorySeeds, Section::kCategorySlots, Section::kCategoryKeys>(
        category);
  }
  constexpr std::uint32_t tag_index(std::string_view tag) const noexcept {
    return key_index<Section::kTagSeeds, Section::kTagSlots, Section::kTagKeys>(tag);
  }

  // Every key of one kind: keys<Section::kDomainKeys>() is domains().
  template <Section kKeys>
  constexpr List<S, KeyReader<S, kKeys>> keys() const noexcept {
    require_keys<kKeys>();
    return List<S, KeyReader<S, kKeys>>(s_, 0, s_.template count<kKeys>());
  }
  // The entries that have the key at this place of the list.
  template <Section kKeys, Section kRows>
  constexpr Entries<kRows> with_key(std::uint32_t index) const noexcept {
    require_keys<kKeys>();
    if (index >= s_.template count<kKeys>()) return {};
    return list_at<kRows, EntryReader<S, kRows>>(s_,
                                                 s_.template row<kKeys>(index) + KeyAt::kEntries);
  }

  // What a domain, a category or a type of root causes stands for, by the taxonomy that the
  // knowledge base was built with. Absent for what no entry has and what the taxonomy says nothing
  // of, and in an index that is older than titles.
  constexpr std::string_view domain_title(std::string_view domain) const noexcept {
    return title_of(entry_at("domain"), domain);
  }
  constexpr std::string_view category_title(std::string_view category) const noexcept {
    return title_of(entry_at("category"), category);
  }
  constexpr std::string_view root_cause_type_title(std::string_view type) const noexcept {
    return title_of(entry_at("root_cause_type"), type);
  }
  // All of them, by the places of their fields and the names.
  constexpr List<S, Title<S>> titles() const noexcept {
    return List<S, Title<S>>(s_, 0, s_.template count<Section::kTitles>());
  }
  // The title of a text in the field at this place of an entry's row.
  constexpr std::string_view title_of(std::size_t field, std::string_view name) const noexcept {
    const List<S, Title<S>> all = titles();
    std::uint32_t first = 0, end = all.size();
    while (first < end) {
      const std::uint32_t middle = first + (end - first) / 2;
      const Title<S> one = all[middle];
      if (one.field == field && is_same(one.name, name)) return one.title;
      const bool is_before = one.field == field ? one.name < name : one.field < field;
      (is_before ? first : end) = is_before ? middle + 1 : middle;
    }
    return {};
  }

  // The links of all entries that lead to this one.
  constexpr List<S, IncomingReader<S>> incoming(std::size_t index) const noexcept {
    static_assert(S::template has<Section::kLinks, LinkAt::kSource>(),
                  "this table was built without links (kbc build --fields)");
    using Links = List<S, IncomingReader<S>>;
    if (index >= size() || s_.template count<Section::kIncoming>() <= size()) return {};
    const auto row = static_cast<std::uint32_t>(index);
    const std::uint32_t first = load32(s_.template row<Section::kIncoming>(row));
    const std::uint32_t end = load32(s_.template row<Section::kIncoming>(row + 1));
    const std::uint32_t count = s_.template count<Section::kIncomingLinks>();
    if (first > end || end > count) return {};
    return Links(s_, first, end - first);
  }

 private:
  static constexpr std::size_t kIdAt = entry_at("id");

  template <Section kKeys>
  static constexpr void require_keys() noexcept {
    static_assert(S::template has<kKeys, KeyAt::kText>(),
                  "this table was built without the field of these keys (kbc build --fields)");
  }

  template <Section kSeeds, Section kSlots, Section kKeys>
  constexpr std::uint32_t key_index(std::string_view key) const noexcept {
    require_keys<kKeys>();
    const std::uint32_t row = probe<kSeeds, kSlots>(s_, lookup_hash(key, s_.hash_seed()));
    if (row >= s_.template count<kKeys>()) return kNone;
    return is_same(key_text<kKeys>(s_, row), key) ? row : kNone;
  }

  S s_{};
};

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_KNOWLEDGE_BASE_H_
