#ifndef KBX_VIEW_H_
#define KBX_VIEW_H_

// What a knowledge base looks like to a program: entries with every field, read in place from an
// index in memory or from a generated table. C++17, no allocation, usable at compile time.
//
// S, the storage, has for a Section kS and a row below count<kS>()
//
//   std::uint32_t count<kS>() const              how many rows there are
//   const char* row<kS>(std::uint32_t) const     the bytes of one
//   std::string_view text<kS>(offset, length) const
//
// and answers a row or a text out of bounds with zeros or nothing.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "kbx/bytes.h"
#include "kbx/format.h"
#include "kbx/version_key.h"

namespace kbx {

enum class Affects : unsigned char {
  kNo,
  kUnknown,  // it depends on a codename, or the version cannot be read
  kYes,
};

enum class LinkKind : unsigned char { kLeadsTo, kPrecededBy, kConfusedWith };

// A field that is absent is an empty text without data.
constexpr bool is_absent(std::string_view text) { return text.data() == nullptr; }

// a == b, without the calls for each character that compilers evaluate slowly.
constexpr bool is_same(std::string_view a, std::string_view b) {
  if (!__builtin_is_constant_evaluated()) return a == b;
  const char* p = a.data();
  const char* q = b.data();
  if (a.size() != b.size()) return false;
  for (std::size_t left = a.size(); left > 0; --left) {
    if (*p++ != *q++) return false;
  }
  return true;
}

template <Section kPool = Section::kStrings, typename S>
constexpr std::string_view text_at(const S& storage, const char* place) {
  const std::uint32_t offset = load32(place);
  if (offset == kAbsent) return {};
  return storage.template text<kPool>(offset, load32(place + 4));
}

// A sequence whose items are read, by Reader::read(storage, row), when they are asked for. Valid as
// long as its storage.
template <typename S, typename Reader>
class List {
 public:
  using Item = decltype(Reader::read(std::declval<const S&>(), 0));

  class Iterator {
   public:
    using value_type = Item;
    using reference = Item;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    // From <string_view>, whose own iterators need it: <iterator> takes a compiler longer than a
    // whole table.
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator(const S& storage, std::uint32_t row) : storage_(storage), row_(row) {}
    constexpr Item operator*() const { return Reader::read(storage_, row_); }
    constexpr Iterator& operator++() {
      ++row_;
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++row_;
      return before;
    }
    constexpr bool operator==(const Iterator& other) const { return row_ == other.row_; }
    constexpr bool operator!=(const Iterator& other) const { return row_ != other.row_; }

   private:
    S storage_;
    std::uint32_t row_;
  };

  constexpr List() = default;
  constexpr List(const S& storage, std::uint32_t first, std::uint32_t size)
      : storage_(storage), first_(first), size_(size) {}

  constexpr std::uint32_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  // Requires: index < size().
  constexpr Item operator[](std::uint32_t index) const {
    return Reader::read(storage_, first_ + index);
  }
  constexpr Iterator begin() const { return Iterator(storage_, first_); }
  constexpr Iterator end() const { return Iterator(storage_, first_ + size_); }

 private:
  S storage_{};
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
};

// The list of rows of kRows that stands at this place; of a list out of bounds, nothing.
template <Section kRows, typename Reader, typename S>
constexpr List<S, Reader> list_at(const S& storage, const char* place) {
  const std::uint32_t first = load32(place);
  const std::uint32_t size = load32(place + 4);
  const std::uint32_t count = storage.template count<kRows>();
  if (first > count || size > count - first) return List<S, Reader>(storage, 0, 0);
  return List<S, Reader>(storage, first, size);
}

// Reads one text of a list of texts.
template <typename S>
struct TextReader {
  static constexpr std::string_view read(const S& storage, std::uint32_t row) {
    return text_at(storage, storage.template row<Section::kTexts>(row));
  }
};

template <typename S>
using Texts = List<S, TextReader<S>>;

// The versions from one cut up to another, as sort keys: low <= key < high.
template <typename S>
struct Interval {
  std::string_view low;
  std::string_view high;

  static constexpr Interval read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kIntervals>(row);
    return {text_at<Section::kVersionKeys>(storage, at + IntervalAt::kLow),
            text_at<Section::kVersionKeys>(storage, at + IntervalAt::kHigh)};
  }
};

// One element of `versions`: a product and which versions of it are meant.
template <typename S>
struct Version {
  std::string_view version;  // as the author wrote it
  std::string_view product;
  std::string_view introduced, deprecated, removed, behavior_change, status;
  List<S, Interval<S>> intervals;    // that are meant for certain
  List<S, Interval<S>> conditional;  // that are meant if a codename is

  // Whether it is about this product: letters of either case, blanks of any width.
  constexpr bool is_about(std::string_view wanted) const { return same_product(product, wanted); }

  constexpr Affects affects(std::string_view number) const {
    const VersionKey key = version_key(number);
    if (!key.is_valid()) return Affects::kUnknown;
    if (any_contains(intervals, key.bytes())) return Affects::kYes;
    return any_contains(conditional, key.bytes()) ? Affects::kUnknown : Affects::kNo;
  }

  static constexpr Version read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kVersions>(row);
    return {text_at(storage, at + VersionAt::kVersion),
            text_at(storage, at + VersionAt::kProduct),
            text_at(storage, at + VersionAt::kIntroduced),
            text_at(storage, at + VersionAt::kDeprecated),
            text_at(storage, at + VersionAt::kRemoved),
            text_at(storage, at + VersionAt::kBehaviorChange),
            text_at(storage, at + VersionAt::kStatus),
            list_at<Section::kIntervals, Interval<S>>(storage, at + VersionAt::kIntervals),
            list_at<Section::kIntervals, Interval<S>>(storage, at + VersionAt::kConditional)};
  }

 private:
  static constexpr bool any_contains(const List<S, Interval<S>>& list, std::string_view key) {
    for (std::uint32_t at = 0; at < list.size(); ++at) {
      const Interval<S> interval = list[at];
      if (!key_less(key, interval.low) && key_less(key, interval.high)) return true;
    }
    return false;
  }
};

template <typename S>
struct OsNote {
  std::string_view system;  // `linux`, `macos` …
  std::string_view text;

  static constexpr OsNote read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kOsNotes>(row);
    return {text_at(storage, at + OsNoteAt::kSystem), text_at(storage, at + OsNoteAt::kText)};
  }
};

template <typename S>
struct DeadEnd {
  std::string_view action, why_fails, condition;
  double fail_rate;
  Texts<S> sources;

  static constexpr DeadEnd read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kDeadEnds>(row);
    return {text_at(storage, at + DeadEndAt::kAction), text_at(storage, at + DeadEndAt::kWhyFails),
            text_at(storage, at + DeadEndAt::kCondition), load_double(at + DeadEndAt::kFailRate),
            list_at<Section::kTexts, TextReader<S>>(storage, at + DeadEndAt::kSources)};
  }
};

template <typename S>
struct Workaround {
  std::string_view action, how, condition;
  double success_rate;
  Texts<S> sources;

  static constexpr Workaround read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kWorkarounds>(row);
    return {text_at(storage, at + WorkaroundAt::kAction), text_at(storage, at + WorkaroundAt::kHow),
            text_at(storage, at + WorkaroundAt::kCondition),
            load_double(at + WorkaroundAt::kSuccessRate),
            list_at<Section::kTexts, TextReader<S>>(storage, at + WorkaroundAt::kSources)};
  }
};

// One link of transition_graph.
template <typename S>
struct Link {
  std::string_view error_id;  // as the author wrote it
  std::string_view distinction, condition, typical_delay;
  double probability;    // not a number when absent
  std::uint32_t source;  // the entry that has the link
  std::uint32_t target;  // the entry that it leads to; kNone when there is no such entry
  LinkKind kind;

  constexpr bool has_probability() const { return probability == probability; }

  static constexpr Link read(const S& storage, std::uint32_t row) {
    const char* at = storage.template row<Section::kLinks>(row);
    const std::uint32_t kind = load32(at + LinkAt::kKind);
    return {text_at(storage, at + LinkAt::kErrorId),
            text_at(storage, at + LinkAt::kDistinction),
            text_at(storage, at + LinkAt::kCondition),
            text_at(storage, at + LinkAt::kTypicalDelay),
            load_double(at + LinkAt::kProbability),
            load32(at + LinkAt::kSource),
            load32(at + LinkAt::kTarget),
            kind > 2 ? LinkKind::kLeadsTo : static_cast<LinkKind>(kind)};
  }
};

}  // namespace kbx

#endif  // KBX_VIEW_H_
