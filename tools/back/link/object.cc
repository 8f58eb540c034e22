#include "link/object.h"

#include <cmath>
#include <limits>
#include <string_view>

#include "kbx/checksum.h"
#include "kbx/fields.h"
#include "version/spec.h"

namespace kbc {
namespace {

// Puts one entry into the objects, field by field, and hashes what it puts.
class Assembly {
 public:
  Assembly(Pools& pools, Objects& objects) : pools_(pools), objects_(objects) {}

  EntryObject entry(const Entry& entry, FileId file);

 private:
  StringId text(const Text& text) {
    hash_number(text.present() ? text.value.size() + 1 : 0);
    if (!text.present()) return kNoString;
    sum_.add(text.value);
    return pools_.texts.intern(text.value);
  }

  double number(const Number& number) {
    const double value = number.present() ? number.value : std::numeric_limits<double>::quiet_NaN();
    hash_number(number.present() ? bits_of(value) : 0);
    return value;
  }

  // None counts as 0, and so 0 as none would.
  static std::uint64_t bits_of(double value) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    return __builtin_bit_cast(std::uint64_t, value == 0 ? kNone : value);
  }

  // The same on machines of either byte order.
  void hash_number(std::uint64_t number) {
    std::array<char, 8> bytes;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      bytes[at] = static_cast<char>(number >> (8 * at));
    }
    sum_.add({bytes.data(), bytes.size()});
  }

  // Appends what make gives for each item of a list.
  template <typename Item, typename Object, typename Make>
  Rows rows(const std::vector<Item>& items, std::vector<Object>& table, const Make& make) {
    hash_number(items.size());
    const Rows rows{static_cast<std::uint32_t>(table.size()),
                    static_cast<std::uint32_t>(items.size())};
    for (const Item& item : items) table.push_back(make(item));
    return rows;
  }

  Rows texts(const std::vector<Text>& list) {
    return rows(list, objects_.texts, [&](const Text& item) { return text(item); });
  }

  Rows intervals(const std::vector<Interval>& list);
  VersionObject version(const VersionItem& item);

  Pools& pools_;
  Objects& objects_;
  kbx::Checksum sum_;
};

// They follow from the text of the version: nothing to hash.
Rows Assembly::intervals(const std::vector<Interval>& list) {
  const Rows rows{static_cast<std::uint32_t>(objects_.intervals.size()),
                  static_cast<std::uint32_t>(list.size())};
  for (const Interval& interval : list) {
    objects_.intervals.push_back(
        {pools_.version_keys.intern(interval.low), pools_.version_keys.intern(interval.high)});
  }
  return rows;
}

VersionObject Assembly::version(const VersionItem& item) {
  VersionObject object{text(item.version),
                       text(item.introduced),
                       text(item.deprecated),
                       text(item.removed),
                       text(item.behavior_change),
                       text(item.status),
                       0,
                       0,
                       {},
                       {}};
  ParsedSpec parsed = parse_version_spec(item.version.value);
  const VersionSpec& spec = parsed.spec;
  if (!spec.product.empty()) {
    object.product_offset =
        static_cast<std::uint32_t>(spec.product.data() - item.version.value.data());
    object.product_length = static_cast<std::uint32_t>(spec.product.size());
  }
  if (!parsed.faults.empty()) {
    // What a text with faults means nobody can say.
    object.conditional = intervals({everything()});
    return object;
  }
  std::vector<Interval> conditional;
  for (const ConditionalRange& range : spec.conditional) {
    conditional.insert(conditional.end(), range.intervals.begin(), range.intervals.end());
  }
  object.intervals = intervals(spec.intervals);
  object.conditional = intervals(unite(std::move(conditional)));
  return object;
}

std::uint64_t whole_number(double number) {
  // 2^64 is the first double that is too large.
  if (!(number > 0)) return 0;
  return number < 0x1p64 ? static_cast<std::uint64_t>(number)
                         : std::numeric_limits<std::uint64_t>::max();
}

EntryObject Assembly::entry(const Entry& entry, FileId file) {
  EntryObject object;
  object.file = file;
  for (std::size_t at = 0; at < kTextFields.size(); ++at) object.texts[at] = text(entry.texts[at]);
  object.confidence = number(entry.confidence);
  object.fix_success_rate = number(entry.fix_success_rate);
  // As it is kept: who has the index has no other number to make the hash of.
  object.evidence_count =
      whole_number(entry.evidence_count.present() ? entry.evidence_count.value : 0);
  hash_number(__builtin_bit_cast(std::uint64_t, static_cast<double>(object.evidence_count)));
  object.versions = rows(entry.versions, objects_.versions,
                         [&](const VersionItem& item) { return version(item); });
  object.os_notes = rows(entry.os_specific, objects_.os_notes, [&](const OsNote& note) {
    return OsNoteObject{text(note.system), text(note.text)};
  });
  object.dead_ends = rows(entry.dead_ends, objects_.dead_ends, [&](const DeadEnd& item) {
    return ActionObject{text(item.action), text(item.why_fails), text(item.condition),
                        number(item.fail_rate), texts(item.sources)};
  });
  object.workarounds = rows(entry.workarounds, objects_.workarounds, [&](const Workaround& item) {
    return ActionObject{text(item.action), text(item.how), text(item.condition),
                        number(item.success_rate), texts(item.sources)};
  });
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    object.links[kind] = rows(entry.links[kind].links, objects_.links, [&](const Link& link) {
      return LinkObject{text(link.error_id), text(link.distinction), text(link.condition),
                        text(link.typical_delay), number(link.probability)};
    });
  }
  for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
    const std::vector<Text>& list = entry.text_lists[at].texts;
    if (kbx::is_later(kTextListFields[at])) {
      if (list.empty()) continue;
      hash_number(kTextListFields[at].at);
    }
    object.text_lists[at] = texts(list);
  }
  object.hash = sum_.value();
  return object;
}

}  // namespace

void assemble(const Entry& entry, FileId file, Pools& pools, Objects& objects) {
  EntryObject object = Assembly(pools, objects).entry(entry, file);
  objects.entries.push_back(object);
}

}  // namespace kbc
