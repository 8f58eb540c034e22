#include <cstddef>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"

namespace kbc {

void text_replacement(const Entry& entry, const Context&, Report& report) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  for (const RoleText& item : free_texts(entry)) {
    const std::string_view value = item.text->value;
    std::size_t at = 0;
    for (std::size_t count = 0; count < kMaxFindingsInText;) {
      const std::size_t begin = value.find(kReplacement, at);
      if (begin == std::string_view::npos) break;
      at = begin + kReplacement.size();
      while (value.substr(at).starts_with(kReplacement)) at += kReplacement.size();
      const TextRange range{begin, at - begin};
      if (is_meant(entry, item, range)) continue;
      report
          .at(part_of(*item.text, range), "replacement-character"_fault,
              "U+FFFD stands for text that was lost")
          .help("write what was there; if the program prints it, write `\\ufffd`");
      ++count;
    }
  }
}

extern const Explanation text_replacement_explanation = {
    "A text has U+FFFD, which a program writes for bytes that it could not decode. In `regex`, "
    "`examples` and `counterexamples` an escape shows that it is meant. A warning for now; from "
    "version 0.3 on an error.",
    "What stood there is lost: a reader cannot know it, and no search and no regex for it finds "
    "the "
    "text.",
    R"("action": "Open the folder R\ufffdglages")",
    R"("action": "Open the folder Réglages")",
    "Copy the text once more from where it came from, with the right encoding.",
};

}  // namespace kbc
