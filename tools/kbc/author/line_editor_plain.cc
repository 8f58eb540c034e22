#include <cstdlib>
#include <iostream>

#include "author/line_editor.h"
#include "author/plain_line.h"
#include "text/printable.h"

namespace kbc {

struct LineEditor::Backend {
  std::FILE* in;
};

LineEditor::LineEditor(std::FILE* in) : backend_(std::make_unique<Backend>(Backend{in})) {}
LineEditor::~LineEditor() = default;

std::optional<std::string> LineEditor::ask(const std::string& prompt, const std::string& proposal,
                                           const std::vector<std::string>&) {
  std::cout << prompt;
  if (!proposal.empty()) std::cout << '[' << printable(proposal) << "] ";
  std::cout.flush();
  char* line = nullptr;
  std::size_t size = 0;
  const ssize_t got = ::getline(&line, &size, backend_->in);
  std::string answer = got < 0 ? "" : plain_line({line, static_cast<std::size_t>(got)});
  std::free(line);
  if (got < 0) return {};
  return answer.empty() ? proposal : answer;
}

}  // namespace kbc
