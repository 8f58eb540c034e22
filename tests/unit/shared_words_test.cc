// The share of a message's words that an entry's signature has.

#include "mcp/shared_words.h"

#include "catch.h"

namespace kbc {

TEST_CASE("words of a message are counted once, whatever their case and order", "[mcp][words]") {
  CHECK(shared_words("CUDA error: out of memory", "CUDA error: out of memory") == 1);
  CHECK(shared_words("out of memory", "Memory? Of it we are OUT.") == 1);
  CHECK(shared_words("CUDA error: out of memory", "torch: CUDA out of memory") == 0.8);
  CHECK(shared_words("lock lock lock held", "the lock") == 0.5);
  CHECK(shared_words("磁盘已满", "磁盘") == 0.5);
}

TEST_CASE("without words nothing is shared", "[mcp][words]") {
  CHECK(shared_words("", "a") == 0);
  CHECK(shared_words("=> …", "=> …") == 0);
  CHECK(shared_words("a", "") == 0);
}

}  // namespace kbc
