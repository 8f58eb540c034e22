#include "show/show_match.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "emit/entry_json.h"
#include "show/match_places.h"
#include "show/sheet.h"
#include "text/number_text.h"
#include "text/printable.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string number_text(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

struct Part {
  std::string_view name;
  double Score::*value;
};
constexpr std::array<Part, 5> kParts = {{{"specificity", &Score::specificity},
                                         {"coverage", &Score::coverage},
                                         {"confidence", &Score::confidence},
                                         {"context", &Score::context},
                                         {"confusion", &Score::confusion}}};

std::string part_text(const Matcher& matcher, const RankedHit& hit, std::string_view name) {
  if (name == "specificity")
    return "of 50: what matched is worth " + number_text(hit.rarity) + " bits";
  if (name == "coverage") {
    return "of 30: " + std::to_string(hit.covered) + " of the signature's " +
           counted(hit.words, "word");
  }
  if (name == "confidence") return "of 10: the entry's own";
  if (name == "context") return "of 10: --product and --os";
  if (hit.confused_with == kbx::kNone) return "";
  return "`" + std::string(matcher.entries().at(hit.confused_with)->id()) + "` fits better";
}

// The literal that has the alternative among those that it leads to.
std::string literal_of(const Matcher& matcher, std::uint32_t alternative) {
  const PatternTables& tables = matcher.tables();
  for (std::uint32_t row = 0; row < tables.literal_count(); ++row) {
    const LiteralRow literal = tables.literal(row);
    for (std::uint32_t at = 0; at < literal.triggers; ++at) {
      if (tables.trigger(literal.first_trigger + at).alternative == alternative) {
        return ticked(literal.text);
      }
    }
  }
  return "none: it is tried on every text";
}

void explain_hit(const Matcher& matcher, const HitGroup& group, const LinePlaces& places,
                 Printer& out) {
  const auto entry = matcher.entries().at(group.best.entry);
  const Matcher::Place& place = group.best.place;
  out << entry->id() << ", score " << number_text(group.best.score.sum()) << '\n'
      << "  pattern      " << ticked(entry->regex()) << '\n'
      << "  matched      " << ticked(matched_text(group)) << " at byte " << group.origin.begin
      << " of " << line_text(group.best_line, places, kEnglishLabels) << '\n'
      << "  literal      " << literal_of(matcher, place.alternative) << '\n';
  for (const Part& part : kParts) {
    std::string name(part.name);
    name.resize(12, ' ');
    const std::string why = part_text(matcher, group.best, part.name);
    out << "  " << name << ' ' << number_text(group.best.score.*part.value)
        << Own{why.empty() ? "" : " "} << why << '\n';
  }
}

void explain_second(const Matcher& matcher, const HitGroup& first, const HitGroup& second,
                    Printer& out) {
  const double less = first.best.score.sum() - second.best.score.sum();
  out << "second: " << matcher.entries().at(second.best.entry)->id();
  if (less < 0.05) {
    const bool is_shorter = matched_text(second).size() < matched_text(first).size();
    out << Own{is_shorter ? ", as good, and matches less" : ", as good; ids decide"} << '\n';
    return;
  }
  out << ", " << number_text(less) << " less";
  char separator = ':';
  for (const Part& part : kParts) {
    const double change = second.best.score.*part.value - first.best.score.*part.value;
    if (change > -0.05 && change < 0.05) continue;
    out << separator << ' ' << part.name << ' ' << Own{change > 0 ? "+" : ""}
        << number_text(change);
    separator = ',';
  }
  out << '\n';
}

// The line in which the entry was found, and the entry. Brief, this fits a screen with so many
// lines above.
void show_hit(const Matcher& matcher, const HitGroup& group, const LinePlaces& places,
              std::size_t above, const ShowOptions& options, Printer& out) {
  constexpr std::size_t kLeast = 10, kBriefText = 2 * kScreenColumns;
  ShowOptions fitting = options;
  fitting.captures = captures_of(matcher, group);
  std::string head = lines_text(group, places, *options.language->labels);
  if (!group.via.empty()) head += ", " + group.via;
  head += ": " + group.text;
  const bool is_brief = options.most_lines > 0;
  if (is_brief) head = cut_to(printable(head), kBriefText);
  out << head << '\n';
  for (const auto& [name, text] : fitting.captures) {
    if (!is_brief) out << "  " << name << ": " << text << '\n';
  }
  out << '\n';
  if (is_brief) {
    const std::size_t used = above + 3 + columns_of(head) / kScreenColumns;
    fitting.most_lines = std::max(kLeast, options.most_lines - std::min(used, options.most_lines));
  }
  show_text(*matcher.entries().at(group.best.entry), fitting, out);
}

}  // namespace

void show_match(const Matcher& matcher, const std::vector<HitGroup>& groups, const MatchView& view,
                const ShowOptions& options, Printer& out) {
  const bool is_list = groups.size() + view.left_out > 1;
  for (const HitGroup& group : groups) {
    if (!is_list) break;
    list_entry(*matcher.entries().at(group.best.entry),
               count_text(group, view.places, *options.language->labels), *options.language, out);
  }
  list_rest(view.left_out, *options.language, out);
  const std::size_t above = is_list ? groups.size() + (view.left_out > 0 ? 1 : 0) : 0;
  for (std::size_t at = 0; at < std::min(groups.size(), view.long_forms); ++at) {
    if (at > 0 || is_list) out << '\n';
    show_hit(matcher, groups[at], view.places, at == 0 ? above : 0, options, out);
  }
}

void explain_match(const Matcher& matcher, const std::vector<HitGroup>& groups,
                   const LinePlaces& places, Printer& out) {
  for (std::size_t at = 0; at < groups.size(); ++at) {
    if (at == 1) explain_second(matcher, groups[0], groups[1], out);
    if (at > 0) out << '\n';
    explain_hit(matcher, groups[at], places, out);
  }
}

void write_match(const Matcher& matcher, const HitGroup& group, const LinePlaces& places,
                 Detail detail, JsonWriter& json) {
  const auto entry = matcher.entries().at(group.best.entry);
  start_hit(*entry, group.best.score.sum(), json);
  const LinePlaces::Place best = places.of(group.best_line);
  if (places.are_several()) json.member("file", best.file);
  json.member("line", best.line);
  json.member("begin", group.origin.begin);
  json.member("end", group.origin.end);
  if (!group.via.empty()) json.member("via", group.via);
  json.member("matched", matched_text(group));
  if (const Captures captures = captures_of(matcher, group); !captures.empty()) {
    json.start_object("captures");
    for (const auto& [name, text] : captures) json.member(name, text);
    json.end_object();
  }
  json.member("signature", entry->signature());
  if (detail == Detail::kWhole) {
    json.member("count", group.count);
    json.start_array("lines");
    for (const std::uint64_t line : group.lines) json.number(places.of(line).line);
    json.end_array();
    if (places.are_several()) {
      json.start_array("files");
      for (const std::uint64_t line : group.lines) json.string(places.of(line).file);
      json.end_array();
    }
    json.member("text", group.text);
    json.key("entry");
    write_entry(*entry, json);
  }
  json.end_object();
}

}  // namespace kbc
