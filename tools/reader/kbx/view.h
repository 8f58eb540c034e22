#ifndef KBX_VIEW_H_
#define KBX_VIEW_H_

// What a knowledge base looks like to a program: entries with every field, read in place from an
// index in memory or from a generated table. C++17, no allocation, usable at compile time.
//
// S, the storage, has for a Section kS, a field at kAt of its rows, and a row below count<kS>()
//
//   std::uint32_t count<kS>() const              how many rows there are
//   const char* row<kS>(std::uint32_t) const     the bytes of one
//   const char* field<kS, kAt>(std::uint32_t) const      the bytes of its field
//   static constexpr bool has<kS, kAt>()         whether the storage holds the field at all
//   Pool<kS, kAt>                                a type: where the texts of the field are
//   std::string_view text<Pool>(offset, length) const
//
// and answers a row or a text out of bounds with zeros or nothing. Rows of kEntries, kVersions,
// kOsNotes, kDeadEnds, kWorkarounds and kLinks are only asked for by field: a table stores each
// field apart, so that a linker can leave out those that a program does not read.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
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

// The text whose place and length stand there.
template <typename Pool, typename S>
[[gnu::always_inline]] constexpr std::string_view text_at(const S& storage,
                                                          const char* place) noexcept {
  const std::uint32_t offset = load32(place);
  if (offset == kAbsent) return {};
  return storage.template text<Pool>(offset, load32(place + 4));
}

// The text in a field at kAt; absent where the storage does not hold the field.
template <Section kS, std::size_t kAt, typename S>
[[gnu::always_inline]] constexpr std::string_view text_field(const S& storage,
                                                             std::uint32_t row) noexcept {
  if constexpr (S::template has<kS, kAt>()) {
    return text_at<typename S::template Pool<kS, kAt>>(storage,
                                                       storage.template field<kS, kAt>(row));
  } else {
    return {};
  }
}

// The rate and the number of a row there.
template <Section kS, std::size_t kAt, typename S>
[[gnu::always_inline]] constexpr double rate_field(const S& storage, std::uint32_t row) noexcept {
  if constexpr (S::template has<kS, kAt>()) {
    return load_double(storage.template field<kS, kAt>(row));
  } else {
    return kNoRate;
  }
}
template <Section kS, std::size_t kAt, typename S>
[[gnu::always_inline]] constexpr std::uint32_t row_field(const S& storage,
                                                         std::uint32_t row) noexcept {
  if constexpr (S::template has<kS, kAt>()) {
    return load32(storage.template field<kS, kAt>(row));
  } else {
    return kNone;
  }
}

// A text that has bytes of its own, and a NUL after them.
template <std::size_t kSize>
class Copied {
 public:
  constexpr explicit Copied(const char* data) noexcept {
    for (std::size_t at = 0; at < kSize; ++at) bytes_[at] = data[at];
  }

  constexpr const char* data() const noexcept { return bytes_; }
  constexpr const char* c_str() const noexcept { return bytes_; }
  constexpr std::size_t size() const noexcept { return kSize; }
  constexpr operator std::string_view() const noexcept { return {bytes_, kSize}; }

 private:
  char bytes_[kSize + 1] = {};
};

// The text that a lambda without captures gives, copied while this compiles. A program that has a
// text of a table as a constant has the page of 8 KB that it is in; of this, only the text:
//
//   static constexpr auto kAdvice = kbx::copied([] { return kb::find("...")->root_cause(); });
template <typename Give>
constexpr auto copied(Give give) noexcept {
  return Copied<give().size()>(give().data());
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
  using Reads = Reader;
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
  [[gnu::always_inline]] constexpr Item operator[](std::size_t index) const noexcept {
    if (index < size_) return Reader::read(storage_, first_ + static_cast<std::uint32_t>(index));
    if (__builtin_is_constant_evaluated()) no_item_has_this_index();
    return Item{};
  }
  [[gnu::always_inline]] constexpr Item at(std::size_t index) const noexcept {
    return (*this)[index];
  }
  [[gnu::always_inline]] constexpr Item front() const noexcept { return (*this)[0]; }
  [[gnu::always_inline]] constexpr Item back() const noexcept {
    return (*this)[std::size_t{size_} - 1];
  }
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

  [[gnu::always_inline]] constexpr Item operator*() const noexcept { return list_[index_]; }
  [[gnu::always_inline]] constexpr Item operator[](difference_type by) const noexcept {
    return *(*this + by);
  }

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

// A list of rows of kRows, from the first and their number; of a list out of bounds, nothing.
template <Section kRows, typename Reader, typename S>
[[gnu::always_inline]] constexpr List<S, Reader> list_at(const S& storage,
                                                         const char* place) noexcept {
  const std::uint32_t first = load32(place);
  const std::uint32_t size = load32(place + 4);
  const std::uint32_t count = storage.template count<kRows>();
  if (first > count || size > count - first) return List<S, Reader>(storage, 0, 0);
  return List<S, Reader>(storage, first, size);
}

// The list that stands in a field at kAt; empty where the storage does not hold the field.
template <Section kS, std::size_t kAt, Section kRows, typename Reader, typename S>
[[gnu::always_inline]] constexpr List<S, Reader> list_field(const S& storage,
                                                            std::uint32_t row) noexcept {
  if constexpr (S::template has<kS, kAt>()) {
    return list_at<kRows, Reader>(storage, storage.template field<kS, kAt>(row));
  } else {
    return {};
  }
}

// Reads one text of a list of texts.
template <typename S, typename Pool>
struct TextReader {
  [[gnu::always_inline]] static constexpr std::string_view read(const S& storage,
                                                                std::uint32_t row) noexcept {
    return text_at<Pool>(storage, storage.template row<Section::kTexts>(row));
  }
};

// The list of texts in a field at kAt.
template <typename S, Section kS, std::size_t kAt>
using FieldTexts = List<S, TextReader<S, typename S::template Pool<kS, kAt>>>;

// Any list of texts of an index, where all have one type. A table's have types of their own.
template <typename S>
using Texts = FieldTexts<S, Section::kTexts, 0>;

// The versions from one cut up to another, as KeyRange has them.
template <typename S>
struct Interval {
  std::string_view low;
  std::string_view high;

  [[gnu::always_inline]] static constexpr Interval read(const S& storage,
                                                        std::uint32_t row) noexcept {
    return {key<IntervalAt::kLow>(storage, row), key<IntervalAt::kHigh>(storage, row)};
  }

 private:
  template <std::size_t kAt>
  static constexpr std::string_view key(const S& storage, std::uint32_t row) noexcept {
    return text_at<typename S::template Pool<Section::kIntervals, kAt>>(
        storage, storage.template row<Section::kIntervals>(row) + kAt);
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
    static_assert(S::template has<Section::kVersions, VersionAt::kProduct>(),
                  "this table was built without versions.product (kbc build --fields)");
    return same_product(product, wanted);
  }

  constexpr Affects affects(std::string_view number) const noexcept {
    static_assert(S::template has<Section::kVersions, VersionAt::kIntervals>() &&
                      S::template has<Section::kVersions, VersionAt::kConditional>(),
                  "this table was built without versions.intervals and versions.conditional (kbc "
                  "build --fields)");
    const VersionKey key = version_key(number);
    if (!key.is_valid()) return Affects::kUnknown;
    if (any_contains(intervals, key.bytes())) return Affects::kYes;
    return any_contains(conditional, key.bytes()) ? Affects::kUnknown : Affects::kNo;
  }

  [[gnu::always_inline]] static constexpr Version read(const S& storage,
                                                       std::uint32_t row) noexcept {
    constexpr Section kS = Section::kVersions;
    return {
        text_field<kS, VersionAt::kVersion>(storage, row),
        text_field<kS, VersionAt::kProduct>(storage, row),
        text_field<kS, VersionAt::kIntroduced>(storage, row),
        text_field<kS, VersionAt::kDeprecated>(storage, row),
        text_field<kS, VersionAt::kRemoved>(storage, row),
        text_field<kS, VersionAt::kBehaviorChange>(storage, row),
        text_field<kS, VersionAt::kStatus>(storage, row),
        list_field<kS, VersionAt::kIntervals, Section::kIntervals, Interval<S>>(storage, row),
        list_field<kS, VersionAt::kConditional, Section::kIntervals, Interval<S>>(storage, row)};
  }

 private:
  static constexpr bool any_contains(const List<S, Interval<S>>& list,
                                     std::string_view key) noexcept {
    for (std::uint32_t at = 0; at < list.size(); ++at) {
      const Interval<S> interval = list[at];
      if (KeyRange{interval.low, interval.high}.contains(key)) return true;
    }
    return false;
  }
};

template <typename S>
struct OsNote {
  std::string_view system;  // `linux`, `macos` and so on
  std::string_view text;

  [[gnu::always_inline]] static constexpr OsNote read(const S& storage,
                                                      std::uint32_t row) noexcept {
    constexpr Section kS = Section::kOsNotes;
    return {text_field<kS, OsNoteAt::kSystem>(storage, row),
            text_field<kS, OsNoteAt::kText>(storage, row)};
  }
};

template <typename S>
struct DeadEnd {
  std::string_view action, why_fails, condition;
  double fail_rate = kNoRate;
  FieldTexts<S, Section::kDeadEnds, DeadEndAt::kSources> sources;

  [[gnu::always_inline]] static constexpr DeadEnd read(const S& storage,
                                                       std::uint32_t row) noexcept {
    constexpr Section kS = Section::kDeadEnds;
    return {text_field<kS, DeadEndAt::kAction>(storage, row),
            text_field<kS, DeadEndAt::kWhyFails>(storage, row),
            text_field<kS, DeadEndAt::kCondition>(storage, row),
            rate_field<kS, DeadEndAt::kFailRate>(storage, row),
            list_field<kS, DeadEndAt::kSources, Section::kTexts,
                       TextReader<S, typename S::template Pool<kS, DeadEndAt::kSources>>>(storage,
                                                                                          row)};
  }
};

template <typename S>
struct Workaround {
  std::string_view action, how, condition;
  double success_rate = kNoRate;
  FieldTexts<S, Section::kWorkarounds, WorkaroundAt::kSources> sources;

  [[gnu::always_inline]] static constexpr Workaround read(const S& storage,
                                                          std::uint32_t row) noexcept {
    constexpr Section kS = Section::kWorkarounds;
    return {text_field<kS, WorkaroundAt::kAction>(storage, row),
            text_field<kS, WorkaroundAt::kHow>(storage, row),
            text_field<kS, WorkaroundAt::kCondition>(storage, row),
            rate_field<kS, WorkaroundAt::kSuccessRate>(storage, row),
            list_field<kS, WorkaroundAt::kSources, Section::kTexts,
                       TextReader<S, typename S::template Pool<kS, WorkaroundAt::kSources>>>(
                storage, row)};
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

  [[gnu::always_inline]] static constexpr Link read(const S& storage, std::uint32_t row) noexcept {
    constexpr Section kS = Section::kLinks;
    const std::uint32_t kind = row_field<kS, LinkAt::kKind>(storage, row);
    return {text_field<kS, LinkAt::kErrorId>(storage, row),
            text_field<kS, LinkAt::kDistinction>(storage, row),
            text_field<kS, LinkAt::kCondition>(storage, row),
            text_field<kS, LinkAt::kTypicalDelay>(storage, row),
            rate_field<kS, LinkAt::kProbability>(storage, row),
            row_field<kS, LinkAt::kSource>(storage, row),
            row_field<kS, LinkAt::kTarget>(storage, row),
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
