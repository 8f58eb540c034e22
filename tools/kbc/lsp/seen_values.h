#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lsp/base_view.h"

namespace kbc {

// What the entries of a knowledge base say in places where anything may stand: products, tags and
// addresses, to offer them to the next author. A text is looked through once, until it is another;
// it need not be JSON.
class SeenValues {
 public:
  enum class Of : std::size_t { kProduct, kTag, kUrl };
  static constexpr std::size_t kKinds = 3;

  struct Seen {
    std::string text;
    std::size_t entries = 0;  // that have it
  };

  // Those that have the part, whatever the case of letters, the most frequent first; at most so
  // many. Of one domain, where that is not empty.
  std::vector<Seen> like(const BaseView& view, Of what, std::string_view part,
                         std::string_view domain, std::size_t most);

 private:
  // What one text has.
  struct Found {
    const char* text = nullptr;  // to see whether it is another
    std::size_t size = 0;
    std::array<std::vector<std::string>, kKinds> values;
  };

  void refresh(const BaseView& view);

  std::unordered_map<std::string, Found> files_;  // by the id that the path says
};

}  // namespace kbc
