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
#include "kbx/version.h"
#include "kbx/version_key.h"

namespace kbx {
inline namespace KBX_NAMESPACE {

enum class Affects : unsigned char {
  kNo,
  kUnknown,  // it depends on a codename, or the version cannot be read
  kYes,
};

enum class LinkKind : unsigned char { kLeadsTo, kPrecededBy, kConfusedWith };

// A field that is absent is an empty text without data.
constexpr bool is_absent(std::string_view text) noexcept { return text.data() == nullptr; }

// a == b, without the calls for each character that compilers evaluate slowly.
constexpr bool is_same(std::string_view a, std::string_view b) noexcept {
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
constexpr std::string_view text_at(const S& storage, const char* place) noexcept {
  const std::uint32_t offset = load32(place);
  if (offset == kAbsent) return {};
  return storage.template text<kPool>(offset, load32(place + 4));
}

// What a constant expression calls that asks for an item or an entry that is not there. No constant
// expression may call them, so it does not compile, and their names are in the message. A program
// that runs gets what is absent instead.
inline void no_item_has_this_index() noexcept {}
inline void no_such_entry() noexcept {}

// A sequence whose items are read, by Reader::read(storage, row), when they are asked for: a value,
// valid as long as its storage. In C++20 it is a view and a borrowed, random access range. An item
// that is not there, of any way to ask for one, is a compile error in a constant expression, and
// absent in a program that runs: its texts are absent, its rates not numbers, its lists empty.
template <typename S, typename Reader>
class List {
 public:
  using Item = decltype(Reader::read(std::declval<const S&>(), 0));
  using value_type = Item;
  using size_type = std::uint32_t;
  using difference_type = std::ptrdiff_t;

  // Its items are values, not references: take them as `auto item` or `const auto& item`.
  class Iterator;
  using iterator = Iterator;
  using const_iterator = Iterator;

  constexpr List() noexcept = default;
  constexpr List(const S& storage, std::uint32_t first, std::uint32_t size) noexcept
      : storage_(storage), first_(first), size_(size) {}

  constexpr std::uint32_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr Item operator[](std::size_t index) const noexcept {
    if (index < size_) return Reader::read(storage_, first_ + static_cast<std::uint32_t>(index));
    if (__builtin_is_constant_evaluated()) no_item_has_this_index();
    return Item{};
  }
  constexpr Item at(std::size_t index) const noexcept { return (*this)[index]; }
  constexpr Item front() const noexcept { return (*this)[0]; }
  constexpr Item back() const noexcept { return (*this)[std::size_t{size_} - 1]; }
  constexpr Iterator begin() const noexcept { return Iterator(*this, 0); }
  constexpr Iterator end() const noexcept { return Iterator(*this, size_); }

 private:
  S storage_{};
  std::uint32_t first_ = 0;
  std::uint32_t size_ = 0;
};

template <typename S, typename Reader>
class List<S, Reader>::Iterator {
 public:
  using value_type = Item;
  using reference = Item;
  using pointer = void;
  using difference_type = std::ptrdiff_t;
  // From <string_view>, whose own iterators need it: <iterator> takes a compiler longer than a
  // whole table.
  using iterator_category = std::random_access_iterator_tag;

  constexpr Iterator() noexcept = default;
  constexpr Iterator(const List& list, std::size_t index) noexcept : list_(list), index_(index) {}

  constexpr Item operator*() const noexcept { return list_[index_]; }
  constexpr Item operator[](difference_type by) const noexcept { return *(*this + by); }

  constexpr Iterator& operator++() noexcept {
    ++index_;
    return *this;
  }
  constexpr Iterator& operator--() noexcept {
    --index_;
    return *this;
  }
  constexpr Iterator operator++(int) noexcept { return Iterator(list_, index_++); }
  constexpr Iterator operator--(int) noexcept { return Iterator(list_, index_--); }
  constexpr Iterator& operator+=(difference_type by) noexcept {
    index_ += static_cast<std::size_t>(by);
    return *this;
  }
  constexpr Iterator& operator-=(difference_type by) noexcept {
    index_ -= static_cast<std::size_t>(by);
    return *this;
  }
  friend constexpr Iterator operator+(Iterator it, difference_type by) noexcept { return it += by; }
  friend constexpr Iterator operator+(difference_type by, Iterator it) noexcept { return it += by; }
  friend constexpr Iterator operator-(Iterator it, difference_type by) noexcept { return it -= by; }
  friend constexpr difference_type operator-(const Iterator& a, const Iterator& b) noexcept {
    return static_cast<difference_type>(a.index_ - b.index_);
  }

  friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
    return a.index_ == b.index_;
  }
  friend constexpr bool operator!=(const Iterator& a, const Iterator& b) noexcept {
    return a.index_ != b.index_;
  }
  friend constexpr bool operator<(const Iterator& a, const Iterator& b) noexcept {
    return a.index_ < b.index_;
  }
  friend constexpr bool operator>(const Iterator& a, const Iterator& b) noexcept { return b < a; }
  friend constexpr bool operator<=(const Iterator& a, const Iterator& b) noexcept {
    return !(b < a);
  }
  friend constexpr bool operator>=(const Iterator& a, const Iterator& b) noexcept {
    return !(a < b);
  }

 private:
  List list_;
  std::size_t index_ = 0;
};

// The list of rows of kRows that stands at this place; of a list out of bounds, nothing.
template <Section kRows, typename Reader, typename S>
constexpr List<S, Reader> list_at(const S& storage, const char* place) noexcept {
  const std::uint32_t first = load32(place);
  const std::uint32_t size = load32(place + 4);
  const std::uint32_t count = storage.template count<kRows>();
  if (first > count || size > count - first) return List<S, Reader>(storage, 0, 0);
  return List<S, Reader>(storage, first, size);
}

// Reads one text of a list of texts.
template <typename S>
struct TextReader {
  static constexpr std::string_view read(const S& storage, std::uint32_t row) noexcept {
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

  static constexpr Interval read(const S& storage, std::uint32_t row) noexcept {
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
  constexpr bool is_about(std::string_view wanted) const noexcept {
    return same_product(product, wanted);
  }

  constexpr Affects affects(std::string_view number) const noexcept {
    const VersionKey key = version_key(number);
    if (!key.is_valid()) return Affects::kUnknown;
    if (any_contains(intervals, key.bytes())) return Affects::kYes;
    return any_contains(conditional, key.bytes()) ? Affects::kUnknown : Affects::kNo;
  }

  static constexpr Version read(const S& storage, std::uint32_t row) noexcept {
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
  static constexpr bool any_contains(const List<S, Interval<S>>& list,
                                     std::string_view key) noexcept {
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

  static constexpr OsNote read(const S& storage, std::uint32_t row) noexcept {
    const char* at = storage.template row<Section::kOsNotes>(row);
    return {text_at(storage, at + OsNoteAt::kSystem), text_at(storage, at + OsNoteAt::kText)};
  }
};

template <typename S>
struct DeadEnd {
  std::string_view action, why_fails, condition;
  double fail_rate = kNoRate;
  Texts<S> sources;

  static constexpr DeadEnd read(const S& storage, std::uint32_t row) noexcept {
    const char* at = storage.template row<Section::kDeadEnds>(row);
    return {text_at(storage, at + DeadEndAt::kAction), text_at(storage, at + DeadEndAt::kWhyFails),
            text_at(storage, at + DeadEndAt::kCondition), load_double(at + DeadEndAt::kFailRate),
            list_at<Section::kTexts, TextReader<S>>(storage, at + DeadEndAt::kSources)};
  }
};

template <typename S>
struct Workaround {
  std::string_view action, how, condition;
  double success_rate = kNoRate;
  Texts<S> sources;

  static constexpr Workaround read(const S& storage, std::uint32_t row) noexcept {
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
  double probability = kNoRate;  // not a number when absent
  std::uint32_t source = kNone;  // the entry that has the link
  std::uint32_t target = kNone;  // the entry that it leads to; kNone when there is no such entry
  LinkKind kind = LinkKind::kLeadsTo;

  constexpr bool has_probability() const noexcept { return probability == probability; }

  static constexpr Link read(const S& storage, std::uint32_t row) noexcept {
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

}  // namespace KBX_NAMESPACE
}  // namespace kbx

#if defined(__cpp_lib_ranges)
template <typename S, typename Reader>
inline constexpr bool std::ranges::enable_view<::kbx::List<S, Reader>> = true;
template <typename S, typename Reader>
inline constexpr bool std::ranges::enable_borrowed_range<::kbx::List<S, Reader>> = true;
#endif

#endif  // KBX_VIEW_H_
