#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/span.h"
#include "diagnostic/diagnostic.h"
#include "lsp/base_view.h"
#include "lsp/cursor.h"
#include "lsp/seen_values.h"

namespace kbc {

// One of the texts that may stand at a place.
struct Proposal {
  enum class Kind : std::uint8_t { kMember, kValue, kEntry, kRule, kText, kSnippet };

  Kind kind = Kind::kValue;
  std::string label;          // what is offered, as a person reads it
  std::string detail;         // beside it, on one line
  std::string documentation;  // CommonMark
  std::string text;           // JSON to be put in place
  std::string snippet;        // the same with places to go on typing; empty when it has none
  std::string filter;         // what goes on being typed is compared with it
};

struct Proposals {
  Span replaced;  // by the text of one; on one line
  std::vector<Proposal> all;
  bool is_whole = true;  // what goes on being typed can bring no others
  // Where a comma is missing before it.
  std::optional<std::uint32_t> comma_at;
};

// What is known beside the entries.
struct ProposalSources {
  std::chrono::year_month_day today;
  SeenValues& seen;
  std::span<const Diagnostic> findings;  // about the file
};

// What may stand at the cursor of an entry: names of members with their types, those that are
// required and not there first; values that the schema or the taxonomy lists; ids, also by words of
// the entry's signature; rules; products, tags and addresses that other entries have; today's date;
// and for a regex what matches the signature and the examples.
Proposals proposals_at(const BaseView& view, FileId file, const Cursor& cursor,
                       const ProposalSources& sources);

// At most so many ids, products and the like.
inline constexpr std::size_t kMostProposals = 100;

}  // namespace kbc
