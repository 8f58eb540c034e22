#include <histedit.h>

#include <algorithm>
#include <string_view>

#include "author/line_editor.h"
#include "author/plain_line.h"
#include "os/terminal.h"
#include "text/printer.h"

#ifdef __SANITIZE_ADDRESS__
// libedit never frees the copies of names that EL_ADDFN makes.
extern "C" const char* __lsan_default_suppressions() { return "leak:wcsdup\n"; }
#endif

namespace kbc {
namespace {

// What libedit's calls back work on.
struct State {
  EditLine* line = nullptr;
  std::string prompt;
  std::vector<Choice> choices;
};

State& state_of(EditLine* line) {
  void* state = nullptr;
  el_get(line, EL_CLIENTDATA, &state);
  return *static_cast<State*>(state);
}

char* prompt_of(EditLine* line) { return state_of(line).prompt.data(); }

std::vector<Choice> beginning_with(std::string_view beginning, const std::vector<Choice>& choices) {
  std::vector<Choice> found;
  for (const Choice& choice : choices) {
    if (choice.name.starts_with(beginning)) found.push_back(choice);
  }
  return found;
}

std::string common_beginning(const std::vector<Choice>& choices) {
  std::string common = choices.front().name;
  for (const Choice& choice : choices) {
    const std::string& name = choice.name;
    const auto end = std::mismatch(common.begin(), common.end(), name.begin(), name.end()).first;
    common.erase(end, common.end());
  }
  return common;
}

void list(const std::vector<Choice>& choices) {
  standard_output() << '\n';
  for (const std::string& line : menu_of(choices)) standard_output() << line << '\n';
  standard_output().flush();
}

unsigned char complete(EditLine* line, int) {
  const LineInfo* info = el_line(line);
  const std::string typed(info->buffer, info->cursor);
  const std::vector<Choice> choices = beginning_with(typed, state_of(line).choices);
  if (choices.empty()) return CC_ERROR;
  const std::string common = common_beginning(choices);
  if (common.size() == typed.size()) {
    if (choices.size() == 1) return CC_NORM;
    list(choices);
    return CC_REDISPLAY;
  }
  if (el_insertstr(line, common.c_str() + typed.size()) != 0) return CC_ERROR;
  return CC_REFRESH;
}

unsigned char leave(EditLine*, int) { return CC_EOF; }

}  // namespace

struct LineEditor::Backend : State {
  std::FILE* in = nullptr;
};

LineEditor::LineEditor(std::FILE* in) : backend_(std::make_unique<Backend>()) {
  // libedit takes bytes for characters of the locale; the texts here are UTF-8.
  use_utf8_locale();
  EditLine* line = el_init("kbc", in, stdout, stderr);
  backend_->line = line;
  backend_->in = in;
  if (line == nullptr) return;
  el_set(line, EL_CLIENTDATA, static_cast<State*>(backend_.get()));
  el_set(line, EL_PROMPT, prompt_of);
  el_set(line, EL_EDITOR, "emacs");
  el_set(line, EL_SIGNAL, 1);
  el_set(line, EL_ADDFN, "kbc-complete", "complete a name", complete);
  el_set(line, EL_BIND, "^I", "kbc-complete", nullptr);
  el_set(line, EL_ADDFN, "kbc-leave", "end the questions", leave);
  el_set(line, EL_BIND, "^C", "kbc-leave", nullptr);
  el_set(line, EL_BIND, "^D", "kbc-leave", nullptr);
}

LineEditor::~LineEditor() {
  if (backend_->line != nullptr) el_end(backend_->line);
}

std::optional<std::string> LineEditor::ask(const std::string& prompt, const std::string& proposal,
                                           const std::vector<Choice>& choices) {
  if (backend_->line == nullptr) return {};
  standard_output().flush();
  backend_->prompt = prompt;
  backend_->choices = choices;
  if (!proposal.empty()) el_push(backend_->line, plain_line(proposal).c_str());
  // Else the prompt would be there before the terminal is ready for keys.
  el_set(backend_->line, EL_PREP_TERM, 1);
  // As a signal it would end the program, and the answers with it.
  read_interrupt_as_key(backend_->in);
  int size = 0;
  const char* line = el_gets(backend_->line, &size);
  if (line == nullptr || size <= 0) return {};
  return plain_line({line, static_cast<std::size_t>(size)});
}

}  // namespace kbc
