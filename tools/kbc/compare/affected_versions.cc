#include "compare/affected_versions.h"

#include <map>
#include <set>
#include <string_view>

#include "text/ascii.h"
#include "version/number.h"

namespace kbc {
namespace {

using Entry = kbx::Entry<kbx::Mapped>;
// By products, the numbers that are named.
using Named = std::map<std::string_view, std::set<std::string_view>>;

void add_numbers(std::string_view text, std::set<std::string_view>& numbers) {
  for (std::size_t at = 0; at < text.size();) {
    const bool may_begin = at == 0 || !(is_word_byte(text[at - 1]) || text[at - 1] == '.');
    const auto number = may_begin ? scan_number(text.substr(at), Hyphen::kRange) : std::nullopt;
    if (!number || number->length == 0) {
      ++at;
      continue;
    }
    numbers.insert(text.substr(at, number->length));
    at += number->length;
  }
}

void add_versions(const Entry& entry, Named& named) {
  for (const auto version : entry.versions()) {
    std::set<std::string_view>& numbers = named[version.product];
    for (const std::string_view text :
         {version.version, version.introduced, version.deprecated, version.removed}) {
      add_numbers(text, numbers);
    }
  }
}

std::string_view words_of(kbx::Affects affects) {
  if (affects == kbx::Affects::kYes) return "affected";
  return affects == kbx::Affects::kNo ? "not affected" : "perhaps affected";
}

}  // namespace

std::vector<ChangedVersion> changed_versions(const Entry& before, const Entry& now) {
  Named named;
  add_versions(before, named);
  add_versions(now, named);
  std::vector<ChangedVersion> changed;
  for (const auto& [product, numbers] : named) {
    for (const std::string_view number : numbers) {
      const kbx::Affects was = before.affects(product, number), is = now.affects(product, number);
      if (was == is) continue;
      ChangedVersion one;
      one.name = std::string(product) + " " + std::string(number);
      one.text =
          "was " + std::string(words_of(was)) + ", and is " + std::string(words_of(is)) + " now";
      one.is_worse = was == kbx::Affects::kYes;
      changed.push_back(std::move(one));
    }
  }
  return changed;
}

}  // namespace kbc
