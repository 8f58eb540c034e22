// What a knowledge base knows already.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "driver/open_index.h"

namespace kbc {

// An entry that is there, and how it looks beside the error at hand.
struct KnownEntry {
  std::string id, signature;
  // What its regex matches: a line around the error, or the error.
  enum class Match : std::uint8_t { kNone, kNearby, kMessage };
  Match match = Match::kNone;
};

class Catalogue {
 public:
  // Reads all entries that can be read.
  static Result<Catalogue> read(const Config& config);

  // How the id is taken, as a phrase ("the id of an entry"); nothing when it is free.
  std::optional<std::string> taken(std::string_view id) const;

  // The entries that most likely describe the error already: those whose regex matches the message,
  // or else the text around it, and then what `kbc search` finds first for the signature, if an
  // entry has at least half of its words. At most so many.
  std::vector<KnownEntry> nearest(const std::string& message, const std::string& context,
                                  const std::string& signature, std::size_t most) const;

 private:
  explicit Catalogue(OpenIndex open) : open_(std::move(open)) {}

  OpenIndex open_;
};

}  // namespace kbc
