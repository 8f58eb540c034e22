#include "compare/compare_messages.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/parallel.h"
#include "text/hash.h"
#include "text/number_text.h"
#include "text/ticked.h"

namespace kbc {
namespace {

using Entry = kbx::Entry<kbx::Mapped>;
using Numbers = std::vector<std::uint32_t>;

bool has(const Numbers& numbers, std::uint32_t number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// A log may have lines of a megabyte, and what is kept is also shown.
constexpr std::size_t kLongestKept = std::size_t{64} << 10;

template <typename Visit>
void each_message(const Entry& entry, const Visit& visit) {
  visit(entry.signature());
  for (const std::string_view example : entry.examples()) visit(example);
}

std::string text_of_way(std::string_view kind, std::size_t count, const std::string& to) {
  const std::string subject = counted(count, "message");
  const bool is_one = count == 1;
  if (kind == "moved") return subject + (is_one ? " finds " : " find ") + to + " first instead";
  if (kind == "lost") return subject + (is_one ? " finds" : " find") + " nothing any more";
  if (kind == "gained") {
    return subject + (is_one ? " is" : " are") + " found that nothing found before";
  }
  if (kind == "also")
    return subject + (is_one ? " finds it besides its" : " find it besides their") + " first entry";
  if (kind == "no-longer") {
    return subject +
           (is_one ? " no longer finds it besides its" : " no longer find it besides their") +
           " first entry";
  }
  if (kind == "counterexample-hit") {
    return counted(count, "counterexample") + (is_one ? " of it is" : " of it are") +
           " found by it now";
  }
  return counted(count, "counterexample") + (is_one ? " of it is" : " of it are") +
         " no longer found by it";
}

}  // namespace

std::size_t MessageComparison::WayHash::operator()(const Way& way) const {
  return std::hash<std::string_view>()(way.kind) ^
         ((std::uint64_t{way.from} << 32 | way.to) * 0x9E3779B97F4A7C15u);
}

MessageComparison::MessageComparison(const BaseComparison& comparison, const Matcher& before,
                                     const Matcher& now, unsigned jobs)
    : comparison_(comparison),
      before_(before),
      now_(now),
      jobs_(jobs),
      is_shown_(comparison.pairs.size()),
      is_one_index_(comparison.before.bytes() == comparison.now.bytes()),
      ranks_alike_(find_alike()) {
  for (unsigned worker = 0; worker < jobs; ++worker) {
    before_matchers_.emplace_back(before_);
    now_matchers_.emplace_back(now_);
  }
}

std::vector<MessageComparison::Own> MessageComparison::own_messages() const {
  std::vector<Own> all;
  std::unordered_map<std::string_view, std::size_t> places;
  const auto add = [&](std::uint32_t number, std::string_view text) {
    if (text.empty()) return;
    const auto [place, is_new] = places.try_emplace(text, all.size());
    if (is_new) all.push_back({text, {}, false});
    Own& own = all[place->second];
    if (own.owners.empty() || own.owners.back() != number) own.owners.push_back(number);
    own.is_of_pair = own.is_of_pair || comparison_.pairs.is_pair(number);
  };
  for (const auto entry : comparison_.before.entries()) {
    each_message(entry, [&](std::string_view text) {
      add(comparison_.pairs.of_before(entry.index()), text);
    });
  }
  for (const auto entry : comparison_.now.entries()) {
    each_message(
        entry, [&](std::string_view text) { add(comparison_.pairs.of_now(entry.index()), text); });
  }
  return all;
}

// Those that say the same on both sides, and whose patterns count as equally rare there: of such
// the order among the answers to a message is the same, too. How rare a pattern is depends on all
// texts, but most are rarer than what counts.
std::vector<bool> MessageComparison::find_alike() const {
  const auto marks_of = [](const Matcher& matcher) {
    std::vector<Fnv1a> marks(matcher.entries().size());
    for (std::uint32_t row = 0; row < matcher.tables().alternative_count(); ++row) {
      const AlternativeRow alternative = matcher.tables().alternative(row);
      if (alternative.entry >= marks.size()) continue;
      marks[alternative.entry].add(shortest(counted_rarity(alternative.rarity)));
      marks[alternative.entry].add(' ');
    }
    return marks;
  };
  const std::vector<Fnv1a> before = marks_of(before_), now = marks_of(now_);
  std::vector<bool> alike(comparison_.pairs.size());
  for (std::uint32_t row = 0; row < before.size(); ++row) {
    const std::uint32_t other = comparison_.pairs.to_now[row];
    if (other == kbx::kNone) continue;
    alike[row] = before[row].value() == now[other].value() &&
                 comparison_.before.at(row)->hash() == comparison_.now.at(other)->hash();
  }
  return alike;
}

// Ranking costs much more than matching: of one entry at most, or of entries that rank alike, the
// order is known.
std::optional<MessageComparison::Found> MessageComparison::differing(std::string_view message,
                                                                     unsigned worker) {
  const auto sorted = [](const Numbers& rows, const auto& number_of) {
    Numbers numbers;
    for (const std::uint32_t row : rows) numbers.push_back(number_of(row));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  };
  const auto of_before = [this](std::uint32_t row) { return comparison_.pairs.of_before(row); };
  const auto of_now = [this](std::uint32_t row) { return comparison_.pairs.of_now(row); };
  if (is_one_index_) return {};
  MessageMatcher& before = before_matchers_[worker];
  MessageMatcher& now = now_matchers_[worker];
  Found found;
  found.all_before = sorted(before.hits(message), of_before);
  found.all_now = sorted(now.hits(message), of_now);
  const bool is_same = found.all_before == found.all_now;
  const auto ranks_alike = [this](std::uint32_t number) { return bool{ranks_alike_[number]}; };
  const bool is_ordered = found.all_now.size() <= 1 ||
                          std::all_of(found.all_now.begin(), found.all_now.end(), ranks_alike);
  if (is_same && is_ordered) return {};
  if (const auto first = before.first(message)) found.before = of_before(*first);
  if (const auto first = now.first(message)) found.now = of_now(*first);
  if (is_same && found.before == found.now) return {};
  return found;
}

void MessageComparison::add_own() {
  const std::vector<Own> all = own_messages();
  messages_ += all.size();
  std::vector<std::optional<Found>> found(all.size());
  parallel_for(all.size(), jobs_, [&](std::size_t at, unsigned worker) {
    found[at] = differing(all[at].text, worker);
  });
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!found[at]) continue;
    // That an entry's own messages come and go with it is no news.
    const bool is_alone = found[at]->all_before.empty() || found[at]->all_now.empty();
    if (is_alone && !all[at].is_of_pair) continue;
    add_found(all[at].text, all[at].owners, *found[at]);
  }
  compare_counterexamples();
}

void MessageComparison::add(std::string_view message, std::string_view expect) {
  ++messages_;
  const std::optional<Found> found = differing(message, 0);
  if (!found) return;
  Numbers owners;
  if (const auto entry = comparison_.before.find(expect)) {
    owners.push_back(comparison_.pairs.of_before(entry.index()));
  }
  if (const auto entry = comparison_.now.find(expect)) {
    const std::uint32_t number = comparison_.pairs.of_now(entry.index());
    if (!has(owners, number)) owners.push_back(number);
  }
  add_found(message, owners, *found);
}

// Whether a message that found one entry is meant to find the other one now: the old one was
// merged into it. Of one that was removed deliberately nobody expects anything.
bool MessageComparison::was_given_up(std::uint32_t from, std::uint32_t to) const {
  const std::string_view id = comparison_.id_of(from);
  if (comparison_.removed.contains(id)) return true;
  const auto successor = comparison_.now.find(id);
  return successor && to != kbx::kNone && comparison_.pairs.of_now(successor.index()) == to;
}

void MessageComparison::add_found(std::string_view message, const Numbers& owners,
                                  const Found& found) {
  const std::uint32_t from = found.before, to = found.now;
  if (from == kbx::kNone) return add_way({"gained", from, to}, message, found, false);
  if (from != to) {
    const bool is_meant = has(owners, to) && !has(owners, from);
    const bool is_bad = !is_meant && !was_given_up(from, to);
    return add_way({to == kbx::kNone ? "lost" : "moved", from, to}, message, found, is_bad);
  }
  // An entry that is found too often is told of once, whoever is first.
  const auto tell = [&](std::string_view kind, const Numbers& numbers, const Numbers& other) {
    Numbers more;
    std::set_difference(numbers.begin(), numbers.end(), other.begin(), other.end(),
                        std::back_inserter(more));
    for (const std::uint32_t number : more) {
      add_way({kind, kbx::kNone, number}, message, found, false);
    }
  };
  tell("also", found.all_now, found.all_before);
  tell("no-longer", found.all_before, found.all_now);
}

void MessageComparison::add_way(const Way& way, std::string_view message, const Found& found,
                                bool is_bad) {
  const auto [place, is_new] = ways_.try_emplace(way, differences_.size());
  if (is_new) {
    const std::uint32_t about = way.from != kbx::kNone ? way.from : way.to;
    const bool has_subject = way.from != kbx::kNone && way.to != kbx::kNone;
    differences_.push_back(difference(ChangeClass::kBehaviour, way.kind, comparison_.id_of(about),
                                      has_subject ? comparison_.id_of(way.to) : "", ""));
    differences_.back().severity = Severity::kWarning;
  }
  for (const std::uint32_t number : {way.from, way.to}) {
    if (number != kbx::kNone) is_shown_[number] = true;
  }
  Difference& difference = differences_[place->second];
  if (is_bad) difference.severity = Severity::kError;
  if (++difference.message_count > Difference::kMostMessages) return;
  if (message.size() > kLongestKept) return;
  difference.messages.push_back({std::string(message), id_before(found.before), id_now(found.now)});
}

// What stands as a counterexample on either side.
void MessageComparison::compare_counterexamples() {
  if (is_one_index_) return;
  for (std::uint32_t row = 0; row < comparison_.before.size(); ++row) {
    const std::uint32_t now = comparison_.pairs.to_now[row];
    if (now == kbx::kNone) continue;
    std::set<std::string_view> texts;
    for (const auto entry : {comparison_.before.at(row), comparison_.now.at(now)}) {
      for (const std::string_view text : entry->counterexamples()) texts.insert(text);
    }
    for (const std::string_view text : texts) {
      const bool was = has(before_matchers_[0].hits(text), row);
      const bool is = has(now_matchers_[0].hits(text), now);
      if (was == is) continue;
      const std::uint32_t number = comparison_.pairs.of_before(row);
      Found found;
      (was ? found.before : found.now) = number;
      add_way({was ? "counterexample-freed" : "counterexample-hit", number, kbx::kNone}, text,
              found, is);
    }
  }
}

std::string MessageComparison::id_before(std::uint32_t number) const {
  return number == kbx::kNone ? std::string() : std::string(comparison_.before.at(number)->id());
}

std::string MessageComparison::id_now(std::uint32_t number) const {
  if (number == kbx::kNone) return {};
  const auto old = static_cast<std::uint32_t>(comparison_.pairs.to_now.size());
  const std::uint32_t row = number < old ? comparison_.pairs.to_now[number] : number - old;
  return std::string(comparison_.now.at(row)->id());
}

std::vector<Difference> MessageComparison::take() {
  for (Difference& difference : differences_) {
    const std::string to = ticked(difference.subject);
    difference.text = text_of_way(difference.kind, difference.message_count, to);
    if (difference.kind == "counterexample-freed") difference.severity = Severity::kInfo;
  }
  return std::move(differences_);
}

}  // namespace kbc
