#include "show/selected_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "text/tick_rows.h"
#include "text/utf8.h"
#include "text/width.h"

namespace kbc {
namespace {

constexpr std::string_view kFindOut = "Find out which";
constexpr std::string_view kOpen = "【", kClose = "】", kColon = "：";
constexpr double kUsually = 0.75, kOften = 0.4;

// The first place of the part that is not in code.
std::size_t find_outside_code(std::string_view text, std::string_view part) {
  std::size_t from = 0;
  for (const CodeSpan& span : code_spans(text)) {
    const std::size_t at = text.find(part, from);
    if (at == std::string_view::npos || at < span.begin) return at;
    from = span.end;
  }
  return text.find(part, from);
}

// The translation of one item of a list; empty for none.
std::string_view translation_in(const kbx::EntryField* field, const IndexEntry& entry,
                                std::uint32_t index) {
  if (field == nullptr || index >= entry.texts_of(*field).size()) return {};
  return entry.texts_of(*field)[index];
}

void translate(std::string_view translation, Advice& advice) {
  if (translation.starts_with(kOpen)) {
    const std::size_t close = translation.find(kClose);
    if (close != std::string_view::npos) {
      advice.condition = {translation.substr(kOpen.size(), close - kOpen.size()), false};
      translation.remove_prefix(close + kClose.size());
    }
  }
  const std::size_t colon = find_outside_code(translation, kColon);
  advice.action = {translation.substr(0, colon), false};
  advice.detail = {};
  if (colon != std::string_view::npos) {
    advice.detail.text = translation.substr(colon + kColon.size());
  }
}

template <typename Way>
Advice advice_of(const Way& way, std::string_view detail, double rate, std::string_view translation,
                 const Language& language) {
  const bool is_original = needs_translation(language);
  Advice advice;
  advice.condition = {way.condition, is_original};
  advice.action = {way.action, is_original};
  advice.detail = {detail, is_original};
  advice.rate = rate;
  for (const std::string_view source : way.sources) advice.sources.push_back(source);
  if (!translation.empty()) translate(translation, advice);
  return advice;
}

// Gathers advice by its conditions.
class Groups {
 public:
  void add(Advice advice) {
    const auto [known, is_new] = numbers_.emplace(advice.condition.text, groups_.size());
    if (is_new) groups_.push_back({advice.condition, {}});
    groups_[known->second].advice.push_back(std::move(advice));
  }

  std::vector<AdviceGroup> take() { return std::move(groups_); }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<AdviceGroup> groups_;
};

}  // namespace

Told told(const Language& language, const IndexEntry& entry, TextField field) {
  const kbx::EntryField& original = kTextFields[field.number];
  const kbx::EntryField* known = translation_of(original.name, language);
  const std::string_view text = known == nullptr ? std::string_view() : entry.text_of(*known);
  if (!text.empty()) return {text, false};
  return {entry.text_of(original), needs_translation(language)};
}

std::string_view text_in(const Language& language, const IndexEntry& entry, TextField field) {
  return told(language, entry, field).text;
}

std::vector<AdviceGroup> workarounds_of(const IndexEntry& entry, const Language& language) {
  const kbx::EntryField* field = translation_of("workarounds", language);
  Groups first, others;
  for (std::uint32_t at = 0; at < entry.workarounds().size(); ++at) {
    const auto way = entry.workarounds()[at];
    Advice advice =
        advice_of(way, way.how, way.success_rate, translation_in(field, entry, at), language);
    advice.finds_cause = way.action.substr(0, kFindOut.size()) == kFindOut;
    (advice.finds_cause ? first : others).add(std::move(advice));
  }
  std::vector<AdviceGroup> all = first.take();
  std::ranges::move(others.take(), std::back_inserter(all));
  return all;
}

std::vector<AdviceGroup> dead_ends_of(const IndexEntry& entry, const Language& language) {
  const kbx::EntryField* field = translation_of("dead_ends", language);
  Groups groups;
  for (std::uint32_t at = 0; at < entry.dead_ends().size(); ++at) {
    const auto way = entry.dead_ends()[at];
    groups.add(
        advice_of(way, way.why_fails, way.fail_rate, translation_in(field, entry, at), language));
  }
  return groups.take();
}

SplitCause split_cause(std::string_view cause, std::size_t columns) {
  std::size_t used = 0, blank = 0, sentence = 0;
  bool is_code = false;
  for (std::size_t at = 0; at < cause.size();) {
    const CodePoint code = decode(cause, at);
    used += display_width(code.value);
    if (used > columns) {
      const std::size_t end = sentence > 0 ? sentence : blank > 0 ? blank : cause.size();
      return {cause.substr(0, end), cause.substr(end)};
    }
    at += code.length;
    if (code.value == '`') is_code = !is_code;
    if (is_code) continue;
    const bool is_ideographic = code.value == U'。' || code.value == U'！' || code.value == U'？';
    const bool may_end = code.value == '.' || code.value == '!' || code.value == '?';
    const bool is_end = at == cause.size() || cause[at] == ' ' || cause[at] == '\n';
    if (is_ideographic || (may_end && is_end)) sentence = at;
    if (is_end || is_ideographic || code.value == U'，') blank = at;
  }
  return {cause, {}};
}

std::string_view step_of(double rate, const Labels& labels) {
  if (!(rate >= 0 && rate <= 1)) return {};
  return rate >= kUsually ? labels.usually : rate >= kOften ? labels.often : labels.sometimes;
}

std::string_view step_of(const Advice& advice, const Labels& labels) {
  return advice.finds_cause ? std::string_view() : step_of(advice.rate, labels);
}

std::string_view tier_of(const IndexEntry& entry, const Labels& labels) {
  const std::string_view tier = entry.verification_tier();
  if (tier == "ai_generated") return labels.by_ai;
  if (tier == "human_reviewed") return labels.by_person;
  return tier == "community_verified" ? labels.by_users : tier;
}

std::string_view limits_of(const IndexEntry& entry, const Labels& labels) {
  if (entry.resolvable() == "partial") return labels.partly;
  return entry.resolvable() == "false" ? labels.unsolved : std::string_view();
}

std::string versions_text(const IndexEntry& entry) {
  std::string text;
  for (const auto& version : entry.versions()) {
    if (!text.empty()) text += ", ";
    text += version.version;
  }
  return text;
}

}  // namespace kbc
