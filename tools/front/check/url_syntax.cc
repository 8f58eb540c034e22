#include <variant>

#include "check/check.h"
#include "check/text_part.h"
#include "text/percent.h"
#include "text/ticked.h"
#include "text/url.h"

namespace kbc {
namespace {

constexpr std::size_t kLongestSuggestion = 200;

Span place_of(const Text& text, const UrlFault& fault) {
  return text.value.empty() ? text.span : part_of(text, {fault.offset, fault.length});
}

// A browser encodes what has to be encoded and opens the same page; any other repair is a guess.
Safety safety_of(const Text& text, const UrlFault& fault) {
  const bool is_same = percent_decoded(fault.suggestion) == percent_decoded(text.value);
  return is_same ? Safety::kSafe : Safety::kUnsafe;
}

Finding tell(const Text& text, const UrlFault& fault, Report& report) {
  Finding finding = report.at(place_of(text, fault), fault.name, fault.message);
  if (!fault.suggestion.empty() && fault.suggestion.size() <= kLongestSuggestion) {
    finding.fix(
        "write " + ticked(fault.suggestion), safety_of(text, fault),
        {{finding.file(), part_of(text, {0, text.value.size()}), escaped(fault.suggestion)}});
  } else {
    finding.help(fault.help.empty() ? "open the page and copy its address from the browser"
                                    : fault.help);
  }
  return finding;
}

}  // namespace

void url_syntax(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : texts_of(entry)) {
    if (item.role != Role::kUrl) continue;
    const std::string_view text = item.text->value;
    const ParsedUrl parsed = parse_url(text);
    if (const auto* fault = std::get_if<UrlFault>(&parsed)) {
      tell(*item.text, *fault, report);
    } else if (const auto odd = odd_host(std::get<Url>(parsed), text)) {
      tell(*item.text, *odd, report).exceptional();
    }
  }
}

extern const Explanation url_syntax_explanation = {
    "`official_doc_url` or a source is not a URL by RFC 3986 with a scheme and a host. Blanks, "
    "`<`, `>`, `{`, `}` and everything outside ASCII have to be percent-encoded; a host with "
    "letters outside ASCII is written in its ASCII form, `xn--…`. No part of a host between dots "
    "is empty or begins with a hyphen. A part that ends with one is a warning, "
    "and so is a host that no browser opens, such as `256.0.0.1`.",
    "A browser may guess what is meant; other programs truncate or reject the address.",
    R"("official_doc_url": "git-scm.com/docs/git push")",
    R"("official_doc_url": "https://git-scm.com/docs/git-push")",
    "Write what the fix says, or open the page and copy the address from the browser.",
};

}  // namespace kbc
