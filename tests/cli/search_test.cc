// `kbc search`, run as a user would run it.

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/knowledge_base_folder.h"
#include "cli/process.h"
#include "paths.h"

namespace kbc {
namespace {

const std::string kSource = KBC_SOURCE_FOLDER;

Outcome search(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "search");
  return run(arguments, kSource);
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::ptrdiff_t lines_in(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("search lists entries, the best first", "[search]") {
  const Outcome found = search({"address", "already", "in", "use", "nginx"});
  CHECK(found.exit == 0);
  CHECK(found.err == "");
  CHECK(found.out.rfind("  nginx/bind-address-in-use: bind() to 0.0.0.0:80 failed (98: Address "
                        "already in use)\n",
                        0) == 0);
  CHECK(holds(found.out, "node/listen-address-in-use"));
  CHECK(holds(found.out, "(without `nginx`"));
  CHECK(lines_in(found.out) == 11);
  CHECK(holds(found.out, " more; --all lists them\n"));
}

TEST_CASE("search understands Chinese", "[search]") {
  const Outcome found = search({"地址已被使用", "--lang", "zh"});
  CHECK(found.exit == 0);
  CHECK(holds(found.out, "  nginx/bind-address-in-use: bind() to 0.0.0.0:80"));
}

TEST_CASE("search finds in an index what it finds in the entries", "[search]") {
  const TemporaryFolder folder;
  REQUIRE(
      run({"build", "--kb", kSource, "--emit", "index", "--out", folder.path()}, kSource).exit ==
      0);
  for (const std::string format : {"text", "json", "ndjson"}) {
    CAPTURE(format);
    const std::string index = folder.path("kb.kbx");
    const Outcome in_index = search({"port in use", "--index", index, "--format", format});
    CHECK(in_index.exit == 0);
    CHECK(in_index.out == search({"port", "in", "use", "--format", format}).out);
  }
}

TEST_CASE("search writes JSON", "[search]") {
  const Outcome lines = search({"git push", "--format", "ndjson", "--top", "2"});
  CHECK(lines_in(lines.out) == 2);
  CHECK(lines.out.rfind("{\"id\":\"git/", 0) == 0);
  CHECK(holds(lines.out, "\"words\":[\"git\",\"push\"],\"signature\":"));
  CHECK(!holds(lines.out, "\"entry\":"));
  const Outcome whole = search({"git push", "--format", "json", "--top", "1"});
  CHECK(whole.out.rfind("[{\"id\":\"git/", 0) == 0);
  CHECK(holds(whole.out, "\"entry\":{"));
  CHECK(search({"zzzz", "--format", "json"}).out == "[]\n");
}

TEST_CASE("search says what was probably meant", "[search]") {
  const Outcome none = search({"postgersql"});
  CHECK(none.exit == 1);
  CHECK(none.out == "");
  CHECK(none.err == "kbc: no entry has `postgersql`; did you mean `postgresql`?\n");
  const Outcome some = search({"postgersql", "qqqqqq", "port"});
  CHECK(some.exit == 0);
  CHECK(some.err == none.err);
  CHECK(search({"qqqqqqqq"}).err == "kbc: no entry has `qqqqqqqq`\n");
  CHECK(search({"\x1b[31m,qqqqqqqq"}).exit == 1);
}

TEST_CASE("search takes a domain, and refuses what it cannot do", "[search]") {
  const Outcome node = search({"address in use", "--domain", "node", "--all"});
  CHECK(node.exit == 0);
  CHECK(!holds(node.out, "nginx/"));
  CHECK(holds(node.out, "  node/listen-address-in-use: "));
  const Outcome none = search({"port", "--domain", "nodes"});
  CHECK(none.exit == 1);
  CHECK(none.err == "kbc: no entry is in the domain `nodes`; did you mean `node`?\n");
  CHECK(search({}).exit == 2);
  CHECK(search({"x", "--format", "yaml"}).exit == 2);
  CHECK(search({"x", "--top", "0"}).exit == 2);
  CHECK(search({"x", "--lang", "en"}).exit == 2);
  CHECK(search({"x", "--index", "/no/such/file"}).exit == 2);
}

}  // namespace kbc
