#include "git/object_name.h"

#include "catch.h"

namespace kbc {

// The names that `git hash-object --stdin` gives.
TEST_CASE("a blob is named as git names it", "[git]") {
  const char* const empty = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  const char* const hello = "ce013625030ba8dba906f756967f9e9ca394464a";
  CHECK(is_blob_named(empty, ""));
  CHECK(is_blob_named(hello, "hello\n"));
  CHECK(is_blob_named("473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813", ""));
  CHECK_FALSE(is_blob_named(hello, "hello"));
  CHECK_FALSE(is_blob_named(empty, "hello\n"));
  CHECK_FALSE(is_blob_named("", ""));
  CHECK_FALSE(is_blob_named("e69de29", ""));
}

}  // namespace kbc
