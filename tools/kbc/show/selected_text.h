// What an entry says in the language that is wanted.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lower/entry_fields.h"
#include "show/show.h"

namespace kbc {

// A text of an entry, in the language that is wanted or as it was written.
struct Told {
  std::string_view text;
  bool is_original = false;  // another language is wanted, and there is no translation
};

// Whether it is to be said that texts are not translated: once, where those begin.
class Untranslated {
 public:
  // A heading: it is said again below it.
  void begin() { was_original_ = false; }

  // Before each text, in their order.
  bool is_due(const Told& told) {
    if (told.text.empty()) return false;
    return !std::exchange(was_original_, told.is_original) && told.is_original;
  }

 private:
  bool was_original_ = false;
};

Told told(const Language& language, const IndexEntry& entry, TextField field);

// The text alone.
std::string_view text_in(const Language& language, const IndexEntry& entry, TextField field);

// Something that people do about an error. A translation has all of it in one text, see
// docs/entry-format.md: `【condition】action：detail`.
struct Advice {
  Told condition, action, detail;  // how to do it, or why it fails
  double rate = 0;
  bool finds_cause = false;  // it is to be done first, to find out which of the others helps
  std::vector<std::string_view> sources;
};

// Advice under one condition, in the order of the entry.
struct AdviceGroup {
  Told condition;  // an empty text: always
  std::vector<Advice> advice;
};

// What helps and what does not; what finds the cause is in a group before all others.
std::vector<AdviceGroup> workarounds_of(const IndexEntry& entry, const Language& language);
std::vector<AdviceGroup> dead_ends_of(const IndexEntry& entry, const Language& language);

// A cause in a few lines, and what is left of it.
struct SplitCause {
  std::string_view first, rest;
};

// As many sentences as so many columns hold; of one that is longer, its beginning up to a blank.
SplitCause split_cause(std::string_view cause, std::size_t columns);

// A rate as an estimate in three steps: `usually`, `often`, `sometimes`; empty when it is no rate.
std::string_view step_of(double rate, const Labels& labels);

// The same of what can be done, but of what finds the cause; and of a link that has a probability.
std::string_view step_of(const Advice& advice, const Labels& labels);
template <typename Link>
std::string_view step_of_link(const Link& link, const Labels& labels) {
  return link.has_probability() ? step_of(link.probability, labels) : std::string_view();
}

// Who says what the entry says, in words; a tier that is not known is as it is.
std::string_view tier_of(const IndexEntry& entry, const Labels& labels);

// What is to be said when an entry cannot be solved, or only in part; else empty.
std::string_view limits_of(const IndexEntry& entry, const Labels& labels);

// "Git >=1.8.2, Mosquitto": the versions as the author wrote them.
std::string versions_text(const IndexEntry& entry);

}  // namespace kbc
