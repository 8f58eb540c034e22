#include "lsp/hover.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "check/registry.h"
#include "diagnostic/rule.h"
#include "lower/taxonomy.h"
#include "lsp/card.h"
#include "lsp/id_places.h"
#include "lsp/regex_card.h"
#include "lsp/schema_guide.h"
#include "regex/compiled_regex.h"
#include "show/markdown.h"
#include "text/date.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/ticked.h"
#include "version/spec.h"

namespace kbc {
namespace {

std::string code(std::string_view text) { return markdown_code(printable(text)); }
std::string prose(std::string_view text) { return markdown_text(printable(text), ""); }

// A bound such as `>=3.11` in words.
std::string bound_in_words(std::string_view bound) {
  struct Known {
    std::string_view sign, words;
  };
  static constexpr Known kKnown[] = {
      {">=", "from "}, {"<=", "up to "}, {"==", "exactly "}, {">", "after "}, {"<", "before "}};
  for (const Known& known : kKnown) {
    if (bound.starts_with(known.sign)) {
      return std::string(known.words) + code(bound.substr(known.sign.size()));
    }
  }
  return bound == "any" ? "every version" : code(bound);
}

std::string in_words(const std::vector<Interval>& intervals) {
  std::vector<std::string> words;
  for (const Interval& interval : intervals) {
    const std::string text = to_text(interval);
    const std::size_t comma = text.find(',');
    std::string one = bound_in_words(text.substr(0, comma));
    if (comma != std::string::npos) one += " and " + bound_in_words(text.substr(comma + 1));
    words.push_back(std::move(one));
  }
  return words.empty() ? "no version" : listed(words);
}

std::string version_card(std::string_view text) {
  const ParsedSpec parsed = parse_version_spec(text);
  std::string card;
  for (const VersionFault& fault : parsed.faults) {
    card += "- " + prose(fault.message) + "\n";
  }
  if (!card.empty()) return card;
  const VersionSpec& spec = parsed.spec;
  card = code(spec.product) + ": " + in_words(spec.intervals);
  if (!spec.is_any() && !spec.intervals.empty()) card += ", " + code(to_text(spec.intervals));
  if (!spec.conditional.empty()) card += "; others depend on a codename, which has no order";
  return card + "\n";
}

std::string rule_card(std::string_view name) {
  const std::vector<RuleId> rules = rules_named(name);
  if (rules.empty()) return "No rule and no group of rules has this name.\n";
  const auto rule = rule_named(name);
  if (!rule) {
    std::string card = "All rules of a group:\n\n";
    for (const RuleId one : rules) {
      card += "- " + code(info_of(one).name) + " " + prose(info_of(one).summary) + "\n";
    }
    return card;
  }
  const Explanation& told = explanation_of(*rule);
  return std::string(told.meaning) + "\n\n**Why it matters.** " + std::string(told.why) +
         "\n\n**How to fix it.** " + std::string(told.fix) + "\n";
}

std::string date_card(std::string_view text, std::chrono::year_month_day today) {
  const ParsedDate parsed = parse_date(text);
  if (const auto* fault = std::get_if<DateFault>(&parsed)) return prose(fault->message) + "\n";
  const auto days =
      (std::chrono::sys_days(today) - std::chrono::sys_days(std::get<0>(parsed))).count();
  if (days == 0) return "today\n";
  const auto count = days < 0 ? -days : days;
  const std::string number = std::to_string(count) + (count == 1 ? " day" : " days");
  return days > 0 ? number + " ago\n" : "in " + number + "\n";
}

class Hovering {
 public:
  Hovering(const BaseView& view, FileId file, const Cursor& cursor,
           std::chrono::year_month_day today)
      : view_(view), file_(file), cursor_(cursor), today_(today) {}

  std::string run() const {
    if (cursor_.where == Cursor::Where::kValue && cursor_.is_in_token()) {
      const std::string value = value_card();
      if (!value.empty()) return value + field_card(Extent::kBrief);
    }
    return field_card(Extent::kWhole);
  }

 private:
  enum class Extent : std::uint8_t { kBrief, kWhole };

  std::string value_card() const {
    switch (cursor_.field()) {
      case FieldKind::kId:
        return own_id_card();
      case FieldKind::kAlias:
      case FieldKind::kTarget:
        return entry_card();
      case FieldKind::kRegex:
        return regex_card(view_, file_, cursor_.text);
      case FieldKind::kVersion:
        return version_card(cursor_.text);
      case FieldKind::kRule:
        return rule_card(cursor_.text);
      case FieldKind::kDate:
        return date_card(cursor_.text, today_);
      case FieldKind::kTaxonomy:
        return taxonomy_card();
      case FieldKind::kSample:
        return sample_card();
      case FieldKind::kOther:
        return counterpart_card();
    }
    return {};
  }

  // Who leads here, and the other names.
  std::string own_id_card() const {
    const EntryRecord* entry = entry_under(view_, cursor_);
    if (entry == nullptr) return {};
    const std::size_t linking = linking_entries(view_, *entry);
    std::string card = linking == 0   ? "No other entry has a link to it.\n"
                       : linking == 1 ? "1 entry has a link to it.\n"
                                      : counted(linking, "entry") + " have a link to it.\n";
    for (const Located& alias : entry->aliases) card += "- alias " + code(alias.value) + "\n";
    return card;
  }

  std::string entry_card() const {
    const EntryRecord* entry = entry_under(view_, cursor_);
    if (entry != nullptr) {
      const std::string card = card_of(view_, *entry, kMostCardLines);
      return card.empty() ? "The text of this entry cannot be read as JSON.\n" : card;
    }
    if (const std::string* reason = view_.base.find_removed(cursor_.text)) {
      return "This entry was removed: " + prose(*reason) + "\n";
    }
    const auto near = view_.base.nearest_id(cursor_.text);
    return "No entry has this id." + (near ? " Did you mean " + code(*near) + "?\n" : "\n");
  }

  std::string taxonomy_card() const {
    for (const TaxonomyList& list : kTaxonomyLists) {
      const Taxonomy::Names& names = view_.config.taxonomy.*list.of;
      if (cursor_.shape.substr(1) != kTextFields[list.entry_field.number].name) continue;
      const auto name = names.find(cursor_.text);
      if (name == names.end()) {
        return "The taxonomy has no " + std::string(list.words) + " of this name.\n";
      }
      return code(name->first) + ": " + prose(name->second) + "\n" + entries_of_domain();
    }
    return {};
  }

  std::string entries_of_domain() const {
    if (cursor_.shape != "/domain") return {};
    const auto& entries = view_.base.entries();
    const auto count = std::count_if(entries.begin(), entries.end(), [&](const EntryRecord& one) {
      return one.domain.value == cursor_.text;
    });
    return "\n" + counted(static_cast<std::uint64_t>(count), "entry") + "\n";
  }

  // What of the message the regex matches.
  std::string sample_card() const {
    const ReadText read = read_text(view_, file_);
    if (read.document.empty()) return {};
    const std::uint32_t node = read.document.at_pointer(0, "/regex");
    if (node == Document::kNoNode || !read.document[node].is(Kind::kString)) return {};
    const CompiledRegex regex(read.document[node].text, view_.config.case_rule);
    if (!regex.ok()) return "The regex does not compile.\n";
    if (!regex.matches(cursor_.text)) return "The regex does not match it.\n";
    return "The regex matches " + code(regex.match_in(cursor_.text)) + ".\n";
  }

  // The text that it translates, or its translation.
  std::string counterpart_card() const {
    const Definition other = definition_of(view_, file_, cursor_);
    if (other.places.empty()) return {};
    const ReadText read = read_text(view_, file_);
    const std::uint32_t node = read.document.node_at(other.places.front().span.begin);
    const Node& found = read.document[node];
    if (found.is(Kind::kString)) return prose(found.text) + "\n";
    std::string card;
    for (const std::string_view name : {"condition", "action", "how", "why_fails"}) {
      const std::uint32_t part =
          found.is(Kind::kObject) ? read.document.member(node, name) : Document::kNoNode;
      if (part == Document::kNoNode || read.document[part].text.empty()) continue;
      card += prose(read.document[part].text) + "\n\n";
    }
    return card;
  }

  std::string field_card(Extent extent) const {
    const SchemaGuide guide(view_.config.schema_text);
    const std::uint32_t place = guide.place(cursor_.shape);
    if (place == Document::kNoNode) return {};
    const std::string_view description = guide.description(place);
    if (description.empty()) return {};
    if (extent == Extent::kBrief) return "\n---\n" + prose(description) + "\n";
    std::string card = "**" + prose(guide.title(place)) + "**\n\n" + prose(description) + "\n";
    for (const SchemaGuide::Value& value : guide.values(place)) {
      card += "\n- " + code(value.json) + " " + prose(value.description);
    }
    return card;
  }

  const BaseView& view_;
  FileId file_;
  const Cursor& cursor_;
  std::chrono::year_month_day today_;
};

}  // namespace

HoverText hover_at(const BaseView& view, FileId file, const Cursor& cursor,
                   std::chrono::year_month_day today) {
  if (cursor.where == Cursor::Where::kNowhere || !cursor.is_in_token()) return {};
  return {Hovering(view, file, cursor, today).run(), cursor.token};
}

}  // namespace kbc
