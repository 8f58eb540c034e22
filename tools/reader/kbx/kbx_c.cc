#include <exception>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kbx/c_text.h"
#include "kbx/fields.h"
#include "kbx/index.h"
#include "kbx/kbx.h"

struct kbx_index {
  kbx::Index index;
};

namespace {

using kbx::Mapped;
using kbx::say;
using kbx::text_of;
using kbx::view_of;
using Entry = kbx::Entry<Mapped>;

constexpr double kNoRate = std::numeric_limits<double>::quiet_NaN();

kbx::EntryPtr<Mapped> entry_of(const kbx_index* index, uint32_t entry) {
  return index == nullptr ? kbx::EntryPtr<Mapped>() : index->index.at(entry);
}

// The field with this number of kbx_field or kbx_list; null when there is none.
const kbx::EntryField* field_of(int number) {
  // Every field takes eight bytes, so the fields by their places are the fields by their numbers.
  static_assert(kbx::entry_row_bytes() == 8 * kbx::kEntryFieldCount);
  const auto at = static_cast<unsigned>(number);
  return at < kbx::kEntryFieldCount ? &kbx::kPlacedEntryFields.all[at] : nullptr;
}

// Of a list of texts; an empty one for any other.
kbx::Texts<Mapped> texts_of(const Entry& entry, int list) {
  const kbx::EntryField* field = field_of(list);
  const bool is_of_texts = field != nullptr && kbx::is_text_list(*field);
  return is_of_texts ? entry.texts_of(*field) : kbx::Texts<Mapped>();
}

// Calls use with the links of a list, if it is one of links.
template <typename Use>
auto with_links(const kbx_index* index, const Entry& entry, int list, const Use& use) {
  switch (list) {
    case KBX_LEADS_TO:
      return use(entry.leads_to());
    case KBX_PRECEDED_BY:
      return use(entry.preceded_by());
    case KBX_CONFUSED_WITH:
      return use(entry.frequently_confused_with());
    case KBX_INCOMING:
      return use(index->index.incoming(entry.index()));
    default:
      return use(decltype(entry.leads_to())());
  }
}

// Calls use with the entries that have a key.
template <typename Use>
uint32_t with_key(const kbx_index* index, int kind, std::string_view key, const Use& use) {
  if (index == nullptr) return use(decltype(index->index.with_code(""))());
  switch (kind) {
    case KBX_BY_CODE:
      return use(index->index.with_code(key));
    case KBX_BY_DOMAIN:
      return use(index->index.in_domain(key));
    case KBX_BY_CATEGORY:
      return use(index->index.in_category(key));
    case KBX_BY_TAG:
      return use(index->index.with_tag(key));
  }
  return use(decltype(index->index.with_code(""))());
}

// Calls use with all keys of a kind.
template <typename Use>
auto with_keys(const kbx_index* index, int kind, const Use& use) {
  if (index == nullptr) return use(decltype(index->index.error_codes())());
  switch (kind) {
    case KBX_BY_CODE:
      return use(index->index.error_codes());
    case KBX_BY_DOMAIN:
      return use(index->index.domains());
    case KBX_BY_CATEGORY:
      return use(index->index.categories());
    case KBX_BY_TAG:
      return use(index->index.tags());
  }
  return use(decltype(index->index.error_codes())());
}

kbx::List<Mapped, kbx::Interval<Mapped>> intervals_of(const kbx_index* index, uint32_t entry,
                                                      uint32_t version, int which) {
  const auto found = entry_of(index, entry);
  if (!found || version >= found->versions().size()) return {};
  const kbx::Version<Mapped> item = found->versions()[version];
  if (which == KBX_CERTAIN) return item.intervals;
  return which == KBX_CONDITIONAL ? item.conditional : decltype(item.conditional)();
}

kbx::Index::Provenance provenance_at(const kbx_index* index, uint32_t at) {
  return at < kbx_provenance_size(index) ? index->index.provenance(at) : kbx::Index::Provenance();
}

// What the action gives. Nothing and a sentence when it runs out of memory: an exception must not
// reach a caller in C.
template <typename Action>
auto guarded(const Action& action, [[maybe_unused]] char* error, [[maybe_unused]] size_t error_size)
    -> decltype(action()) {
#ifdef __cpp_exceptions
  try {
    return action();
  } catch (const std::exception& failure) {
    say(failure.what(), error, error_size);
    return {};
  }
#else
  return action();
#endif
}

// Makes an index by open(error); null, and a sentence for C, when there is none.
template <typename Open>
kbx_index* opened(const Open& open, char* error, size_t error_size) {
  return guarded(
      [&]() -> kbx_index* {
        std::string sentence;
        std::optional<kbx::Index> index = open(sentence);
        say(sentence, error, error_size);
        return index ? new kbx_index{std::move(*index)} : nullptr;
      },
      error, error_size);
}

kbx_action action_of(const kbx::DeadEnd<Mapped>& item) {
  return {text_of(item.action), text_of(item.why_fails), text_of(item.condition), item.fail_rate,
          item.sources.size()};
}

kbx_action action_of(const kbx::Workaround<Mapped>& item) {
  return {text_of(item.action), text_of(item.how), text_of(item.condition), item.success_rate,
          item.sources.size()};
}

kbx_link link_of(const kbx::Link<Mapped>& link) {
  const int kind = KBX_LEADS_TO + static_cast<int>(link.kind);
  return {text_of(link.error_id),
          text_of(link.distinction),
          text_of(link.condition),
          text_of(link.typical_delay),
          link.probability,
          link.source,
          link.target,
          kind};
}

using Opening = std::optional<kbx::Index> (*)(const std::string& path, std::string& error);

kbx_index* open_by(Opening opening, const char* path, char* error, size_t error_size) {
  return opened(
      [&](std::string& sentence) { return opening(std::string(view_of(path)), sentence); }, error,
      error_size);
}

}  // namespace

uint32_t kbx_library_version(void) { return KBX_VERSION; }

kbx_index* kbx_open(const char* path, char* error, size_t error_size) {
  return open_by(kbx::Index::open, path, error, error_size);
}

kbx_index* kbx_read(const char* path, char* error, size_t error_size) {
  return open_by(kbx::Index::read, path, error, error_size);
}

kbx_index* kbx_open_memory(const void* data, size_t size, char* error, size_t error_size) {
  return opened(
      [&](std::string& sentence) {
        return kbx::Index::over(view_of(static_cast<const char*>(data), size), sentence);
      },
      error, error_size);
}

void kbx_close(kbx_index* index) { delete index; }

int kbx_verify(const kbx_index* index, char* error, size_t error_size) {
  return guarded(
      [&] {
        std::string sentence = "no index";
        const bool is_sound = index != nullptr && index->index.verify(sentence);
        say(sentence, error, error_size);
        return is_sound ? 1 : 0;
      },
      error, error_size);
}

uint32_t kbx_size(const kbx_index* index) { return index == nullptr ? 0 : index->index.size(); }

uint64_t kbx_content_id(const kbx_index* index) {
  return index == nullptr ? 0 : index->index.content_id();
}

uint32_t kbx_minor_version(const kbx_index* index) {
  return index == nullptr ? 0 : index->index.minor_version();
}

kbx_text kbx_bytes(const kbx_index* index) {
  return index == nullptr ? kbx_text() : text_of(index->index.bytes());
}

kbx_text kbx_provenance(const kbx_index* index, const char* name) {
  for (uint32_t at = 0; at < kbx_provenance_size(index); ++at) {
    const kbx::Index::Provenance item = index->index.provenance(at);
    if (item.name == view_of(name)) return text_of(item.value);
  }
  return {};
}

uint32_t kbx_provenance_size(const kbx_index* index) {
  return index == nullptr ? 0 : index->index.provenance_count();
}

kbx_text kbx_provenance_name(const kbx_index* index, uint32_t at) {
  return text_of(provenance_at(index, at).name);
}

kbx_text kbx_provenance_value(const kbx_index* index, uint32_t at) {
  return text_of(provenance_at(index, at).value);
}

uint32_t kbx_find(const kbx_index* index, const char* id) {
  return index == nullptr ? KBX_NONE : index->index.find(view_of(id)).index();
}

uint32_t kbx_find_n(const kbx_index* index, const char* id, size_t size) {
  return index == nullptr ? KBX_NONE : index->index.find(view_of(id, size)).index();
}

uint32_t kbx_count_with(const kbx_index* index, int kind, const char* key) {
  const std::string_view text = view_of(key);
  return kbx_count_with_n(index, kind, text.data(), text.size());
}

uint32_t kbx_count_with_n(const kbx_index* index, int kind, const char* key, size_t size) {
  return with_key(index, kind, view_of(key, size),
                  [](const auto& entries) { return entries.size(); });
}

uint32_t kbx_entry_with(const kbx_index* index, int kind, const char* key, uint32_t at) {
  const std::string_view text = view_of(key);
  return kbx_entry_with_n(index, kind, text.data(), text.size(), at);
}

uint32_t kbx_entry_with_n(const kbx_index* index, int kind, const char* key, size_t size,
                          uint32_t at) {
  return with_key(index, kind, view_of(key, size), [&](const auto& entries) {
    return at < entries.size() ? entries[at].index() : KBX_NONE;
  });
}

uint32_t kbx_keys_size(const kbx_index* index, int kind) {
  return with_keys(index, kind, [](const auto& keys) { return keys.size(); });
}

kbx_text kbx_key_text(const kbx_index* index, int kind, uint32_t key) {
  return with_keys(index, kind, [&](const auto& keys) {
    return key < keys.size() ? text_of(keys[key].name) : kbx_text();
  });
}

uint32_t kbx_key_size(const kbx_index* index, int kind, uint32_t key) {
  const kbx_text text = kbx_key_text(index, kind, key);
  return text.data == nullptr ? 0 : kbx_count_with_n(index, kind, text.data, text.size);
}

uint32_t kbx_key_entry(const kbx_index* index, int kind, uint32_t key, uint32_t at) {
  const kbx_text text = kbx_key_text(index, kind, key);
  return text.data == nullptr ? KBX_NONE : kbx_entry_with_n(index, kind, text.data, text.size, at);
}

kbx_text kbx_title(const kbx_index* index, int field, const char* name) {
  const std::string_view text = view_of(name);
  return kbx_title_n(index, field, text.data(), text.size());
}

kbx_text kbx_title_n(const kbx_index* index, int field, const char* name, size_t size) {
  const kbx::EntryField* titled = field_of(field);
  if (index == nullptr || titled == nullptr) return {};
  return text_of(index->index.title_of(titled->at, view_of(name, size)));
}

kbx_text kbx_entry_text(const kbx_index* index, uint32_t entry, int field) {
  const auto found = entry_of(index, entry);
  const kbx::EntryField* wanted = field_of(field);
  const bool is_there = found && wanted != nullptr && kbx::is_text(*wanted);
  return is_there ? text_of(found->text_of(*wanted)) : kbx_text();
}

double kbx_entry_confidence(const kbx_index* index, uint32_t entry) {
  const auto found = entry_of(index, entry);
  return found ? found->confidence() : kNoRate;
}

double kbx_entry_fix_success_rate(const kbx_index* index, uint32_t entry) {
  const auto found = entry_of(index, entry);
  return found ? found->fix_success_rate() : kNoRate;
}

uint64_t kbx_entry_evidence_count(const kbx_index* index, uint32_t entry) {
  const auto found = entry_of(index, entry);
  return found ? found->evidence_count() : 0;
}

uint64_t kbx_entry_hash(const kbx_index* index, uint32_t entry) {
  const auto found = entry_of(index, entry);
  return found ? found->hash() : 0;
}

uint32_t kbx_list_size(const kbx_index* index, uint32_t entry, int list) {
  const auto found = entry_of(index, entry);
  if (!found) return 0;
  switch (list) {
    case KBX_DEAD_ENDS:
      return found->dead_ends().size();
    case KBX_WORKAROUNDS:
      return found->workarounds().size();
    case KBX_VERSIONS:
      return found->versions().size();
    case KBX_OS_SPECIFIC:
      return found->os_specific().size();
    case KBX_LEADS_TO:
    case KBX_PRECEDED_BY:
    case KBX_CONFUSED_WITH:
    case KBX_INCOMING:
      return with_links(index, *found, list, [](const auto& links) { return links.size(); });
    default:
      return texts_of(*found, list).size();
  }
}

kbx_text kbx_list_text(const kbx_index* index, uint32_t entry, int list, uint32_t at) {
  const auto found = entry_of(index, entry);
  if (!found) return {};
  const kbx::Texts<Mapped> texts = texts_of(*found, list);
  return at < texts.size() ? text_of(texts[at]) : kbx_text();
}

kbx_action kbx_list_action(const kbx_index* index, uint32_t entry, int list, uint32_t at) {
  const auto found = entry_of(index, entry);
  if (found && list == KBX_DEAD_ENDS && at < found->dead_ends().size()) {
    return action_of(found->dead_ends()[at]);
  }
  if (found && list == KBX_WORKAROUNDS && at < found->workarounds().size()) {
    return action_of(found->workarounds()[at]);
  }
  return {{}, {}, {}, kNoRate, 0};
}

kbx_text kbx_action_source(const kbx_index* index, uint32_t entry, int list, uint32_t at,
                           uint32_t source) {
  const auto found = entry_of(index, entry);
  kbx::Texts<Mapped> sources;
  if (found && list == KBX_DEAD_ENDS && at < found->dead_ends().size()) {
    sources = found->dead_ends()[at].sources;
  } else if (found && list == KBX_WORKAROUNDS && at < found->workarounds().size()) {
    sources = found->workarounds()[at].sources;
  }
  return source < sources.size() ? text_of(sources[source]) : kbx_text();
}

kbx_version kbx_list_version(const kbx_index* index, uint32_t entry, uint32_t at) {
  const auto found = entry_of(index, entry);
  if (!found || at >= found->versions().size()) return {};
  const kbx::Version<Mapped> item = found->versions()[at];
  return {text_of(item.version),    text_of(item.product), text_of(item.introduced),
          text_of(item.deprecated), text_of(item.removed), text_of(item.behavior_change),
          text_of(item.status)};
}

uint32_t kbx_intervals_size(const kbx_index* index, uint32_t entry, uint32_t version, int which) {
  return intervals_of(index, entry, version, which).size();
}

kbx_interval kbx_version_interval(const kbx_index* index, uint32_t entry, uint32_t version,
                                  int which, uint32_t at) {
  const auto intervals = intervals_of(index, entry, version, which);
  if (at >= intervals.size()) return {};
  return {text_of(intervals[at].low), text_of(intervals[at].high)};
}

kbx_os_note kbx_list_os_note(const kbx_index* index, uint32_t entry, uint32_t at) {
  const auto found = entry_of(index, entry);
  if (!found || at >= found->os_specific().size()) return {};
  const kbx::OsNote<Mapped> item = found->os_specific()[at];
  return {text_of(item.system), text_of(item.text)};
}

kbx_link kbx_list_link(const kbx_index* index, uint32_t entry, int list, uint32_t at) {
  const kbx_link none = {{}, {}, {}, {}, kNoRate, KBX_NONE, KBX_NONE, KBX_LEADS_TO};
  const auto found = entry_of(index, entry);
  if (!found) return none;
  return with_links(index, *found, list, [&](const auto& links) {
    return at < links.size() ? link_of(links[at]) : none;
  });
}

int kbx_affects(const kbx_index* index, uint32_t entry, const char* product, const char* version) {
  const std::string_view product_text = view_of(product), version_text = view_of(version);
  return kbx_affects_n(index, entry, product_text.data(), product_text.size(), version_text.data(),
                       version_text.size());
}

int kbx_affects_n(const kbx_index* index, uint32_t entry, const char* product, size_t product_size,
                  const char* version, size_t version_size) {
  const auto found = entry_of(index, entry);
  if (!found) return KBX_NO;
  return static_cast<int>(
      found->affects(view_of(product, product_size), view_of(version, version_size)));
}
