#include "text/entry_id.h"

#include <string>

#include "catch.h"

namespace kbc {
namespace {

TEST_CASE("an id is a domain and a slug", "[entry_id]") {
  for (const char* id : {"git/push-rejected", "a/b", "c2/0x02", "a-b-c/1-2-3"}) {
    CAPTURE(id);
    CHECK(is_entry_id(id));
  }
  for (const char* id : {"", "/", "git", "git/", "/push", "git//push", "git/a/b", "Git/push",
                         "git/Push", "git/push_rejected", "git/-push", "git/push-", "git/a--b",
                         "git/a b", "g t/a", "git/caf\xC3\xA9", "-git/a", "git/a\n", "git/a.b"}) {
    CAPTURE(id);
    CHECK_FALSE(is_entry_id(id));
  }
  CHECK(is_entry_id("git/" + std::string(kMaxIdBytes - 4, 'a')));
  CHECK_FALSE(is_entry_id("git/" + std::string(kMaxIdBytes - 3, 'a')));
}

TEST_CASE("the domain is what stands before the slash", "[entry_id]") {
  CHECK(domain_of("git/push-rejected") == "git");
  CHECK(domain_of("git/a/b") == "git");
  CHECK(domain_of("git") == "git");
  CHECK(domain_of("/push").empty());
  CHECK(domain_of("").empty());
}

}  // namespace
}  // namespace kbc
