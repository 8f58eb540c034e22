// Objects in, image out, as a linker does it. Entries are numbered in the order of their ids, so
// that a number says as much as an id and the same entries give the same bytes, whoever compiled
// them in which order; links become numbers, and are turned round for the incoming ones; keys that
// entries share (codes, domains, categories, tags) get lists of numbers. The look-ups come last,
// all under one hash seed: where two keys of one of them collide, the next seed is tried for all.
// Sorting aside, time is linear in rows and texts.
#include "link/link.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "kbx/checksum.h"
#include "link/lookup_table.h"
#include "link/place_entries.h"
#include "link/place_patterns.h"
#include "link/place_titles.h"
#include "link/place_words.h"

namespace kbc {
namespace {

using kbx::Section;

struct Alias {
  std::string_view text;
  StringId id = kNoString;
  std::uint32_t entry = 0;
};

// What a look-up leads to: keys in their order, each with its entries.
struct Posting {
  StringId id = kNoString;
  std::vector<std::uint32_t> entries;
};
using Postings = std::map<std::string_view, Posting>;

// The sections of a look-up by a key that several entries share, and where an entry has the key.
struct KeyKind {
  Section seeds, slots, keys, entries;
  std::size_t text = kTextFields.size();  // in kTextFields; that many: the tags
};

constexpr KeyKind kKeyKinds[] = {
    {Section::kCodeSeeds, Section::kCodeSlots, Section::kCodeKeys, Section::kCodeEntries,
     TextField("error_code").number},
    {Section::kDomainSeeds, Section::kDomainSlots, Section::kDomainKeys, Section::kDomainEntries,
     TextField("domain").number},
    {Section::kCategorySeeds, Section::kCategorySlots, Section::kCategoryKeys,
     Section::kCategoryEntries, TextField("category").number},
    {Section::kTagSeeds, Section::kTagSlots, Section::kTagKeys, Section::kTagEntries},
};

class Linker {
 public:
  Linker(const Pools& pools, std::vector<Unit> units)
      : pools_(pools), units_(std::move(units)), image_(pools.texts, pools.version_keys) {}

  Result<Image> run(const Provenance& provenance, const LinkOptions& options);

 private:
  Status number_entries();
  void name_aliases();
  void place_aliases();
  void place_incoming(const std::vector<std::uint32_t>& targets);
  Postings postings_of(const KeyKind& kind) const;
  void place_keys(const KeyKind& kind, const Postings& postings);
  void place_provenance(const Provenance& provenance);
  void identify();
  bool place_lookups(const std::vector<std::vector<std::string_view>>& keys);

  std::vector<std::string_view> regexes() const;

  std::string_view text(StringId id) const { return pools_.texts.text(id); }

  const Pools& pools_;
  std::vector<Unit> units_;  // in the order of their ids
  Image image_;
  EntryNumbers numbers_;
  std::vector<Alias> aliases_;  // in order
};

std::vector<Unit> sorted_units(const std::vector<Objects>& all, const Pools& pools,
                               const std::vector<FileId>& left_out) {
  std::vector<Unit> units;
  for (const Objects& objects : all) {
    for (const EntryObject& entry : objects.entries) {
      if (std::binary_search(left_out.begin(), left_out.end(), entry.file)) continue;
      const StringId id = entry.texts[TextField("id").number];
      units.push_back({id == kNoString ? "" : pools.texts.text(id), &entry, &objects});
    }
  }
  std::ranges::sort(units, {}, &Unit::id);
  return units;
}

Status Linker::number_entries() {
  numbers_.reserve(units_.size());
  for (std::uint32_t index = 0; index < units_.size(); ++index) {
    const std::string_view id = units_[index].id;
    if (id.empty()) return Error{"an entry has no id; rule schema-required reports which"};
    if (!numbers_.emplace(id, index).second) {
      return Error{"two entries have the id `" + std::string(id) +
                   "`; rule id-duplicate reports which"};
    }
  }
  return {};
}

// An id wins over an alias, and the first entry over others.
void Linker::name_aliases() {
  for (std::uint32_t index = 0; index < units_.size(); ++index) {
    const Rows rows = units_[index].entry->text_lists[TextListField("aliases").number];
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      const StringId id = units_[index].objects->texts[rows.first + at];
      if (numbers_.emplace(text(id), index).second) aliases_.push_back({text(id), id, index});
    }
  }
  std::sort(aliases_.begin(), aliases_.end(),
            [](const Alias& left, const Alias& right) { return left.text < right.text; });
}

void Linker::place_aliases() {
  RowTable rows;
  for (const Alias& alias : aliases_) {
    rows.start(kbx::info_of(Section::kAliases).stride);
    put_text_row(rows, kbx::AliasAt::kText, alias.id, pools_.texts, image_.strings);
    rows.put32(kbx::AliasAt::kEntry, alias.entry);
  }
  image_[Section::kAliases] = rows.take();
}

std::string numbers_section(const std::vector<std::uint32_t>& numbers) {
  RowTable rows;
  rows.reserve(numbers.size() * 4);
  for (const std::uint32_t number : numbers) {
    rows.start(4);
    rows.put32(0, number);
  }
  return rows.take();
}

// Counting sort of the links by their target.
void Linker::place_incoming(const std::vector<std::uint32_t>& targets) {
  std::vector<std::uint32_t> firsts(units_.size() + 1, 0);
  for (const std::uint32_t target : targets) {
    if (target != kbx::kNone) ++firsts[target + 1];
  }
  for (std::size_t index = 1; index < firsts.size(); ++index) firsts[index] += firsts[index - 1];
  image_[Section::kIncoming] = numbers_section(firsts);
  std::vector<std::uint32_t> sorted(firsts.back());
  for (std::uint32_t link = 0; link < targets.size(); ++link) {
    if (targets[link] != kbx::kNone) sorted[firsts[targets[link]]++] = link;
  }
  image_[Section::kIncomingLinks] = numbers_section(sorted);
}

Postings Linker::postings_of(const KeyKind& kind) const {
  Postings postings;
  const auto add = [&](StringId id, std::uint32_t index) {
    if (id == kNoString) return;
    Posting& posting = postings[text(id)];
    posting.id = id;
    if (posting.entries.empty() || posting.entries.back() != index) {
      posting.entries.push_back(index);
    }
  };
  for (std::uint32_t index = 0; index < units_.size(); ++index) {
    const EntryObject& entry = *units_[index].entry;
    if (kind.text < kTextFields.size()) {
      add(entry.texts[kind.text], index);
      continue;
    }
    const Rows tags = entry.text_lists[TextListField("tags").number];
    for (std::uint32_t at = 0; at < tags.count; ++at) {
      add(units_[index].objects->texts[tags.first + at], index);
    }
  }
  return postings;
}

void Linker::place_keys(const KeyKind& kind, const Postings& postings) {
  RowTable keys;
  std::vector<std::uint32_t> entries;
  for (const auto& [key, posting] : postings) {
    keys.start(kbx::info_of(kind.keys).stride);
    put_text_row(keys, kbx::KeyAt::kText, posting.id, pools_.texts, image_.strings);
    keys.put32(kbx::KeyAt::kEntries, static_cast<std::uint32_t>(entries.size()));
    keys.put32(kbx::KeyAt::kEntries + 4, static_cast<std::uint32_t>(posting.entries.size()));
    entries.insert(entries.end(), posting.entries.begin(), posting.entries.end());
  }
  image_[kind.keys] = keys.take();
  image_[kind.entries] = numbers_section(entries);
}

void Linker::place_provenance(const Provenance& provenance) {
  RowTable rows;
  for (const auto& [name, value] : provenance) {
    rows.start(kbx::info_of(Section::kProvenance).stride);
    put_text_row(rows, kbx::ProvenanceAt::kName, name, pools_.texts, image_.strings);
    put_text_row(rows, kbx::ProvenanceAt::kValue, value, pools_.texts, image_.strings);
  }
  image_[Section::kProvenance] = rows.take();
}

std::vector<std::string_view> Linker::regexes() const {
  std::vector<std::string_view> regexes;
  for (const Unit& unit : units_) {
    const StringId id = unit.entry->texts[TextField("regex").number];
    regexes.push_back(id == kNoString ? std::string_view() : text(id));
  }
  return regexes;
}

// The content is the entries in their order: what an entry says is in its hash.
void Linker::identify() {
  RowTable hashes;
  for (const Unit& unit : units_) {
    hashes.start(8);
    hashes.put64(0, unit.entry->hash);
  }
  image_.content_id = kbx::checksum(hashes.bytes());
  image_.entry_count = static_cast<std::uint32_t>(units_.size());
}

// False when two keys have one hash under the image's seed.
bool Linker::place_lookups(const std::vector<std::vector<std::string_view>>& keys) {
  for (std::size_t at = 0; at < keys.size(); ++at) {
    std::optional<LookupTable> table = make_lookup_table(keys[at], image_.hash_seed);
    if (!table) return false;
    const bool is_ids = at == std::size(kKeyKinds);
    image_[is_ids ? Section::kIdSeeds : kKeyKinds[at].seeds] = std::move(table->seeds);
    image_[is_ids ? Section::kIdSlots : kKeyKinds[at].slots] = std::move(table->slots);
  }
  return true;
}

Result<Image> Linker::run(const Provenance& provenance, const LinkOptions& options) {
  if (Status failed = number_entries()) return *failed;
  name_aliases();
  place_incoming(place_entries(pools_, units_, numbers_, image_));
  place_aliases();
  std::vector<std::vector<std::string_view>> keys;
  for (const KeyKind& kind : kKeyKinds) {
    const Postings postings = postings_of(kind);
    place_keys(kind, postings);
    std::vector<std::string_view>& list = keys.emplace_back();
    for (const auto& [key, posting] : postings) list.push_back(key);
  }
  std::vector<std::string_view>& ids = keys.emplace_back();
  for (const Unit& unit : units_) ids.push_back(unit.id);
  for (const Alias& alias : aliases_) ids.push_back(alias.text);
  identify();
  // What the taxonomy and the origin say would make the patterns of equal entries differ.
  if (options.patterns == Patterns::kPlace) {
    place_patterns(regexes(), options.case_rule, options.jobs, image_);
  }
  if (options.words == Words::kPlace && !place_words(pools_, units_, options.jobs, image_)) {
    return Error{"the words of the entries exceed 4 GiB"};
  }
  place_titles(options.titles, pools_, units_, image_);
  place_provenance(provenance);
  constexpr std::uint32_t kMostSeeds = 100;
  while (!place_lookups(keys)) {
    if (++image_.hash_seed == kMostSeeds) return Error{"the ids do not hash"};
  }
  if (image_.strings.is_too_large()) return Error{"the texts of the entries exceed 4 GiB"};
  return std::move(image_);
}

}  // namespace

Result<Image> link(const std::vector<Objects>& objects, const Pools& pools,
                   const std::vector<FileId>& left_out, const Provenance& provenance,
                   const LinkOptions& options) {
  return Linker(pools, sorted_units(objects, pools, left_out)).run(provenance, options);
}

}  // namespace kbc
