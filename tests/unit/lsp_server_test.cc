// The language server without a process around it: after any edits, and changes on disk, it has
// told an editor what an analysis from scratch of the disk with the open texts finds, to the byte.
// The environment variable KBC_LSP_STEPS is the number of changes, when it is set.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/entry_files.h"
#include "analysis/rule_choice.h"
#include "analysis/suppress.h"
#include "catch.h"
#include "cli/process.h"
#include "driver/settings.h"
#include "index/bases.h"
#include "lsp/diagnostic_json.h"
#include "lsp/file_uri.h"
#include "lsp/server.h"
#include "parse/literal.h"
#include "parse/parse.h"
#include "text/utf8.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::year_month_day kDay = std::chrono::year(2026) / 1 / 15;

std::string position(LspPosition at) {
  return R"({"line":)" + std::to_string(at.line) + R"(,"character":)" +
         std::to_string(at.character) + "}";
}

// What an editor knows: its open texts, and what it was told of files.
class Editor {
 public:
  explicit Editor(LanguageServerOptions options)
      : server_(options, [this](std::string_view message) { hear(message); }) {}

  void send(const std::string& message) {
    server_.take(Incoming("{\"jsonrpc\":\"2.0\"," + message.substr(1)));
  }
  void tell(std::string_view method, const std::string& params) {
    send("{\"method\":\"" + std::string(method) + "\",\"params\":" + params + "}");
  }
  void start(const std::string& folder, const std::string& capabilities) {
    send(R"({"id":1,"method":"initialize","params":{"rootUri":")" + uri_of_path(folder) +
         "\",\"capabilities\":" + capabilities + "}}");
    tell("initialized", "{}");
    server_.settle();
  }

  void open(const std::string& path, const std::string& text) {
    open_[path] = text;
    tell("textDocument/didOpen", R"({"textDocument":{"uri":")" + uri_of_path(path) +
                                     R"(","version":1,"languageId":"json","text":)" + quote(text) +
                                     "}}");
  }
  void edit(const std::string& path, std::size_t begin, std::size_t size, const std::string& by) {
    std::string& text = open_.at(path);
    const TextPositions positions(text, PositionEncoding::kUtf16);
    const LspRange range = positions.range(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)});
    tell("textDocument/didChange", R"({"textDocument":{"uri":")" + uri_of_path(path) +
                                       R"(","version":2},"contentChanges":[{"range":{"start":)" +
                                       position(range.begin) + ",\"end\":" + position(range.end) +
                                       "},\"text\":" + quote(by) + "}]}");
    text.replace(begin, size, by);
  }
  void set(const std::string& path, const std::string& text) {
    open_.at(path) = text;
    tell("textDocument/didChange", R"({"textDocument":{"uri":")" + uri_of_path(path) +
                                       R"(","version":2},"contentChanges":[{"text":)" +
                                       quote(text) + "}]}");
  }
  void close(const std::string& path) {
    open_.erase(path);
    tell("textDocument/didClose", R"({"textDocument":{"uri":")" + uri_of_path(path) + "\"}}");
  }
  void changed_on_disk(const std::string& path) {
    tell("workspace/didChangeWatchedFiles",
         R"({"changes":[{"uri":")" + uri_of_path(path) + R"(","type":2}]})");
  }
  void settle() { server_.settle(); }

  const std::map<std::string, std::string>& texts() const { return open_; }
  // The diagnostics of each file that has any, by uris.
  const std::map<std::string, std::string>& told() const { return told_; }
  std::size_t heard() const { return heard_; }

 private:
  void hear(std::string_view message) {
    ++heard_;
    Document document;
    REQUIRE(parse_json(message, Dialect::kJson, document).empty());
    const JsonObject read(document, 0);
    if (read.text("method") != "textDocument/publishDiagnostics") return;
    const JsonObject params = read.object("params");
    const std::string uri(params.text("uri"));
    const Span span = document[params.find("diagnostics")].span;
    const std::string json(message.substr(span.begin, span.size()));
    if (json == "[]") {
      told_.erase(uri);
    } else {
      told_[uri] = json;
    }
  }

  std::map<std::string, std::string> open_, told_;
  std::size_t heard_ = 0;
  LanguageServer server_;
};

// The same from scratch.
std::map<std::string, std::string> truth(const std::string& folder,
                                         const std::map<std::string, std::string>& open,
                                         const ClientAbilities& client) {
  Result<Settings> settings = settings_in({{folder, {}, {}}, {}});
  REQUIRE(settings);
  const Config& config = settings->config;
  AddedTexts buffers;
  for (const auto& [path, text] : open) {
    buffers[path.substr(config.entries.size() + 1)] = text;
  }
  AnalyseOptions options;
  settle_rules(config, {}, options.rules);
  options.today = Today::exactly(kDay);
  options.texts.added = &buffers;
  Analysis analysis = analyse(config, options);
  suppress(config, options.rules, settings->baseline ? &*settings->baseline : nullptr, analysis);
  locate_and_sort(analysis);
  const auto uri_of = [&](FileId file) {
    const std::string& path = analysis.sources[file].path;
    return uri_of_path(fs::absolute(path).lexically_normal().string());
  };
  DiagnosticJson json(analysis, client, uri_of);
  std::map<std::string, std::string> told;
  const std::vector<Diagnostic>& all = analysis.diagnostics;
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    const FileId file = all[begin].place.file;
    while (end < all.size() && all[end].place.file == file) ++end;
    told[uri_of(file)] = json.write({all.data() + begin, end - begin});
  }
  return told;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A knowledge base that an editor and others change.
class Changing {
 public:
  explicit Changing(std::uint32_t seed)
      : random_(seed), editor_({{1, kDay}, std::size_t{100'000}, {}}) {
    fs::copy(frozen_base(), folder_.path(), fs::copy_options::recursive);
    for (const auto& item : fs::recursive_directory_iterator(folder_.path("entries"))) {
      if (item.path().extension() == ".json") paths_.push_back(item.path().string());
    }
    std::sort(paths_.begin(), paths_.end());
    constexpr std::string_view kCapabilities =
        R"({"textDocument":{"publishDiagnostics":{"relatedInformation":true,"dataSupport":true}},
            "workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})";
    editor_.start(folder_.path(), std::string(kCapabilities));
    client_.takes_related_information = client_.takes_diagnostic_data = true;
  }

  void change() {
    const std::string& path = paths_[below(paths_.size())];
    switch (below(10)) {
      case 0:
        return replace_on_disk(path);
      case 1:
        return remove_from_disk(path);
      case 2:
        return close();
      case 3:
        return save();
      default:
        return type(editor_.texts().empty() || below(4) == 0 ? path : open_path());
    }
  }

  void compare() {
    editor_.settle();
    REQUIRE(editor_.told() == truth(folder_.path(), editor_.texts(), client_));
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  std::string open_path() {
    return std::next(editor_.texts().begin(),
                     static_cast<std::ptrdiff_t>(below(editor_.texts().size())))
        ->first;
  }

  std::size_t place_in(const std::string& text) {
    return character_start(text, below(text.size() + 1));
  }

  void type(const std::string& path) {
    if (!editor_.texts().contains(path)) editor_.open(path, valid_text(read(path)));
    const std::string text = editor_.texts().at(path);
    const std::size_t begin = place_in(text);
    switch (below(6)) {
      case 0:
        return editor_.edit(path, 0, 0, "\n");
      case 1:
        return editor_.set(path, valid_text(read(paths_[below(paths_.size())])));
      case 2:
        return editor_.edit(path, begin, 0, "\xF0\x9F\x98\x80");
      case 3: {
        // An id of another one, which the rest may link to.
        const std::size_t at = text.find("/");
        return editor_.edit(path, at == std::string::npos ? 0 : at, 0, "x");
      }
      default: {
        const std::size_t end = character_start(text, std::min(text.size(), begin + below(30)));
        return editor_.edit(path, begin, end - begin, below(2) ? "" : "a\r\nb");
      }
    }
  }

  // What an editor makes of bytes that are no text.
  static std::string valid_text(const std::string& bytes) {
    return first_invalid_utf8(bytes) ? "{}" : bytes;
  }

  void replace_on_disk(const std::string& path) {
    const std::string text = read(paths_[below(paths_.size())]);
    std::ofstream(path, std::ios::binary) << text;
    editor_.changed_on_disk(path);
  }

  void remove_from_disk(const std::string& path) {
    fs::remove(path);
    editor_.changed_on_disk(path);
  }

  void close() {
    if (!editor_.texts().empty()) editor_.close(open_path());
  }

  void save() {
    if (editor_.texts().empty()) return;
    const std::string path = open_path();
    std::ofstream(path, std::ios::binary) << editor_.texts().at(path);
    editor_.tell("textDocument/didSave",
                 R"({"textDocument":{"uri":")" + uri_of_path(path) + "\"}}");
    editor_.changed_on_disk(path);
  }

  TemporaryFolder folder_;
  std::mt19937 random_;
  Editor editor_;
  ClientAbilities client_;
  std::vector<std::string> paths_;
};

void change_and_compare(std::uint32_t seed, int steps) {
  Changing changing(seed);
  changing.compare();
  for (int step = 0; step < steps; ++step) {
    CAPTURE(seed, step);
    changing.change();
    changing.compare();
  }
}

int steps_or(int usual) {
  const char* steps = std::getenv("KBC_LSP_STEPS");
  return steps == nullptr ? usual : std::atoi(steps);
}

}  // namespace

TEST_CASE("a language server tells what validate finds on disk with the open texts", "[lsp]") {
  change_and_compare(1, 100);
}

TEST_CASE("a language server tells the same after many changes", "[lsp][slow]") {
  change_and_compare(2, steps_or(600));
}

TEST_CASE("of files that nobody has open the worst are told of", "[lsp]") {
  const TemporaryFolder folder;
  folder.write("kbc.json", "{}");
  for (int number = 0; number < 30; ++number) {
    folder.write("entries/git/a" + std::to_string(number) + ".json",
                 number == 7 ? "{" : R"({"id": "git/a)" + std::to_string(number) + "\"}");
  }
  Editor editor({{1, kDay}, 10, {}});
  editor.start(folder.path(), "{}");
  CHECK(editor.told().size() == 10);
  const std::string last = folder.path("entries/git/a9.json");
  CHECK(!editor.told().contains(uri_of_path(last)));
  editor.open(last, "{");
  editor.settle();
  CHECK(editor.told().size() == 11);
  editor.close(last);
  editor.settle();
  CHECK(editor.told().size() == 10);
}

TEST_CASE("an editor is told of what it opens, and of nothing that stays as it was", "[lsp]") {
  const TemporaryFolder folder;
  fs::copy(frozen_base(), folder.path(), fs::copy_options::recursive);
  Editor editor({{1, kDay}, 1000, {}});
  editor.start(folder.path(),
               R"({"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}})");
  const std::map<std::string, std::string> first = editor.told();
  for (const auto& item : fs::recursive_directory_iterator(folder.path("entries/git"))) {
    if (item.path().extension() != ".json") continue;
    const std::string path = item.path().string();
    const std::size_t heard = editor.heard();
    editor.open(path, read(path));
    editor.settle();
    CHECK(editor.heard() == heard + 1);
    // A blank at the end of the text moves no finding.
    editor.edit(path, read(path).size(), 0, " ");
    editor.settle();
    CHECK(editor.heard() == heard + 2);
    editor.settle();
    CHECK(editor.heard() == heard + 2);
    editor.close(path);
    editor.settle();
    CHECK(editor.heard() <= heard + 3);
  }
  CHECK(editor.told() == first);
}

TEST_CASE("a slow first reading shows how far it is", "[lsp]") {
  const TemporaryFolder folder;
  folder.write("kbc.json", "{}");
  std::vector<std::string> heard;
  LanguageServer server({{1, kDay}, 200, {}},
                        [&](std::string_view message) { heard.emplace_back(message); });
  const auto take = [&](const std::string& message) { server.take(Incoming(message)); };
  take(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":")" +
       uri_of_path(folder.path()) + R"(","capabilities":{"window":{"workDoneProgress":true}}}})");
  take(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
  // The other thread may come too late, but never half.
  const auto has = [&](std::string_view part) {
    return std::any_of(heard.begin(), heard.end(), [&](const std::string& message) {
      return message.find(part) != std::string::npos;
    });
  };
  CHECK(has("window/workDoneProgress/create") == has("\"kind\":\"begin\""));
  CHECK(has("\"kind\":\"begin\"") == has("\"kind\":\"end\""));
}

}  // namespace kbc
