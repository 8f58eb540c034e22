#include <cstddef>
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

// The letters and digits of a text, ASCII in lower case, one after the other.
class Letters {
 public:
  explicit Letters(std::string_view text) : text_(text) {}

  // 0 at the end.
  char32_t next() {
    while (offset_ < text_.size()) {
      const CodePoint next = decode(text_, offset_);
      offset_ += next.length;
      if (!is_punctuation(next.value)) return next.value + (is_upper(next.value) ? 0x20 : 0);
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
};

// Whether two texts have the same letters and digits, and any. Nearly all differ early.
bool say_the_same(std::string_view left, std::string_view right) {
  Letters ours(left);
  Letters theirs(right);
  for (bool is_any = false;; is_any = true) {
    const char32_t one = ours.next();
    if (one != theirs.next()) return false;
    if (one == 0) return is_any;
  }
}

}  // namespace

void text_repeated(const Entry& entry, const Context&, Report& report) {
  for (const Workaround& workaround : entry.workarounds) {
    const Text& how = workaround.how;
    if (!how.present() || !workaround.action.present()) continue;
    if (!say_the_same(how.value, workaround.action.value)) continue;
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
