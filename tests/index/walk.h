// Reading everything that an index gives out.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include "kbx/index.h"

namespace kbc {

// Walks over all fields of all entries and asks all look-ups, touching the ends of every text. The
// lists of a hostile index may have the same rows many times, so it stops after so many items.
class Walk {
 public:
  enum class What : std::uint8_t { kAll, kEntries };  // also the bytes of the file, or not

  explicit Walk(const kbx::Index& index, std::uint64_t most = 100000, What what = What::kAll)
      : index_(index), left_(most) {
    if (what == What::kAll) file();
    for (const auto& entry : index.entries()) {
      if (left_ == 0) return;
      this->entry(entry);
    }
    keys();
  }

  // Depends on everything that was read.
  std::uint64_t sum() const { return sum_; }
  bool is_complete() const { return left_ > 0; }

 private:
  using Mapped = kbx::Mapped;

  template <std::integral Number>
  void add(Number value) {
    sum_ = sum_ * 31 + static_cast<std::uint64_t>(value);
  }
  void add(double value) { add(__builtin_bit_cast(std::uint64_t, value)); }
  void add(std::string_view text) {
    add(text.size());
    if (text.empty()) return;
    add(static_cast<std::uint64_t>(text.front()));
    add(static_cast<std::uint64_t>(text.back()));
  }
  template <typename... Texts>
  void texts(const Texts&... texts) {
    (add(texts), ...);
  }

  template <typename List, typename Visit>
  void each(const List& list, const Visit& visit) {
    add(list.size());
    for (std::uint32_t at = 0; at < list.size() && left_ > 0; ++at, --left_) visit(list[at]);
  }
  void each_text(const kbx::Texts<Mapped>& list) {
    each(list, [&](std::string_view text) { add(text); });
  }

  void file() {
    for (std::uint32_t at = 0; at <= index_.section_count(); ++at) {
      add(index_.section_bytes(index_.section(at)));
    }
    for (std::uint32_t at = 0; at <= index_.provenance_count() && at < 100; ++at) {
      texts(index_.provenance(at).name, index_.provenance(at).value);
    }
    add(index_.content_id() + index_.minor_version() + index_.file_size());
    for (const std::string_view absent : {"", "no/such-id", "git", "a"}) look_up(absent);
  }

  void look_up(std::string_view key) {
    add(index_.find(key).index());
    const auto visit = [&](const kbx::Entry<Mapped>& entry) { add(entry.id()); };
    each(index_.with_code(key), visit);
    each(index_.in_domain(key), visit);
    each(index_.in_category(key), visit);
    each(index_.with_tag(key), visit);
    texts(index_.domain_title(key), index_.category_title(key), index_.root_cause_type_title(key));
  }

  void version(const kbx::Version<Mapped>& item) {
    texts(item.version, item.product, item.introduced, item.deprecated, item.removed,
          item.behavior_change, item.status);
    const auto interval = [&](const kbx::Interval<Mapped>& one) { texts(one.low, one.high); };
    each(item.intervals, interval);
    each(item.conditional, interval);
    add(item.is_about("python"));
    if (item.intervals.size() + item.conditional.size() > 1000) return;
    for (const std::string_view number : {"3.11", "3.11-1ubuntu2", "2023-01", "1.0-rc1", "x"}) {
      add(static_cast<std::uint64_t>(item.affects(number)));
    }
  }

  void link(const kbx::Link<Mapped>& item) {
    texts(item.error_id, item.distinction, item.condition, item.typical_delay, item.probability);
    add(std::uint64_t{item.source} + item.target + static_cast<std::uint64_t>(item.kind));
    add(index_.at(item.target).index());
  }

  void lists(const kbx::Entry<Mapped>& item) {
    each(item.versions(), [&](const kbx::Version<Mapped>& one) { version(one); });
    each(item.os_specific(), [&](const kbx::OsNote<Mapped>& one) { texts(one.system, one.text); });
    each(item.dead_ends(), [&](const kbx::DeadEnd<Mapped>& one) {
      texts(one.action, one.why_fails, one.condition, one.fail_rate);
      each_text(one.sources);
    });
    each(item.workarounds(), [&](const kbx::Workaround<Mapped>& one) {
      texts(one.action, one.how, one.condition, one.success_rate);
      each_text(one.sources);
    });
    const auto visit = [&](const kbx::Link<Mapped>& one) { link(one); };
    each(item.leads_to(), visit);
    each(item.preceded_by(), visit);
    each(item.frequently_confused_with(), visit);
    each(index_.incoming(item.index()), visit);
  }

  void entry(const kbx::Entry<Mapped>& item) {
    for (const kbx::EntryField& field : kbx::kEntryFields) {
      switch (field.kind) {
        case kbx::FieldKind::kName:
        case kbx::FieldKind::kText:
          add(item.text_of(field));
          break;
        case kbx::FieldKind::kRate:
          add(item.rate_of(field));
          break;
        case kbx::FieldKind::kList:
          if (field.rows == kbx::Section::kTexts) each_text(item.texts_of(field));
          break;
        default:
          add(item.number_of(field));
      }
    }
    lists(item);
    if (item.id().size() < 1000) look_up(item.id());
    if (item.error_code().size() < 1000) look_up(item.error_code());
    // A far row and one behind the last.
    add(index_.at(item.index() + 1).index());
    if (left_ > 0) --left_;
  }

  void keys() {
    const auto visit = [&](const auto& key) {
      add(key.name);
      add(std::uint64_t{key.entries});
      if (key.name.size() < 1000) look_up(key.name);
    };
    each(index_.error_codes(), visit);
    each(index_.domains(), visit);
    each(index_.categories(), visit);
    each(index_.tags(), visit);
  }

  const kbx::Index& index_;
  std::uint64_t left_;
  std::uint64_t sum_ = 0;
};

}  // namespace kbc
