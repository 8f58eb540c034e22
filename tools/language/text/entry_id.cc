#include "text/entry_id.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"

namespace kbc {
namespace {

bool is_slug(std::string_view text) {
  bool wants_word = true;
  for (const char c : text) {
    if (c == '-' && wants_word) return false;
    if (c != '-' && !is_lower(c) && !is_digit(c)) return false;
    wants_word = c == '-';
  }
  return !wants_word;
}

bool is_windows_device(std::string_view name) {
  constexpr std::string_view kNames[] = {"aux", "con", "nul", "prn"};
  if (std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames)) return true;
  const bool has_number = name.starts_with("com") || name.starts_with("lpt");
  return has_number && name.size() == 4 && name[3] >= '1' && name[3] <= '9';
}

}  // namespace

bool is_entry_id(std::string_view text) {
  const std::string_view domain = domain_of(text);
  if (text.size() > kMaxIdBytes || domain.size() == text.size()) return false;
  return is_slug(domain) && is_slug(text.substr(domain.size() + 1));
}

std::string_view windows_device_in(std::string_view id) {
  const std::string_view domain = domain_of(id);
  if (is_windows_device(domain)) return domain;
  if (domain.size() == id.size()) return {};
  const std::string_view slug = id.substr(domain.size() + 1);
  return is_windows_device(slug) ? slug : std::string_view();
}

std::string_view domain_of(std::string_view id) { return id.substr(0, id.find('/')); }

}  // namespace kbc
