#include "link/place_entries.h"

#include <utility>

namespace kbc {
namespace {

using kbx::Section;

consteval std::size_t at_field(const char* name) { return kbx::entry_at(name); }

constexpr std::size_t kLinksAt[kLinkKinds] = {at_field(kLinkFields[0]), at_field(kLinkFields[1]),
                                              at_field(kLinkFields[2])};

class EntryPlacer {
 public:
  EntryPlacer(const Pools& pools, const EntryNumbers& numbers, Image& image)
      : pools_(pools), numbers_(numbers), image_(image) {}

  void place_entry(std::uint32_t index, const Unit& unit);
  // Moves the rows into the image.
  std::vector<std::uint32_t> finish();

 private:
  void place_versions(Rows rows, RowTable& row);
  void place_intervals(Rows rows, std::size_t at);
  void place_cut(StringId id, std::size_t at);
  void place_os_notes(Rows rows, RowTable& row);
  void place_actions(const std::vector<ActionObject>& actions, Rows rows, RowTable& table,
                     RowTable& row, std::size_t at);
  void place_links(std::uint32_t index, Rows rows, LinkKind kind, RowTable& row, std::size_t at);
  void place_texts(Rows rows, RowTable& row, std::size_t at);

  void put_text(RowTable& row, std::size_t at, StringId id) {
    put_text_row(row, at, id, pools_.texts, image_.strings);
  }
  static void put_rows(RowTable& row, std::size_t at, std::uint32_t first, std::uint32_t count) {
    row.put32(at, first);
    row.put32(at + 4, count);
  }
  std::uint32_t target_of(StringId id) const {
    if (id == kNoString) return kbx::kNone;
    const auto found = numbers_.find(pools_.texts.text(id));
    return found == numbers_.end() ? kbx::kNone : found->second;
  }

  const Pools& pools_;
  const EntryNumbers& numbers_;
  Image& image_;
  const Objects* objects_ = nullptr;  // of the entry being placed
  std::vector<std::uint32_t> targets_;
  RowTable entries_, versions_, intervals_, os_notes_, dead_ends_, workarounds_, texts_, links_;
};

void EntryPlacer::place_texts(Rows rows, RowTable& row, std::size_t at) {
  put_rows(row, at, texts_.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    texts_.start(kbx::info_of(Section::kTexts).stride);
    put_text(texts_, 0, objects_->texts[rows.first + item]);
  }
}

void EntryPlacer::place_cut(StringId id, std::size_t at) {
  put_text_row(intervals_, at, id, pools_.version_keys, image_.version_keys);
}

void EntryPlacer::place_intervals(Rows rows, std::size_t at) {
  put_rows(versions_, at, intervals_.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    const IntervalObject& interval = objects_->intervals[rows.first + item];
    intervals_.start(kbx::info_of(Section::kIntervals).stride);
    place_cut(interval.low, kbx::IntervalAt::kLow);
    place_cut(interval.high, kbx::IntervalAt::kHigh);
  }
}

void EntryPlacer::place_versions(Rows rows, RowTable& row) {
  put_rows(row, at_field("versions"), versions_.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    const VersionObject& version = objects_->versions[rows.first + item];
    using At = kbx::VersionAt;
    versions_.start(kbx::info_of(Section::kVersions).stride);
    put_text(versions_, At::kVersion, version.version);
    put_text(versions_, At::kIntroduced, version.introduced);
    put_text(versions_, At::kDeprecated, version.deprecated);
    put_text(versions_, At::kRemoved, version.removed);
    put_text(versions_, At::kBehaviorChange, version.behavior_change);
    put_text(versions_, At::kStatus, version.status);
    put_text(versions_, At::kProduct, version.version);
    if (version.version != kNoString) {
      // The product is the beginning of the specification: it needs no bytes of its own.
      const std::uint32_t begin = image_.strings.place(version.version);
      put_rows(versions_, At::kProduct, begin + version.product_offset, version.product_length);
    }
    place_intervals(version.intervals, At::kIntervals);
    place_intervals(version.conditional, At::kConditional);
  }
}

void EntryPlacer::place_os_notes(Rows rows, RowTable& row) {
  put_rows(row, at_field("os_specific"), os_notes_.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    const OsNoteObject& note = objects_->os_notes[rows.first + item];
    os_notes_.start(kbx::info_of(Section::kOsNotes).stride);
    put_text(os_notes_, kbx::OsNoteAt::kSystem, note.system);
    put_text(os_notes_, kbx::OsNoteAt::kText, note.text);
  }
}

// Dead ends and workarounds have the same shape: three texts, a rate, sources.
void EntryPlacer::place_actions(const std::vector<ActionObject>& actions, Rows rows,
                                RowTable& table, RowTable& row, std::size_t at) {
  using At = kbx::DeadEndAt;
  static_assert(At::kFailRate == kbx::WorkaroundAt::kSuccessRate &&
                At::kSources == kbx::WorkaroundAt::kSources &&
                At::kWhyFails == kbx::WorkaroundAt::kHow);
  put_rows(row, at, table.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    const ActionObject& action = actions[rows.first + item];
    table.start(kbx::info_of(Section::kDeadEnds).stride);
    put_text(table, At::kAction, action.action);
    put_text(table, At::kWhyFails, action.detail);
    put_text(table, At::kCondition, action.condition);
    table.put_double(At::kFailRate, action.rate);
    place_texts(action.sources, table, At::kSources);
  }
}

void EntryPlacer::place_links(std::uint32_t index, Rows rows, LinkKind kind, RowTable& row,
                              std::size_t at) {
  put_rows(row, at, links_.count(), rows.count);
  for (std::uint32_t item = 0; item < rows.count; ++item) {
    const LinkObject& link = objects_->links[rows.first + item];
    using At = kbx::LinkAt;
    links_.start(kbx::info_of(Section::kLinks).stride);
    put_text(links_, At::kErrorId, link.error_id);
    put_text(links_, At::kDistinction, link.distinction);
    put_text(links_, At::kCondition, link.condition);
    put_text(links_, At::kTypicalDelay, link.typical_delay);
    links_.put_double(At::kProbability, link.probability);
    links_.put32(At::kSource, index);
    targets_.push_back(target_of(link.error_id));
    links_.put32(At::kTarget, targets_.back());
    links_.put32(At::kKind, static_cast<std::uint32_t>(kind));
  }
}

void EntryPlacer::place_entry(std::uint32_t index, const Unit& unit) {
  const EntryObject& entry = *unit.entry;
  objects_ = unit.objects;
  RowTable& row = entries_;
  row.start(kbx::info_of(Section::kEntries).stride);
  for (std::size_t at = 0; at < kTextFields.size(); ++at) {
    put_text(row, kTextFields[at].at, entry.texts[at]);
  }
  row.put_double(at_field("confidence"), entry.confidence);
  row.put_double(at_field("fix_success_rate"), entry.fix_success_rate);
  row.put64(at_field("evidence_count"), entry.evidence_count);
  row.put64(at_field("hash"), entry.hash);
  place_actions(objects_->dead_ends, entry.dead_ends, dead_ends_, row, at_field("dead_ends"));
  place_actions(objects_->workarounds, entry.workarounds, workarounds_, row,
                at_field("workarounds"));
  place_versions(entry.versions, row);
  for (std::size_t kind = 0; kind < kLinkKinds; ++kind) {
    place_links(index, entry.links[kind], static_cast<LinkKind>(kind), row, kLinksAt[kind]);
  }
  place_os_notes(entry.os_notes, row);
  for (std::size_t at = 0; at < kTextListFields.size(); ++at) {
    place_texts(entry.text_lists[at], row, kTextListFields[at].at);
  }
}

std::vector<std::uint32_t> EntryPlacer::finish() {
  image_[Section::kEntries] = entries_.take();
  image_[Section::kVersions] = versions_.take();
  image_[Section::kIntervals] = intervals_.take();
  image_[Section::kOsNotes] = os_notes_.take();
  image_[Section::kDeadEnds] = dead_ends_.take();
  image_[Section::kWorkarounds] = workarounds_.take();
  image_[Section::kTexts] = texts_.take();
  image_[Section::kLinks] = links_.take();
  return std::move(targets_);
}

}  // namespace

std::vector<std::uint32_t> place_entries(const Pools& pools, const std::vector<Unit>& units,
                                         const EntryNumbers& numbers, Image& image) {
  EntryPlacer placer(pools, numbers, image);
  for (std::uint32_t index = 0; index < units.size(); ++index) {
    placer.place_entry(index, units[index]);
  }
  return placer.finish();
}

}  // namespace kbc
