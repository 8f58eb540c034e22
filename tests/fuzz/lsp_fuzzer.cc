// The language server over arbitrary bytes, as an editor's stream: frames that may be none, with
// messages that may be none, and edits of any ranges. Lines that begin with `@` are edits of an
// open text instead: four bytes of positions, and the new text. What is said is JSON, whatever
// came, and the text is never longer than what was put in.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "lsp/document_state.h"
#include "lsp/server.h"
#include "parse/parse.h"
#include "rpc/header_frames.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEntry =
    R"({"id": "a/b", "signature": "disk full", "regex": "disk (is )?full", "domain": "a",
        "transition_graph": {"leads_to": [{"error_id": "a/c", "probability": 0.25}]}})";

// A knowledge base of this process, which is removed when it ends.
class Base {
 public:
  Base() : path_(fs::temp_directory_path() / ("kbc-fuzz-lsp-" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "entries" / "a");
    std::ofstream(path_ / "kbc.json") << "{}";
    std::ofstream(path_ / "entries" / "a" / "b.json") << kEntry;
  }
  ~Base() { fs::remove_all(path_); }

  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

const Base& base() {
  static const Base base;
  return base;
}

void check(std::string_view message) {
  Document document;
  if (!parse_json(message, Dialect::kJson, document).empty() || document.empty()) std::abort();
}

// `KB` in a message is the address of the knowledge base.
std::string with_address(std::string_view line) {
  std::string text(line);
  for (std::size_t at = 0; (at = text.find("KB", at)) != std::string::npos;) {
    const std::string address = "file://" + base().path();
    text.replace(at, 2, address);
    at += address.size();
  }
  return text;
}

void edit(std::string_view line, DocumentState& document) {
  const auto byte = [&](std::size_t at) {
    return at < line.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(line[at])) : 0;
  };
  const LspRange range = {{byte(1) % 8, byte(2)}, {byte(3) % 8, byte(4)}};
  const std::size_t before = document.text().size();
  const std::string_view text = line.substr(std::min<std::size_t>(line.size(), 5));
  document.replace(range, text);
  if (document.text().size() > before + text.size()) std::abort();
  const TextPositions& positions = document.positions();
  for (std::uint32_t at = 0; at <= document.text().size(); ++at) {
    if (positions.offset_of(positions.at(at)) > document.text().size()) std::abort();
  }
}

void read_as_frames(std::string_view bytes) {
  const std::string path = base().path() + "/frames";
  std::ofstream(path, std::ios::binary) << bytes;
  Result<Input> input = Input::open(path);
  if (!input) std::abort();
  HeaderFrames frames(std::move(*input));
  for (;;) {
    const Result<std::optional<HeaderFrames::Frame>> frame = frames.next();
    if (!frame || !*frame) return;
    if ((*frame)->text.size() > bytes.size()) std::abort();
  }
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  kbc::read_as_frames(rest);
  kbc::LanguageServer server({{1, std::chrono::year(2026) / 1 / 15}, 200, {}}, kbc::check);
  kbc::DocumentState document("file:///a.json", "/a.json", std::string(kbc::kEntry),
                              kbc::PositionEncoding::kUtf16);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    if (line.starts_with('@')) {
      kbc::edit(line, document);
    } else {
      server.take(kbc::Incoming(kbc::with_address(line)));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  server.settle();
  return 0;
}
