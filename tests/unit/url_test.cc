#include "text/url.h"

#include <string>
#include <string_view>
#include <variant>

#include "catch.h"
#include "text/private_host.h"

namespace kbc {
namespace {

Url valid(std::string_view text) {
  const ParsedUrl parsed = parse_url(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<Url>(parsed));
  return std::get<Url>(parsed);
}

UrlFault fault(std::string_view text) {
  const ParsedUrl parsed = parse_url(text);
  CAPTURE(text.substr(0, 100));
  REQUIRE(std::holds_alternative<UrlFault>(parsed));
  const UrlFault found = std::get<UrlFault>(parsed);
  CHECK(found.offset <= text.size());
  CHECK(found.length <= text.size() - found.offset);
  CHECK_FALSE(found.message.empty());
  return found;
}

// The text that a fault points at.
std::string_view place(std::string_view text) {
  const UrlFault found = fault(text);
  return text.substr(found.offset, found.length);
}

TEST_CASE("the parts of a URL are views of it", "[url]") {
  const Url url = valid("https://user:pw@Example.com:8443/a//b/?q=1#top");
  CHECK(url.scheme == "https");
  CHECK(url.user_info == "user:pw");
  CHECK(url.host == "Example.com");
  CHECK(url.port == "8443");
  CHECK(url.path == "/a//b/");
  CHECK(url.query == "q=1");
  CHECK(url.fragment == "top");
}

TEST_CASE("every part but scheme and host may be absent", "[url]") {
  CHECK(valid("https://example.com").path.empty());
  CHECK(valid("https://example.com/").path == "/");
  CHECK(valid("https://example.com?q").query == "q");
  CHECK(valid("https://example.com#f").fragment == "f");
  CHECK(valid("https://[2001:db8::1]:80/x").host == "2001:db8::1");
  CHECK(valid("https://example.com:/x").port.empty());
  CHECK(valid("ftp://example.com/a%20b").path == "/a%20b");
  CHECK(valid("https://example.com/a(b)!$&'*+,;=:@~").path == "/a(b)!$&'*+,;=:@~");
}

TEST_CASE("a character that no URL has is the place", "[url]") {
  CHECK(place("https://example.com/a b") == " ");
  CHECK(place("https://example.com/<x>") == "<");
  CHECK(place("https://example.com/错误") == "错");
  CHECK(place("https://example.com/50%") == "%");
  CHECK(place("https://example.com/%zz/x") == "%zz");
  CHECK(place("https://example.com/\n") == "\n");
  CHECK(place("https://exa`mple.com") == "`");
  CHECK(fault("https://example.com/a b").message == "space in a URL");
}

TEST_CASE("a character in the wrong part is the place", "[url]") {
  CHECK(place("https://example.com/[x]") == "[");
  CHECK(place("https://example.com/#a#b") == "#");
  CHECK(place("https://example.com:8x/") == "8x");
  CHECK(place("https://example.com:65536/") == "65536");
  CHECK(place("https://[1::2::3]/") == "[1::2::3]");
  CHECK(place("https://[::1") == "[::1");
  CHECK(valid("https://example.com:65535/").port == "65535");
  CHECK(valid("https://example.com:0000443/").port == "0000443");
}

TEST_CASE("a URL has a scheme and a host", "[url]") {
  CHECK(fault("www.example.com/x").message == "missing scheme, such as `https://`");
  CHECK(fault("//example.com/x").message == "missing scheme, such as `https://`");
  CHECK(fault("see the manual").message == "space in a URL");
  for (const std::string_view text :
       {"https://", "https:///x", "https:/example.com", "https:x", "mailto:a@example.com",
        "https://:80/", "https://user@/", "file:///etc/hosts", "example.com:80/x"}) {
    CHECK(fault(text).message == "missing host");
  }
  CHECK(fault("").length == 0);
}

TEST_CASE("no part of a host is empty or begins with a hyphen", "[url]") {
  CHECK(place("https://example..com/") == "example..com");
  CHECK(place("https://.example.com:80/") == ".example.com");
  CHECK(place("https://example.com../") == "example.com..");
  CHECK(place("https://./") == ".");
  CHECK(place("https://-a.com") == "-a");
  CHECK(place("https://me@a.-b.com/") == "-b");
  CHECK(fault("https://example..com/").message == "`example..com` has an extra dot");
  CHECK(fault("https://-a.com").message == "`-a` begins with a hyphen");
  for (const std::string_view text : {"https://example.com./", "https://a--b-.com/", "https://a/",
                                      "https://[::1]/", "https://a.b/..-", "https://1.2.3.4/"}) {
    CHECK_FALSE(valid(text).host.empty());
  }
}

TEST_CASE("a host outside ASCII is marked as a whole", "[url]") {
  CHECK(place("https://мвд.рф/") == "мвд.рф");
  CHECK(place("https://me@www.例子.com:80/错") == "www.例子.com");
  CHECK(fault("https://мвд.рф/").message == "a host with characters outside ASCII");
  CHECK(fault("https://мвд.рф/").help.find("xn--") != std::string::npos);
  CHECK(place("https://example.com/错//рф") == "错");
  CHECK(place("a//рф") == "р");
  CHECK(place("https://é@example.com/") == "é");
}

TEST_CASE("the URL that was meant is suggested", "[url]") {
  CHECK(fault("www.example.com/x").suggestion == "https://www.example.com/x");
  CHECK(fault("//example.com/x").suggestion == "https://example.com/x");
  CHECK(fault("http:/example.com").suggestion == "http://example.com");
  CHECK(fault("https:///example.com/x").suggestion == "https://example.com/x");
  CHECK(fault("example.com:80/x").suggestion == "https://example.com:80/x");
  CHECK(fault(" https://example.com/\n").suggestion == "https://example.com/");
  CHECK(fault("https://example.com/a b").suggestion == "https://example.com/a%20b");
  CHECK(fault("https://example.com/错").suggestion == "https://example.com/%E9%94%99");
  CHECK(fault("https://example.com/50%").suggestion == "https://example.com/50%25");
}

TEST_CASE("nothing is suggested where it would be a guess", "[url]") {
  for (const std::string_view text :
       {"see the manual", "https://example.com/<id>", "mailto:a@example.com", "https://例子.com/",
        "https://exa mple.com/", "https://a.b@/x", "https://?x", "https://example.com:8x/", "///",
        ":", "file:///a.b"}) {
    CAPTURE(text);
    CHECK(fault(text).suggestion.empty());
  }
}

TEST_CASE("a URL of any length and any bytes ends", "[url]") {
  CHECK(fault("https://example.com/" + std::string(1 << 20, 'a')).offset == kLongestUrl);
  CHECK(fault(std::string(1 << 20, '%')).offset == kLongestUrl);
  CHECK(valid("https://example.com/" + std::string(8000, '/')).host == "example.com");
  CHECK(fault(std::string(8000, '[')).length > 0);
  CHECK(fault("https://" + std::string(8000, ':')).length > 0);
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string("https://e.org/") + static_cast<char>(byte);
    const ParsedUrl parsed = parse_url(text);
    if (const auto* found = std::get_if<UrlFault>(&parsed)) CHECK(found->offset == 14);
  }
}

TEST_CASE("schemes are compared without case", "[url]") {
  CHECK(scheme_kind("https") == SchemeKind::kHttps);
  CHECK(scheme_kind("HTTP") == SchemeKind::kHttp);
  CHECK(scheme_kind("ftp") == SchemeKind::kOther);
  CHECK(scheme_kind("httpss") == SchemeKind::kOther);
  CHECK(scheme_kind("") == SchemeKind::kOther);
}

TEST_CASE("a password in clear is seen, a user alone is none", "[url]") {
  CHECK(has_password(valid("https://me:secret@example.com/")));
  CHECK_FALSE(has_password(valid("https://git@example.com/")));
  CHECK_FALSE(has_password(valid("https://git:@example.com/")));
  CHECK_FALSE(has_password(valid("https://example.com:443/a:b@c")));
}

std::string_view reason(std::string_view host) {
  CAPTURE(host);
  return private_host(host).value_or("public");
}

TEST_CASE("public hosts are public", "[private_host]") {
  for (const std::string_view host : {"example.com",
                                      "docs.python.org",
                                      "8.8.8.8",
                                      "1.1.1.1",
                                      "192.0.2.1",
                                      "198.51.100.7",
                                      "203.0.113.9",
                                      "2001:db8::1",
                                      "2606:4700::1111",
                                      "172.15.255.255",
                                      "172.32.0.0",
                                      "100.63.255.255",
                                      "100.128.0.0",
                                      "11.0.0.0",
                                      "9.255.255.255",
                                      "126.255.255.255",
                                      "128.0.0.0",
                                      "169.253.0.1",
                                      "169.255.0.1",
                                      "192.167.1.1",
                                      "::ffff:8.8.8.8",
                                      "64:ff9b::8.8.8.8",
                                      "2002:808:808::1",
                                      "localhost.example.com",
                                      "internal.example.com",
                                      "10.example.com",
                                      "127.0.0.1.example.com",
                                      "fe80.org",
                                      "0x7f.example.com",
                                      "256.256.256.256",
                                      "1.2.3.4.5",
                                      "",
                                      ".",
                                      "xn--fsqu00a.xn--0zwm56d"}) {
    CHECK(reason(host) == "public");
    CHECK_FALSE(is_private_host(host));
  }
}

TEST_CASE("names of the own machine and network", "[private_host]") {
  for (const std::string_view host :
       {"localhost", "LOCALHOST", "localhost.", "app.localhost", "localhost.localdomain",
        "%6cocalhost", "lo%63alhost%2E", "ip6-localhost",
        "\xEF\xBD\x8C\xEF\xBD\x8F\xEF\xBD\x83\xEF\xBD\x81\xEF\xBD\x8C\xEF\xBD\x88ost"}) {
    CHECK(reason(host) == "a name of the reader's own machine");
  }
  for (const std::string_view host : {"printer.local", "wiki.internal", "git.corp", "router.lan",
                                      "nas.home.arpa", "Jenkins.INTRANET.", "x.localdomain"}) {
    CHECK(reason(host) == "a name of a private network");
  }
}

TEST_CASE("IPv4 in every spelling", "[private_host]") {
  for (const std::string_view host :
       {"127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0X7F.1", "017700000001",
        "0177.0.0.1", "0x7f.0.0x0.1", "127.0.0.1.", "%31%32%37.0.0.1", "127.255.255.254",
        "0127.0.0.1", "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1",
        "127\xE3\x80\x82"
        "0.0.1",
        "127%E3%80%82"
        "0%E3%80%82"
        "0%E3%80%82"
        "1"}) {
    CHECK(reason(host) == "a loopback address");
  }
  for (const std::string_view host :
       {"10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.257",
        "0300.0250.1", "0xc0a80101", "3232235777", "012.0.0.1", "010.0.0.1"}) {
    CHECK(reason(host) == "an address of a private network");
  }
  CHECK(reason("169.254.1.2") == "a link-local address");
  CHECK(reason("0.0.0.0") == "the unspecified address");
  CHECK(reason("0") == "the unspecified address");
  CHECK(reason("100.64.0.1") == "an address behind a carrier's NAT");
  CHECK(reason("100.127.255.255") == "an address behind a carrier's NAT");
  CHECK(reason("224.0.0.1") == "a multicast address");
  CHECK(reason("255.255.255.255") == "a reserved address");
}

TEST_CASE("IPv6, and IPv4 inside it", "[private_host]") {
  for (const std::string_view host :
       {"::1", "[::1]", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "::FFFF:7F00:1", "::127.0.0.1",
        "64:ff9b::127.0.0.1", "::ffff:0:127.0.0.1", "2002:7f00:1::", "%3A%3A1",
        "2001:0:0:0:0:0:80ff:fffe"}) {
    CHECK(reason(host) == "a loopback address");
  }
  for (const std::string_view host :
       {"fc00::1", "fdff::", "::ffff:10.1.2.3", "fec0::1", "64:ff9b:1::1", "64:ff9b::c0a8:101"}) {
    CHECK(reason(host) == "an address of a private network");
  }
  for (const std::string_view host : {"fe80::1", "FE80::1%25eth0", "fe80::1%eth0", "febf::1"}) {
    CHECK(reason(host) == "a link-local address");
  }
  CHECK(reason("::") == "the unspecified address");
  CHECK(reason("ff02::1") == "a multicast address");
}

TEST_CASE("a name without a dot is one of a private network", "[private_host]") {
  for (const std::string_view host : {"wiki", "Jira.", "mylocalhost", "rancher-metadata", "ns_1"}) {
    CHECK(reason(host) == kDotlessHost);
  }
}

TEST_CASE("IPv4 inside of ISATAP addresses", "[private_host]") {
  CHECK(reason("2606:4700::5efe:127.0.0.1") == "a loopback address");
  CHECK(reason("2606:4700::200:5efe:10.0.0.1") == "an address of a private network");
  CHECK(reason("2606:4700::5efe:8.8.8.8") == "public");
}

TEST_CASE("a list of hosts has names, suffixes and blocks", "[private_host]") {
  const Result<HostList> list =
      HostList::of({"wiki", "*.corp.example", "10.0.0.0/9", "192.168.1.7", "fd00:1::/32"});
  REQUIRE(list);
  for (const std::string_view host :
       {"wiki", "WIKI.", "a.corp.example", "a.b.CORP.example", "10.1.2.3", "10.127.255.255",
        "0xA010203", "::ffff:10.1.2.3", "192.168.1.7", "fd00:1:2::9", "[fd00:1::]"}) {
    CAPTURE(host);
    CHECK(list->contains(host));
  }
  for (const std::string_view host : {"wiki.example", "corp.example", "xcorp.example", "10.128.0.0",
                                      "192.168.1.8", "fd00:2::1", "localhost", ""}) {
    CAPTURE(host);
    CHECK_FALSE(list->contains(host));
  }
  const Result<HostList> all = HostList::of({"0.0.0.0/0", "::/0", "metadata.google.internal"});
  REQUIRE(all);
  for (const std::string_view host :
       {"169.254.169.254", "0xA9FEA9FE", "metadata.google.internal"}) {
    CHECK_FALSE(all->contains(host));
  }
  CHECK(all->contains("10.0.0.1"));
  for (const std::string bad : {"", "a b", "*", "*.", "10.0.0.0/33", "10.0.0.0/x", "::/129",
                                "10.0.0.0/", "https://wiki", "wiki:80"}) {
    CAPTURE(bad);
    CHECK_FALSE(HostList::of({bad}));
  }
}

TEST_CASE("hosts that no browser opens", "[url]") {
  const auto name = [](const std::string& text) {
    const ParsedUrl url = parse_url(text);
    REQUIRE(std::holds_alternative<Url>(url));
    const auto fault = odd_host(std::get<Url>(url), text);
    return fault ? std::string(fault->name.text()) : std::string("fine");
  };
  CHECK(name("https://ho%0Ast/") == "encoded-host");
  CHECK(name("https://127.0.0.1%00.example.com/") == "encoded-host");
  for (const std::string host : {"256.0.0.1", "192.168.0.257", "1.2.3.4.5", "foo.0x4",
                                 "example.123", "18446744075840258049", "foo.09", "foo.0x"}) {
    CAPTURE(host);
    CHECK(name("https://" + host + "/") == "broken-address");
  }
  CHECK(name("https://[v1.127.0.0.1]/") == "future-address");
  CHECK(name("https://" + std::string(64, 'a') + ".example/") == "long-label");
  for (const std::string host : {"bad-.example.org", "a.b-", "xn--.example.org", "a.b-."}) {
    CAPTURE(host);
    CHECK(name("https://" + host + "/") == "trailing-hyphen");
  }
  for (const std::string host : {"8.8.8.8", "0x8080808", "a-b.c--d.example", "[2606:4700::1111]",
                                 "v1.example", "a.b1", "xn--fsqu00a.xn--0zwm56d", "1.example"}) {
    CAPTURE(host);
    CHECK(name("https://" + host + "/") == "fine");
  }
  CHECK(name("https://" + std::string(63, 'a') + ".example./") == "fine");
}

TEST_CASE("brackets in a query are encoded in the suggestion", "[url]") {
  const auto suggestion = [](const std::string& text) {
    return std::get<UrlFault>(parse_url(text)).suggestion;
  };
  CHECK(suggestion("https://docs.example/x?a[]=1") == "https://docs.example/x?a%5B%5D=1");
  CHECK(suggestion("https://docs.example/List.html#toArray(T[])") ==
        "https://docs.example/List.html#toArray(T%5B%5D)");
}

TEST_CASE("names that no public network knows, and those that lead home", "[private_host]") {
  for (const std::string_view host : {"a.test", "x.invalid", "api.default.svc", "fritz.box"}) {
    CAPTURE(host);
    CHECK(reason(host) == "a name that no public network knows");
  }
  for (const std::string_view host :
       {"10.0.0.1.nip.io", "x.sslip.io", "localtest.me", "a.lvh.me", "APP.LocalTest.me."}) {
    CAPTURE(host);
    CHECK(reason(host) == "a public name for the reader's own machine or network");
  }
  for (const std::string_view host : {"nip.io", "sslip.io", "xnip.io", "contest.example",
                                      "a.example", "testing", "latest.me", "svc.example.org"}) {
    CAPTURE(host);
    CHECK(reason(host) != "a public name for the reader's own machine or network");
    CHECK(reason(host) != "a name that no public network knows");
  }
}

TEST_CASE("cloud metadata endpoints have their own name", "[private_host]") {
  for (const std::string_view host :
       {"169.254.169.254", "0xA9FEA9FE", "2852039166", "::ffff:169.254.169.254",
        "metadata.google.internal", "METADATA.google.internal.", "fd00:ec2::254", "100.100.100.200",
        "169.254.170.2", "168.63.129.16", "instance-data"}) {
    CHECK(reason(host) == "a cloud metadata endpoint");
  }
}

TEST_CASE("hosts of any length and bytes end", "[private_host]") {
  CHECK(reason(std::string(1 << 20, '1')) == "public");
  CHECK(reason(std::string(1000, '.')) == "public");
  CHECK(reason(std::string(1000, '\xCC')) == "public");
  CHECK(reason("\xFF\xFE") == "public");
  CHECK(reason(std::string_view("127.0.0.1\0x", 11)) == "public");
}

}  // namespace
}  // namespace kbc
