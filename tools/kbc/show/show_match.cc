#include "show/show_match.h"

#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "emit/entry_json.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

std::string number_text(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

std::string matched_text(const HitGroup& group) {
  const Matcher::Place& place = group.best.place;
  return group.text.substr(place.begin, place.end - place.begin);
}

using Captures = std::vector<std::pair<std::string, std::string>>;

// The named groups of the regex with what they have matched.
Captures captures_of(const Matcher& matcher, const HitGroup& group) {
  Captures captures;
  for (const Matcher::Capture& capture :
       matcher.captures(group.text, group.best.entry, group.best.place)) {
    captures.emplace_back(capture.name,
                          group.text.substr(capture.begin, capture.end - capture.begin));
  }
  return captures;
}

// "line 3", "lines 3, 9, 12 and 40 more"
std::string lines_text(const HitGroup& group) {
  std::string text = group.count == 1 ? "line " : "lines ";
  for (std::size_t at = 0; at < group.lines.size(); ++at) {
    text += (at == 0 ? "" : ", ") + std::to_string(group.lines[at]);
  }
  if (group.count > group.lines.size()) {
    text += " and " + std::to_string(group.count - group.lines.size()) + " more";
  }
  return text;
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

void explain_hit(const Matcher& matcher, const HitGroup& group, Printer& out) {
  const auto entry = matcher.entries().at(group.best.entry);
  const Matcher::Place& place = group.best.place;
  out << entry->id() << ", score " << number_text(group.best.score.sum()) << '\n'
      << "  pattern      " << ticked(entry->regex()) << '\n'
      << "  matched      " << ticked(matched_text(group)) << " at byte " << group.origin.begin
      << " of line " << group.best_line << '\n'
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

}  // namespace

void show_match(const Matcher& matcher, const std::vector<HitGroup>& groups, std::size_t left_out,
                const ShowOptions& options, Printer& out) {
  if (groups.empty()) return;
  const HitGroup& first = groups.front();
  out << lines_text(first);
  if (!first.via.empty()) out << Own{", "} << first.via;
  out << ": " << first.text << '\n';
  for (const auto& [name, text] : captures_of(matcher, first)) {
    out << "  " << name << ": " << text << '\n';
  }
  out << '\n';
  show_text(*matcher.entries().at(first.best.entry), options, out);
  for (std::size_t at = 1; at < groups.size(); ++at) {
    if (at == 1) out << "\nAlso\n";
    list_entry(*matcher.entries().at(groups[at].best.entry), lines_text(groups[at]),
               *options.language, out);
  }
  list_rest(left_out, out);
}

void explain_match(const Matcher& matcher, const std::vector<HitGroup>& groups, Printer& out) {
  for (std::size_t at = 0; at < groups.size(); ++at) {
    if (at == 1) explain_second(matcher, groups[0], groups[1], out);
    if (at > 0) out << '\n';
    explain_hit(matcher, groups[at], out);
  }
}

void write_match(const Matcher& matcher, const HitGroup& group, Detail detail, JsonWriter& json) {
  const auto entry = matcher.entries().at(group.best.entry);
  start_hit(*entry, group.best.score.sum(), json);
  json.member("line", group.best_line);
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
    for (const std::uint64_t line : group.lines) json.number(line);
    json.end_array();
    json.member("text", group.text);
    json.key("entry");
    write_entry(*entry, json);
  }
  json.end_object();
}

}  // namespace kbc
