// The questions of `kbc new`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "author/draft.h"
#include "author/judge.h"
#include "author/line_editor.h"
#include "config/config.h"

namespace kbc {

enum class Course : std::uint8_t { kGoOn, kStop };

class Dialogue {
 public:
  // Views all of them. `given` has the fields that need no question, since the command line has
  // them.
  Dialogue(LineEditor& editor, const Config& config, const Judge& judge, const Document& schema,
           const Draft& given)
      : editor_(editor), config_(config), judge_(judge), schema_(schema), given_(given) {}

  // Asks for one field after the other, with what the draft proposes, then for sources, another
  // example and a counterexample. An answer that the rules object to is asked for anew; the same
  // answer twice is accepted. Stops when the person ends the input; the draft has all answers up to
  // there.
  Course ask_all(Draft& draft);

  // A question to be answered by one of the letters; `otherwise` for an empty answer, a zero at the
  // end of the input.
  char choose(const std::string& question, std::string_view letters, char otherwise);

 private:
  Course ask(const DraftField& field, Draft& draft);
  Course ask_list(const DraftList& list, Draft& draft);
  Course ask_lists(Draft& draft);
  Course ask_id(Draft& draft);
  // What the rules find about one field; empty when they find nothing.
  std::string objection(const Draft& draft, const std::string& pointer) const;
  std::string question(const DraftField& field) const;
  std::vector<Choice> choices(const DraftField& field) const;

  LineEditor& editor_;
  const Config& config_;
  const Judge& judge_;
  const Document& schema_;
  const Draft& given_;
};

}  // namespace kbc
