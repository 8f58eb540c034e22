// What `kbc new` tells the author, in words.
#pragma once

#include <string>
#include <vector>

#include "author/catalogue.h"
#include "author/draft.h"
#include "author/error_line.h"
#include "author/judge.h"
#include "text/printer.h"

namespace kbc {

// Where the error was found, and the line.
void tell_error(const ErrorLine& error, const std::string& source, Printer& out);

// The entries that may describe it already.
void tell_nearest(const std::vector<KnownEntry>& nearest, Printer& out);

// What the author has still to say, and what else the rules find.
void tell_rest(const Draft& draft, const std::vector<Judgement>& judgements, Printer& out);

// What the rules find.
void tell_findings(const std::vector<Judgement>& judgements, Printer& out);

}  // namespace kbc
