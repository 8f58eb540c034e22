#include "compare/compare_entries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "compare/affected_versions.h"
#include "compare/field_text.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Entry = kbx::Entry<kbx::Mapped>;
using Link = kbx::Link<kbx::Mapped>;

// What moves by less is no news: rates are estimates.
constexpr double kNotableMove = 0.1;

std::string rate_text(double rate) { return rate != rate ? "none" : decimal(rate); }

// A rate of an entry or of something in it.
struct NamedRate {
  std::string subject;  // "success rate of `…`"
  std::string_view field;
  double value = 0;
};

// Compares two forms of one entry.
class EntryComparison {
 public:
  EntryComparison(const BaseComparison& comparison, const Entry& before, const Entry& now,
                  std::vector<Difference>& differences)
      : comparison_(comparison), before_(before), now_(now), out_(differences) {}

  void compare(bool is_shown) {
    compare_regex(is_shown);
    compare_names();
    compare_rates();
    compare_actions(before_.workarounds(), now_.workarounds(), "workarounds", "workaround-removed",
                    "workaround-added");
    compare_actions(before_.dead_ends(), now_.dead_ends(), "dead_ends", "dead-end-removed",
                    "dead-end-added");
    compare_links();
    compare_versions();
    compare_fields();
  }

 private:
  Difference& tell(ChangeClass change, std::string_view kind, std::string_view subject,
                   std::string text, std::string_view field) {
    told_.insert(field);
    out_.push_back(difference(change, kind, before_.id(), subject, std::move(text)));
    return out_.back();
  }

  void compare_regex(bool is_shown) {
    if (before_.regex() == now_.regex()) return;
    Difference& told =
        is_shown ? tell(ChangeClass::kInfo, "regex-changed", "",
                        "the regex has changed; the messages above show what it does", "regex")
                 : tell(ChangeClass::kRisk, "regex-changed", "",
                        "the regex has changed, and no message differs", "regex");
    told.before = before_.regex();
    told.now = now_.regex();
    if (!is_shown) told.help = "add an example or a counterexample that shows the difference";
  }

  void compare_names() {
    compare_name("resolvable-changed", "resolvable", before_.resolvable(), now_.resolvable());
    compare_name("code-changed", "error_code", before_.error_code(), now_.error_code());
    compare_name("category-changed", "category", before_.category(), now_.category());
  }

  void compare_name(std::string_view kind, std::string_view field, std::string_view before,
                    std::string_view now) {
    if (before == now) return;
    const auto shown = [](std::string_view name) {
      return name.empty() ? std::string("nothing") : ticked(name);
    };
    tell(ChangeClass::kRisk, kind, field,
         ticked(field) + " is " + shown(now) + " now, and was " + shown(before), field);
  }

  static std::vector<NamedRate> rates_of(const Entry& entry) {
    std::vector<NamedRate> rates = {
        {"confidence", "confidence", entry.confidence()},
        {"fix_success_rate", "fix_success_rate", entry.fix_success_rate()}};
    for (const auto workaround : entry.workarounds()) {
      rates.push_back(
          {"success rate of " + ticked(workaround.action), "workarounds", workaround.success_rate});
    }
    for (const auto dead_end : entry.dead_ends()) {
      rates.push_back({"fail rate of " + ticked(dead_end.action), "dead_ends", dead_end.fail_rate});
    }
    return rates;
  }

  void compare_rates() {
    std::map<std::string, double> before;
    for (const NamedRate& rate : rates_of(before_)) before.emplace(rate.subject, rate.value);
    std::set<std::string> seen;
    for (const NamedRate& rate : rates_of(now_)) {
      const auto was = before.find(rate.subject);
      if (was == before.end() || !seen.insert(rate.subject).second) continue;
      // A rounding error must not make 0.1 of a move less.
      const double move = rate.value - was->second;
      if (!(std::fabs(move) >= kNotableMove - 1e-9)) continue;
      tell(ChangeClass::kRisk, "rate-changed", rate.subject,
           rate.subject + " went " + (move > 0 ? "up" : "down") + " from " +
               rate_text(was->second) + " to " + rate_text(rate.value),
           rate.field);
    }
  }

  static std::string_view detail_of(const kbx::Workaround<kbx::Mapped>& one) { return one.how; }
  static std::string_view detail_of(const kbx::DeadEnd<kbx::Mapped>& one) { return one.why_fails; }

  // The actions of one list that the other lacks; one that says how in the same words is the same
  // under another name.
  template <typename List>
  static std::vector<std::string_view> lost_actions(const List& list, const List& other) {
    std::set<std::string_view> actions, details;
    for (const auto item : other) {
      actions.insert(item.action);
      if (!detail_of(item).empty()) details.insert(detail_of(item));
    }
    std::vector<std::string_view> lost;
    for (const auto item : list) {
      if (!actions.contains(item.action) && !details.contains(detail_of(item))) {
        lost.push_back(item.action);
      }
    }
    return lost;
  }

  template <typename List>
  void compare_actions(const List& before, const List& now, std::string_view field,
                       std::string_view removed, std::string_view added) {
    for (const std::string_view action : lost_actions(before, now)) {
      tell(ChangeClass::kRisk, removed, action, "gone: " + ticked(action, 120), field);
    }
    for (const std::string_view action : lost_actions(now, before)) {
      tell(ChangeClass::kInfo, added, action, "new: " + ticked(action, 120), field);
    }
  }

  // A link by what it leads to on both sides: the number of an entry, or else its id.
  struct LinkKey {
    kbx::LinkKind kind;
    std::uint32_t target;
    std::string_view id;

    auto operator<=>(const LinkKey&) const = default;
  };

  LinkKey key_of(const Link& link, const std::vector<std::uint32_t>& other_rows,
                 bool is_before) const {
    if (link.target == kbx::kNone || link.target >= other_rows.size()) {
      return {link.kind, kbx::kNone, link.error_id};
    }
    return {link.kind,
            is_before ? comparison_.pairs.of_before(link.target)
                      : comparison_.pairs.of_now(link.target),
            {}};
  }

  std::map<LinkKey, Link> links_of(const Entry& entry, bool is_before) const {
    const auto& rows = is_before ? comparison_.pairs.to_now : comparison_.pairs.to_before;
    std::map<LinkKey, Link> links;
    const auto add = [&](const auto& list) {
      for (const auto link : list) links.emplace(key_of(link, rows, is_before), link);
    };
    add(entry.leads_to());
    add(entry.preceded_by());
    add(entry.frequently_confused_with());
    return links;
  }

  void compare_links() {
    const std::map<LinkKey, Link> before = links_of(before_, true), now = links_of(now_, false);
    tell_links(before, now, ChangeClass::kRisk, "link-cut", " is cut");
    tell_links(now, before, ChangeClass::kInfo, "link-added", " is new");
  }

  // The links that the other side lacks; with an entry that came or went its links do.
  void tell_links(const std::map<LinkKey, Link>& links, const std::map<LinkKey, Link>& other,
                  ChangeClass change, std::string_view kind, std::string_view what) {
    for (const auto& [key, link] : links) {
      const bool is_told = key.target != kbx::kNone && !comparison_.pairs.is_pair(key.target);
      if (is_told || other.contains(key)) continue;
      const std::string_view field = name_of(key.kind);
      tell(change, kind, link.error_id,
           "the link to " + ticked(link.error_id) + " in " + ticked(field) + std::string(what),
           field);
    }
  }

  static std::string_view name_of(kbx::LinkKind kind) {
    if (kind == kbx::LinkKind::kLeadsTo) return "leads_to";
    return kind == kbx::LinkKind::kPrecededBy ? "preceded_by" : "frequently_confused_with";
  }

  void compare_versions() {
    for (const ChangedVersion& version : changed_versions(before_, now_)) {
      Difference& told = tell(ChangeClass::kBehaviour, "affects-changed", version.name,
                              ticked(version.name) + " " + version.text, "versions");
      if (!version.is_worse) told.severity = Severity::kWarning;
    }
  }

  // Whatever else is different.
  void compare_fields() {
    const std::vector<FieldText> before = field_texts(before_), now = field_texts(now_);
    std::string names;
    for (std::size_t at = 0; at < std::min(before.size(), now.size()); ++at) {
      const std::string_view name = before[at].name;
      const bool is_told =
          told_.contains(name) || name == "id" || name == "aliases" || name == "domain";
      if (is_told || before[at].text == now[at].text) continue;
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    if (!names.empty()) tell(ChangeClass::kInfo, "fields-changed", "", "changed: " + names, "");
  }

  const BaseComparison& comparison_;
  const Entry& before_;
  const Entry& now_;
  std::vector<Difference>& out_;
  std::set<std::string_view> told_;  // fields
};

}  // namespace

void compare_entries(const BaseComparison& comparison, const std::vector<bool>& is_shown,
                     std::vector<Difference>& differences) {
  for (std::uint32_t row = 0; row < comparison.before.size(); ++row) {
    const std::uint32_t now = comparison.pairs.to_now[row];
    if (now == kbx::kNone) continue;
    const auto before_entry = comparison.before.at(row), now_entry = comparison.now.at(now);
    const std::uint64_t hash = before_entry->hash();
    // Links are equal as written, but may lead elsewhere: that is told where the id went.
    if (hash == now_entry->hash()) continue;
    EntryComparison(comparison, *before_entry, *now_entry, differences)
        .compare(is_shown[comparison.pairs.of_before(row)]);
  }
}

}  // namespace kbc
