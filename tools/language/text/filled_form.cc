#include "text/filled_form.h"

#include <algorithm>
#include <cassert>

namespace kbc {

std::string filled_form(std::string_view form,
                        const std::map<std::string_view, std::string>& values) {
  std::string text;
  for (bool is_name = false; !form.empty(); is_name = !is_name) {
    const std::size_t end = std::min(form.find('%'), form.size());
    const std::string_view part = form.substr(0, end);
    if (is_name) {
      const auto value = values.find(part);
      assert(value != values.end());
      text += value->second;
    } else {
      text += part;
    }
    form.remove_prefix(std::min(end + 1, form.size()));
  }
  return text;
}

}  // namespace kbc
