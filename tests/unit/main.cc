#define CATCH_CONFIG_RUNNER
#include "catch.h"
#include "skip.h"

int main(int argc, char** argv) {
  const int failed = Catch::Session().run(argc, argv);
  return failed == 0 && kbc::has_skipped() ? kbc::kSkipped : failed;
}
