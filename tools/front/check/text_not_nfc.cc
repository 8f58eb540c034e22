#include <cstddef>
#include <string>
#include <string_view>

#include "check/check.h"
#include "check/text_part.h"
#include "text/nfc.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace kbc {
namespace {

// "U+0065 U+0301", cut after a few.
std::string code_points(std::string_view text) {
  constexpr int kMost = 4;
  std::string listed;
  std::size_t offset = 0;
  for (int count = 0; offset < text.size(); ++count) {
    if (count == kMost) return listed + " …";
    const CodePoint next = decode(text, offset);
    listed += (count > 0 ? " " : "") + describe_character(next.value);
    offset += next.length;
  }
  return listed;
}

void report_piece(const Text& text, TextRange range, Report& report) {
  const std::string_view written = text.value.substr(range.offset, range.length);
  const std::string normal = to_nfc(written);
  const Span span = part_of(text, range);
  report
      .at(span, "not-composed"_fault,
          "not in Unicode normal form C: " + code_points(written) + " instead of " +
              code_points(normal))
      .fix("write " + code_points(normal), span, escaped(normal));
}

}  // namespace

void text_not_nfc(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : free_texts(entry)) {
    if (item.text == &entry["regex"]) continue;
    const std::string_view value = item.text->value;
    std::size_t from = 0;
    for (std::size_t count = 0; count < kMaxFindingsInText;) {
      const auto piece = first_not_nfc(value.substr(from));
      if (!piece) break;
      const TextRange range{from + piece->offset, piece->length};
      from = range.offset + range.length;
      if (is_meant(entry, item, range)) continue;
      report_piece(*item.text, range, report);
      ++count;
    }
  }
}

extern const Explanation text_not_nfc_explanation = {
    "A character is not in Unicode normal form C: usually it is written as a letter and a separate "
    "accent. In `examples` and `counterexamples` an escape shows that it is meant.",
    "The two forms look the same, but they are different bytes: neither a search nor a regex for "
    "the one finds the other.",
    R"("action": "Open Re\u0301glages")",
    R"("action": "Open Réglages")",
    "Write the composed character; the fix does that without a visible change.",
};

}  // namespace kbc
