#include <cstddef>
#include <string>
#include <string_view>

#include "check/check.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// Punctuation and blanks: what ASCII has, the general ones, those of Chinese and their wide forms.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return !is_alphanumeric(static_cast<char>(c));
  return c == 0xA0 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
}

// The letters and digits of a text, ASCII in lower case.
std::string essence(std::string_view text) {
  std::string letters;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = decode(text, offset);
    if (!is_punctuation(next.value)) {
      append_utf8(letters, next.value + (is_upper(next.value) ? 0x20 : 0));
    }
    offset += next.length;
  }
  return letters;
}

}  // namespace

void text_repeated(const Entry& entry, const Context&, Report& report) {
  for (const Workaround& workaround : entry.workarounds) {
    const Text& how = workaround.how;
    if (!how.present() || !workaround.action.present()) continue;
    const std::string said = essence(how.value);
    if (said.empty() || said != essence(workaround.action.value)) continue;
    report.at(how.span, "repeated-action"_fault, "`how` only repeats `action`")
        .note(workaround.action.span, "the action")
        .help("write the steps, commands and settings, or leave it empty");
  }
}

extern const Explanation text_repeated_explanation = {
    "`how` says the same as `action`, except for case, whitespace and punctuation.",
    "`action` is the headline, `how` the way to do it; a reader who needs the details only finds "
    "the headline again.",
    R"("action": "Rebase onto the remote branch",
"how": "Rebase onto the remote branch.")",
    R"("action": "Rebase onto the remote branch",
"how": "Run `git pull --rebase`, solve the conflicts, and run `git push` again.")",
    "Write the commands, settings and places to click into `how`, or leave it empty.",
};

}  // namespace kbc
