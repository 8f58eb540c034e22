// The parts of `kbc lsp` that need no knowledge base.

#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "cli/process.h"
#include "lsp/client.h"
#include "lsp/document_state.h"
#include "lsp/file_uri.h"
#include "lsp/inbox.h"
#include "lsp/pacer.h"
#include "lsp/text_positions.h"
#include "parse/parse.h"
#include "paths.h"
#include "rpc/header_frames.h"

namespace kbc {
namespace {

constexpr PositionEncoding kAll[] = {PositionEncoding::kUtf8, PositionEncoding::kUtf16,
                                     PositionEncoding::kUtf32};

// "é" of one character and of two, one beyond U+FFFF, and all line ends.
constexpr std::string_view kText =
    "a\xC3\xA9 e\xCC\x81 \xF0\x9F\x98\x80!\r\nb\r\nc\rd\n\xF0\x9F\x98\x80";

std::vector<std::uint32_t> columns_of(std::string_view text, PositionEncoding encoding) {
  const TextPositions positions(text, encoding);
  std::vector<std::uint32_t> columns;
  for (const std::string_view part : {"a", "\xC3\xA9", "e\xCC", "\xF0\x9F", "!"}) {
    columns.push_back(positions.at(static_cast<std::uint32_t>(text.find(part))).character);
  }
  return columns;
}

std::unique_ptr<Incoming> incoming(std::string text) {
  return std::make_unique<Incoming>(std::move(text));
}

std::string about(std::string_view method, std::string_view id, std::string_view uri) {
  std::string text = R"({"jsonrpc":"2.0",)";
  if (!id.empty()) text.append("\"id\":").append(id) += ',';
  return text.append("\"method\":\"")
      .append(method)
      .append(R"(","params":{"textDocument":{"uri":")")
      .append(uri)
      .append("\"}}}");
}

ClientAbilities abilities(std::string_view capabilities) {
  const std::string text = "{\"capabilities\":" + std::string(capabilities) + "}";
  Document document;
  REQUIRE(parse_json(text, Dialect::kJson, document).empty());
  return read_abilities({document, 0});
}

HeaderFrames frames_of(const TemporaryFolder& folder, std::string_view bytes) {
  folder.write("frames", bytes);
  Result<Input> input = Input::open(folder.path("frames"));
  REQUIRE(input);
  return HeaderFrames(std::move(*input));
}

}  // namespace

TEST_CASE("positions count in the units that were agreed on", "[lsp]") {
  using Columns = std::vector<std::uint32_t>;
  CHECK(columns_of(kText, PositionEncoding::kUtf8) == Columns{0, 1, 4, 8, 12});
  CHECK(columns_of(kText, PositionEncoding::kUtf16) == Columns{0, 1, 3, 6, 8});
  CHECK(columns_of(kText, PositionEncoding::kUtf32) == Columns{0, 1, 3, 6, 7});
}

TEST_CASE("every place of a text is a position, and the position that place", "[lsp]") {
  std::string text(kText);
  for (int line = 0; line < 40; ++line) text += "\n" + std::string(kText.substr(0, 13)) + "x";
  for (const PositionEncoding encoding : kAll) {
    const TextPositions positions(text, encoding);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      const bool is_inside = at < text.size() && (text[at] & 0xC0) == 0x80;
      const bool is_in_line_end =
          at > 0 && at < text.size() && text[at - 1] == '\r' && text[at] == '\n';
      if (is_inside || is_in_line_end) continue;
      CHECK(positions.offset_of(positions.at(at)) == at);
    }
  }
}

TEST_CASE("a position beyond its line, or within a character, is one that there is", "[lsp]") {
  const TextPositions positions(kText, PositionEncoding::kUtf16);
  const auto end = static_cast<std::uint32_t>(kText.find('\r'));
  CHECK(positions.offset_of({0, 9}) == end);
  CHECK(positions.offset_of({0, 4'000'000'000}) == end);
  CHECK(positions.offset_of({0, 7}) == kText.find('\xF0'));
  CHECK(positions.offset_of({4'000'000'000, 0}) == kText.size());
  CHECK(positions.span_of({{4, 2}, {1, 0}}).size() == 0);
  const TextPositions bytes(kText, PositionEncoding::kUtf8);
  CHECK(bytes.offset_of({0, 2}) == 1);
  CHECK(TextPositions("", PositionEncoding::kUtf16).at(7) == LspPosition{0, 0});
}

TEST_CASE("a byte-order mark that an editor hides takes no place", "[lsp]") {
  constexpr std::string_view text = "\xEF\xBB\xBF{\n}";
  for (const PositionEncoding encoding : kAll) {
    const TextPositions hidden(text, encoding, ByteOrderMark::kIsHidden);
    CHECK(hidden.at(0) == LspPosition{0, 0});
    CHECK(hidden.at(3) == LspPosition{0, 0});
    CHECK(hidden.at(4) == LspPosition{0, 1});
    CHECK(hidden.at(5) == LspPosition{1, 0});
    CHECK(hidden.offset_of({0, 1}) == 4);
    CHECK(hidden.offset_of({1, 0}) == 5);
  }
  CHECK(TextPositions(text, PositionEncoding::kUtf16).at(3) == LspPosition{0, 1});
}

TEST_CASE("edits of a part and of all lead to the text that the client has", "[lsp]") {
  DocumentState document("file:///a.json", "/a.json", "{\r\n  \"\xF0\x9F\x98\x80\": 1}",
                         PositionEncoding::kUtf16);
  document.replace({{1, 3}, {1, 5}}, "b");
  CHECK(document.text() == "{\r\n  \"b\": 1}");
  document.replace({{0, 1}, {1, 2}}, "");
  CHECK(document.text() == "{\"b\": 1}");
  CHECK(document.json().size() == 3);
  document.replace({{0, 8}, {9, 9}}, "\n");
  CHECK(document.text() == "{\"b\": 1}\n");
  document.replace("[]");
  CHECK(document.text() == "[]");
  CHECK(document.json().size() == 1);
}

TEST_CASE("addresses of files are paths, and others are none", "[lsp]") {
  CHECK(path_of_uri("file:///a/b%20c/%C3%A9.json") == "/a/b c/\xC3\xA9.json");
  CHECK(path_of_uri("file://localhost/a/../b") == "/b");
  CHECK(path_of_uri("file:///a#b") == "/a");
  CHECK(path_of_uri("file:///a/b/") == "/a/b");
  CHECK(path_of_uri("file:///") == "/");
  for (const std::string_view other :
       {"", "file://", "file://host/a", "untitled:1", "http://a/b", "file:a", "file:///a%00b"}) {
    CHECK(!path_of_uri(other));
  }
  CHECK(uri_of_path("/a/b c/\xC3\xA9%.json") == "file:///a/b%20c/%C3%A9%25.json");
}

TEST_CASE("messages are found by the length that their header says", "[lsp]") {
  const TemporaryFolder folder;
  HeaderFrames frames =
      frames_of(folder,
                "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: a\r\n\r\n{ }"
                "Content-Length: 0\n\n");
  CHECK((*frames.next())->text == "{}");
  CHECK((*frames.next())->text == "{ }");
  CHECK((*frames.next())->text.empty());
  CHECK(!*frames.next());
}

TEST_CASE("a message that is too long is passed over in bounded memory", "[lsp]") {
  const TemporaryFolder folder;
  const std::size_t length = HeaderFrames::kLongest + 1;
  HeaderFrames frames =
      frames_of(folder, "Content-Length: " + std::to_string(length) + "\r\n\r\n" +
                            std::string(length, ' ') + "Content-Length: 2\r\n\r\n{}");
  Result<std::optional<HeaderFrames::Frame>> first = frames.next();
  CHECK((*first)->is_too_long);
  CHECK((*first)->text.empty());
  CHECK((*frames.next())->text == "{}");
}

TEST_CASE("a header that does not say where its message ends is the end", "[lsp]") {
  const TemporaryFolder folder;
  for (const std::string& bytes : std::vector<std::string>{
           "\r\n", "{}\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n",
           "Content-Length: 99999999999999999999999\r\n\r\n", "Content-Length: 5\r\n\r\n{}",
           "Content-Length: 5\r\n", "Content-Length: 5", std::string(5000, 'a'),
           std::string(5000, '\n')}) {
    HeaderFrames frames = frames_of(folder, bytes);
    CHECK(!frames.next());
  }
}

TEST_CASE("what waits can be taken back, and is outdated by an edit", "[lsp]") {
  Inbox inbox;
  inbox.put(incoming(about("textDocument/hover", "1", "file:///a")));
  inbox.put(incoming(about("textDocument/hover", "\"1\"", "file:///b")));
  inbox.put(incoming(about("textDocument/didChange", "", "file:///b")));
  inbox.put(incoming(about("textDocument/hover", "2", "file:///b")));
  inbox.put(incoming(R"({"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}})"));
  inbox.put(incoming("nonsense"));
  inbox.close();
  const auto first = inbox.take({}), second = inbox.take({});
  CHECK((first->is_cancelled && !first->is_outdated));
  CHECK((!second->is_cancelled && second->is_outdated));
  inbox.take({});
  const auto third = inbox.take({});
  CHECK((!third->is_cancelled && !third->is_outdated));
  CHECK(inbox.has_more());
  inbox.take({});
  CHECK(message_in(*inbox.take({})) == nullptr);
  CHECK(inbox.is_at_end());
  CHECK(inbox.take({}) == nullptr);
}

TEST_CASE("edits are analysed at once as long as that is quick", "[lsp]") {
  using namespace std::chrono_literals;
  const Pacer::Clock::time_point start{};
  Pacer pacer;
  CHECK(!pacer.due());
  pacer.edited(start);
  CHECK(pacer.due() == start);
  pacer.analysed(9ms);
  CHECK(!pacer.due());
  CHECK(pacer.pause() == 0ms);
  pacer.analysed(10ms);
  CHECK(pacer.pause() == 50ms);
  pacer.analysed(100ms);
  CHECK(pacer.pause() == 200ms);
  pacer.analysed(10s);
  CHECK(pacer.pause() == 500ms);
}

TEST_CASE("who types on is not waited for without end", "[lsp]") {
  using namespace std::chrono_literals;
  const Pacer::Clock::time_point start{};
  Pacer pacer;
  pacer.analysed(100ms);
  pacer.edited(start);
  CHECK(pacer.due() == start + 200ms);
  pacer.edited(start + 150ms);
  CHECK(pacer.due() == start + 350ms);
  pacer.edited(start + 340ms);
  CHECK(pacer.due() == start + 500ms);
  pacer.nothing_left();
  CHECK(!pacer.due());
  CHECK(pacer.pause() == 200ms);
}

TEST_CASE("the encoding of positions is the cheapest that the client knows", "[lsp]") {
  const auto encoding = [](const std::string& known) {
    return abilities(R"({"general":{"positionEncodings":[)" + known + "]}}").encoding;
  };
  CHECK(abilities("{}").encoding == PositionEncoding::kUtf16);
  CHECK(encoding("") == PositionEncoding::kUtf16);
  CHECK(encoding(R"("utf-32")") == PositionEncoding::kUtf32);
  CHECK(encoding(R"("utf-32","utf-16")") == PositionEncoding::kUtf16);
  CHECK(encoding(R"("utf-16","utf-8")") == PositionEncoding::kUtf8);
}

namespace {

// What a client with a capability says of it; true, mostly.
std::string value_of(std::string_view capability) {
  if (capability.ends_with("tagSupport")) return R"({"valueSet":[1]})";
  if (capability.ends_with("contentFormat")) return R"(["plaintext","markdown"])";
  if (capability.ends_with("resourceOperations")) return R"(["create","rename"])";
  const bool is_object = capability.ends_with("codeActionLiteralSupport") ||
                         capability.ends_with("changeAnnotationSupport");
  return is_object ? "{}" : "true";
}

}  // namespace

TEST_CASE("every ability is read from the place that its row names", "[lsp]") {
  for (const Degradation& row : degradations()) {
    INFO(row.capability);
    CHECK(!(abilities("{}").*row.ability));
    std::string begin, end;
    std::string_view rest = row.capability;
    for (std::size_t dot = 0; dot != std::string_view::npos;) {
      dot = rest.find('.');
      begin += "{\"" + std::string(rest.substr(0, dot)) + "\":";
      end += '}';
      rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
    }
    CHECK(abilities(begin + value_of(row.capability) + end).*row.ability);
  }
}

TEST_CASE("docs/editors.md says what is done without an ability", "[lsp]") {
  std::ifstream file(KBC_SOURCE_FOLDER "/docs/editors.md", std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(file), {});
  for (const Degradation& row : degradations()) {
    const std::string line = "| `" + std::string(row.capability) + "` | " + std::string(row.with) +
                             " | " + std::string(row.without) + " |\n";
    INFO(line);
    CHECK(page.find(line) != std::string::npos);
  }
}

}  // namespace kbc
