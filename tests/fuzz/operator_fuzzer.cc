// The files that a maintainer writes, of arbitrary bytes: kbc.json, and the schema, the taxonomy
// and the baseline beside it. They are read from a folder, as kbc reads them; what they say is then
// used on one entry. The files follow each other, with a line `---` between.

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/baseline.h"
#include "config/config.h"
#include "parse/parse.h"
#include "validate/explain.h"

namespace kbc {
namespace {

namespace fs = std::filesystem;

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr std::string_view kNames[] = {"kbc.json", "schema.json", "taxonomy.json", "baseline.json"};

constexpr std::string_view kEntry =
    R"({"id": "a/b", "signature": "s", "regex": "r", "domain": "a", "versions": [{"version": "1"}],
        "tags": ["t", "t"], "confidence": 0.5, "dead_ends": [{"action": "x", "sources": []}]})";

// A folder of this process, which is removed when it ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("kbc-fuzz-" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "entries");
  }
  ~Folder() { fs::remove_all(path_); }

  std::string path() const { return path_.string(); }
  std::string file(std::string_view name) const { return (path_ / name).string(); }

  // The parts of the bytes become the files; those that are left over are removed.
  void fill(std::string_view bytes) const {
    constexpr std::string_view kBetween = "\n---\n";
    bool has_more = true;
    for (const std::string_view name : kNames) {
      fs::remove(path_ / name);
      if (!has_more) continue;
      const std::size_t end = bytes.find(kBetween);
      std::ofstream(file(name), std::ios::binary) << bytes.substr(0, end);
      has_more = end != std::string_view::npos;
      if (has_more) bytes.remove_prefix(end + kBetween.size());
    }
  }

 private:
  fs::path path_;
};

void require_told(const Error& error) {
  require(!error.message.empty());
  require(error.further.size() <= 100);
  for (const std::string& line : error.further) require(!line.empty());
}

void use(const Config& config) {
  Document document;
  parse_json(kEntry, Dialect::kJson, document);
  for (const SchemaFault& fault : config.schema.validate(document)) {
    const FaultText told = explain(fault, document, config.schema);
    require(!told.message.empty());
    require(told.span.begin <= told.span.end && told.span.end <= kEntry.size());
  }
  config.exclude.match("entries/a/b.json");
  for (const RuleSetting& setting : config.rules) {
    require(setting.span.end <= config.text.size());
  }
}

void check(std::string_view bytes) {
  static const Folder folder;
  folder.fill(bytes);
  BaseChoice choice;
  choice.folder = folder.path();
  const Result<Config> config = load_config(choice);
  if (config) {
    use(*config);
  } else {
    require_told(config.error());
  }
  const std::string baseline = folder.file("baseline.json");
  if (!fs::exists(baseline)) return;
  const Result<Baseline> lines = Baseline::read(baseline, {}, Border::By::kPerson);
  if (!lines) return require_told(lines.error());
  for (const auto& [key, line] : lines->lines()) {
    require(line.span.begin <= line.span.end && line.span.end <= lines->text().size());
  }
  // What is written for them is read as the same.
  std::ofstream(baseline, std::ios::binary) << Baseline::render(lines->lines());
  const Result<Baseline> again = Baseline::read(baseline, {}, Border::By::kPerson);
  require(again.ok() && again->lines().size() == lines->lines().size());
}

}  // namespace
}  // namespace kbc

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kbc::check({reinterpret_cast<const char*>(data), size});
  return 0;
}
