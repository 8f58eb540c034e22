#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "check/check.h"
#include "check/text_part.h"
#include "text/private_host.h"
#include "text/ticked.h"
#include "text/url.h"

namespace kbc {
namespace {

// Where a part of the URL is. Requires: the part views the text's value.
Span span_of_part(const Text& text, std::string_view part) {
  return part_of(text, {static_cast<std::size_t>(part.data() - text.value.data()), part.size()});
}

bool is_warning(std::string_view reason) {
  return reason == kDotlessHost || reason == kReservedHost || reason == kMirrorHost;
}

void check_url(const Text& text, const HostList* accepted, Report& report) {
  const ParsedUrl parsed = parse_url(text.value);
  const Url* url = std::get_if<Url>(&parsed);
  if (url == nullptr) return;
  const std::optional<std::string_view> reason = private_host(url->host);
  if (reason && (accepted == nullptr || !accepted->contains(url->host))) {
    Finding finding = report.at(span_of_part(text, url->host), "private-host"_fault,
                                ticked(url->host) + " is " + std::string(*reason));
    finding.help("cite a page that every reader can open");
    if (is_warning(*reason)) finding.exceptional();
  }
  if (url->user_info.empty()) return;
  const Span user = span_of_part(text, url->user_info);
  if (has_password(*url)) {
    report.at(user, "password"_fault, "user and password in a URL")
        .help("remove them and the `@`, and change the password: it is no longer secret");
  } else {
    report.at(user, "user"_fault, "user in a URL").help("remove it and the `@`");
  }
}

}  // namespace

void url_private(const Entry& entry, const Context& context, Report& report) {
  for (const RoleText& item : texts_of(entry)) {
    if (item.role == Role::kUrl) check_url(*item.text, context.private_hosts, report);
  }
}

extern const Explanation url_private_explanation = {
    "A URL leads to the reader's own machine, to a private or link-local address in any spelling "
    "(octal, hexadecimal, inside an IPv6 address), or to a cloud's metadata endpoint; or it holds "
    "a user, with or without a password. A host without a dot, one "
    "of a name that no public network knows (`.test`, `.svc`), and one such as `10.0.0.1.nip.io`, "
    "which leads back to a private address, are warnings. `private_hosts` in `kbc.json` lists "
    "hosts that all readers of the knowledge "
    "base can reach.",
    "Each reader finds another page there, or none. A program that follows the sources could be "
    "made to call a service that trusts it, and everybody who has the file knows the password. A "
    "public page needs no user; the text before the `@` is often meant to be mistaken for the "
    "host.",
    R"("sources": ["https://192.168.0.10/wiki/git"])",
    R"("sources": ["https://git-scm.com/docs/git-push"])",
    "Cite a public page, and change a password that was published.",
};

}  // namespace kbc
