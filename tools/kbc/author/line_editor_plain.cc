
#include "author/line_editor.h"
#include "author/plain_line.h"
#include "os/terminal.h"
#include "text/printer.h"

namespace kbc {

struct LineEditor::Backend {
  std::FILE* in;
};

LineEditor::LineEditor(std::FILE* in) : backend_(std::make_unique<Backend>(Backend{in})) {}
LineEditor::~LineEditor() = default;

std::optional<std::string> LineEditor::ask(const std::string& prompt, const std::string& proposal,
                                           const std::vector<Choice>&) {
  standard_output() << prompt;
  if (!proposal.empty()) standard_output() << '[' << proposal << "] ";
  standard_output().flush();
  // Ctrl-C ends the reading, not the program, and the answers with it.
  const InterruptedReads interrupted;
  std::string line;
  int c = 0;
  while (c != '\n' && (c = std::getc(backend_->in)) != EOF) line += static_cast<char>(c);
  if (line.empty() || line.back() != '\n') return {};
  const std::string answer = plain_line(line);
  return answer.empty() ? proposal : answer;
}

}  // namespace kbc
