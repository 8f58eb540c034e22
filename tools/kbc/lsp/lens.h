#pragma once

#include <cstddef>
#include <string>

#include "lsp/base_view.h"
#include "messages/test_files.h"

namespace kbc {

// Of the messages of `kbc test` how many a regex matches.
struct MatchedMessages {
  std::size_t matched = 0, all = 0;
};
MatchedMessages matched_messages(const TestFiles& tests, const CompiledRegex& regex);

// What is told above an entry: "3 link here · matches 41 of 812 messages".
std::string lens_title(const BaseView& view, FileId file);

}  // namespace kbc
