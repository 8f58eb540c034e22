// What `kbc new` tells the author, in words.
#pragma once

#include <string>
#include <vector>

#include "author/catalogue.h"
#include "author/draft.h"
#include "author/error_line.h"
#include "author/judge.h"
#include "author/proof.h"
#include "text/printer.h"

namespace kbc {

// Whether the author has still to say it: the field is empty, and the rules find that an error.
bool is_unsaid(const Draft& draft, const DraftField& field,
               const std::vector<Judgement>& judgements);

// The judgements about what was said.
std::vector<Judgement> beside_unsaid(const Draft& draft, const std::vector<Judgement>& judgements);

// Where the error was found, and the line.
void tell_error(const ErrorLine& error, const std::string& source, Printer& out);

// The entries that may describe it already.
void tell_nearest(const std::vector<KnownEntry>& nearest, Printer& out);

// Whether the regex recognises it in any log.
void tell_proof(const Proof& proof, Printer& out);

// What the author has still to say, and what else the rules find.
void tell_rest(const Draft& draft, const std::vector<Judgement>& judgements, Printer& out);

// What the rules find.
void tell_findings(const std::vector<Judgement>& judgements, Printer& out);

}  // namespace kbc
