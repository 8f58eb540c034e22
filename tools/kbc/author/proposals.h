// All that `kbc new` finds out before anybody is asked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "author/catalogue.h"
#include "author/draft.h"
#include "author/error_line.h"
#include "author/judge.h"
#include "author/proof.h"
#include "output/json_writer.h"

namespace kbc {

struct Proposals {
  const std::optional<ErrorLine>& error;  // that a log tells
  const Draft& draft;
  std::string path, text;  // of the entry; without an id there is no path
  std::vector<KnownEntry> nearest;
  std::vector<Judgement> judgements;
  bool is_generic = false;  // a regex for the message would match other errors too
  std::optional<Proof> proof;
};

// For programs; docs/authoring.md describes the document.
void write_json(const Proposals& proposals, JsonWriter& json);

}  // namespace kbc
