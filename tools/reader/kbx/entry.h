#ifndef KBX_ENTRY_H_
#define KBX_ENTRY_H_

// One entry of a knowledge base, and the questions that the knowledge base answers. C++17.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "kbx/lookup.h"
#include "kbx/view.h"

namespace kbx {

// Every field of one entry, by the names of the entry format. A value: cheap to copy, valid as long
// as its storage.
template <typename S>
struct Entry {
  std::uint32_t index;  // entries stand in the order of their ids
  std::string_view id, signature, signature_zh, regex, domain, category, subcategory;
  std::string_view root_cause, root_cause_type, root_cause_zh;
  std::string_view official_doc_url, official_doc_section, error_code;
  std::string_view verification_tier, resolvable, first_seen, last_confirmed, last_updated, locale;
  double confidence, fix_success_rate;
  std::uint64_t evidence_count;
  std::uint64_t hash;  // of the entry's content: equal entries have equal hashes
  List<S, Version<S>> versions;
  List<S, OsNote<S>> os_specific;
  List<S, DeadEnd<S>> dead_ends;
  List<S, Workaround<S>> workarounds;
  Texts<S> workarounds_zh;
  List<S, Link<S>> leads_to, preceded_by, frequently_confused_with;
  Texts<S> tags, aliases, examples, counterexamples, kbc_ignore;

  // Whether this version of the product is meant by `versions`; kNo when none is about it.
  constexpr Affects affects(std::string_view product, std::string_view version) const {
    Affects answer = Affects::kNo;
    for (std::uint32_t at = 0; at < versions.size(); ++at) {
      const Version<S> one = versions[at];
      if (!one.is_about(product)) continue;
      const Affects that = one.affects(version);
      if (that > answer) answer = that;
    }
    return answer;
  }

  // Inline, so that a compiler can leave out the fields that nobody reads.
  [[gnu::always_inline]] static constexpr Entry read(const S& s, std::uint32_t row) {
    const char* at = s.template row<Section::kEntries>(row);
    using At = EntryAt;
    return {row,
            text_at(s, at + At::kId),
            text_at(s, at + At::kSignature),
            text_at(s, at + At::kSignatureZh),
            text_at(s, at + At::kRegex),
            text_at(s, at + At::kDomain),
            text_at(s, at + At::kCategory),
            text_at(s, at + At::kSubcategory),
            text_at(s, at + At::kRootCause),
            text_at(s, at + At::kRootCauseType),
            text_at(s, at + At::kRootCauseZh),
            text_at(s, at + At::kOfficialDocUrl),
            text_at(s, at + At::kOfficialDocSection),
            text_at(s, at + At::kErrorCode),
            text_at(s, at + At::kVerificationTier),
            text_at(s, at + At::kResolvable),
            text_at(s, at + At::kFirstSeen),
            text_at(s, at + At::kLastConfirmed),
            text_at(s, at + At::kLastUpdated),
            text_at(s, at + At::kLocale),
            load_double(at + At::kConfidence),
            load_double(at + At::kFixSuccessRate),
            load64(at + At::kEvidenceCount),
            load64(at + At::kHash),
            list_at<Section::kVersions, Version<S>>(s, at + At::kVersions),
            list_at<Section::kOsNotes, OsNote<S>>(s, at + At::kOsNotes),
            list_at<Section::kDeadEnds, DeadEnd<S>>(s, at + At::kDeadEnds),
            list_at<Section::kWorkarounds, Workaround<S>>(s, at + At::kWorkarounds),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kWorkaroundsZh),
            list_at<Section::kLinks, Link<S>>(s, at + At::kLeadsTo),
            list_at<Section::kLinks, Link<S>>(s, at + At::kPrecededBy),
            list_at<Section::kLinks, Link<S>>(s, at + At::kConfusedWith),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kTags),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kAliases),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kExamples),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kCounterexamples),
            list_at<Section::kTexts, TextReader<S>>(s, at + At::kKbcIgnore)};
  }
};

// What a look-up gives: an entry, or none. Holds the entry itself, so that what is read through it
// lives as long as it does: name it before looping over a list of a found entry.
template <typename S>
class EntryPtr {
 public:
  constexpr EntryPtr() : nothing_() {}
  [[gnu::always_inline]] constexpr EntryPtr(const S& storage, std::uint32_t row)
      : entry_(Entry<S>::read(storage, row)), is_there_(true) {}

  constexpr explicit operator bool() const { return is_there_; }
  constexpr bool operator==(std::nullptr_t) const { return !is_there_; }
  constexpr bool operator!=(std::nullptr_t) const { return is_there_; }
  // Its place in the order of ids; kNone for none.
  constexpr std::uint32_t index() const { return is_there_ ? entry_.index : kNone; }
  // Requires: an entry.
  constexpr const Entry<S>& operator*() const { return entry_; }
  constexpr const Entry<S>* operator->() const { return &entry_; }

 private:
  // A look-up that finds nothing need not fill in an entry.
  union {
    unsigned char nothing_;
    Entry<S> entry_;
  };
  bool is_there_ = false;
};

}  // namespace kbx

#endif  // KBX_ENTRY_H_
