// The author works on the whole entry in an editor.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "author/dialogue.h"
#include "author/judge.h"
#include "author/text_editor.h"
#include "core/result.h"

namespace kbc {

struct Revision {
  std::string id, text;  // the text in canonical form
  std::vector<Judgement> judgements;
  bool is_wanted = false;  // to be written; else it stays where it is kept
};

// Opens the kept text in the editor, again and again while the rules find errors and the author
// wants to. `dialogue` is null where nobody can be asked: then once is enough, and what is no entry
// is not wanted.
Result<Revision> revise(const KeptText& kept, const Judge& judge, const Config& config,
                        const Document& schema, Dialogue* dialogue);

}  // namespace kbc
