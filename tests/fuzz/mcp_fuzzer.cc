// The server of the Model Context Protocol over arbitrary frames, one a line: each is answered with
// one line of JSON or with nothing, whatever came before.

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "index/damage.h"
#include "mcp/server.h"
#include "parse/parse.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirst =
    R"({"id": "a/b", "signature": "disk full", "regex": "disk (is )?full", "domain": "a",
        "category": "c", "tags": ["t"], "aliases": ["a/z"],
        "workarounds": [{"action": "k", "how": "Run `df -h`.", "sources": []}],
        "transition_graph": {"leads_to": [{"error_id": "a/c", "probability": 0.25}]}})";
constexpr std::string_view kSecond =
    R"({"id": "a/c", "signature": "no space", "regex": "no .*space", "domain": "a"})";

// A knowledge base of this process, which is removed when it ends, and what is known of it.
class Base {
 public:
  Base()
      : path_(fs::temp_directory_path() / ("kbc-fuzz-mcp-" + std::to_string(::getpid()))),
        known_(open()) {
    if (!known_) std::abort();
  }
  ~Base() { fs::remove_all(path_); }

  Knowledge& known() { return *known_; }

 private:
  Result<Knowledge> open() const {
    fs::create_directories(path_ / "entries" / "a");
    std::ofstream(path_ / "kbc.json") << "{}";
    std::ofstream(path_ / "entries" / "a" / "b.json") << kFirst;
    std::ofstream(path_ / "entries" / "a" / "c.json") << kSecond;
    return Knowledge::open({{}, {path_.string(), {}, {}}});
  }

  fs::path path_;
  Result<Knowledge> known_;
};

Knowledge& knowledge() {
  static Base base;
  return base.known();
}

void check(std::string_view answer) {
  if (answer.empty()) return;
  if (answer.find('\n') != std::string_view::npos) std::abort();
  Document document;
  if (!parse_json(answer, Dialect::kJson, document).empty() || document.empty()) std::abort();
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  kbc::Server server(kbc::knowledge(), {});
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const kbc::ExactCopy frame(rest.substr(0, end));
    kbc::check(server.answer(frame.view()));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
