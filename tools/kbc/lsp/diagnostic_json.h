#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "analysis/analyse.h"
#include "lsp/client.h"
#include "lsp/text_positions.h"
#include "output/fingerprint.h"
#include "output/output.h"

namespace kbc {

// Writes findings as the diagnostics of the protocol, of one file after the other. Views all that
// it is given.
class DiagnosticJson {
 public:
  using UriOf = std::function<std::string(FileId)>;

  DiagnosticJson(Analysis& analysis, const ClientAbilities& client, UriOf uri_of);

  // An array, in the order of stands_before(). Requires: the findings are about one file.
  std::string write(std::span<const Diagnostic> findings);

 private:
  const TextPositions& positions(FileId file);
  void write_one(const Diagnostic& finding, JsonWriter& json);
  void write_code(const Diagnostic& finding, JsonWriter& json) const;
  void write_related(const Diagnostic& finding, JsonWriter& json);
  std::string message_of(const Diagnostic& finding);

  Analysis& analysis_;
  const ClientAbilities& client_;
  UriOf uri_of_;
  Fingerprints fingerprints_;
  std::map<FileId, TextPositions> positions_;
};

// The order of findings about one file: that of their places. Of two with the same words about the
// same place the other places decide, so that it does not depend on how they were found.
bool stands_before(const Diagnostic& left, const Diagnostic& right);

// The positions in a text of an analysis, as the client counts them.
TextPositions positions_in(const Source& source, PositionEncoding encoding);

// Where an editor shows a finding about these bytes: no more of them than the first line, since
// marks that go over half a file make editors slow and hide each other.
LspRange shown_range(const TextPositions& positions, Span span);

}  // namespace kbc
