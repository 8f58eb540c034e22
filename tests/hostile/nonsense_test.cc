// Requests that no sense can be made of.

#include <string>

#include "catch.h"
#include "cli/knowledge_base_folder.h"

namespace kbc {

TEST_CASE("two outputs into one file are refused", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=o"}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=./x/../o"}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=" + kb.path("o")}).exit == 2);
  CHECK(kb.validate({"--format", "json=o", "--format", "sarif=p"}).exit == 0);
}

TEST_CASE("a namespace that C++ does not leave to programs is refused", "[hostile][nonsense]") {
  const KnowledgeBaseFolder kb;
  kb.clean("push-rejected");
  for (const std::string name : {"class", "int", "namespace", "a::class", "co_await", "std",
                                 "std::kb", "_Upper", "_a", "a__b", "a::b__c", "kbx", ""}) {
    CAPTURE(name);
    CHECK(run({"build", "--namespace", name}, kb.path()).exit == 2);
  }
  CHECK(run({"build", "--namespace", "a::klass"}, kb.path()).exit == 0);
}

}  // namespace kbc
