#ifndef KBX_ENTRY_H_
#define KBX_ENTRY_H_

// One entry of a knowledge base. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "kbx/version.h"
#include "kbx/view.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

// The texts of a list that an entry has.
template <typename S, std::size_t kAt>
using EntryTexts = FieldTexts<S, Section::kEntries, kAt>;

// An entry: where its row is. Each function reads its field when it is called, by the name that the
// entry format has for it; an absent text is empty without data (is_absent), an absent rate is not
// a number, an absent list is empty. A value of at most 64 bytes, cheap to copy and valid as long
// as its storage. Of no entry all fields are absent.
template <typename S>
class Entry {
 public:
  constexpr Entry() noexcept = default;
  constexpr Entry(const S& storage, std::uint32_t row) noexcept : storage_(storage), row_(row) {}

  // Its place in the order of ids; kNone for no entry.
  constexpr std::uint32_t index() const noexcept { return row_; }

  // Whether they are one entry of one knowledge base, whatever they say.
  friend constexpr bool operator==(const Entry& a, const Entry& b) noexcept {
    return a.row_ == b.row_ && (a.row_ == kNone || a.storage_ == b.storage_);
  }
  friend constexpr bool operator!=(const Entry& a, const Entry& b) noexcept { return !(a == b); }

  constexpr std::string_view id() const noexcept { return text<entry_at("id")>(); }
  constexpr std::string_view signature() const noexcept { return text<entry_at("signature")>(); }
  constexpr std::string_view signature_zh() const noexcept {
    return text<entry_at("signature_zh")>();
  }
  constexpr std::string_view regex() const noexcept { return text<entry_at("regex")>(); }
  constexpr std::string_view domain() const noexcept { return text<entry_at("domain")>(); }
  constexpr std::string_view category() const noexcept { return text<entry_at("category")>(); }
  constexpr std::string_view subcategory() const noexcept {
    return text<entry_at("subcategory")>();
  }
  constexpr std::string_view root_cause() const noexcept { return text<entry_at("root_cause")>(); }
  constexpr std::string_view root_cause_type() const noexcept {
    return text<entry_at("root_cause_type")>();
  }
  constexpr std::string_view root_cause_zh() const noexcept {
    return text<entry_at("root_cause_zh")>();
  }
  constexpr std::string_view official_doc_url() const noexcept {
    return text<entry_at("official_doc_url")>();
  }
  constexpr std::string_view official_doc_section() const noexcept {
    return text<entry_at("official_doc_section")>();
  }
  constexpr std::string_view error_code() const noexcept { return text<entry_at("error_code")>(); }
  constexpr std::string_view verification_tier() const noexcept {
    return text<entry_at("verification_tier")>();
  }
  constexpr std::string_view resolvable() const noexcept { return text<entry_at("resolvable")>(); }
  constexpr std::string_view first_seen() const noexcept { return text<entry_at("first_seen")>(); }
  constexpr std::string_view last_confirmed() const noexcept {
    return text<entry_at("last_confirmed")>();
  }
  constexpr std::string_view last_updated() const noexcept {
    return text<entry_at("last_updated")>();
  }
  constexpr std::string_view locale() const noexcept { return text<entry_at("locale")>(); }

  constexpr double confidence() const noexcept { return rate<entry_at("confidence")>(); }
  constexpr double fix_success_rate() const noexcept {
    return rate<entry_at("fix_success_rate")>();
  }
  constexpr std::uint64_t evidence_count() const noexcept {
    return number<entry_at("evidence_count"), FieldKind::kNumber64>();
  }
  // Of the entry's content: equal entries have equal hashes.
  constexpr std::uint64_t hash() const noexcept {
    return number<entry_at("hash"), FieldKind::kHash>();
  }

  constexpr List<S, Version<S>> versions() const noexcept {
    return list<entry_at("versions"), Section::kVersions, Version<S>>();
  }
  constexpr List<S, OsNote<S>> os_specific() const noexcept {
    return list<entry_at("os_specific"), Section::kOsNotes, OsNote<S>>();
  }
  constexpr List<S, DeadEnd<S>> dead_ends() const noexcept {
    return list<entry_at("dead_ends"), Section::kDeadEnds, DeadEnd<S>>();
  }
  constexpr List<S, Workaround<S>> workarounds() const noexcept {
    return list<entry_at("workarounds"), Section::kWorkarounds, Workaround<S>>();
  }
  constexpr List<S, Link<S>> leads_to() const noexcept { return links<entry_at("leads_to")>(); }
  constexpr List<S, Link<S>> preceded_by() const noexcept {
    return links<entry_at("preceded_by")>();
  }
  constexpr List<S, Link<S>> frequently_confused_with() const noexcept {
    return links<entry_at("frequently_confused_with")>();
  }

  constexpr EntryTexts<S, entry_at("dead_ends_zh")> dead_ends_zh() const noexcept {
    return texts<entry_at("dead_ends_zh")>();
  }
  constexpr EntryTexts<S, entry_at("workarounds_zh")> workarounds_zh() const noexcept {
    return texts<entry_at("workarounds_zh")>();
  }
  constexpr EntryTexts<S, entry_at("tags")> tags() const noexcept {
    return texts<entry_at("tags")>();
  }
  constexpr EntryTexts<S, entry_at("aliases")> aliases() const noexcept {
    return texts<entry_at("aliases")>();
  }
  constexpr EntryTexts<S, entry_at("examples")> examples() const noexcept {
    return texts<entry_at("examples")>();
  }
  constexpr EntryTexts<S, entry_at("counterexamples")> counterexamples() const noexcept {
    return texts<entry_at("counterexamples")>();
  }
  constexpr EntryTexts<S, entry_at("kbc_ignore")> kbc_ignore() const noexcept {
    return texts<entry_at("kbc_ignore")>();
  }

  // Whether this version of the product is meant by `versions`; kNo when none is about it. What
  // only a label decides that is no pre-release is meant.
  constexpr Affects affects(std::string_view product, std::string_view version) const noexcept {
    Affects answer = Affects::kNo;
    const List<S, Version<S>> all = versions();
    for (std::uint32_t at = 0; at < all.size(); ++at) {
      const Version<S> one = all[at];
      if (!one.is_about(product)) continue;
      const Affects that = one.affects(version);
      if (that > answer) answer = that;
    }
    return answer;
  }

  // Calls visit(field, value) for each field that the knowledge base holds, in the order of the
  // entry format: its row of kEntryFields, whose name it has in tables and indexes alike, and what
  // the function of that name gives.
  template <typename Visit>
  constexpr void each_field(Visit&& visit) const {
    each_field_of(visit, std::make_index_sequence<kEntryFieldCount>());
  }

  // The text of a field (`signature`) in a language (`zh`): the translation, or the field's own
  // text where there is none. Absent if no text field has the name.
  constexpr std::string_view text_in(std::string_view language,
                                     std::string_view name) const noexcept {
    std::string_view own;
    for (const EntryField& field : kEntryFields) {
      std::string_view rest = field.name;
      if (rest.substr(0, name.size()) != name) continue;
      rest.remove_prefix(name.size());
      if (rest.empty()) own = text_of(field);
      if (rest.size() != language.size() + 1 || rest[0] != '_') continue;
      rest.remove_prefix(1);
      if (rest == language && !text_of(field).empty()) return text_of(field);
    }
    return own;
  }

  // For programs that treat fields alike: a field of kEntryFields that is a text, a rate or a
  // number. What the knowledge base does not hold is absent.
  constexpr std::string_view text_of(const EntryField& field) const noexcept {
    return value_of<std::string_view>(field, {});
  }
  constexpr double rate_of(const EntryField& field) const noexcept {
    return value_of<double>(field, kNoRate);
  }
  constexpr std::uint64_t number_of(const EntryField& field) const noexcept {
    return value_of<std::uint64_t>(field, 0);
  }
  // The same of a list of texts, in an index: in a table such lists have different types.
  constexpr Texts<S> texts_of(const EntryField& field) const noexcept {
    return list_at<Section::kTexts, typename Texts<S>::Reads>(
        storage_, storage_.template row<Section::kEntries>(row_) + field.at);
  }

  static constexpr Entry read(const S& storage, std::uint32_t row) noexcept {
    return {storage, row};
  }

 private:
  template <std::size_t kAt>
  constexpr std::string_view text() const noexcept {
    static_assert(has_kind(kAt, FieldKind::kText) || has_kind(kAt, FieldKind::kName),
                  "kEntryFields has no text there");
    require<kAt>();
    return row_ == kNone ? std::string_view() : text_field<Section::kEntries, kAt>(storage_, row_);
  }
  template <std::size_t kAt>
  constexpr double rate() const noexcept {
    static_assert(has_kind(kAt, FieldKind::kRate), "kEntryFields has no rate there");
    require<kAt>();
    return row_ == kNone ? kNoRate : rate_field<Section::kEntries, kAt>(storage_, row_);
  }
  template <std::size_t kAt, FieldKind kKind>
  constexpr std::uint64_t number() const noexcept {
    static_assert(has_kind(kAt, kKind), "kEntryFields has no such number there");
    require<kAt>();
    return load64(storage_.template field<Section::kEntries, kAt>(row_));
  }
  template <std::size_t kAt, Section kRows, typename Reader>
  constexpr List<S, Reader> list() const noexcept {
    static_assert(has_kind(kAt, FieldKind::kList, kRows), "kEntryFields has no such list there");
    require<kAt>();
    return list_field<Section::kEntries, kAt, kRows, Reader>(storage_, row_);
  }
  template <std::size_t kAt>
  constexpr List<S, Link<S>> links() const noexcept {
    return list<kAt, Section::kLinks, Link<S>>();
  }
  template <std::size_t kAt>
  constexpr EntryTexts<S, kAt> texts() const noexcept {
    return list<kAt, Section::kTexts,
                TextReader<S, typename S::template Pool<Section::kEntries, kAt>>>();
  }

  template <std::size_t kAt>
  static constexpr void require() noexcept {
    static_assert(S::template has<Section::kEntries, kAt>(),
                  "this table was built without this field (kbc build --fields, --languages)");
  }

  // What the function of this field gives.
  template <std::size_t kNumber>
  constexpr auto value() const noexcept {
    constexpr EntryField kField = kEntryFields[kNumber];
    if constexpr (kField.kind == FieldKind::kText || kField.kind == FieldKind::kName) {
      return text<kField.at>();
    } else if constexpr (kField.kind == FieldKind::kRate) {
      return rate<kField.at>();
    } else if constexpr (kField.kind != FieldKind::kList) {
      return number<kField.at, kField.kind>();
    } else if constexpr (kField.rows == Section::kTexts) {
      return texts<kField.at>();
    } else if constexpr (kField.rows == Section::kVersions) {
      return list<kField.at, kField.rows, Version<S>>();
    } else if constexpr (kField.rows == Section::kOsNotes) {
      return list<kField.at, kField.rows, OsNote<S>>();
    } else if constexpr (kField.rows == Section::kDeadEnds) {
      return list<kField.at, kField.rows, DeadEnd<S>>();
    } else if constexpr (kField.rows == Section::kWorkarounds) {
      return list<kField.at, kField.rows, Workaround<S>>();
    } else {
      return links<kField.at>();
    }
  }

  template <std::size_t kNumber, typename Visit>
  constexpr void visit_field(Visit& visit) const {
    if constexpr (S::template has<Section::kEntries, kEntryFields[kNumber].at>()) {
      visit(kEntryFields[kNumber], value<kNumber>());
    }
  }
  template <typename Visit, std::size_t... kNumbers>
  constexpr void each_field_of(Visit& visit, std::index_sequence<kNumbers...>) const {
    (visit_field<kNumbers>(visit), ...);
  }

  // What the field with this place gives, if it is of this type.
  template <typename Value>
  constexpr Value value_of(const EntryField& wanted, Value value) const noexcept {
    value_of(wanted, value, std::make_index_sequence<kEntryFieldCount>());
    return value;
  }
  template <typename Value, std::size_t... kNumbers>
  constexpr void value_of(const EntryField& wanted, Value& value,
                          std::index_sequence<kNumbers...>) const noexcept {
    (void)(... || take<kNumbers>(wanted, value));
  }
  template <std::size_t kNumber, typename Value>
  constexpr bool take(const EntryField& wanted, Value& value) const noexcept {
    constexpr std::size_t kAt = kEntryFields[kNumber].at;
    if constexpr (S::template has<Section::kEntries, kAt>()) {
      if constexpr (std::is_same_v<decltype(this->template value<kNumber>()), Value>) {
        if (wanted.at != kAt) return false;
        value = this->template value<kNumber>();
        return true;
      }
    }
    return false;
  }

  static_assert(sizeof(S) <= 56, "an entry is a handle: its storage must be one, too");

  S storage_{};
  std::uint32_t row_ = kNone;
};

// What a look-up gives: an entry, or none, used like a pointer. The fields of none are absent, and
// a compile error in a constant expression.
template <typename S>
class EntryPtr {
 public:
  constexpr EntryPtr() noexcept = default;
  constexpr EntryPtr(const S& storage, std::uint32_t row) noexcept : entry_(storage, row) {}

  constexpr explicit operator bool() const noexcept { return entry_.index() != kNone; }
  // Its place in the order of ids; kNone for none.
  constexpr std::uint32_t index() const noexcept { return entry_.index(); }
  // By value, so that it may be kept when the pointer is a temporary.
  constexpr Entry<S> operator*() const noexcept { return *operator->(); }
  constexpr const Entry<S>* operator->() const noexcept {
    if (__builtin_is_constant_evaluated() && entry_.index() == kNone) no_such_entry();
    return &entry_;
  }
  constexpr Entry<S> value_or(const Entry<S>& other) const noexcept {
    return *this ? entry_ : other;
  }

  friend constexpr bool operator==(const EntryPtr& a, const EntryPtr& b) noexcept {
    return a.entry_ == b.entry_;
  }
  friend constexpr bool operator!=(const EntryPtr& a, const EntryPtr& b) noexcept {
    return !(a == b);
  }
  constexpr bool operator==(std::nullptr_t) const noexcept { return !*this; }
  constexpr bool operator!=(std::nullptr_t) const noexcept { return !!*this; }

 private:
  Entry<S> entry_;
};

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#endif  // KBX_ENTRY_H_
