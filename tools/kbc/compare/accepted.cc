#include "compare/accepted.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "text/ticked.h"

namespace kbc {
namespace {

// Takes the first word, and the blanks around it, off the text.
std::string_view take_word(std::string_view& text) {
  constexpr std::string_view kBlanks = " \t\r";
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return word;
}

bool names_class(std::string_view name) {
  const std::string_view wanted = name.substr(0, name.find('/'));
  return std::any_of(std::begin(kChangeClasses), std::end(kChangeClasses),
                     [&](ChangeClass one) { return name_of(one) == wanted; });
}

}  // namespace

Result<AcceptedDifferences> AcceptedDifferences::parse(std::string_view text,
                                                       const std::string& path) {
  AcceptedDifferences accepted;
  accepted.path_ = path;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view rest = text.substr(begin, end - begin);
    begin = end + 1;
    const std::string_view name = take_word(rest);
    if (name.empty() || name.starts_with('#')) continue;
    std::string_view id = take_word(rest);
    // As it is copied from what `kbc diff` has written.
    if (id.ends_with(':')) id.remove_suffix(1);
    while (!rest.empty() && (rest.back() == '\r' || rest.back() == ' ')) rest.remove_suffix(1);
    const std::string place = path + ":" + std::to_string(number) + ": error: ";
    if (!names_class(name)) {
      return Error{place + ticked(name) +
                   " is no class; a line begins with breaking, behaviour, risk or info, or with "
                   "one of them and a kind, such as `breaking/id-removed`"};
    }
    if (id.empty() || rest.empty()) {
      return Error{place + "expected a class, an id and the reason"};
    }
    accepted.lines_.push_back({std::string(name), std::string(id), std::string(rest), number});
  }
  return accepted;
}

void AcceptedDifferences::apply(std::vector<Difference>& differences) const {
  std::multimap<std::string_view, std::size_t> by_id;
  for (std::size_t at = 0; at < differences.size(); ++at) by_id.emplace(differences[at].id, at);
  std::vector<std::pair<std::size_t, std::string>> reasons;
  std::vector<Difference> unused;
  for (const Line& line : lines_) {
    bool is_used = false;
    const auto [first, end] = by_id.equal_range(line.id);
    for (auto at = first; at != end; ++at) {
      const Difference& one = differences[at->second];
      if (line.name != name_of(one) && line.name != name_of(one.change)) continue;
      reasons.emplace_back(at->second, line.reason);
      is_used = true;
    }
    if (is_used) continue;
    unused.push_back(difference(ChangeClass::kRisk, "accept-unused", line.id, "",
                                path_ + ":" + std::to_string(line.number) + " accepts " +
                                    ticked(line.name) + " of it, and there is none"));
    unused.back().help = "remove the line";
  }
  for (auto& [at, reason] : reasons) differences[at].accepted = std::move(reason);
  std::move(unused.begin(), unused.end(), std::back_inserter(differences));
}

}  // namespace kbc
