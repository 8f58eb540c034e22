// What a knowledge base knows already.
#ifndef KBC_AUTHOR_CATALOGUE_H_
#define KBC_AUTHOR_CATALOGUE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"

namespace kbc {

// An entry that is there, and how it looks beside the error at hand.
struct KnownEntry {
  std::string id, path_id, signature, domain;
  std::vector<std::string> aliases;
  enum class Match : std::uint8_t { kNone, kNearby, kMessage };
  Match match = Match::kNone;  // what its regex matches: a line around the error, or the error
  double similarity = 0;       // of the words of the signatures, 0 to 1
};

class Catalogue {
 public:
  // Reads all entries, and tries their regexes on the message and on the text around it.
  static Catalogue read(const Config& config, unsigned jobs, const std::string& message,
                        const std::string& context);

  // How the id is taken, as a phrase ("the id of an entry"); nothing when it is free.
  std::optional<std::string> taken(std::string_view id) const;

  // The entries that most likely describe the error already: those whose regex matches it, then
  // those whose signature has the same rare words. The best first, at most so many.
  std::vector<KnownEntry> nearest(const std::string& signature, std::size_t most) const;

 private:
  std::vector<KnownEntry> entries_;
};

}  // namespace kbc

#endif  // KBC_AUTHOR_CATALOGUE_H_
