#ifndef KBX_ENTRY_H_
#define KBX_ENTRY_H_

// One entry of a knowledge base. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/version.h"
#include "kbx/view.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

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
    return load64(at<entry_at("evidence_count"), FieldKind::kNumber64>());
  }
  // Of the entry's content: equal entries have equal hashes.
  constexpr std::uint64_t hash() const noexcept {
    return load64(at<entry_at("hash"), FieldKind::kHash>());
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

  constexpr Texts<S> workarounds_zh() const noexcept { return texts<entry_at("workarounds_zh")>(); }
  constexpr Texts<S> tags() const noexcept { return texts<entry_at("tags")>(); }
  constexpr Texts<S> aliases() const noexcept { return texts<entry_at("aliases")>(); }
  constexpr Texts<S> examples() const noexcept { return texts<entry_at("examples")>(); }
  constexpr Texts<S> counterexamples() const noexcept {
    return texts<entry_at("counterexamples")>();
  }
  constexpr Texts<S> kbc_ignore() const noexcept { return texts<entry_at("kbc_ignore")>(); }

  // Whether this version of the product is meant by `versions`; kNo when none is about it.
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

  // For programs that treat fields alike: a field of kEntryFields that is a text, a rate, a number
  // or a list of texts.
  constexpr std::string_view text_of(const EntryField& field) const noexcept {
    return text_at(storage_, row() + field.at);
  }
  constexpr double rate_of(const EntryField& field) const noexcept {
    return load_double(row() + field.at);
  }
  constexpr std::uint64_t number_of(const EntryField& field) const noexcept {
    return load64(row() + field.at);
  }
  constexpr Texts<S> texts_of(const EntryField& field) const noexcept {
    return list_at<Section::kTexts, TextReader<S>>(storage_, row() + field.at);
  }

  static constexpr Entry read(const S& storage, std::uint32_t row) noexcept {
    return {storage, row};
  }

 private:
  constexpr const char* row() const noexcept {
    return storage_.template row<Section::kEntries>(row_);
  }

  template <std::size_t kAt, FieldKind kKind>
  constexpr const char* at() const noexcept {
    static_assert(has_kind(kAt, kKind), "kEntryFields has another kind of field there");
    return row() + kAt;
  }
  template <std::size_t kAt>
  constexpr std::string_view text() const noexcept {
    static_assert(has_kind(kAt, FieldKind::kText) || has_kind(kAt, FieldKind::kName),
                  "kEntryFields has no text there");
    return row_ == kNone ? std::string_view() : text_at(storage_, row() + kAt);
  }
  template <std::size_t kAt>
  constexpr double rate() const noexcept {
    return row_ == kNone ? kNoRate : load_double(at<kAt, FieldKind::kRate>());
  }
  template <std::size_t kAt, Section kRows, typename Reader>
  constexpr List<S, Reader> list() const noexcept {
    static_assert(has_kind(kAt, FieldKind::kList, kRows), "kEntryFields has no such list there");
    return list_at<kRows, Reader>(storage_, row() + kAt);
  }
  template <std::size_t kAt>
  constexpr List<S, Link<S>> links() const noexcept {
    return list<kAt, Section::kLinks, Link<S>>();
  }
  template <std::size_t kAt>
  constexpr Texts<S> texts() const noexcept {
    return list<kAt, Section::kTexts, TextReader<S>>();
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
