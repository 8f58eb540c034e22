#include <string>
#include <variant>

#include "check/check.h"
#include "check/text_part.h"
#include "text/private_host.h"
#include "text/ticked.h"
#include "text/url.h"

namespace kbc {
namespace {

// Requires: the URL views the text's value.
void report_http(const Text& text, const Url& url, Report& report) {
  const Span scheme = part_of(text, {0, url.scheme.size()});
  Finding finding =
      report.at(scheme, "http-scheme"_fault, ticked(url.scheme) + " instead of `https`");
  if (url.port.empty()) {
    finding.help("check that the page opens with `https`");
    finding.fix("write `https`", Safety::kUnsafe, {{finding.file(), scheme, "https"}});
  } else {
    finding.help("write `https` and its port, unless that is 443");
  }
}

void check_scheme(const Text& text, Report& report) {
  const ParsedUrl parsed = parse_url(text.value);
  const Url* url = std::get_if<Url>(&parsed);
  if (url == nullptr) return;
  const SchemeKind kind = scheme_kind(url->scheme);
  if (kind == SchemeKind::kHttps) return;
  // A private host has to go with its scheme, and url-private says so.
  if (kind == SchemeKind::kHttp && !is_private_host(url->host)) report_http(text, *url, report);
  if (kind == SchemeKind::kHttp) return;
  report
      .at(part_of(text, {0, url->scheme.size()}), "unsupported-scheme"_fault,
          ticked(url->scheme) + " is not the scheme of a web page")
      .help("cite a page that a browser opens with `https`")
      .exceptional();
}

}  // namespace

void url_scheme(const Entry& entry, const Context&, Report& report) {
  for (const RoleText& item : texts_of(entry)) {
    const bool is_https = item.text->value.starts_with("https:");
    if (item.role == Role::kUrl && !is_https) check_scheme(*item.text, report);
  }
}

extern const Explanation url_scheme_explanation = {
    "The URL of a source or of the documentation has the scheme `http`; any other scheme than "
    "`https` and `http` is an error.",
    "What is sent over `http` can be read and changed on the way, and most sites no longer use it; "
    "`ftp`, `file` and the like do not open in a browser.",
    R"("official_doc_url": "http://git-scm.com/docs/git-push")",
    R"("official_doc_url": "https://git-scm.com/docs/git-push")",
    "Write `https` and try the address. If the site does not offer it, look for a page elsewhere, "
    "or accept the finding with `kbc_ignore`.",
};

}  // namespace kbc
